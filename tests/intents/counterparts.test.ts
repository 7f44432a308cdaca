import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

/** An invented report in which two places did the same kinds of things under totals of their own. */
const REPORT = `清河县竹溪镇人民政府2021年政府信息公开工作年度报告

一、总体情况

2021年，全镇共办理便民事项2600件（代办1500件，咨询1100件），其中镇政务大厅办理1400件（代办600件，咨询800件），村服务点办理1200件（代办900件，咨询300件）。由镇分管领导兼任政务大厅主任，统筹协调大厅日常运行。全年未发生行政诉讼。

四、行政复议、行政诉讼

行政复议0件。
`;

let desk: Desk;
beforeAll(async () => {
  desk = await deskOver({ 'zhuxi.txt': REPORT });
});
afterAll(async () => {
  await desk.close();
  expect(desk.faults).toEqual([]);
});

describe('a follow-up that names the other place', () => {
  it.each([
    [['村服务点代办多少件', '大厅呢'], 600],
    [['大厅咨询多少件', '村服务点呢'], 300],
    [['大厅办理多少件', '村服务点呢'], 1200],
    [['大厅办理多少件', '它的咨询件数是多少'], 800],
    [['村服务点办理多少件', '它的代办有几件'], 900],
  ])('%j: %d', async (questions, value) => {
    const session = questions.join();
    let last = await desk.ask(questions[0]!, session);
    for (const question of questions.slice(1)) last = await desk.ask(question, session);
    expect([last.status, last.value], last.text).toEqual(['answered', value]);
  });
});

describe('one figure of both words', () => {
  it.each([
    ['大厅咨询多少件', 800],
    ['村服务点代办几件', 900],
    ['便民事项合计', 2600],
  ])('%s: %d, no sum of two', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });
});

describe('who does it', () => {
  it.each(['谁统筹协调大厅日常运行', '大厅日常运行由谁统筹协调'])('%s: the office named in the clause before', async (question) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', '镇分管领导']);
  });
});
