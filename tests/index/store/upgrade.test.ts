import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { derive } from '../../../index/derive.js';
import type { SourceText } from '../../../index/document/source-text.js';
import { openLibrary } from '../../../index/library.js';
import { openStore, writtenReport, type WrittenReport } from '../../../index/store/mod.js';
import { fakeSteps, file } from './fakes.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'wenbao-upgrade-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const prepare = (source: SourceText): WrittenReport => writtenReport({ ...derive(source, fakeSteps), bytes: new Uint8Array() });

it('makes everything anew from the sources when parser or data changed, and keeps versions and withdrawals', async () => {
  const files = [file('bare', '勐来乡 2020\n共1件。'), file('full', '甲县 勐来乡 2021\n共2件。'), file('again', '甲县 勐来乡 2021\n共3件。'), file('gone', '乙县 糯良乡 2020\n共4件。')];
  const first = await openLibrary(folder, { steps: fakeSteps });
  await first.ingest(files, () => {});
  await first.withdraw('乙县糯良乡-2020', '错');
  const labels = (cards: Awaited<ReturnType<typeof first.library.reports>>): unknown[] => cards.map(({ edition: _edition, ...label }) => label);
  const before = labels(await first.library.reports({ history: true }));
  const text = (await first.library.source('甲县勐来乡-2021', 1)).text;
  await first.close();

  const store = await openStore(folder);
  await store.markDerived('an older parser');
  await store.close();

  let told = 0;
  const second = await openLibrary(folder, { steps: fakeSteps, onUpgrade: (reports) => (told = reports) });
  expect(told).toBe(4);
  expect(labels(await second.library.reports({ history: true }))).toEqual(before);
  expect((await second.library.source('甲县勐来乡-2021', 1)).text).toBe(text);
  expect((await second.library.search({ text: '共3件', limit: 1 }))[0]?.report).toBe('甲县勐来乡-2021');
  await second.close();
});

it('every id and version that ever named a text names it after an upgrade, and after another', async () => {
  const first = await openLibrary(folder, { steps: fakeSteps });
  const texts: Record<string, string> = { a: '甲县 勐来乡 2020\n共1件。', b: '甲县 勐来乡 2020\n共2件。', c: '糯良乡 2020\n共3件。', d: '甲县 糯良乡 2020\n共4件。' };
  const cited: [string, number, string][] = [];
  const ingest = async (name: string, told?: { year: number }): Promise<void> => first.ingest([file(name, texts[name]!, told)], ({ report, version }) => cited.push([report!, version!, texts[name]!]));
  for (const name of ['a', 'b', 'c', 'd']) await ingest(name);
  await ingest('a', { year: 2021 });
  expect(cited.map(([report, version]) => `${report}@${version}`)).toEqual(['甲县勐来乡-2020@1', '甲县勐来乡-2020@2', '糯良乡-2020@1', '甲县糯良乡-2020@2', '甲县勐来乡-2021@1']);
  const labels = async (library: typeof first.library): Promise<string[]> => (await library.reports({ history: true })).map(({ report, version, current }) => `${report}@${version}${current ? '*' : ''}`);
  const before = await labels(first.library);
  await first.close();

  for (const parser of ['an older parser', 'one older still']) {
    const store = await openStore(folder);
    await store.markDerived(parser);
    await store.close();
    const again = await openLibrary(folder, { steps: fakeSteps });
    expect(await labels(again.library)).toEqual(before);
    for (const [report, version, text] of cited) expect((await again.library.source(report, version)).text, `${report}@${version}`).toBe(text);
    await again.close();
  }
});

it('a parser that reads another year moves a report, and what was cited still opens', async () => {
  const first = await openLibrary(folder, { steps: fakeSteps });
  await first.ingest([file('a', '甲县 勐来乡 2020\n共1件。'), file('b', '甲县 勐来乡 2020\n共2件。')], () => {});
  await first.close();
  const store = await openStore(folder);
  await store.markDerived('an older parser');
  await store.close();
  const reads = (text: string): number => (text.includes('共1件') ? 2019 : 2020);
  const second = await openLibrary(folder, { steps: { ...fakeSteps, parse: (source) => ({ ...fakeSteps.parse(source), year: reads(source.text) }) } });
  expect((await second.library.reports()).map(({ report, version }) => `${report}@${version}`)).toEqual(['甲县勐来乡-2019@1', '甲县勐来乡-2020@2']);
  expect((await second.library.source('甲县勐来乡-2020', 1)).text).toContain('共1件');
  expect((await second.library.source('甲县勐来乡-2020', 2)).text).toContain('共2件');
  await second.close();
});

it('an upgrade that fails leaves everything as it was', async () => {
  const store = await openStore(folder);
  const source = (n: number): SourceText => fakeSteps.read(`${n}`, Buffer.from(`甲县 第${n}乡 2020\n共${n}件。`)) as never;
  const sources = [1, 2, 3].map((n) => (source(n) as unknown as { source: SourceText }).source);
  await store.keepAll(sources.map(prepare), '2026-11-23T00:00:00Z');
  const before = await store.cards();
  await expect(store.replayAll(() => { throw new Error('full disk'); }, 'new')).rejects.toThrow('full disk');
  expect(await store.cards()).toEqual(before);
  expect(await store.figures(before[0]!)).toHaveLength(1);
  await store.close();
});

it('the layout a reader found is kept beside the text and is there when everything is made anew', async () => {
  const layout = { tables: [{ from: 'markup' as const, span: { start: 12, end: 15 }, cells: [{ start: 12, end: 13 }, { start: 14, end: 15 }], rows: [[0, 1]] }] };
  const seen: unknown[] = [];
  const steps: typeof fakeSteps = {
    ...fakeSteps,
    read: async (name, bytes) => {
      const read = await fakeSteps.read(name, bytes);
      return read.ok ? { ok: true, source: { ...read.source, layout } } : read;
    },
    parse: (source) => {
      seen.push(source.layout);
      return fakeSteps.parse(source);
    },
  };
  const first = await openLibrary(folder, { steps });
  await first.ingest([file('a', '甲县 勐来乡 2020\n5\t6')], () => {});
  expect((await first.library.source('甲县勐来乡-2020')).layout).toEqual(layout);
  await first.close();

  const store = await openStore(folder);
  await store.markDerived('an older parser');
  await store.close();
  seen.length = 0;
  const second = await openLibrary(folder, { steps });
  expect(seen).toEqual([layout]);
  await second.close();
});
