import type { Stats } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { isLitter, type IncomingFile } from '../../index/mod.js';
import { WrongCall } from '../exit.js';

/**
 * The files under `paths`, folders walked in name order; hidden ones, what systems leave behind and the parts of saved pages are left
 * out, and no file is taken twice. Throws `WrongCall` when a path named in the call itself does not exist; what cannot be read further
 * down, or is a link that leads back to where it stands or out of everything that was named, becomes that entry's refusal.
 */
export async function filesUnder(paths: readonly string[]): Promise<IncomingFile[]> {
  const roots: string[] = [];
  for (const path of paths) {
    try {
      await stat(path);
      roots.push(await realpath(path));
    } catch (error) {
      throw new WrongCall(`读不了：${path}（${(error as Error).message}）`, `Cannot read ${path} (${(error as Error).message})`);
    }
  }
  const walk: Walk = { roots, met: new Set(), found: [] };
  for (const path of paths) await enter(path, [], walk);
  return walk.found;
}

interface Walk {
  /** Real paths of what was named in the call: nothing outside them is taken in. */
  readonly roots: readonly string[];
  /** Real paths of files and folders met so far. */
  readonly met: Set<string>;
  readonly found: IncomingFile[];
}

/** `above`: real paths of the folders that are being walked. */
async function enter(path: string, above: readonly string[], walk: Walk): Promise<void> {
  const { roots, met, found } = walk;
  try {
    const real = await realpath(path);
    if (above.includes(real)) return void found.push(refused(path, LOOP));
    if (!roots.some((root) => isWithin(real, root))) return void found.push(refused(path, OUTSIDE));
    if (met.has(real)) return;
    met.add(real);
    const info = await stat(path);
    if (info.isDirectory()) for (const name of await namesIn(path)) await enter(join(path, name), [...above, real], walk);
    else found.push(info.isFile() ? fileAt(path, info) : refused(path, NO_FILE));
  } catch (error) {
    found.push(refused(path, unreadable(error as Error & { readonly code?: string })));
  }
}

function isWithin(real: string, root: string): boolean {
  return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** Names in a folder that may be somebody's: `page.html` brings `page_files` or `page.files` along when it is saved. */
async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  const pages = new Set(names.filter((name) => /\.x?html?$/i.test(name)).map((name) => name.replace(/\.x?html?$/i, '')));
  const isPart = (name: string): boolean => /[_.]files$/i.test(name) && pages.has(name.replace(/[_.]files$/i, ''));
  return names.filter((name) => !isLitter(name) && !isPart(name)).sort();
}

function fileAt(path: string, { size }: Stats): IncomingFile {
  return { name: basename(path), path, size, bytes: () => readFile(path) };
}

type Refused = NonNullable<IncomingFile['refused']>;

const LOOP: Refused = { code: 'link-loop', message: { zh: '这个链接指回它所在的目录，没有进去。', en: 'This link leads back to a folder it stands in and was not followed.' } };
const OUTSIDE: Refused = {
  code: 'link-outside',
  message: { zh: '这个链接指向所给目录之外，没有进去；要导入那里的报告，请直接写出那里的路径。', en: 'This link leads out of the folder that was given and was not followed; to take in what stands there, name its own path.' },
};
const NO_FILE: Refused = { code: 'not-a-file', message: { zh: '这不是普通文件。', en: 'This is no ordinary file.' } };

function unreadable(error: Error & { readonly code?: string }): Refused {
  if (error.code === 'ELOOP') return LOOP;
  return { code: 'unreadable', message: { zh: `读不了：${error.message}`, en: `It cannot be read: ${error.message}` } };
}

function refused(path: string, why: Refused): IncomingFile {
  return { name: basename(path), path, refused: why, bytes: () => new Uint8Array() };
}
