import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { docxParts, LAUGHS, pdfOf } from '../index/source/hostile-files.js';
import { zipOf } from '../index/source/zip-of.js';
import { bytesOf, fixtureFolder } from '../index/source/fixtures.js';
import { wenbao } from './command.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-mixed-'));
  mkdirSync(join(folder, 'in'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('takes in a folder of every type, refuses each bad file with its reason, and ends with 1', async () => {
  const good = ['hongqi-bare.docx', 'jiaoyu-broken.html', 'wangjiang-bare.pdf', 'shuiwu-markdown.md', 'baitang-bare.doc'];
  for (const name of good) copyFileSync(join(fixtureFolder, name), join(folder, 'in', name));
  const put = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(folder, 'in', name), bytes);
  put('bomb.zip', zipOf([{ name: 'a.txt', bytes: Buffer.alloc(64 * 1024 * 1024) }]));
  put('laughs.docx', zipOf(docxParts('<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>', LAUGHS)));
  put('pages.pdf', pdfOf(3000));
  put('cells.html', `<html><table>${`<tr>${'<td>0</td>'.repeat(1000)}</tr>`.repeat(1000)}</table>信息</html>`);
  put('text.docx', '勐来乡2020年政府信息公开工作年度报告');
  copyFileSync(join(fixtureFolder, 'hongqi-scanned.pdf'), join(folder, 'in', 'scan.pdf'));
  symlinkSync(join(folder, 'in'), join(folder, 'in', 'loop'));
  put('zz.zip', zipOf([{ name: '某县/caizheng.docx', bytes: bytesOf('caizheng-broken.docx') }, { name: '某县/bad.pdf', bytes: '%PDF-1.4 公开' }]));

  const ran = await wenbao(['ingest', join(folder, 'in'), '--json', '--data', join(folder, 'data')]);
  const lines = ran.lines() as { path: string; status: string; org?: string; error?: { code: string } }[];
  expect(Object.fromEntries(lines.map(({ path, status, org, error }) => [path.slice(folder.length + 4), error?.code ?? `${status} ${org}`]))).toEqual({
    'baitang-bare.doc': 'added 柏塘镇',
    'bomb.zip': 'archive-limits',
    'cells.html': 'too-complex',
    'hongqi-bare.docx': 'added 红旗乡',
    'jiaoyu-broken.html': 'added 岚山县教育局',
    'laughs.docx': 'too-complex',
    loop: 'link-loop',
    'pages.pdf': 'too-complex',
    'scan.pdf': 'scanned',
    'shuiwu-markdown.md': 'added 松岭市水务局',
    'text.docx': 'wrong-type',
    'wangjiang-bare.pdf': 'added 望江街道',
    'zz.zip/某县/bad.pdf': 'damaged',
    'zz.zip/某县/caizheng.docx': 'added 澄湖县财政局',
  });
  expect(ran.code).toBe(1);

  const again = await wenbao(['ingest', ...good.map((name) => join(folder, 'in', name)), '--json', '--data', join(folder, 'data')]);
  expect(again.lines().map(({ status }) => status)).toEqual(good.map(() => 'unchanged'));
  expect(again.code).toBe(0);
  const asked = await wenbao(['ask', '望江街道2020年发布了多少条工作动态？', '--json', '--data', join(folder, 'data')]);
  expect(asked.lines()[0]).toMatchObject({ value: 341 });
}, 120_000);
