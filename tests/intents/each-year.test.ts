import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';
import { filledReport } from './filled-tables.js';

const first = { 青石镇: { 2021: 100, 2022: 5000 }, 柳河镇: { 2021: 5000, 2022: 5000 } } as const;
const LICENCES = 'active.licence.decisions';
const filled = Object.entries(first).flatMap(([town, years]) => Object.entries(years).map(([year, least]) => ({ town, year, report: filledReport(`云岭县${town}人民政府`, Number(year), least) })));

describe('a bound met each year', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver(Object.fromEntries(filled.map(({ town, year, report }) => [`${town}${year}.txt`, report.text])));
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  const of = (town: string): number[] => filled.filter((one) => one.town === town).map(({ report }) => report.value.get(LICENCES)!);

  it.each([
    ['近两年许可都超过4000件的单位', of('柳河镇')],
    ['近两年许可超过4000件的单位', [...of('柳河镇'), of('青石镇')[1]!]],
  ])('%s', async (question, values) => {
    const answer = await desk.ask(question);
    expect([answer.intent, answer.rows.map(({ value }) => value).toSorted()]).toEqual(['which-reports', values.toSorted()]);
  });
});
