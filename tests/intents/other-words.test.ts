import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `榆岗县杏桥镇人民政府2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开情况。全年主动公开政府信息486条，其中县政府网站杏桥专栏201条，微信公众号“杏桥早报”248条，户外电子屏37条。“杏桥早报”年末粉丝数1.8万人。涉及噪声、油烟和占道三类投诉62件。因涉及商业秘密不予公开的文稿41篇。镇里为高龄、独居老人上门送药近700件。就茶山封育、河道清淤等事项公开征求意见3次，收到意见26条，采纳9条。

（二）服务情况。镇政务服务大厅和9个村级帮办点全年共办理群众事项8240件，其中大厅办理5120件，村级帮办点办理3120件。流动药车全年巡村86趟，行程2.3万公里，现场答复问题71个、会后答复19个。发放林木良种补助奖励金涉及林户403户。骑马、骑电驴送件上门118件。用方言录制音频27段。新农合和意外险代办313人。抽查冷链食品不达标14批次。镇广播站播送气象消息512次，其中双语播送130次。

全年接办12345热线诉求200件。路灯80件；排水70件；绿化50件。

（三）机构情况。全镇有民营养老服务机构6家，村卫生室23个。政务新媒体账号由12个整合为7个。
`;

describe('questions in other words than the report', () => {
  const desk = openDesk({ 'xingqiao.txt': REPORT });

  it.each<[string, number]>([
    // A verb that the report prints nowhere tells none of its figures from another; the unit must be the very one.
    ['音频灌了几段', 27],
    ['流动车串了几趟', 86],
    // A name in quotes is that name, though a place or another word stands in it; what it is is said once in the report.
    ['杏桥早报发了多少条', 248],
    ['公众号粉丝有多少', 18000],
    // 涉及 joins nothing, and what stands before or behind things named together is said of all of them.
    ['不予公开的文稿有多少篇', 41],
    ['噪声油烟占道的投诉一共几件', 62],
    ['送件上门的有几件', 118],
    ['茶山封育、河道清淤收到意见几条', 26],
    // A shortened word says all the words that it is made of.
    ['良种补奖涉及多少户林户', 403],
    // What is counted is left out where the number before says it.
    ['会后答复的问题有几个', 19],
    // 那几个点 asks with no counter.
    ['村级那几个帮办点办了几件', 3120],
    // What was done stands behind all that is named together.
    ['代办了多少人', 313],
    // The counter itself is named as what is counted.
    ['不达标的批次有几个', 14],
    // 办件 counts what was handled, not where.
    ['村级帮办点办件多少', 3120],
    // What is left is what they were brought down to, not what there was.
    ['政务新媒体账号剩几个', 7],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each<[string, number]>([
    // What the whole is called need not be said of the part, and a part told twice has its total once.
    ['村级帮办点办件占全部办件的比重是多少', 37.86],
    ['大厅办的占全部办件的比例', 62.14],
    // What all numbers of a sentence add up to exactly is what they split.
    ['路灯占总量的比例是多少', 40],
  ])('%s: %d %%', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value, unit: '%' });
  });

  it.each([
    // A noun that the report does not say is another thing, whatever was done with it.
    '磁带灌了几段',
    '巡逻艇串了几趟',
    '流动药车花了几万块',
    // Of what is told of three together nothing is told of one.
    '油烟的投诉一共几件',
    '河道清淤收到意见几条',
    '意外险代办了多少人',
    '音频占总量的比例是多少',
    '达标的批次有几个',
    // A verb that the report says of something else tells figures apart.
    '音频骑了几段',
    '杏桥晚报发了多少条',
    '视频号粉丝有多少',
    '会后答复的提案有几个',
    // Of the number before only what is counted is left out, not what tells it from this one.
    '会后答复的问题里现场答复的有几个',
  ])('%s is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('an office whose report is not held', () => {
  const desk = openDesk({ 'yugang.txt': '榆岗县人民政府2022年政府信息公开工作年度报告\n\n一、总体情况\n\n（一）主动公开情况。全县主动公开政府信息9300条，其中县粮食局314条，县水务局207条。\n' });

  it('is answered for by the only report held where that tells of it', async () => {
    expect(await desk.ask('粮食局公开了几条信息')).toMatchObject({ status: 'answered', value: 314 });
  });

  it.each(['林业局公开了几条信息', '粮食局收到几件申请', '粮食局的局长是谁'])('%s is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
