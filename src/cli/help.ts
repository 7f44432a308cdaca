import type { Command } from 'commander';
import { z } from 'zod';
import { bothLanguages, loadData } from '../../index/mod.js';

const Help = z.record(z.string().min(1), bothLanguages);

/**
 * Gives a command, its options and the commands under it their words from `help.json`, where the nearest entry holds: of
 * `roster mark --year`, `roster --year` and `--year` the first that is there. Throws where a command or option has no words.
 */
export function describe(program: Command): void {
  const help = loadData('src/cli/help.json', Help);
  const say = (keys: readonly string[]): string => {
    const text = keys.map((key) => help[key]).find((entry) => entry !== undefined);
    if (text === undefined) throw new Error(`src/cli/help.json has no "${keys[0]}"`);
    return `${text.zh} · ${text.en}`;
  };
  const walk = (command: Command, path: readonly string[]): void => {
    command.description(say([path.length === 0 ? command.name() : path.join(' ')]));
    for (const option of command.options) option.description = say(path.map((_, i) => [...path.slice(0, path.length - i), option.long!].join(' ')).concat(option.long!));
    for (const inner of command.commands) walk(inner, [...path, inner.name()]);
  };
  walk(program, []);
}
