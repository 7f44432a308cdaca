import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

/** An invented report without tables, in which many things of the same units stand side by side. */
const REPORT = `云岭县桐花镇人民政府2021年政府信息公开工作年度报告

一、总体情况

（一）主动公开。2021年，全镇通过政府网站公开信息312条，较上年增加57条，增长22.35%；通过微信公众号推送信息486条，阅读量12.6万次，粉丝3150人；在政务微博发布89条。公开栏张贴公示145期。全年召开政务公开专题会议4次，举办培训班3期，培训干部167人次。发布政策解读材料26篇，其中图解9篇、视频5篇。

（二）依申请公开。全年收到依申请公开18件，其中网上申请11件、信函申请7件；办结17件，按时办结率100%，结转下年1件。受理群众咨询电话736个。

（三）平台建设。镇便民服务中心设置窗口12个，配备工作人员23名，全年受理事项5210件，办结5187件，办结率99.56%，满意率达98.7%。各村代办点14个，代办事项1935件。12345热线转办工单264件，办结261件，群众满意率95.4%。

（四）监督保障。县政务公开办考核得分92.5分，排名全县第3位。副镇长陈海燕分管政务公开工作，党政办主任由镇人大副主席兼任，工作人员周明负责网站维护。处理群众投诉8起，开展执法检查47次，检查企业128家，罚款3.6万元。投入资金15万元建设政务公开专区2个。

五、存在的主要问题及改进情况

2020年全镇公开信息255条。下一步，计划新增公开栏20个，培训人员达到200人次。
`;

const desk = openDesk({ 'tonghua.txt': REPORT });

/** Null: the report does not say. */
const GOLD: readonly (readonly [string, number | null])[] = [
  ['网站公开多少条', 312],
  ['网站公开增加了多少条', 57],
  ['公众号推送多少条', 486],
  ['微博发布多少条', 89],
  ['公开栏张贴公示多少期', 145],
  ['培训几次', 3],
  ['培训了多少人', 167],
  ['政策解读多少篇', 26],
  ['图解几篇', 9],
  ['收到多少申请', 18],
  ['网上申请几件', 11],
  ['信函申请几件', 7],
  ['申请办结几件', 17],
  ['按时办结率', 100],
  ['咨询电话多少个', 736],
  ['窗口几个', 12],
  ['工作人员多少', 23],
  ['便民服务中心受理多少件', 5210],
  ['便民服务中心办结率', 99.56],
  ['便民服务中心满意率', 98.7],
  ['热线满意率', 95.4],
  ['代办点几个', 14],
  ['代办多少件', 1935],
  ['12345工单多少件', 264],
  ['热线办结多少', 261],
  ['考核得分', 92.5],
  ['投诉多少起', 8],
  ['执法检查几次', 47],
  ['检查了多少家企业', 128],
  ['罚款多少钱', 3.6],
  ['投入资金多少', 15],
  ['专区建了几个', 2],
  ['2020年公开信息多少条', 255],
  ['公众号粉丝多少', 3150],
  ['结转下年几件', 1],
  ['图解占解读的比例', 34.62],
  ['网上申请占比', 61.11],
  ['公众号比网站多多少', 174],
  ['网站和微博加起来多少', 401],
  ['受理比办结多多少', 23],
  ['How many complaints were handled?', 8],
  ['How many people were trained?', 167],
  ['How much was fined?', 3.6],
  ['当面申请几件', null],
  ['视频会议几次', null],
  ['法律顾问几个', null],
  ['信访多少件', null],
  ['建议提案多少件', null],
  ['处罚了多少家', null],
  ['行政处罚多少件', null],
  ['规范性文件几件', null],
  ['行政复议几件', null],
  ['诉讼几件', null],
  ['镇长是谁', null],
  ['党政办主任是谁', null],
  ['明年新增公开栏几个', 20],
  ['计划培训多少人', 200],
  ['公众号发布视频几个', null],
  ['微博粉丝多少', null],
  ['12345受理投诉几件', null],
  ['考核扣了几分', null],
  ['罚了几家企业', null],
  ['便民服务中心几个', null],
  ['公开栏有几个', null],
  ['新增公开栏几个', 20],
  ['代办点办了多少件', 1935],
];

async function rightOrNot(question: string, gold: number | null): Promise<boolean> {
  const answer = await desk.ask(question);
  if (answer.status !== 'answered' || answer.value === null) return false;
  expect(answer.value, answer.text).toBe(gold);
  return true;
}

describe('things of the same unit side by side', () => {
  it.each(GOLD)('%s: right or not answered', async (question, gold) => {
    await rightOrNot(question, gold);
  });

  // Bug: 一共 is explained by a part as well as by a total, so one channel's 486 answers for what was published in all.
  it('一共公开了多少条信息: right or not answered', async () => {
    await rightOrNot('一共公开了多少条信息', null);
  });

  it('answers at least 80 % of what the report says', async () => {
    const abstained: string[] = [];
    const says = GOLD.filter(([, gold]) => gold !== null);
    for (const [question, gold] of says) if (!(await rightOrNot(question, gold))) abstained.push(question);
    expect(abstained.length, abstained.join('\n')).toBeLessThanOrEqual(says.length * 0.2);
  });
});
