import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县松坪乡人民政府2021年政府信息公开工作年度报告

本年度报告由乡党政办根据各站所报送的材料汇总编制。

一、总体情况

（一）压实责任

成立由乡长尹怀远任组长的政务公开领导小组。明确党政办为牵头单位、各站所具体落实的责任体系。形成了主要领导亲自抓、分管领导直接抓、业务站所分工负责的工作格局，把公开工作纳入乡重要议程、纳入年终考评之中。

（二）强化服务

一是延长服务时间。周末安排人员值班。二是简化办事流程。取消重复提交的材料。三是配齐自助设备。大厅摆放查询终端。

根据职能划分设立医保、户籍、林业、畜牧、国土等办事窗口。开展自查3次，发现问题17个，整改15个，其余的问题由各站所限期办结，办结之后逐一回访群众，听取群众对办理结果的意见和建议，年底再次复核。解读政策做到口语化、本地化、图表化，方便群众理解。

五、存在的主要问题及改进情况

存在的问题：一是更新不及时。二是人手不足。

下步改进方向：一是**充实队伍**。持续保持“主要领导亲自抓、分管领导盯着抓、驻村干部抓落地”的常态。二是**盯紧更新**。做到公开数量够用，栏目完整，更新快捷，内容管用。
`;

describe('who does which share of the work', () => {
  const desk = openDesk({ 'songping.txt': REPORT });

  it.each([
    ['由谁抓落地', '驻村干部'],
    ['下一步改进里由谁抓落地', '驻村干部'],
    ['工作格局里分工负责的是哪些单位', '业务站所'],
    ['谁直接抓公开工作', '分管领导'],
    ['政务公开领导小组由哪个人牵头任组长', '尹怀远'],
    ['政务公开这块哪个挂的组长', '尹怀远'],
  ])('%s: %s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['由谁抓培训', '谁直接抓窗口建设', '畜牧窗口由谁抓落地', '哪些单位分工协作'])('%s: no such share is told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('lists without what is known of them, and by how many points they have', () => {
  const desk = openDesk({ 'songping.txt': REPORT });

  it.each<[string, readonly string[], readonly string[]]>([
    ['除了医保和户籍，还设立了什么办事窗口', ['林业', '畜牧', '国土'], ['· 医保', '· 户籍']],
    ['除林业、国土外，还设了哪些窗口', ['医保', '户籍', '畜牧'], ['· 林业']],
    ['存在的问题分哪两条', ['更新不及时', '人手不足'], ['充实队伍']],
    ['改进方向有哪几条', ['充实队伍', '盯紧更新'], ['人手不足']],
    ['改进措施有哪些', ['充实队伍', '盯紧更新'], ['人手不足']],
    ['强化服务那一节分了哪三条', ['延长服务时间', '简化办事流程', '配齐自助设备'], []],
    ['解读政策讲究哪三个“化”', ['口语化、本地化、图表化'], []],
    ['今后公开要达到哪些要求，比如数量、栏目', ['数量够用', '栏目完整', '更新快捷', '内容管用'], []],
    ['责任体系是怎么定的', ['牵头单位'], []],
    ['主要的问题有哪些', ['更新不及时', '人手不足'], ['17个']],
    ['公开被纳进了哪些工作里头', ['年终考评'], ['· 主要领导亲自抓']],
  ])('%s', async (question, told, untold) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    for (const words of told) expect(answer.text).toContain(words);
    for (const words of untold) expect(answer.text).not.toContain(words);
  });

  it.each(['除了住建，还设立了什么办事窗口', '除了医保和户籍，还设了哪八个窗口', '强化服务那一节分了哪六条', '培训要达到哪些要求', '解读政策讲究哪四个“化”'])('%s: no such list', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('what stands in the title of a report', () => {
  const desk = openDesk({ 'songping.txt': REPORT });

  it.each<[string, string | number]>([
    ['这份年度报告是哪个单位出的', '云岭县松坪乡人民政府'],
    ['该报告的发布单位是谁', '云岭县松坪乡人民政府'],
    ['这是哪年的报告', 2021],
    ['这份报告是哪一年的', 2021],
    ['Who issued this report?', '云岭县松坪乡人民政府'],
    ['年度报告由谁编制', '乡党政办'],
  ])('%s: %s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['这份报告是谁审核的', '这份简报是哪个单位出的', '通知是哪年发的'])('%s: not in the title', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('plans among measures, reasons, and what one item alone says', () => {
  const desk = openDesk({
    'tingshan.txt': `云岭县汀山街道办事处2022年政府信息公开工作年度报告

一、总体情况

全年收到申请9件，内容涉及学区划分、物业收费、校园建设，均已答复。全年发布信息412条，同比下降5.2%，主要原因是停办了两个栏目。用于政府信息公开的经费2.6万元，主要用于查阅点改造。发放高龄补贴31万元。

五、存在的主要问题及改进情况

主要问题：一是留言回复偏慢；二是校园信息更新参差不齐。

改进情况：明确留言三日内回复；对学校信息实行月度通报；2023年拟举办宣讲6场，新增查阅点2个。
`,
  });

  it.each<[string, string]>([
    ['2023年有哪些计划', '宣讲6场'],
    ['对学校信息实行什么', '月度通报'],
    ['发布信息下降的原因是什么', '停办了两个栏目'],
    ['经费主要用于什么', '查阅点改造'],
    ['经费用在哪些方面', '查阅点改造'],
    ['申请内容涉及什么', '物业收费'],
  ])('%s: %s', async (question, told) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.text).toContain(told);
  });

  it.each(['2024年有哪些计划', '2023年存在哪些问题', '高龄补贴用于什么', '申请增加的原因是什么'])('%s: not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
