import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChangesLine, IngestLine } from '../../src/cli/output.js';
import { ReportLine } from '../../src/render/report-line.js';
import { here, SAMPLES, scratch, type Ran } from './command.js';

const folder = scratch();
const files = folder.path('files');
const SAMPLE = readFileSync(join(SAMPLES, 'menglai-2020.txt'), 'utf8');
const REPORT = '沧源佤族自治县勐来乡-2020';
const asked = (...words: string[]): Promise<Ran> => here([...words, '--data', folder.path('data')]);
const file = (name: string, text: string): string => {
  writeFileSync(join(files, name), text);
  return join(files, name);
};
const CONFLICT = '青石镇2021年政府信息公开工作年度报告\n统计期限为2020年1月1日至12月31日。\n\n一、总体情况\n\n公开信息3条。\n';

beforeAll(() => void mkdirSync(files));
afterAll(() => folder.drop());

describe('versions', () => {
  beforeAll(async () => {
    await asked('ingest', file('first.txt', SAMPLE));
  });

  it('a file with other figures says which, to programs and to people', async () => {
    const second = file('second.txt', SAMPLE.replace('2091', '2092'));
    const [line] = (await asked('ingest', second, '--json')).lines().map((one) => IngestLine.parse(one));
    expect([line!.status, line!.report, line!.version]).toEqual(['updated', REPORT, 2]);
    expect(line!.changes!.map(({ kind, before, after }) => [kind, before?.value, after?.value])).toEqual([['changed', 2091, 2092]]);
    expect(line!.card!.sections.missing).toEqual([]);
    expect(line!.card!.tables.every(({ line: at }) => at > 1)).toBe(true);

    const ran = await asked('changes', `${REPORT}@1..2`, '--json');
    const changes = ChangesLine.parse(ran.lines()[0]);
    expect([changes.from, changes.to, changes.counts]).toEqual([1, 2, { added: 0, removed: 0, changed: 1 }]);
    expect((await asked('changes', REPORT)).out).toContain('2091件 → 2092件');
    const back = ChangesLine.parse((await asked('changes', `${REPORT}@2..1`, '--json')).lines()[0]);
    expect(back.changes.map(({ before, after }) => [before?.value, after?.value])).toEqual([[2092, 2091]]);
    const history = (await asked('reports', '--history', '--json')).lines().map((one) => ReportLine.parse(one));
    expect(history.map(({ version, changes: counts }) => [version, counts])).toEqual([[1, undefined], [2, { added: 0, removed: 0, changed: 1 }]]);
  });

  it('a file that differs only in blanks changes no figure and says so; two of one report in a call are told of', async () => {
    const ran = await asked('ingest', file('third.txt', `${SAMPLE.replace('2091', '2092')}\n\n`), file('fourth.txt', `${SAMPLE.replace('2091', '2092')}\n`), '--json');
    const [third, fourth] = ran.lines().map((one) => IngestLine.parse(one));
    expect([third!.changes, fourth!.changes]).toEqual([[], []]);
    expect(third!.diagnostics.map(({ code }) => code)).toContain('no-figure-changed');
    expect(third!.diagnostics.map(({ code }) => code)).not.toContain('same-report-twice');
    const twice = fourth!.diagnostics.find(({ code }) => code === 'same-report-twice')!;
    expect(twice.message.zh).toContain('third.txt');
  });

  it.each<[string, string[]]>([
    ['a report that is not held', ['changes', '没有-2020']],
    ['a version that is not held', ['changes', `${REPORT}@1..99`]],
    ['a year of two digits', ['ingest', SAMPLES, '--year', '20']],
    ['an organisation of no characters', ['ingest', SAMPLES, '--org', '../x']],
  ])('a wrong call: %s', async (_name, words) => expect((await asked(...words)).code).toBe(2));
});

describe('one version withdrawn', () => {
  const other = scratch();
  afterAll(() => other.drop());
  const of = (...words: string[]): Promise<Ran> => here([...words, '--data', other.path('data')]);

  it('gives its place to the newest of the others, which stay', async () => {
    await of('ingest', file('one.txt', SAMPLE));
    await of('ingest', file('two.txt', SAMPLE.replace('2091', '2092')));
    await of('ingest', file('three.txt', SAMPLE.replace('2091', '2093')));
    const village = async (): Promise<unknown> => (await of('ask', '勐来乡2020年村站办件多少', '--json')).lines()[0]!['value'];
    expect(await village()).toBe(2093);
    const ran = await of('withdraw', `${REPORT}@3`, '--why', '印错了');
    expect(ran.out).toContain(`${REPORT}@3；回答改用 in use now: @2`);
    expect(await village()).toBe(2092);
    await of('withdraw', `${REPORT}@1`, '--why', '旧的');
    expect(await village()).toBe(2092);
    const history = (await of('reports', '--history', '--json')).lines().map((one) => ReportLine.parse(one));
    expect(history.map(({ version, withdrawn }) => [version, withdrawn])).toEqual([[1, '旧的'], [2, undefined], [3, '印错了']]);
    expect((await of('withdraw', `${REPORT}@3`, '--why', '再撤')).code).toBe(2);
    expect((await of('source', `${REPORT}@3`)).out).toContain('2093');
    await of('withdraw', REPORT, '--why', '全撤');
    expect((await of('reports', '--json')).lines()).toEqual([]);
  });
});

describe('a year nobody can tell', () => {
  it('is asked, answered with --year, and the old id still opens', async () => {
    const path = file('conflict.txt', CONFLICT);
    const [line] = (await asked('ingest', path, '--json')).lines().map((one) => IngestLine.parse(one));
    const conflict = line!.diagnostics.find(({ code }) => code === 'year-conflict')!;
    expect([line!.year, conflict.options, conflict.line]).toEqual([null, ['2021', '2020'], 1]);
    expect([conflict.span!, ...conflict.also!].map(({ start, end }) => CONFLICT.slice(start, end))).toEqual(CONFLICT.split('\n').slice(0, 2));
    expect((await asked('reports', '--json')).lines().map((one) => one['report'])).not.toContain('青石镇-2021');

    const [told] = (await asked('ingest', path, '--year', '2021', '--org', '云岭县青石镇', '--json')).lines().map((one) => IngestLine.parse(one));
    expect([told!.status, told!.report, told!.year]).toEqual(['updated', '云岭县青石镇-2021', 2021]);
    expect((await asked('source', line!.report!)).out).toBe(CONFLICT);
    expect((await asked('ingest', path)).out).toContain('云岭县青石镇-2021');
  });

  it('a person sees the question with its line and what to type', async () => {
    const { out } = await asked('ingest', file('conflict-2.txt', `${CONFLICT}\n`));
    expect(out).toMatch(/年份不明/);
    expect(out).toMatch(/! 第1行 .*--year 2021 或 --year 2020/);
  });
});
