import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { filesUnder } from '../../../src/cli/files.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wenbao-files-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), '报告');
  }
}
const found = async (...paths: string[]): Promise<string[]> =>
  (await filesUnder(paths.length === 0 ? [folder] : paths)).map(({ path, refused }) => `${relative(folder, path)}${refused === undefined ? '' : ` ${refused.code}`}`);

it('walks folders in name order and leaves out what systems and saved pages bring along', async () => {
  put('b/2.txt', 'b/1.docx', 'a.pdf', '.hidden', '.git/config', '~$1.docx', 'Thumbs.db', 'page.html', 'page_files/style.css', 'page.files/x.js', 'other_files/report.txt');
  expect(await found()).toEqual(['a.pdf', 'b/1.docx', 'b/2.txt', 'other_files/report.txt', 'page.html']);
});

it('takes no file twice, whatever names it', async () => {
  put('a.txt', 'in/b.txt');
  symlinkSync(join(folder, 'a.txt'), join(folder, 'z.txt'));
  expect(await found(folder, join(folder, 'in'), join(folder, 'a.txt'))).toEqual(['a.txt', 'in/b.txt']);
});

it('says which links lead back, and goes on', async () => {
  put('in/a.txt', 'in/z.txt');
  symlinkSync(join(folder, 'in'), join(folder, 'in', 'back'));
  symlinkSync(join(folder, 'self'), join(folder, 'self'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  expect(await found()).toEqual(['dangling unreadable', 'in/a.txt', 'in/back link-loop', 'in/z.txt', 'self link-loop']);
});

it('does not leave the folders it was given by a link, and follows links within them', async () => {
  put('in/sub/a.txt', 'out/b.txt', 'c.txt', 'other/d.txt');
  symlinkSync(folder, join(folder, 'in', 'parent'));
  symlinkSync(join(folder, 'out'), join(folder, 'in', 'sub', 'beside'));
  symlinkSync(join(folder, 'c.txt'), join(folder, 'in', 'file'));
  symlinkSync(join(folder, 'in', 'sub', 'a.txt'), join(folder, 'in', 'again'));
  symlinkSync(join(folder, 'other'), join(folder, 'in', 'named'));
  symlinkSync(join(folder, 'in'), join(folder, 'shortcut'));
  expect(await found(join(folder, 'in'), join(folder, 'other'))).toEqual(['in/again', 'in/file link-outside', 'in/named/d.txt', 'in/parent link-outside', 'in/sub/beside link-outside']);
  expect(await found(join(folder, 'shortcut'))).toHaveLength(5);
});

// The superuser may read everything, so nothing is unreadable to it.
it.skipIf(process.getuid?.() === 0)('says which folder it may not read, and goes on', async () => {
  put('in/a.txt', 'z.txt');
  chmodSync(join(folder, 'in'), 0);
  expect(await found()).toEqual(['in unreadable', 'z.txt']);
  chmodSync(join(folder, 'in'), 0o700);
});

it.skipIf(process.platform === 'win32')('does not wait at a pipe', async () => {
  put('a.txt');
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(await found()).toEqual(['a.txt', 'pipe not-a-file']);
});

it('knows how large a file is before it is read', async () => {
  put('a.txt');
  expect((await filesUnder([folder])).map(({ size }) => size)).toEqual([6]);
});
