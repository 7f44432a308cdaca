import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

// An invented report: each question asks for one of its figures with one word more, one less, or another one.
const REPORT = `苇塘镇2022年政府信息公开工作年度报告

一、总体情况

（一）公开。全年公开信息 412 条，其中网站 201 条，公众号 136 条，公告栏 75 条。单篇最高阅读量 1.4 万次。发布政策解读 9 篇（图解 5 篇，短视频 4 篇）。全年认定文件 96 份，其中主动公开 61 份、依申请公开 22 份、不予公开 13 份。

（二）服务。全镇共办理服务事项 5240 件（即办件 4010 件，承诺件 1230 件）。为行动不便的老人上门代办 340 件，惠及 180 户。覆盖 12 个行政村和 6 个站所。“好差评”系统收到评价 1945 条，好评率 99.1%，差评 2 条。

（三）保障。更新公开栏 13 块，新建宣传屏 3 块，共投入 6.8 万元，其中县级补助 4.5 万元，镇级自筹 2.3 万元。公开道路建设项目 18 个，涉及里程 26.4 公里。发出问卷 320 份。信息员多为兼职，26 名信息员中专职的 2 名。印发通报 4 期，点名批评单位 9 家。整改错链、断链 53 处，其中错链 37 处、断链 16 处。召回渔船 306 艘次。

五、存在的主要问题及改进情况

公开不够及时。

六、其他需要报告的事项

申请事项主要涉及征地拆迁 10 件、道路客运 6 件。
`;

describe('a figure that lacks one word of the question, or says one more', () => {
  const desk = openDesk({ 'weitang.txt': REPORT });
  const ask = (question: string) => desk.ask(`苇塘镇2022年${question}`);

  it.each([
    // A bare noun, where only some are counted or other things.
    '有几个部门',
    '有几个科室',
    '有多少农户',
    '渔船一共几艘',
    // The largest of many, or of some of them, for all.
    '阅读量一共多少',
    '阅读量是多少',
    '道路总里程多少',
    // A word of the same kind instead.
    '村级自筹多少钱',
    '收到问卷几份',
    '漫画解读几篇',
    '帮办几件',
    '好评多少条',
    // Money, pages and things.
    '公开栏更新花了多少',
    '文件多少页',
    // One of two that stand side by side is not what is left of the other.
    '不是道路客运的几件',
  ])('%s', async (question) => {
    const { status, value } = await ask(question);
    expect(status === 'answered' ? value : null).toBeNull();
  });

  it.each<[string, number]>([
    ['有几个行政村', 12],
    ['全镇多少村', 12],
    ['站所几个', 6],
    ['单篇最高阅读量是多少', 14000],
    ['镇级自筹多少钱', 2.3],
    ['发出问卷几份', 320],
    ['图解几篇', 5],
    ['代办几件', 340],
    ['差评多少条', 2],
    ['公开栏更新几块', 13],
    ['专职信息员几名', 2],
    ['断链几处', 16],
    ['错链几处', 37],
    ['死链几处', 16],
  ])('%s is answered', async (question, value) => {
    const answer = await ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each<[string, number, string]>([
    ['不是承诺件的几件', 4010, '5240 − 1230'],
    ['不是网站的信息几条', 211, '412 − 201'],
    ['不是县级补助的投入几万元', 2.3, '6.8 − 4.5'],
    ['兼职信息员几名', 24, '26 − 2'],
    ['How many part-time information officers were there?', 24, '26 − 2'],
  ])('%s is what is left of the total, with its formula', async (question, value, formula) => {
    const answer = await ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
    expect(answer.derived?.formula).toContain(formula);
  });
});
