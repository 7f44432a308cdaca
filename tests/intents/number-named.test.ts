import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县青石镇人民政府2021年政府信息公开工作年度报告

一、总体情况

（一）便民。全年镇便民大厅办理事项1930件（代收1210件，代办720件），村便民点办理640件（代收310件，代办330件）。新建3处便民点。开通12333热线。由镇分管领导兼任便民大厅主任，统筹工作。

（二）监督。落实“一周一巡查、一月一通报、半年一考核”制度。坚持月工作例会，学习公开条例。邀请代表评议2次。成立公开领导小组，镇长严守拙任组长。

二、主动公开政府信息情况

第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	17	0	4
行政强制	6	0	0
`;

describe('which figure has a value', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it.each<[string, string]>([
    ['640件是哪里办的', '村便民点'],
    ['1930件是谁办的', '镇便民大厅'],
    ['640是哪边办的', '村便民点'],
    ['720说的是啥', '代办'],
    ['720这个数指的是什么', '代办'],
    ['17项是什么', '行政处罚'],
    ['哪个数是310', '代收'],
    ['3处是什么', '便民点'],
    ['What does 310 refer to?', '代收'],
  ])('%s: %s', async (question, label) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'answered', intent: 'figure-named' });
    expect(String(answer.value)).toContain(label);
  });

  it.each([
    // Another unit, another deed, a number that the report does not give.
    '640人是什么',
    '640件是谁处罚的',
    '888说的是啥',
    // Which ones they are is no question for the label.
    '3处是哪些',
    // A name made of digits, an article, a year.
    '12333说的是什么',
    '第6条说的是什么',
    '2021年说的是什么',
  ])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('what a number is made of is another question', async () => {
    expect(await desk.ask('1930件是怎么来的')).toMatchObject({ status: 'answered', value: 1930, intent: 'breakdown' });
  });
});

describe('how often', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it.each<[string, string]>([
    ['多久巡查一次', '一周一巡查'],
    ['隔多久考核一回', '半年一考核'],
    ['多长时间通报一次', '一月一通报'],
  ])('%s: %s', async (question, words) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'answered', intent: 'circumstance-told' });
    expect(answer.text).toContain(words);
  });

  it.each(['多久评议一次', '多久培训一次', '便民点多久巡查一次', '多久开通一次热线'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('a name is asked for by name', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it.each(['便民大厅主任叫什么名字', '便民大厅主任姓名', 'What is the name of the director of the service hall?'])('%s: the office that holds the post is shown, and is no name', async (question) => {
    const answer = await desk.ask(question);
    expect(answer).toMatchObject({ status: 'not_found', reason: 'not_named' });
  });

  it('the post is told to who asks who, and the name where there is one', async () => {
    expect(await desk.ask('便民大厅主任是谁，叫什么名字')).toMatchObject({ status: 'answered', value: '镇分管领导' });
    expect(await desk.ask('便民大厅主任是谁')).toMatchObject({ status: 'answered', value: '镇分管领导' });
    expect((await desk.ask('组长叫什么名字')).value).toContain('严守拙');
  });
});

describe('a village called by the name of its township', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it('is one of several, whose number is not that of all', async () => {
    expect((await desk.ask('青石村便民点办理多少件')).status).not.toBe('answered');
    expect(await desk.ask('青石镇村便民点办理多少件')).toMatchObject({ status: 'answered', value: 640 });
  });
});
