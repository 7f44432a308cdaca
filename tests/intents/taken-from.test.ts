import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';
import { filledReport } from './filled-tables.js';

const report = (name: string, year: number, text: string): string => `${name}${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n${text}\n\n二、主动公开政府信息情况\n\n无。\n`;
const filled = { before: filledReport('沅浦县林业局', 2019, 100), after: filledReport('沅浦县林业局', 2020, 700) };
const REPORTS = {
  'a.txt': report('沅浦县白鹭镇', 2021, '全年主动公开信息340条。召开座谈会4场，到会260人次。受理来信56件，其中表扬信21件、投诉信35件。'),
  'b.txt': report('沅浦县苍溪乡', 2021, '全年主动公开信息512条。召开座谈会6场，到会185人次。受理来信71件。'),
  'c.txt': report('沅浦县苍溪乡', 2022, '全年主动公开信息498条。召开座谈会5场，到会214人次。受理来信64件。'),
  'd.txt': filled.before.text,
  'e.txt': filled.after.text,
};

describe('what is taken from what', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver(REPORTS);
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, number, string]>([
    ['2021年白鹭镇主动公开信息比苍溪乡差几条，白鹭镇减苍溪乡', -172, '340 − 512'],
    ['2021年白鹭镇主动公开信息和苍溪乡相差多少条（苍溪乡减白鹭镇）？', 172, '512 − 340'],
    ['2021年白鹭镇主动公开信息和苍溪乡相差多少条，后者减前者', 172, '512 − 340'],
    ['苍溪乡来信2021年和2022年相差几件（2021减2022）', 7, '71 − 64'],
    ['苍溪乡来信2021年和2022年相差几件，后一年减前一年', -7, '64 − 71'],
    ['白鹭镇表扬信比投诉信少几件，表扬信减投诉信', -14, '21 − 35'],
    ['白鹭镇表扬信比投诉信少几件，投诉信减表扬信', 14, '35 − 21'],
    ['What is the difference in letters received between 白鹭镇 and 苍溪乡 in 2021, the second minus the first?', 15, '71 − 56'],
    // The unit says which of two that one word names.
    ['苍溪乡2021、2022年座谈会合计多少人次？', 399, '185 + 214'],
    ['苍溪乡2021、2022年座谈会合计多少场？', 11, '6 + 5'],
    ['2021年白鹭镇座谈会比苍溪乡多多少人次', 75, '260 − 185'],
    // A change between two years is no row of the form that is called so.
    ['林业局行政处罚处理决定数量2020年较2019年增减几件', filled.after.value.get('active.penalty.decisions')! - filled.before.value.get('active.penalty.decisions')!, '−'],
  ])('%s = %d', async (question, value, formula) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
    expect(answer.text).toContain(formula);
  });

  it.each([
    // The one named behind, or the one that came later.
    '苍溪乡来信2022年和2021年相差几件，后减前',
    // Neither side is one of the two.
    '2021年白鹭镇主动公开信息和苍溪乡相差多少条，林业局减柳河乡',
    '白鹭镇表扬信比投诉信少几件，座谈会减信息',
  ])('%s: not told', async (question) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).not.toEqual(['answered', expect.anything()]);
    expect(answer.status).not.toBe('answered');
  });

  it('goes on from two that were shown', async () => {
    await desk.ask('白鹭镇2021年表扬信多少件', 'shown');
    await desk.ask('投诉信呢', 'shown');
    expect((await desk.ask('两个差多少，后头的减前头的', 'shown')).value).toBe(14);
    await desk.ask('白鹭镇2021年表扬信多少件', 'shown2');
    await desk.ask('投诉信呢', 'shown2');
    expect((await desk.ask('两个差多少，前头的减后头的', 'shown2')).value).toBe(-14);
  });

  it.each([
    ['白鹭镇和苍溪乡2021年来信按多到少排，谁第一', '沅浦县苍溪乡'],
    ['白鹭镇和苍溪乡2021年来信谁第一', '沅浦县苍溪乡'],
    ['Which published more items in 2021, Bailu Town (白鹭镇) or Cangxi Township (苍溪乡)?', '沅浦县苍溪乡'],
  ])('%s: %s', async (question, name) => {
    const answer = await desk.ask(question);
    expect([answer.status, name.endsWith(String(answer.value))]).toEqual(['answered', true]);
  });
});
