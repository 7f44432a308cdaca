import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FigureId } from '../../../index/document/figure.js';
import type { ReportId } from '../../../index/document/tree.js';
import { openLibrary, type OpenLibrary } from '../../../index/library.js';
import { numbersOf, writeMetricPlaces } from '../../../index/store/metric-places.js';
import { fakeSteps, file } from './fakes.js';

describe('places of metrics', () => {
  it('give every number of a metric in order, for any list of metrics', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.stringMatching(/^[a-d.]{0,4}$/), { nil: null })), fc.stringMatching(/^[a-e.]{0,4}$/), (metrics, other) => {
        const places = writeMetricPlaces(metrics);
        for (const metric of new Set([...metrics, other])) {
          if (metric !== null) expect(numbersOf(places, metric)).toEqual(metrics.flatMap((one, n) => (one === metric ? [n] : [])));
        }
      }),
    );
  });
});

describe('figures by metric', () => {
  let folder: string;
  let open: OpenLibrary;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wenbao-find-'));
    open = await openLibrary(folder, { steps: fakeSteps });
    const texts = ['乙县 安平镇 2021\n共30件，其中31件。', '甲县 勐来乡 2020\n共10件，其中11件。', '甲县 勐来乡 2021\n共20件，其中21件。\n共22件。', '甲县 勐来乡 2021\n共25件，其中26件。', '甲县 糯良乡 2021\n无。'];
    await open.ingest(texts.map((text, n) => file(String(n), text)), () => {});
  });
  afterEach(async () => {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const values = async (query: Parameters<OpenLibrary['library']['findFigures']>[0]): Promise<string[]> => (await open.library.findFigures(query)).map(({ report, quantity }) => `${report} ${quantity.value}`);

  it.each([
    ['of all reports in use, by organisation and year', { metrics: ['toy.0'] }, ['乙县安平镇-2021 30', '甲县勐来乡-2020 10', '甲县勐来乡-2021 25']],
    ['of several metrics, in reading order', { metrics: ['toy.1', 'toy.0'], years: [2020] }, ['甲县勐来乡-2020 10', '甲县勐来乡-2020 11']],
    ['of years', { metrics: ['toy.1'], years: [2021, 2019] }, ['乙县安平镇-2021 31', '甲县勐来乡-2021 26']],
    ['of organisations', { metrics: ['toy.1'], organisations: ['甲县勐来乡', '甲县糯良乡'] }, ['甲县勐来乡-2020 11', '甲县勐来乡-2021 26']],
    ['of none', { metrics: ['toy.1'], organisations: [] }, []],
    ['of no metric', { metrics: [] }, []],
    ['unknown', { metrics: ['toy.99'] }, []],
  ])('%s', async (_name, query, expected) => {
    expect(await values(query)).toEqual(expected);
  });

  it('are whole figures, the same as the report gives', async () => {
    const [found] = await open.library.findFigures({ metrics: ['toy.1'], years: [2020] });
    const figures = await open.library.figures('甲县勐来乡-2020');
    expect(found).toEqual(figures[1]);
    expect(JSON.parse(JSON.stringify(found))).toEqual(JSON.parse(JSON.stringify(figures[1])));
    expect({ ...found! }.labels).toEqual(figures[1]!.labels);
  });

  it('are the same without their words', async () => {
    const query = { metrics: ['toy.0', 'toy.1'], years: [2021, 2020] };
    const whole = await open.library.findFigures(query);
    expect(await open.library.figureValues(query)).toEqual(whole.map(({ labels: _labels, inherited: _inherited, path: _path, ...value }) => value));
    expect(whole).toHaveLength(6);
  });

  it('are given one by one too, by report and number, in the order of asking', async () => {
    const reports = ['甲县勐来乡-2021', '甲县勐来乡-2020'] as ReportId[];
    const figures = (await Promise.all(reports.map((report) => open.library.figures(report)))).flat();
    const asked = [...figures].reverse();
    expect(figures).toHaveLength(4);
    expect(await open.library.figuresAt([...asked, asked[0]!])).toEqual([...asked, asked[0]]);
    const [report] = reports;
    expect(await open.library.figuresAt([{ report: report!, id: 99 as FigureId }, { report: report!, id: 0 as FigureId }])).toEqual([null, figures[0]]);
    await expect(open.library.figuresAt([{ report: '没有这份报告' as ReportId, id: 0 as FigureId }])).rejects.toMatchObject({ code: 'report-unknown' });
  });

  it('by metric follow what is held, though what was asked last is kept', async () => {
    const query = { metrics: ['toy.0'], years: [2021] };
    const before = await open.library.figureValues(query);
    expect(await open.library.figureValues(query)).toBe(before);
    await open.ingest([file('later', '丙县 糯良镇 2021\n共77件。')], () => {});
    expect((await open.library.figureValues(query)).map(({ quantity }) => quantity.value)).toEqual(['77', ...before.map(({ quantity }) => quantity.value)]);
  });

  it('are not found any more once their report is withdrawn', async () => {
    await open.withdraw('乙县安平镇-2021', '错');
    expect(await values({ metrics: ['toy.0'], years: [2021] })).toEqual(['甲县勐来乡-2021 25']);
  });

  it('are found in a store that was filled before places were kept', async () => {
    const before = await values({ metrics: ['toy.0', 'toy.1'] });
    const database = open.database<Record<string, never>>();
    await sql`drop table metric_places`.execute(database);
    await sql`drop index report_in_use`.execute(database);
    await sql`delete from kysely_migration where name = '0003-metric-places'`.execute(database);
    await open.close();
    open = await openLibrary(folder, { steps: fakeSteps });
    expect(await values({ metrics: ['toy.0', 'toy.1'] })).toEqual(before);
  });
});
