import { describe, expect, it } from 'vitest';
import { filesIn } from '../../../index/source/archive.js';
import { unpacked } from '../../../index/unpacked.js';
import type { IncomingFile } from '../../../index/incoming-file.js';
import { bytesOf } from './fixtures.js';
import { zipOf, type Packed } from './zip-of.js';

const report = '青禾镇人民政府2021年政府信息公开工作年度报告\n全年公开信息12条。';
// 年报/青禾镇.txt in GBK
const gbkName = Uint8Array.from([0xc4, 0xea, 0xb1, 0xa8, 0x2f, 0xc7, 0xe0, 0xba, 0xcc, 0xd5, 0xf2, 0x2e, 0x74, 0x78, 0x74]);

const incoming = (name: string, bytes: Uint8Array): IncomingFile => ({ name, path: `in/${name}`, bytes: () => bytes });

async function out(...files: IncomingFile[]): Promise<(readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  for await (const file of unpacked(files)) {
    const bytes = file.refused === undefined ? await Promise.resolve(file.bytes()).then((read) => Buffer.from(read).toString('utf8').slice(0, 3), () => 'unreadable') : file.refused.code;
    found.push([file.path, bytes]);
  }
  return found;
}

describe('an archive', () => {
  it('gives its files in its place, under names in GBK or UTF-8, without what systems leave behind', async () => {
    const zip = zipOf([{ name: gbkName, bytes: report }, { name: '乡镇\\柳河乡.md', bytes: report }, { name: '__MACOSX/._a.txt', bytes: 'x' }, { name: '年报/', bytes: '' }, { name: 'Thumbs.db', bytes: 'x' }, { name: '~$稿.docx', bytes: 'x' }]);
    expect(await out(incoming('a.txt', Buffer.from(report)), incoming('县.zip', zip), incoming('b.txt', Buffer.from(report)))).toEqual([
      ['in/a.txt', '青禾镇'],
      ['in/县.zip/年报/青禾镇.txt', '青禾镇'],
      ['in/县.zip/乡镇/柳河乡.md', '青禾镇'],
      ['in/b.txt', '青禾镇'],
    ]);
  });

  it('in an archive is opened too, but not for ever', async () => {
    const nested = (depth: number): Uint8Array => zipOf([{ name: depth === 0 ? 'a.txt' : 'in.zip', bytes: depth === 0 ? report : nested(depth - 1) }]);
    expect(await out(incoming('x.zip', nested(1)))).toEqual([['in/x.zip/in.zip/a.txt', '青禾镇']]);
    expect(await out(incoming('x.zip', nested(6)))).toEqual([['in/x.zip/in.zip/in.zip', 'archive-limits']]);
  });

  it('that is a Word file under the wrong name is left to its reader', async () => {
    expect(await filesIn(bytesOf('hongqi-bare.docx'))).toBeNull();
  });

  it.each<[string, readonly Packed[], string]>([
    ['nothing but litter', [{ name: '.DS_Store', bytes: 'x' }], 'archive-empty'],
    ['a file that swells a thousandfold', [{ name: 'a.txt', bytes: Buffer.alloc(8 * 1024 * 1024) }], 'archive-limits'],
    ['more than it may unpack to', Array.from({ length: 5 }, (_, i) => ({ name: `${i}.txt`, bytes: report, declares: 300 * 1024 * 1024 })), 'archive-limits'],
    ['too many files', Array.from({ length: 5_001 }, (_, i) => ({ name: `${i}.txt`, bytes: 'x' })), 'archive-limits'],
  ])('with %s is refused', async (_, files, code) => {
    expect(await out(incoming('bad.zip', zipOf(files)))).toEqual([['in/bad.zip', code]]);
  });

  it('refuses single files and gives the others: a locked one, one that unpacks to more than it says', async () => {
    const zip = zipOf([{ name: 'locked.docx', bytes: report, encrypted: true }, { name: 'liar.txt', bytes: report.repeat(50), declares: 10 }, { name: 'good.txt', bytes: report }]);
    expect((await out(incoming('x.zip', zip))).map(([, what]) => what)).toEqual(['encrypted', 'unreadable', '青禾镇']);
  });

  it('refuses a file in it that is too large, without unpacking it', async () => {
    const noise = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 251));
    const zip = zipOf([{ name: 'large.pdf', bytes: noise, declares: 21 * 1024 * 1024 }, { name: 'good.txt', bytes: report }]);
    expect((await out(incoming('x.zip', zip))).map(([, what]) => what)).toEqual(['archive-limits']);
  });

  it('that is damaged is refused, one that is none goes by', async () => {
    const zip = zipOf([{ name: 'a.txt', bytes: report }]);
    expect(await out(incoming('cut.zip', zip.slice(0, zip.length - 12)), incoming('text.zip', Buffer.from(report)))).toEqual([['in/cut.zip', 'damaged'], ['in/text.zip', '青禾镇']]);
  });
});
