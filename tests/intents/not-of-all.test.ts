import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// An invented report whose sentences tempt to answer for the whole what is said of a part, and the other way round.
const REPORT = `汀洲街道2021年政府信息公开工作年度报告

一、总体情况

（一）公开。全年公开信息 623 条，其中网站 287 条，公众号 241 条，公告栏 95 条。发布政策解读 9 篇。社区公开栏由 31 处增至 44 处。

（二）申请。收到政府信息公开申请 7 件（网络提交 4 件，信函寄送 2 件，当面递交 1 件），延期答复 2 件，无超期答复。

（三）窗口。进驻事项 72 项，全程网办 65 项。整改错链、断链 53 处，其中错链 37 处、断链 16 处。更新公开栏 13 块，新建显示屏 3 块，共投入 6.8 万元。举办培训班 3 期，89 人次参加。清理政务新媒体 92 个。受理热线工单 152 件，比上年减少 14 件。

（四）监督。聘请监督员 12 名（人大代表 4 名，政协委员 3 名，居民代表 5 名）。街道主要负责同志带头解读。全年约谈责任人 1 人。

五、存在的主要问题及改进情况

公开不够及时。

六、其他需要报告的事项

无。
`;

describe('a figure of something else than is asked for', () => {
  const desk = openDesk({ 'tingzhou.txt': REPORT });

  it.each([
    // What is not asked for.
    // An unknown word before a noun says which ones.
    '匿名申请几件',
    '损坏公开栏几块',
    '外出培训几期',
    '重点工单几件',
    // Counted together.
    '显示屏花了多少钱',
    // By the piece, by the share, of another kind.
    '每期培训多少人次',
    '工单降幅',
    '政务新媒体多少人',
    // None of a kind is not none of all.
    '答复多少件',
    // Nobody.
    '谁负责政务公开',
    '约谈了谁',
  ])('%s', async (question) => {
    const { status, value } = await desk.ask(`汀洲街道2021年${question}`);
    expect(status === 'answered' ? value : null).toBeNull();
  });

  it.each<[string, number]>([
    ['信函申请几件', 2],
    ['培训几期', 3],
    ['工单比上年减少几件', 14],
    ['社区公开栏现在几处', 44],
    // By how much is neither number, but the two of them tell it.
    ['社区公开栏增加了几处', 13],
    ['不能全程网办的事项几项', 7],
    // What is left of a total.
    ['不是信函的申请几件', 5],
    ['不是公众号发的几条', 382],
    ['去掉公众号还有多少条', 382],
    ['除了网站还有几条', 336],
    ['How many requests were not by letter?', 5],
  ])('%s is answered', async (question, value) => {
    const answer = await desk.ask(`汀洲街道2021年${question}`);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each(['错链几处', '断链几处'])('%s is not answered with both together', async (question) => {
    expect((await desk.ask(`汀洲街道2021年${question}`)).value).not.toBe(53);
  });

  it('takes several things that are each asked for one by one', async () => {
    const { text } = await desk.ask('汀洲街道2021年人大代表、政协委员、居民代表各多少名');
    for (const said of ['4名', '3名', '5名']) expect(text).toContain(said);
  });
});
