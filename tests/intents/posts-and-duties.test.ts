import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const LINDEN = `柏树县枫林镇人民政府2021年政府信息公开工作年度报告
一、总体情况
（一）加强组织领导。成立了由镇长何立群任组长，镇党委委员段玉珍任副组长，并由党政办、应急办、财政所等负责人为成员的政务公开工作领导小组，负责统筹、督办、考核政务公开工作。领导小组办公室设在党政办，承担日常事务。
（二）推进窗口建设。镇上设立社保、残联、农机等咨询窗口，集中受理群众的来电来访。由镇分管领导兼任便民服务中心主任，统筹协调便民服务中心工作。
（三）压实责任。健全了信息公开管理制度，明确了职责清晰的责任体系。
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'linden.txt': LINDEN });

const told = async (question: string): Promise<unknown> => {
  const { status, value } = await desk.ask(question);
  return [status, value];
};

describe('the post of somebody who is named', () => {
  test.each([
    ['段玉珍在领导小组里担任什么', '副组长', '委员'],
    ['段玉珍在小组当啥子', '副组长', '委员'],
    ['何立群在小组里任何职务', '组长', '镇长'],
    ['镇长在领导小组里任什么职务', '组长', '副组长'],
    ['镇党委委员在领导小组担任什么', '副组长', '委员'],
    ['应急办在领导小组里担任什么', '成员', '组长'],
  ])('%s: what is held there, and nothing else', async (question, post, not) => {
    const { status, value } = await desk.ask(question);
    expect([status, value]).toEqual(['answered', expect.stringMatching(new RegExp(`${post}$`, 'u'))]);
    expect(value).not.toContain(not === '副组长' && post === '组长' ? not : `、${not}`);
  });
  test.each([
    ['段玉珍在镇里担任什么职务', '镇党委委员'],
    ['段玉珍担任什么', '副组长'],
    ['何立群是组长还是副组长', '组长'],
    ['何立群镇长在小组里是什么', '组长'],
    ['段玉珍上面的组长是哪个', '何立群'],
    ['段玉珍上头的组长叫什么', '何立群'],
    ['何立群在组里是啥角色', '组长'],
    ["What is Duan Yuzhen's position?", '副组长'],
    ['What position does Duan Yuzhen hold in the leading group?', '副组长'],
  ])('%s', async (question, post) => expect(await told(question)).toEqual(['answered', expect.stringContaining(post)]));
  test.each(['何立群上面的组长是谁', '段玉珍上面的主任是谁', '副镇长在领导小组里任什么职务', '张三在领导小组里担任什么', '何立群镇收到多少件申请'])('%s: not told', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('what a body is there for', () => {
  test.each([
    ['领导小组的职责是什么', '统筹、督办、考核'],
    ['领导小组负责什么', '统筹、督办、考核'],
    ['政务公开工作领导小组是干什么的', '统筹、督办、考核'],
    ['咨询窗口是做什么的', '集中受理'],
    ['便民服务中心主任的职责是什么', '统筹协调'],
    ['What is the leading group responsible for?', '统筹、督办、考核'],
    ['What does the leading group do?', '统筹、督办、考核'],
  ])('%s', async (question, told) => {
    const { status, citations } = await desk.ask(question);
    expect(status).toBe('answered');
    expect(citations.map((citation) => ('quote' in citation ? citation.quote : '')).join('')).toContain(told);
  });
  test.each(['便民服务中心的职责是什么', '财政所的职责有哪些', '应急办负责什么'])('%s: the duties of others are no answer', async (question) => {
    const { status, text } = await desk.ask(question);
    expect(status === 'answered' && /统筹|职责清晰/u.test(text)).toBe(false);
  });
});
