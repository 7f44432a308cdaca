import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `梧湾县民政局2022年政府信息公开工作年度报告

一、总体情况

（一）平台。门户网站设栏目24个。全县有养老服务站18个，全年新设护理站7个。户籍人口31.2万人。离窗率达73.5%，窗口受理2600件。全县开放读书角90个。

（二）监督。抽查台账20份，记录不规范4份。政务公开在综合绩效考核中占5分。在全县22个部门考核中排名第3。发放问卷800份，收回有效问卷760份。志愿者64人次参加培训。

（三）热线。热线一次办结率95%。收到事件工单410件。

（四）组织领导。成立政务公开领导小组，局长陶望川任组长，各股室负责人和9个社区的党支部书记为成员。

二、主动公开政府信息情况

第二十条第（五）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政许可	12	-2	340
其他对外管理服务事项	9	0	150
第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	8	0	3
行政强制	5	0	0
`;

describe('a number of another thing than the one asked for', () => {
  const desk = openDesk({ 'wuwan.txt': REPORT });

  it.each<[string, number]>([
    ['户籍人口多少', 312000],
    ['人口多少', 312000],
    ['网站栏目有几个', 24],
    ['新设了几个护理站', 7],
    ['新设护理站几个', 7],
    ['记录不规范的几份', 4],
    ['离窗率多少', 73.5],
    ['行政许可处理决定多少件', 340],
    ['行政许可办了几件', 340],
    ['热线一次办结率', 95],
    // Worked out of the list's two cells; a place is told by its sentence.
    ['行政处罚现在有多少项', 8],
    ['考核第几', 3],
    ['志愿者参加培训多少人次', 64],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    // Two statistics, two kinds of columns, two rates that sound alike.
    '常住人口多少',
    '专栏有几个',
    // What came on top is not what there is.
    '护理站有多少个',
    '护理站一共有几个',
    '读书角新增几个',
    // Said of the opposite.
    '记录规范的几份',
    '窗口占比',
    // Items of a list are not decisions.
    '行政许可几项',
    // A weight is no score, and a number of departments no place among them.
    '考核得了多少分',
    // Places are no people, attendances no heads, valid forms not all that came back.
    '养老服务站有几个人',
    '志愿者一共多少名',
    '没收回的问卷几份',
    // The table of requests counts no events.
    '没办结的事件几件',
    // A bound narrows what is counted.
    '不到30人的读书角几个',
  ])('%s is not answered with it', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('one party secretary is not another', async () => {
    expect((await desk.ask('党委书记是谁')).status).not.toBe('answered');
  });
});
