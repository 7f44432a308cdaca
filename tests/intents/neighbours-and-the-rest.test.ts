import { expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const SENTENCES = [
  '截至2010年底，我局累计主动公开政府信息731条，其中2010年新增243条。',
  '社区矫正对象新入矫87人，解除矫正79人。',
  '局长信箱收到来信164封，办结161封。',
  '存在的主要问题：养老机构收费标准公开不全，全县21家养老机构中有6家未公示。',
];
const REPORT = `禾丰县民政局2010年政府信息公开年度报告
一、概述
${SENTENCES.slice(0, 3).join('')}
二、存在的问题
${SENTENCES[3]}
`;

const desk = openDesk({ 'hefeng.txt': REPORT });

it.each([
  ['到2010年末历年加起来公开了多少条', 731],
  ['历年公开了多少条', 731],
  ['社区矫正新入矫多少人', 87],
  ['解除矫正多少人', 79],
  ['局长信箱没办结的有几封', 3],
  ['局长信箱办结了几封', 161],
])('%s is told', async (q, value) => {
  expect(await desk.ask(q)).toMatchObject({ status: 'answered', value });
});

it.each([
  // A verb that the report prints nowhere may mean either of two numbers of one thing.
  '社区矫正结束多少人',
  '社区矫正结束的好多人',
  '社区矫正期满多少人',
  // What was done is asked for beside what was not: the difference of the two is neither.
  '局长信箱没算没办的，办结了几封',
])('%s gives no number', async (q) => {
  expect((await desk.ask(q)).value ?? null).toBeNull();
});

it('what was done about a thing is not what a number of it is made of', async () => {
  expect(await desk.ask('养老机构收费公示不全，后来怎么处理的')).not.toMatchObject({ intent: 'breakdown' });
});
