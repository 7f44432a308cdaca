import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented: a county, an office of it and a town with two reports.
const report = (name: string, year: number, documents: number, penalties: number): string => `${name}${year}年政府信息公开工作年度报告
一、总体情况
制发规范性文件${documents}件。作出行政处罚决定${penalties}件。
`;

const desk = openDesk({
  'county.txt': report('沭阴县', 2023, 41, 900),
  'office.txt': report('沭阴县水务局', 2022, 3, 25),
  'town-22.txt': report('沭阴县桑埠镇', 2022, 2, 60),
  'town-23.txt': report('沭阴县桑埠镇', 2023, 5, 70),
});

describe('a question that counts whose reports it means', () => {
  it.each([
    ['三家制发规范性文件哪家最多', '沭阴县'],
    ['这三家比行政处罚决定，最少的是哪家', '水务局'],
    ['四份报告里谁家的行政处罚决定最多', '沭阴县'],
    ['这四份报告中哪家制发规范性文件最少', '水务局'],
  ])('%s: %s', async (question, name) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.intent, String(answer.value).includes(name)], answer.text).toEqual(['answered', 'rank', true]);
  });

  it.each(['四家制发规范性文件哪家最多', '五份报告里谁家的行政处罚决定最多'])('%s: others are held', async (question) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.reason], answer.text).toEqual(['clarify', 'ambiguous_scope']);
  });

  it('the county is no office among its offices where nobody counts it', async () => {
    expect(String((await desk.ask('哪家行政处罚决定最多')).value)).toContain('桑埠镇');
  });
});
