import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const ORCHARD = `梨花县林场2021年政府信息公开工作年度报告
一、总体情况
我场形成了主要领导亲自抓、副场长具体抓的工作机制，明确综合股为牵头责任科室。凡对外的稿件由综合股收集汇总，经分管负责同志审核签发。落实专人维护公众号。
（五）监督保障情况。领导小组组长由常务副场长担任。全年对3个工区进行通报，约谈2人，县司法局和法律顾问参加会商。
五、存在的主要问题及改进情况
林场公开工作有所进步，但也存在公示牌更换不及时的问题。
（一）是健全巡查制度。场部每周巡查，综合股登记。
（二）是加强人员培训。全年办班4期。
六、其他需要报告的事项
无。`;

const STAFF = `柿坪县水务所2020年政府信息公开工作年度报告
一、领导分工
欧阳屏：所长、支部书记，负责全所工作。
魏三江：副所长，负责水费、管网。分管综合股。
五、存在的主要问题及改进情况
对照要求，主要有以下不足：一是水价信息公开不细，4个片区中有1个没有公布；二是答复文书说理不够；三是有3个股室全年报送不足6条。
下一步将从以下两个方面改进。一是公布各片区水价。二是开展文书培训。`;

let orchard: Desk;
let staff: Desk;
beforeAll(async () => {
  orchard = await deskOver({ 'orchard.txt': ORCHARD });
  staff = await deskOver({ 'staff.txt': STAFF });
});
afterAll(async () => {
  await orchard.close();
  await staff.close();
  expect([...orchard.faults, ...staff.faults]).toEqual([]);
});

describe('who is told by an office where the report names nobody', () => {
  test.each([
    ['谁亲自抓', '主要领导'],
    ['谁具体抓', '副场长'],
    ['由哪个岗位具体抓', '副场长'],
    ['这事谁亲自抓', '主要领导'],
    ['牵头科室是哪个', '综合股'],
    ['谁收集稿件', '综合股'],
    ['谁签发稿件', '分管负责同志'],
    ['谁维护公众号', '专人'],
    ['谁牵头', '综合股'],
  ])('%s', async (question, office) => {
    const answer = await orchard.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', expect.stringContaining(office)]);
  });
  test.each(['场长是谁', '法律顾问是谁', '谁被通报', '约谈了谁', '谁来监督', '前任组长是谁', '食堂由谁具体抓', '哪个岗位具体抓食堂'])('%s: nobody', async (question) => expect((await orchard.ask(question)).status).not.toBe('answered'));
});

describe('a staff list says who does what', () => {
  test.each([
    ['所长是谁', '欧阳屏'],
    ['副所长是谁', '魏三江'],
    ['谁分管综合股', '魏三江'],
    ['谁负责水费', '魏三江'],
  ])('%s', async (question, name) => expect((await staff.ask(question)).value).toBe(name));
});

describe('what is wanting is never told by what is done about it', () => {
  test('a problem in one sentence before the points of what is done', async () => {
    const answer = await orchard.ask('存在什么问题');
    expect(answer.text).toContain('公示牌更换不及时');
    expect(answer.text).not.toContain('健全巡查制度');
  });
  test('points that are printed as titles are among what is done', async () => expect((await orchard.ask('采取了哪些措施')).text).toContain('（二）是加强人员培训'));
  test('one thing is asked, one point is told', async () => {
    const answer = await staff.ask('水价信息有什么不足');
    expect(answer.text).toContain('水价信息公开不细');
    expect(answer.text).not.toContain('说理不够');
  });
  test('a plan about it is not what is wanting in it', async () => expect((await staff.ask('培训有什么问题')).text).not.toContain('开展文书培训'));
  test.each(['报送不足6条的股室有哪些', '哪些股室报送不足6条'])('%s: the list of problems names none', async (question) => expect((await staff.ask(question)).status).not.toBe('answered'));
  test.each(['怎么改', '下一步怎么做', '下一步怎么干', '明年打算怎么走', 'What will be done next?'])('%s', async (question) => expect((await staff.ask(question)).text).toContain('公布各片区水价'));
  test.each(['What shortcomings remain?', 'What is lacking?'])('%s', async (question) => expect((await staff.ask(question)).text).toContain('水价信息公开不细'));
});

describe('one of several offices that are named together', () => {
  const desk = openDesk({
    'ranch.txt': `青溪县牧场2021年政府信息公开工作年度报告
一、总体情况
为做好信息公开，成立了由场长龙海任组长，副书记白岩任副组长，并由育苗科、防火科、兽医站等负责人为成员的领导小组，负责指导公开工作。
六、其他需要报告的事项
本年度没有其他事项。`,
  });

  test.each(['防火科哪个管，名字', '兽医站哪个管，名字'])('%s: the one named first is not who does it', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));

  test.each(['其他要报告的有没有', '有没有其他要报告的事', '还有没有别的要报告', '其他需要说明的有吗', 'Is there anything else to report?'])('%s: the part of that title', async (question) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.citations.map(({ quote }) => quote).join()).toContain('没有其他事项');
  });

  test('其他要报告的有几件: a number that is asked for is no part', async () => expect((await desk.ask('其他要报告的有几件')).status).not.toBe('answered'));
});
