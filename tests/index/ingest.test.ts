import { mkdtempSync, rmSync, writeFileSync, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FoundFigure } from '../../index/document/figure.js';
import { inReadingOrder } from '../../index/derive.js';
import type { IncomingFile, IngestOutcome } from '../../index/ingest.js';
import { openLibrary, type OpenLibrary } from '../../index/library.js';
import { openStore } from '../../index/store/mod.js';
import { fakeSteps, file } from './store/fakes.js';

let folder: string;
let open: OpenLibrary;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wenbao-'));
  open = await openLibrary(folder, { steps: fakeSteps, now: () => new Date('2026-11-23T00:00:00Z') });
});
afterEach(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ingest(...files: IncomingFile[]): Promise<IngestOutcome[]> {
  const outcomes: IngestOutcome[] = [];
  await open.ingest(files, (outcome) => outcomes.push(outcome));
  return outcomes;
}
const brief = (outcomes: IngestOutcome[]): unknown[] => outcomes.map(({ status, report, version }) => [status, report, version]);
const ids = async (): Promise<string[]> => (await open.library.reports()).map(({ report }) => report).sort();

describe('ingest', () => {
  it('keeps a report and gives everything back', async () => {
    const text = '甲县 勐来乡 2020\n# 一、总体情况\n共办理4079件，其中中心1988件。\n';
    const [outcome] = await ingest(file('a.txt', text));
    expect(outcome).toMatchObject({ path: 'in/a.txt', status: 'added', report: '甲县勐来乡-2020', org: '勐来乡', year: 2020, forms: ['gen2021'], figures: 2, diagnostics: [] });
    const { library } = open;
    expect((await library.source('甲县勐来乡-2020')).text).toBe(text);
    const figures = await library.figures('甲县勐来乡-2020');
    expect(figures.map(({ id, quantity, partOf, report }) => [id, quantity.value, partOf, report])).toEqual([
      [0, '4079', null, '甲县勐来乡-2020'],
      [1, '1988', 0, '甲县勐来乡-2020'],
    ]);
    const fresh = fakeSteps.prose(await library.document('甲县勐来乡-2020')).figures;
    expect(figures.map(({ id: _id, report: _report, ...found }) => found)).toEqual(fresh);
    expect(await library.findFigures({ metrics: ['toy.1'], years: [2020], organisations: ['甲县勐来乡'] })).toEqual([figures[1]]);
    expect(await library.findFigures({ years: [2019] })).toEqual([]);
  });

  it('knows the same bytes again and takes other bytes as a new version', async () => {
    expect(brief(await ingest(file('a.txt', '甲县 勐来乡 2020\n共1件。'), file('copy.txt', '甲县 勐来乡 2020\n共1件。'), file('b.txt', '甲县 勐来乡 2020\n共2件。')))).toEqual([
      ['added', '甲县勐来乡-2020', 1],
      ['unchanged', '甲县勐来乡-2020', 1],
      ['updated', '甲县勐来乡-2020', 2],
    ]);
    expect(brief(await ingest(file('a.txt', '甲县 勐来乡 2020\n共1件。')))).toEqual([['unchanged', '甲县勐来乡-2020', 1]]);
    const { library } = open;
    expect((await library.reports()).map(({ version }) => version)).toEqual([2]);
    expect(await library.reports({ history: true })).toHaveLength(2);
    expect((await library.figures('甲县勐来乡-2020'))[0]!.quantity.value).toBe('2');
    expect((await library.source('甲县勐来乡-2020', 1)).text).toContain('共1件');
    expect((await library.findFigures({})).map(({ quantity }) => quantity.value)).toEqual(['2']);
  });

  it('refuses a bad file and goes on with the others', async () => {
    const outcomes = await ingest(
      file('empty.txt', ''),
      { name: 'gone.txt', path: 'gone.txt', bytes: () => Promise.reject(new Error('ENOENT')) },
      file('good.txt', '甲县 勐来乡 2020\n共1件。'),
    );
    expect(outcomes.map(({ status, error }) => [status, error?.code])).toEqual([['refused', 'empty'], ['refused', 'unreadable'], ['added', undefined]]);
  });

  it('a fault in one file costs only that file', async () => {
    await open.close();
    open = await openLibrary(folder, { steps: { ...fakeSteps, roles: (document) => (document.year === 2019 ? (null as never)[0] : []) } });
    expect((await ingest(file('a', '甲 2019\n'), file('b', '乙 2020\n'))).map(({ status, error }) => [status, error?.code])).toEqual([['refused', 'fault'], ['added', undefined]]);
  });

  it('holds a report that says neither whose nor of when it is', async () => {
    const [outcome] = await ingest(file('年报 扫描.txt', '?\n共1件。'));
    expect(outcome).toMatchObject({ status: 'added', report: expect.stringMatching(/^年报_扫描-unknown-[0-9a-f]{8}$/), org: '年报 扫描', year: null });
    expect(outcome!.diagnostics.map(({ code }) => code)).toEqual(['organisation-unknown', 'year-unknown']);
  });

  it('withdraws, and takes a new version into use again', async () => {
    await ingest(file('a', '甲县 勐来乡 2020\n共1件。'));
    expect(await open.withdraw('甲县勐来乡-2020', '录错')).toBe(true);
    expect(await open.withdraw('甲县勐来乡-2020', '录错')).toBe(false);
    expect(await open.library.reports()).toEqual([]);
    expect(await open.library.findFigures({})).toEqual([]);
    expect((await open.library.report('甲县勐来乡-2020'))?.withdrawn).toBe('录错');
    expect((await open.library.source('甲县勐来乡-2020')).text).toContain('共1件');
    const [again] = await ingest(file('a', '甲县 勐来乡 2020\n共1件。'));
    expect([again!.status, again!.diagnostics.map(({ code }) => code)]).toEqual(['unchanged', ['withdrawn']]);
    expect(await open.library.reports()).toEqual([]);
    await ingest(file('a2', '甲县 勐来乡 2020\n共3件。'));
    expect((await open.library.reports()).map(({ version }) => version)).toEqual([2]);
  });
});

describe('what a person says of a file', () => {
  const text = '甲县 勐来乡 2020\n共1件。';

  it('counts instead of what the file says, and is kept when everything is derived anew', async () => {
    const [outcome] = await ingest(file('a', text, { year: 2021 }));
    expect(outcome).toMatchObject({ status: 'added', report: '甲县勐来乡-2021', year: 2021 });
    await open.close();
    const store = await openStore(folder);
    await store.markDerived('another parser');
    await store.close();
    open = await openLibrary(folder, { steps: fakeSteps });
    expect(await ids()).toEqual(['甲县勐来乡-2021']);
    expect(brief(await ingest(file('a', text)))).toEqual([['unchanged', '甲县勐来乡-2021', 1]]);
  });

  it('moves a file that is held already; its old id still opens', async () => {
    await ingest(file('b', '甲县 勐来乡 2020\n共9件。'), file('a', text));
    const [moved] = await ingest(file('a', text, { year: 2021 }));
    expect(moved).toMatchObject({ status: 'updated', report: '甲县勐来乡-2021', version: 1 });
    expect(moved!.diagnostics.map(({ code }) => code)).toContain('refiled');
    const { library } = open;
    expect((await library.reports()).map(({ report, version }) => [report, version])).toEqual([['甲县勐来乡-2020', 1], ['甲县勐来乡-2021', 1]]);
    expect((await library.figures('甲县勐来乡-2020')).map(({ quantity }) => quantity.value)).toEqual(['9']);
    expect((await library.source('甲县勐来乡-2020', 2)).text).toBe(text);
    expect(brief(await ingest(file('a', text, { year: 2021 })))).toEqual([['unchanged', '甲县勐来乡-2021', 1]]);
    expect(brief(await ingest(file('a', text, { year: 2020 })))).toEqual([['updated', '甲县勐来乡-2020', 2]]);
    expect((await library.figures('甲县勐来乡-2020')).map(({ quantity }) => quantity.value)).toEqual(['1']);
  });

  it('adds to what was said before', async () => {
    await ingest(file('a', text, { year: 2021 }));
    const [outcome] = await ingest(file('a', text, { organisation: '乙县糯良乡' }));
    expect(outcome).toMatchObject({ report: '乙县糯良乡-2021', year: 2021 });
  });

  it('does not bring back what was withdrawn', async () => {
    await ingest(file('a', text));
    await open.withdraw('甲县勐来乡-2020', '错');
    await ingest(file('a', text, { year: 2021 }));
    expect(await ids()).toEqual([]);
    expect((await open.library.report('甲县勐来乡-2021'))?.withdrawn).toBe('错');
  });

  it('two reports of unknown years are not versions of each other', async () => {
    await ingest(file('a', '甲县 勐来乡\n共1件。'), file('b', '甲县 勐来乡\n共2件。'));
    expect((await open.library.reports()).map(({ version }) => version)).toEqual([1, 1]);
  });
});

describe('short names', () => {
  const full = file('full', '甲县 勐来乡 2020\n共1件。');
  const bare = file('bare', '勐来乡 2021\n共2件。');
  const other = file('other', '乙县 勐来乡 2020\n共3件。');

  it.each([
    ['full first', [full, bare]],
    ['bare first', [bare, full]],
  ])('join the only organisation of that name: %s', async (_name, files) => {
    const outcomes = await ingest(...files);
    expect(await ids()).toEqual(['甲县勐来乡-2020', '甲县勐来乡-2021']);
    expect((await open.library.diagnostics('甲县勐来乡-2021')).map(({ code }) => code)).toEqual(['joined-by-short-name']);
    const asked = outcomes.find(({ path }) => path === 'in/bare')!.report!;
    expect((await open.library.source(asked)).text).toContain('共2件');
    expect((await open.library.report('甲县勐来乡-2021'))?.org.path).toEqual(['甲县', '勐来乡']);
  });

  it.each([
    ['bare last', [full, other, bare]],
    ['bare first', [bare, full, other]],
    ['bare between', [full, bare, other]],
  ])('stay apart when two could be meant: %s', async (_name, files) => {
    await ingest(...files);
    expect(await ids()).toEqual(['乙县勐来乡-2020', '勐来乡-2021', '甲县勐来乡-2020']);
    expect((await open.library.diagnostics('勐来乡-2021')).map(({ code }) => code)).toEqual(['short-name-ambiguous']);
  });

  it('a version that joined opens under its old and its new name', async () => {
    await ingest(file('bare', '勐来乡 2020\n共2件。'));
    await ingest(full);
    expect(await ids()).toEqual(['甲县勐来乡-2020']);
    expect((await open.library.source('甲县勐来乡-2020', 1)).text).toContain('共2件');
    expect((await open.library.source('勐来乡-2020', 1)).text).toContain('共2件');
    expect((await open.library.source('勐来乡-2020')).text).toContain('共1件');
    await ingest(other);
    expect((await open.library.source('勐来乡-2020', 1)).text).toContain('共2件');
    expect(await ids()).toEqual(['乙县勐来乡-2020', '勐来乡-2020', '甲县勐来乡-2020']);
  });

  it('a file name never joins', async () => {
    await ingest(full, file('勐来乡.txt', '?\n共1件。'));
    expect(await ids()).toEqual([expect.stringMatching(/^勐来乡-unknown-/), '甲县勐来乡-2020']);
  });
});

describe('search over the library', () => {
  it('finds passages, follows changes, survives reopening, damage and other processes', async () => {
    await ingest(file('a', '甲县 勐来乡 2020\n# 一、总体情况\n设立办事窗口六个。\n# 二、培训\n对代办员集中培训。'));
    const [hit] = await open.library.search({ text: '代办员培训', limit: 3 });
    expect(hit).toMatchObject({ report: '甲县勐来乡-2020', path: ['二、培训'], missing: [], coverage: 1 });
    expect(hit!.best.text).toBe('对代办员集中培训。');
    await open.close();
    const snapshot = join(folder, 'passages.snapshot');
    expect(existsSync(snapshot)).toBe(true);

    open = await openLibrary(folder, { steps: fakeSteps });
    expect(await open.library.search({ text: '办事窗口', limit: 3 })).toHaveLength(1);
    const second = await openLibrary(folder, { steps: fakeSteps });
    await second.ingest([file('b', '乙县 糯良乡 2020\n# 一、窗口\n办事窗口三个。')], () => {});
    await second.close();
    expect((await open.library.search({ text: '办事窗口', limit: 3 })).map(({ report }) => report).sort()).toEqual(['乙县糯良乡-2020', '甲县勐来乡-2020']);
    expect(await open.library.search({ text: '办事窗口', reports: [], limit: 3 })).toEqual([]);
    await open.withdraw('乙县糯良乡-2020', '错');
    expect((await open.library.search({ text: '办事窗口', limit: 3 })).map(({ report }) => report)).toEqual(['甲县勐来乡-2020']);
    await open.close();

    writeFileSync(snapshot, readFileSync(snapshot).subarray(0, 200));
    open = await openLibrary(folder, { steps: fakeSteps });
    expect(await open.library.search({ text: '办事窗口', limit: 3 })).toHaveLength(1);
  });
});

describe('reading order', () => {
  const figure = (start: number, partOf: number | null = null): FoundFigure => ({ place: [{ start, end: start + 1 }], quote: [{ start, end: start + 1 }], partOf }) as unknown as FoundFigure;

  it('joins cells and prose and points parts at their new places', () => {
    const joined = inReadingOrder([figure(50), figure(60, 0)], [figure(10), figure(11, 0), figure(90, 1)]);
    expect(joined.map(({ place, partOf }) => [place![0].start, partOf])).toEqual([[10, null], [11, 0], [50, null], [60, 2], [90, 1]]);
  });
});
