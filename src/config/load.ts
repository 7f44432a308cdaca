import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { z } from 'zod';
import { WrongCall } from '../exit.js';
import type { Settings } from '../settings.js';
import { configSchema, type Config } from './parts.js';
import { lineOf, LONGEST_CONFIG, readConfig, type ConfigProblem } from './read.js';

const CONFIG_NAME = 'wenbao.config.yaml';

/** What became of looking for a configuration: `file` is null when there is none and the defaults hold. */
export type LoadedConfig = { readonly file: string | null; readonly config: Config; readonly problems: readonly [] } | { readonly file: string; readonly config: null; readonly problems: readonly ConfigProblem[] };

/**
 * Finds and reads the configuration: the file that was named (`--config`, `WENBAO_CONFIG`), else `wenbao.config.yaml` beside the data folder,
 * else in the current folder. Throws `WrongCall` when a file that was named, or one that is there, cannot be read.
 */
export async function loadConfig(settings: Settings, schema: z.ZodType<Config> = configSchema()): Promise<LoadedConfig> {
  const file = settings.config === null ? await firstThere([join(dirname(settings.data), CONFIG_NAME), join(settings.cwd, CONFIG_NAME)]) : resolve(settings.cwd, settings.config);
  if (file === null) return { file, config: schema.parse({}), problems: [] };
  return { file, ...readConfig(await textOf(file), schema) };
}

/** The configuration of a run that cannot go on with a wrong one. Throws `WrongCall` that names file, line and field of all that is wrong. */
export async function configOf(settings: Settings): Promise<Config> {
  const { file, config, problems } = await loadConfig(settings);
  if (config !== null) return config;
  const lines = problems.map((problem) => lineOf(shortName(file, settings.cwd), problem));
  throw new WrongCall(`配置有误：\n${lines.map(({ zh }) => `  ${zh}`).join('\n')}`, `The configuration is wrong:\n${lines.map(({ en }) => `  ${en}`).join('\n')}`);
}

/** A file's name as a person at `cwd` would type it. */
export function shortName(file: string, cwd: string): string {
  const near = relative(cwd, file);
  return near.startsWith('..') ? file : near;
}

async function firstThere(files: readonly string[]): Promise<string | null> {
  for (const file of files) if ((await stat(file).catch(() => null)) !== null) return file;
  return null;
}

async function textOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    // Each character is at most three bytes: longer than this is refused anyway, so it need not be read.
    if (size > LONGEST_CONFIG * 3 + 3) throw new Error('too large');
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new WrongCall(`配置文件读不了：${file}（${why}）`, `The configuration file cannot be read: ${file} (${why})`);
  }
}
