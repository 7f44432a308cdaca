import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented: three towns, of which each tells one number of penalties and one sum of relief paid.
const report = (name: string, year: number, penalties: number, relief: string): string => `沭阴县${name}${year}年政府信息公开工作年度报告
一、总体情况
作出行政处罚决定${penalties}件。发放临时救助资金${relief}万元。排在末位的2个站所被约谈。
`;

const desk = openDesk({
  'a.txt': report('桑埠镇', 2022, 60, '18.6'),
  'a-later.txt': report('桑埠镇', 2023, 70, '21.3'),
  'b.txt': report('河沿镇', 2023, 25, '9.4'),
  'c.txt': report('石桥镇', 2023, 96, '30'),
});

describe('first and last places in other words', () => {
  it.each([
    ['行政处罚决定数排最末的是谁', '河沿镇'],
    ['行政处罚决定哪家垫底', '河沿镇'],
    ['行政处罚决定件数哪家排头名', '石桥镇'],
  ])('%s: %s', async (question, name) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.intent, String(answer.value).includes(name)], answer.text).toEqual(['answered', 'rank', true]);
  });

  it.each<[string, number]>([
    ['桑埠镇临时救助资金发放额22年到23年变动了多少万', 2.7],
    ['石桥镇与河沿镇的行政处罚决定数差多少', 71],
  ])('%s: %d', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });

  it('who was called to account is in no rank', async () => {
    expect((await desk.ask('排在末位的是哪两个站所')).status).not.toBe('answered');
  });
});
