import { describe, expect, it } from 'vitest';
import { metricSeries, type Block, type Reply, type Series } from '../../intents/mod.js';
import type { Draft } from '../../intents/answer/answer.js';
import { seriesProblem } from '../../intents/answer/series.js';
import { together } from '../../intents/answer/several.js';
import { AT, sampleTexts } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(sampleTexts());

const ask = (question: string): Promise<Reply> => desk.assistant.reply(question, { at: AT });
const seriesOf = (blocks: readonly Block[]): Series[] => blocks.flatMap((block) => (block.type === 'series' ? [block.series] : []));

/** What is drawn is what is told: each point is a row of the answer at the place that it cites. */
function keepsToTheRows({ answer, blocks }: Reply): Series {
  const [series, ...more] = seriesOf(blocks);
  expect(more).toEqual([]);
  expect(seriesProblem(series!, answer.rows, answer.citations)).toBeNull();
  return series!;
}

const shown = (series: Series): string[] => series.lines.flatMap(({ points }) => points.map((point, i) => `${series.categories[i]} ${'gap' in point ? point.gap : point.shown}`));

describe('a series asked for after a question about one year', () => {
  it.each(['青石镇近三年收到申请的变化趋势', '近三年收到申请的走势', '青石镇历年收到多少件申请'])('%s is over the years, not over that one', async (question) => {
    await desk.ask('青石镇2021年收到多少件申请？', question);
    const { rows, intent } = await desk.ask(question, question);
    expect([intent, rows.map(({ year, value }) => `${year} ${value}`)]).toEqual(['trend', ['2020 8', '2021 12', '2022 13']]);
  });

  it('a question without a series keeps the year', async () => {
    await desk.ask('青石镇2021年收到多少件申请？', 'kept');
    expect((await desk.ask('行政处罚多少件', 'kept')).rows[0]).toMatchObject({ year: 2021, value: 7 });
  });
});

describe('answers over several reports bring what a chart is drawn from', () => {
  it.each([
    ['青石镇近三年新收申请', 'years', ['2020 8', '2021 12', '2022 13'], '件'],
    ['市场监管局行政处罚历年', 'years', ['2021 213', '2022 246', '2023 271'], '件'],
    ['各乡镇便民服务办件排名', 'rank', ['青石镇 2022 7126', '勐来乡 2020 4079'], '件'],
  ] as const)('%s', async (question, kind, points, unit) => {
    const series = keepsToTheRows(await ask(question));
    expect([series.kind, shown(series), series.unit]).toEqual([kind, points, unit]);
  });

  it.each([
    ['青石镇和柳河乡2021年新收申请各多少件', 'rank', 2],
    ['青石镇哪年行政许可最多', 'years', 3],
  ] as const)('what is set side by side, too: %s', async (question, kind, count) => {
    const series = keepsToTheRows(await ask(question));
    expect([series.kind, shown(series).length]).toEqual([kind, count]);
  });

  it('where the form changes, the series says where and what is counted differently', async () => {
    const series = keepsToTheRows(await ask('柳河乡行政处罚历年'));
    expect(series.breaks.length).toBeGreaterThan(0);
    expect(series.notes.length).toBeGreaterThan(0);
  });

  it('what cannot be compared is no series', async () => {
    const { blocks } = await ask('柳河乡规范性文件现行有效数历年趋势');
    expect(seriesOf(blocks)).toEqual([]);
  });

  it('leaves the plain text as it is: a series has no words', async () => {
    const { answer, blocks } = await ask('青石镇近三年新收申请');
    expect(seriesOf(blocks)).toHaveLength(1);
    expect(answer.text).not.toMatch(/\n\n|undefined|series/);
  });
});

describe('a series that does not keep to the answer', () => {
  const row = { org: '甲镇', year: 2021, label: 'x', value: 3, unit: '件', state: 'number', approx: null, metric: null, scope: null, trust: 'aligned', citation: 0 } as const;
  const citation = { kind: 'law', title: 'x', article: null, quote: 'x' } as const;
  const series = (points: Series['lines'][number]['points'], categories = ['2021']): Series => ({ kind: 'years', title: 'x', unit: '件', categories, lines: [{ name: '甲镇', points }], breaks: [], notes: [] });

  it.each([
    ['a value of no row', series([{ value: 4, shown: '4', citation: 0 }]), /no figure/],
    ['a value at another place', series([{ value: 3, shown: '3', citation: 1 }]), /cites nothing/],
    ['a line that is too short', series([], ['2021']), /length/],
    ['nothing', series([{ value: 3, shown: '3', citation: 0 }]), null],
    ['nothing: a gap needs no row', series([{ gap: 'blank' }]), null],
  ])('is told by what is wrong: %s', (_, drawn, problem) => {
    const told = seriesProblem(drawn, [row], [citation]);
    if (problem === null) expect(told).toBeNull();
    else expect(told).toMatch(problem);
  });

  it('keeps its places when several questions are answered in one message', () => {
    const drawn: Draft = { status: 'answered', blocks: [{ type: 'series', series: series([{ value: 3, shown: '3', citation: 0 }]) }], rows: [row], citations: [citation] };
    const both = together([1, 2].map((n) => ({ question: String(n), intent: 'trend', draft: drawn })));
    const points = seriesOf(both.blocks).map(({ lines }) => lines[0]!.points[0]);
    expect(points).toEqual([{ value: 3, shown: '3', citation: 0 }, { value: 3, shown: '3', citation: 1 }]);
    for (const each of seriesOf(both.blocks)) expect(seriesProblem(each, both.rows!, both.citations!)).toBeNull();
  });
});

describe('an official figure of the reports held', () => {
  it('over the years, a line for each organisation; what is not held is a gap', async () => {
    const { library } = desk.held;
    const { series, citations, across, drawn } = await metricSeries('req.new.total', { library, lang: 'zh' }, await library.reports());
    expect(series!.lines).toHaveLength(drawn);
    expect(drawn).toBeGreaterThan(2);
    expect(across.values.length).toBeGreaterThan(drawn);
    const line = series!.lines.find(({ name }) => name === '青石镇')!;
    expect(line.points.map((point) => ('gap' in point ? point.gap : `${point.value} ${citations[point.citation]!.org}`))).toEqual(['missing', '8 青石镇', '12 青石镇', '13 青石镇', 'missing']);
  });

  it('of one year by size; nothing to draw where fewer than two are held', async () => {
    const { library } = desk.held;
    const of2021 = (await library.reports()).filter(({ year }) => year === 2021);
    const { series } = await metricSeries('req.new.total', { library, lang: 'en' }, of2021);
    const values = series!.lines[0]!.points.flatMap((point) => ('gap' in point ? [] : [Number(point.value)]));
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(values.length).toBeGreaterThan(1);
    expect((await metricSeries('req.new.total', { library, lang: 'zh' }, of2021.slice(0, 1))).series).toBeNull();
    expect((await metricSeries('no.such.metric', { library, lang: 'zh' }, of2021)).series).toBeNull();
  });
});
