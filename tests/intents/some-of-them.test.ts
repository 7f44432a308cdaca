import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云栖县枫桥镇人民政府2021年政府信息公开工作年度报告

一、总体情况

（一）民生公开。全年新纳入农村低保41户，清退不再符合条件的低保家庭13户；拨付果农改种补助62.5万元，惠及果农310户。

（二）服务群众。承接12345热线工单288件，按期办结271件；收集茶农意见194条，已采纳86条；向外出务工人员寄送明白信930封。

（三）培训排查。举办业务培训3期，培训镇村干部152人次；排查外地返乡人员1206人；公开专区摆放自助机4台。政务公开工作投入经费5.4万元。

五、存在的主要问题及改进情况

主要问题是人手不足。
`;

describe('what is asked of some, or with a verb that the report does not print', () => {
  const desk = openDesk({ 'fengqiao.txt': REPORT });

  it.each([
    // Behind 里 it is said which of them: all of them together are another number.
    ['返乡人员里确诊了几人', null],
    ['返乡的人当中住院了几个人', null],
    ['茶农意见里采纳的有几条', 86],
    // A place or a channel only says where.
    ['专区里摆了几台自助机', 4],
    // One of two figures of the very things is not picked where the verb is not known.
    ['低保今年撸了几户', null],
    ['低保今年踢出去几户', 13],
    ['茶农意见里办到的有几条', 86],
    ['低保清退了几户', 13],
    ['低保新纳入几户', 41],
    // Letters that came back are none that were sent.
    ['外出务工人员回信几封', null],
    ['外出务工人员寄了几封信', 930],
    // Cadres are not the people.
    ['培训村民多少人次', null],
    ['培训干部多少人次', 152],
    ['12345的单子搞定了多少', 271],
    // How much money: that it was a subsidy need not be said, for what must.
    ['果农改种给了多少钱', 62.5],
    ['果农改种补助多少钱', 62.5],
    ['果农给了多少钱', null],
    ['茶农给了多少钱', null],
  ])('%s → %s', async (question, value) => {
    const answer = await desk.ask(question);
    expect(answer.value ?? null).toBe(value);
  });
});
