import { describe, expect, it } from 'vitest';
import { sampleTexts } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(sampleTexts());

describe('a scope that cannot be is told as such', () => {
  it.each([
    ['青石镇2005年收到多少申请', '2008'],
    ['青石镇1985年收到多少申请', '2008'],
    ['青石镇2031年收到多少申请', '2031年还没有到'],
    ['How many requests did Qingshi Town receive in 2035?', 'has not come yet'],
    ['青石镇2024年收到多少申请', '没有收录青石镇2024年的报告'],
  ])('%s', async (q, told) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'not_found', reason: 'no_document', value: null });
    expect(answer.text).toContain(told);
  });

  it('a place that the organisation does not lie in is put right', async () => {
    const answer = await desk.ask('云岭县的勐来乡2020年收到多少申请');
    expect(answer).toMatchObject({ status: 'clarify', reason: 'ambiguous_scope', value: null });
    expect(answer.options).toEqual(['沧源佤族自治县勐来乡2020年收到多少申请']);
    expect((await desk.ask(answer.options[0]!)).value).toBe(0);
  });

  it('its own place contradicts nothing', async () => {
    expect((await desk.ask('云岭县的青石镇2021年收到多少申请')).value).toBe(12);
  });

  it('hundreds of names at once are refused as too long, fewer are set side by side', async () => {
    expect(await desk.ask(`${Array.from({ length: 500 }, (_, i) => `第${i}乡`).join('、')}收到多少申请`)).toMatchObject({ status: 'out_of_scope', reason: 'question_too_long' });
    const many = await desk.ask(`${Array.from({ length: 160 }, (_, i) => (i % 2 === 0 ? '青石镇' : '柳河乡')).join('、')}2021年收到多少申请`);
    expect([many.status, many.rows.map(({ value }) => value)]).toEqual(['answered', [12, 4]]);
  });

  it.each(['报告什么时候公布的', '青石镇2021年的报告是什么时候公布的', 'When was the report published?'])('%s asks of the past, not of deadlines', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.intent === 'deadline', answer.status === 'answered']).toEqual([false, false]);
  });
});

describe('names as they are typed', () => {
  it.each([
    ['青石震2022年行证处罚多少件', 11],
    ['市场兼管局2023年行政出罚多少件', 271],
    ['qingshi zhen 2022年处罚几件', 11],
    ['麻烦问哈，柳河乡21年行政许可拢共办了好多件嘛，谢谢', 52],
    ['How many penalties did the Market Regulation Bureau decide in 2023?', 271],
    ['Liuhe Xiang, 2020: number of administrative licences?', 45],
  ])('%s', async (q, value) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    ['柳禾乡2021年行政许可多少', 52],
    ['2021年柳禾乡组长是谁', '罗启明'],
    ['柳禾乡近三年行政许可趋势', null],
    ['柳禾乡和青石镇2021年行政许可哪个多', '青石镇'],
    ['青右镇2021年行政许可多少', 143],
    ['How many requests did Qinshi Town receive in 2021?', 12],
  ])('%s says whom it took', async (q, value) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
    expect(answer.text).toMatch(/按“(?:柳河乡|青石镇)”理解|Taken as “青石镇”/);
  });

  it.each([
    ['柳江乡2021年行政许可多少', '柳河乡2021年行政许可多少'],
    ['青山镇近三年行政许可趋势', '青石镇近三年行政许可趋势'],
    ['柳河镇2021年行政许可多少', '柳河乡2021年行政许可多少'],
    ['How many licences did Qingshan Town issue in 2021?', 'How many licences did 青石镇 issue in 2021?'],
  ])('%s names another place, and the nearest one is offered', async (q, option) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.reason, answer.options]).toEqual(['not_found', 'no_document', [option]]);
  });

  it.each([
    ['青石镇2021年和2024年行政许可多少', [143], '青石镇2024年'],
    ['青石镇2020年2030年行政许可多少', [126, 18], '青石镇2030年'],
    ['青石镇和柳河乡2022年行政许可多少', [158], '柳河乡2022年'],
    ['Licences of Qingshi and Liuhe in 2022?', [158], '柳河乡 2022'],
  ])('%s: what is not held is said, and no one number is the answer', async (q, values, told) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.value, answer.rows.map(({ value }) => value)], answer.text).toEqual(['answered', null, values]);
    expect(answer.text).toContain(told);
  });

  it('青石镇和柳河乡2022年行政许可一共多少: without one of them there is no total, and the other is only told', async () => {
    const answer = await desk.ask('青石镇和柳河乡2022年行政许可一共多少');
    expect([answer.status, answer.value, answer.rows.map(({ value }) => value)], answer.text).toEqual(['not_found', null, [158]]);
    expect(answer.text).toContain('合计给不出：没有收录柳河乡2022年');
  });

  it('a year that is set against one that is not held is told by its number', async () => {
    expect((await desk.ask('青石镇2022年许可比2018年多多少')).text).toContain('没有收录青石镇2018年的报告');
  });

  it('a name taken by its sound is confirmed', async () => {
    expect((await desk.ask('市场兼管局2023年行政处罚多少件')).text).toContain('按“云岭县市场监督管理局”理解');
  });
});
