import { existsSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReportId } from '../../../index/document/tree.js';
import { openLibrary, type OpenLibrary } from '../../../index/library.js';
import { fakeSteps } from '../store/fakes.js';
import { numberedFile } from '../store/numbered-file.js';

// Two reports fit the index in memory here; a third one makes it move into a file.

let folder: string;
let open: OpenLibrary;
const start = async (): Promise<OpenLibrary> => openLibrary(folder, { steps: fakeSteps, searchInMemoryUpTo: 2 });
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-growing-'));
  open = await start();
});
afterEach(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

const inFile = (): boolean => existsSync(join(folder, 'passages.sqlite'));
const reportsFor = async (text: string): Promise<string[]> => [...new Set((await open.library.search({ text, limit: 200 })).map(({ report }) => report))].toSorted();
const three = ['甲县第1乡-2020', '甲县第2乡-2020', '甲县第3乡-2020'];

it('moves into a file when there are more reports than fit the memory, and stays', async () => {
  await open.ingest([numberedFile(1), numberedFile(2)], () => {});
  expect(await reportsFor('第7项办理')).toEqual(three.slice(0, 2));
  expect(inFile()).toBe(false);
  await open.ingest([numberedFile(3)], () => {});
  expect(await reportsFor('第7项办理')).toEqual(three);
  expect(inFile()).toBe(true);
  await open.withdraw(three[0]!, '错');
  expect(await reportsFor('第7项办理')).toEqual(three.slice(1));
  await open.close();
  open = await start();
  expect(await reportsFor('第7项办理')).toEqual(three.slice(1));
});

it('keeps to the reports asked for, few or many, before and after a new version', async () => {
  await open.ingest([1, 2, 3, 4, 5, 6, 7, 8, 9].map(numberedFile), () => {});
  const within = async (...reports: string[]): Promise<string[]> => [...new Set((await open.library.search({ text: '第7项办理', limit: 900, reports: reports as ReportId[] })).map(({ report }) => report))].toSorted();
  expect(await within(three[1]!)).toEqual([three[1]]);
  expect(await within(three[1]!, '没有这份报告')).toEqual([three[1]]);
  expect(await within('没有这份报告')).toEqual([]);
  const many = [1, 2, 3, 5, 6, 7, 8, 9].map((n) => `甲县第${n}乡-2020`);
  expect(await within(...many)).toEqual(many);
  const changed = numberedFile(2);
  await open.ingest([{ ...changed, bytes: async () => Buffer.from(`${Buffer.from(await changed.bytes()).toString('utf8').replaceAll('办理', '受理')}\n高铁`) }], () => {});
  expect(await within(three[1]!)).toEqual([three[1]]);
  expect((await open.library.search({ text: '高铁', limit: 5, reports: [three[1] as ReportId] })).map(({ best }) => best.text)).toEqual(['高铁']);
});

it('answers although the file broke meanwhile', async () => {
  await open.ingest([1, 2, 3].map(numberedFile), () => {});
  expect(await reportsFor('第7项办理')).toEqual(three);
  await open.close();
  open = await start();
  truncateSync(join(folder, 'passages.sqlite'), 8192);
  expect(await reportsFor('第7项办理')).toEqual(three);
});
