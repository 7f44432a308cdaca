import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MAX_BYTES, type IncomingFile } from '../../index/mod.js';
import { WrongCall } from '../exit.js';

/**
 * The files under `paths`, folders walked in name order, hidden ones and those already met (links that loop) left out.
 * Throws `WrongCall` when a path named in the call itself does not exist; what cannot be read further down becomes that file's refusal.
 */
export async function filesUnder(paths: readonly string[]): Promise<IncomingFile[]> {
  const met = new Set<string>();
  const found: IncomingFile[] = [];
  for (const path of paths) {
    await stat(path).catch((error: Error) => {
      throw new WrongCall(`读不了：${path}（${error.message}）`, `Cannot read ${path} (${error.message})`);
    });
    await walk(path, met, found);
  }
  return found;
}

async function walk(path: string, met: Set<string>, found: IncomingFile[]): Promise<void> {
  try {
    const real = await realpath(path);
    if (met.has(real)) return;
    met.add(real);
    const info = await stat(path);
    if (info.isFile()) found.push({ name: basename(path), path, bytes: () => (info.size > MAX_BYTES ? new Uint8Array(MAX_BYTES + 1) : readFile(path)) });
    else if (info.isDirectory()) for (const name of (await readdir(path)).sort()) if (!name.startsWith('.')) await walk(join(path, name), met, found);
  } catch (error) {
    found.push({ name: basename(path), path, bytes: () => Promise.reject(error as Error) });
  }
}
