import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县石桥镇人民政府2021年政府信息公开工作年度报告

一、总体情况

按照《云岭县人民政府办公室转发关于做好年度报告编制工作的通知》要求，我镇开展了政府信息公开工作。

成立了由镇长沈怀谷任组长，副书记卢映山任副组长，党政办、司法所、财政所为成员的政务公开领导小组，负责指导、协调、督办公开工作。由分管领导兼任便民大厅主任。

利用周学习例会，加强对政务常识、公文写作、保密纪律等的学习；对各村信息员进行集中培训，培训内容涉及栏目维护、稿件审核、数据上报等。聚焦补贴的申领条件、发放标准、办理时限、咨询方式等要素，向村民讲解补贴。改造便民大厅窗口等基础设施，方便群众办事。

五、存在的主要问题及改进情况

存在的问题：一是更新不够及时。二是人手不足。

下步改进方向：一是充实队伍。二是盯紧更新，做到信息更新及时，数据真实，格式统一，查找方便，不断提高质量。
`;

describe('what a report lists, asked in other words', () => {
  const desk = openDesk({ 'shiqiao.txt': REPORT });

  it.each<[string, readonly string[]]>([
    ['周例会上学些啥', ['政务常识', '公文写作', '保密纪律']],
    ['更新的信息要做到哪四条标准', ['更新及时', '数据真实', '格式统一', '查找方便']],
    ['每周例会学哪些东西', ['政务常识', '公文写作', '保密纪律']],
    ['讲解补贴时要围着哪几个要素', ['申领条件', '咨询方式']],
    ['给村民讲解补贴时要讲清哪些方面', ['申领条件', '咨询方式']],
    ['领导小组负责干哪三件事', ['指导、协调、督办']],
    ['下一步改进方向分哪几条', ['充实队伍', '盯紧更新']],
  ])('%s', async (question, items) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    for (const item of items) expect(answer.text).toContain(item);
  });

  it.each(['公开了哪三类文件', '更新的信息要做到哪六条标准', '哪三个村最先进', '新媒体账号有哪些', '考核了哪些部门', '会上表扬了哪些人'])('%s: no list of that kind or of that many', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it.each([
    ['给组长打下手的副组长是哪位', '卢映山'],
    ['小组里给沈怀谷当副手的是谁', '卢映山'],
    ['沈镇长下面那个副组长，全名', '卢映山'],
    ['卢书记上面的组长是谁', '沈怀谷'],
    ['编年报的通知是哪家单位转发的', '云岭县人民政府办公室'],
    ['年报是哪个政府出的', '云岭县石桥镇人民政府'],
  ])('%s: %s', async (question, name) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value: name });
  });

  it.each(['便民大厅主任的副手是谁', '沈镇长下面那个会计，全名'])('%s: nobody is named so', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('of what kind the one asked for is, is no second question', async () => {
    expect((await desk.ask('公开由哪个来督办协调，什么机构')).intent).not.toBe('several');
  });

  it('a word for what reports call 基础设施', async () => {
    expect((await desk.ask('便民大厅的硬件建设搞得咋样')).text).toContain('改造便民大厅窗口');
  });
});
