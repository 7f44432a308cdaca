import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `岭川县禾塘镇人民政府2022年政府信息公开工作年度报告

一、总体情况

（一）主动公开情况。全年主动公开政府信息640条，上年为588条，增加52条。公开内容中，农田水利类160条，占25.0%；村级财务类90条。村务公示栏张贴信息75条。公示惠民补贴资金212.4万元。

（二）依申请公开情况。全年新收到政府信息公开申请14件，比2021年多4件。答复件平均用时8个工作日。

（三）服务情况。镇便民服务中心接待办事群众2.6万人次。全镇配备代办员21名。为务工人员挽回经济损失37.5万元。全年检测合格的样品310批次，不合格9批次。清理规范性文件，宣布失效和废止11件。双语志愿者招募17名。走访企业46家。配发防潮资料箱33个。巡护船跑了72趟。
`;

describe('questions in everyday words', () => {
  const desk = openDesk({ 'hetang.txt': REPORT });

  it.each<[string, number]>([
    // What was done with a thing is said in other words than the report's.
    ['村务公示栏贴了几条', 75],
    ['双语志愿者招了几个', 17],
    ['代办员配了几名', 21],
    // Unit and kind of a figure say what its label need not.
    ['公示的惠民补贴有多少钱', 212.4],
    ['答复一件平均要几个工作日', 8],
    ['帮务工人员追回多少损失', 37.5],
    // A scale before the counter asks for no other unit.
    ['便民服务中心接待了几万人次', 26000],
    // A clause about who asks names nothing.
    ['我是开厂的，请问走访的企业有几家', 46],
    // The year before is told by this year's report, as is the change from it.
    ['2021年主动公开了多少条', 588],
    ['新收申请比21年多了几件', 4],
    ['前一年主动公开了多少条', 588],
    // Words are cut where the report's own begin and end.
    ['防潮资料箱配了几个', 33],
    // A label that itself joins two is asked for by both.
    ['宣布失效和废止的多少件', 11],
    // The share that the report states behind its part comes before the one that can be computed.
    ['农田水利类的信息占多大比例', 25],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each([
    // Everyday words that say little alone choose no figure.
    '帮我挂个号',
    '吃了没',
    // 减少 is asked, and the report tells of an increase.
    '新收申请比21年少了几件',
    '2021年走访了多少企业',
    '防潮资料箱花了多少',
  ])('%s is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
