import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFormerLevel } from '../../index/mod.js';
import { deskOver, type Desk } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const REPORT = `北溪县民政局2022年政府信息公开工作年度报告

一、总体情况

（一）平台建设。门户网站栏目由26个精简到19个，新开专栏1个。全县公示屏从63块压减到38块，关停25块。发布时限由7个工作日压缩到3个工作日。接通率由2021年的91.5%升到97.8%。

（二）改造公开。截至年底11个院落已完工，6个正在施工。17个人社站中，有5个没有专门的公开栏。

（三）其他。数字化率由年初的61%提升至74%。原定开展督查6次，实际开展4次。应收水费2860万元，实收2791万元。一个栏目38天没有更新，全年21篇解读中只有4篇配了图表。
`;

describe('what was and what is', () => {
  const desk = openDesk({ 'beixi.txt': REPORT });

  it.each<[string, number]>([
    ['栏目多少个', 19],
    ['栏目现在有多少个', 19],
    ['栏目原来有多少个', 26],
    ['精简后栏目有几个', 19],
    ['How many website columns are there?', 19],
    ['How many columns did the website originally have?', 26],
    ['公示屏还有几块', 38],
    ['公示屏关停了多少', 25],
    ['发布时限几天', 3],
    ['发布时限原来几天', 7],
    ['接通率多少', 97.8],
    ['接通率升到多少', 97.8],
    ['2021年接通率多少', 91.5],
    ['没有公开栏的人社站有几个', 5],
    ['院落完工几个', 11],
    // How many went is what lies between the two numbers, in whatever word it is asked.
    ['精简了几个栏目', 7],
    ['栏目减了几个', 7],
    ['栏目砍掉几个', 7],
    ['公示屏压减了多少块', 25],
    ['发布时限缩短了几天', 4],
    ['接通率升了多少', 6.3],
    ['发布时限缩到几天', 3],
    ['栏目减到几个', 19],
    ['数字化率多少', 74],
    ['数字化率年初多少', 61],
    ['数字化率提高了多少', 13],
    ['没有配图表的解读有几篇', 17],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    // It went the other way.
    '栏目增加了几个',
    // What was not done, done less, or owed is no number of what was.
    '督查少开展了几次',
    '欠收水费多少',
    // Those that have one are not those that have none, nor the other way round.
    '有公开栏的人社站有几个',
    '没完工的院落有几个',
    '未完工的院落有几个',
  ])('%s is not answered with one of them', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('isFormerLevel', () => {
  it.each<[string, string, boolean]>([
    ['门户网站栏目由', '精简到', true],
    ['材料从', '减为', true],
    ['接通率由2021年的', '升到', true],
    ['粉丝数由上年的', '增至', true],
    ['会员由年初的', '涨到年末的', true],
    ['小组由', '组成,下设', false],
    ['会员由年初的', '和年末的', false],
    ['由', '增加', false],
    ['收到申请', '增加到', false],
    ['由各站的', '增加到', false],
  ])('%s … %s', (before, between, expected) => {
    expect(isFormerLevel(before, between)).toBe(expected);
  });
});

describe('two parts named at once', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'lanshan.txt': `桐湾县岚山乡人民政府2022年政府信息公开工作年度报告

一、总体情况

全年乡农事服务中心共办理各类事项900件（受理600件，咨询300件），其中乡农事服务中心办理500件（受理320件，咨询180件），村农事服务站办理400件（受理280件，咨询120件）。
` });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, number]>([
    ['村站咨询多少件', 120],
    ['村站一共办了多少件', 400],
    ['中心和村站一共办了多少件', 900],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    // The sum of both is asked for: neither part may stand for it.
    '中心村站咨询加起来多少件',
    '乡里村里咨询加一起好多件',
    // What is left out is not what is asked for, and no figure by itself is without it.
    '农事服务中心办了几件 村里的不算',
  ])('%s is not told from one part', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'not_found', reason: 'no_metric', value: null });
  });
});
