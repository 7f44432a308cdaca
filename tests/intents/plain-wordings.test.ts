import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// Invented: a town and a bureau whose figures are told with totals, parts and the tables of the form.
const TOWN = `岭川县梧桐镇人民政府2022年政府信息公开工作年度报告

一、总体情况

2022年，镇便民服务中心共为群众办理便民事项3200件（受理2300件，咨询900件），其中镇便民服务中心办理1500件（受理900件，咨询600件），村便民服务站办理1700件（受理1400件，咨询300件）。全镇辖12个行政村。

二、主动公开政府信息情况

第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t3
行政强制\t2
`;
const BUREAU = `岭川县水利局2022年政府信息公开工作年度报告

一、总体情况

我局主动公开信息420条。

二、主动公开政府信息情况

第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t7
行政强制\t4
`;

const town = openDesk({ 'town.txt': TOWN });
const bureau = openDesk({ 'bureau.txt': BUREAU });
const LAND = openDesk({ 'land.txt': BUREAU.replaceAll('水利局', '国土资源局') });

describe('plain ways to ask for one figure', () => {
  it.each<[string, number]>([
    // What is left out stands behind 除了, and not the place before it.
    ['镇服务中心除了受理，还有多少件咨询', 600],
    ['村便民服务站除受理外，咨询多少件', 300],
    ['镇中心去掉咨询，受理的是几件', 900],
    ['全镇去掉咨询，受理的有几件', 2300],
    // The whole that something is one of is not asked for.
    ['全部便民事项中，由镇便民服务中心办理的是多少件', 1500],
    ['所有便民事项里，村便民服务站办理的有多少件', 1700],
    ['全部900件咨询里，村站接的是几件', 300],
    ['咨询里面镇中心收的有几件', 600],
    // What its parts add up to is all of it.
    ['咨询总量', 900],
    ['镇中心咨询总量', 600],
    ['所有行政村的便民服务站办理多少件', 1700],
    ['镇里管着好几个村，具体几个', 12],
    ['镇政府作了几件行政处罚决定', 3],
    ['跑到镇里服务中心来咨询的有多少件', 600],
    ['镇中心一年解答了多少咨询', 600],
    ['村站答复了多少件咨询', 300],
    ['主动公开表里行政强制那一行的处理决定数量是几', 2],
    ['便民服务办件总数，年报上写的是几', 3200],
    ['村便民服务站去掉咨询后受理了几件', 1400],
  ])('%s: %d', async (question, value) => {
    const answer = await town.ask(question);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });

  it.each<[string, number]>([
    ['咨询里头有百分之多少是镇中心接的', 66.67],
    ['全镇办件里咨询的比重有多大', 28.13],
    ['镇便民服务中心的咨询件占它办理总数的比例', 40],
    ['村站咨询占它自己总数的比例', 17.65],
  ])('%s: %d%', async (question, value) => {
    const answer = await town.ask(question);
    expect([answer.status, Number(answer.value)], answer.text).toEqual(['answered', value]);
  });

  it.each(['镇服务中心除了投诉，还有多少件举报', '县政府作了几件行政处罚决定', '咨询里面社区收的有几件', '所有自然村的便民服务站办理多少件'])('%s is not told', async (question) => {
    expect((await town.ask(question)).value).toBeNull();
  });
});

describe('an office by what it looks after, or by an older short name', () => {
  it('水利部门 is the 水利局 whose report it is', async () => expect((await bureau.ask('水利部门作了几件行政处罚决定')).value).toBe(7));
  it('another one is not', async () => expect((await bureau.ask('教育部门作了几件行政处罚决定')).value).toBeNull());
  it('国土局 is the 国土资源局', async () => expect((await LAND.ask('国土局主动公开信息多少条')).value).toBe(420));
});

describe('a total over years of which some are not held', () => {
  const held = openDesk({ 'town.txt': `${TOWN}\n2020年至2022年，全镇累计投入培训经费35万元。\n` });

  it.each(['2021年和2022年村站一共办了多少件', '2020年到2022年行政处罚总数', 'How many penalties were there altogether in 2021 and 2022?'])('%s is not told by the one that is held', async (question) => {
    const answer = await held.ask(question);
    expect([answer.status, answer.reason, answer.value], answer.text).toEqual(['not_found', 'no_document', null]);
  });

  it('is told by a report that adds them up itself', async () => expect((await held.ask('2020年到2022年一共投入培训经费多少')).value).toBe(35));
});

describe('people counted in 名 and in 人 side by side', () => {
  const school = openDesk({ 'school.txt': '岭川县教育局2022年政府信息公开工作年度报告\n\n一、总体情况\n\n发布招聘公告，招聘126名，报名843人，公示校车85辆及驾驶人信息。\n' });

  it.each<[string, number]>([
    ['招聘人数是多少', 126],
    ['招聘了多少人', 126],
    ['报名多少人', 843],
    ['公示了多少辆校车', 85],
  ])('%s: %d', async (question, value) => expect((await school.ask(question)).value).toBe(value));
});

describe('the place above the one whose report it is', () => {
  it.each(['梧桐镇归哪个县管', '梧桐镇属于哪个县', 'Which county is Wutong Town in?'])('%s', async (question) => expect((await town.ask(question)).value).toBe('岭川县'));
  it('is told of no level that the title leaves out', async () => expect((await town.ask('梧桐镇属于哪个市')).status).not.toBe('answered'));
});

describe('one of two that are told apart first', () => {
  it('is not the two together', async () => expect((await town.ask('镇中心和村站分开算，村站办理多少件')).value).toBe(1700));
});
