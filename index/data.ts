import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** The project's folder, found by its package.json, so that compiled and source trees read the same data files. */
export const projectRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('no package.json above the compiled code: the installation is incomplete');
  return findRoot(parent);
}

/**
 * Loads a data file (lexicon, form, template) and checks it.
 * `path` is relative to the project's folder. Throws an `Error` that names the file and the field when the data does not fit `schema`.
 */
export function loadData<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(join(projectRoot, path), 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'does not fit its schema'}`);
}
