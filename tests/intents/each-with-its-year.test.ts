import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

const report = (name: string, year: number, text: string): string => `${name}${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n${text}\n\n二、主动公开政府信息情况\n\n无。\n`;
const REPORTS = {
  'a.txt': report('沅浦县水务局', 2018, '全年主动公开信息340条，比2017年减少12条。收取信息处理费30元。'),
  'b.txt': report('沅浦县审计局', 2020, '全年主动公开信息512条，收到咨询86件，较上年增加9件。没有收取信息处理费。'),
  'c.txt': report('沅浦县文旅局', 2021, '全年主动公开信息478条，同比增长12.5%。群众满意率91.2%，同比提高1.7个百分点。'),
  'd.txt': report('沅浦县', 2022, '全县收取信息处理费200元。接听热线来电560个，比年初的规划多60个。'),
  'e.txt': report('沅浦县', 2023, '全县收取信息处理费350元。接听热线来电640个。'),
};

describe('organisations and years', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver(REPORTS);
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, string]>([
    ['水务局2018、审计局2020、文旅局2021，哪个局主动公开信息最多？', '沅浦县审计局'],
    ['水务局2018、审计局2020、文旅局2021，哪个局主动公开信息最少？', '沅浦县水务局'],
    ['Which published more items, 水务局 in 2018 or 文旅局 in 2021?', '沅浦县文旅局'],
  ])('%s', async (question, name) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', name]);
  });

  it.each<[string, number, string]>([
    // The county's own reports, not those of its offices.
    ['沅浦两年信息处理费加起来多少元', 550, '200'],
    ['沅浦县22、23两年信息处理费一共多少元', 550, '350'],
    ['Total hotline calls of 沅浦县 over 2022 and 2023', 1200, '640'],
    // Worked out of the next year's report.
    ['水务局2017年主动公开信息多少条', 352, '340 + 12'],
    ['审计局2019年收到咨询多少件', 77, '86 − 9'],
    ['文旅局2020年群众满意率是多少', 89.5, '91.2 − 1.7'],
    ['审计局2019年收到咨询多少件（按2020年年报推算）', 77, '86 − 9'],
  ])('%s', async (question, value, shown) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
    expect(answer.text).toContain(shown);
  });

  // By how many percent gives no exact number; what was planned is no year before; two years back nothing is said.
  it.each(['文旅局2020年主动公开信息多少条', '沅浦县2021年接听热线来电多少个', '水务局2016年主动公开信息多少条'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).toBe('not_found');
  });
});
