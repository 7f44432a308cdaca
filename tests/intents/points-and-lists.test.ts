import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const REPORT = `云岭县青石镇人民政府2021年政府信息公开工作年度报告

一、总体情况

（一）便民。全年镇便民大厅办理事项1930件（代收1210件，代办720件），村便民点办理640件（代收310件，代办330件）。

（二）公开。一是规范受理流程，压实审核责任。凡申请先登记后办理，三个工作日内转交承办股室。审核实行“谁起草、谁校对、谁签发”的责任链条。二是改造村级宣传墙，拓宽公开渠道。为十二个村换了新墙，本着“看得见、看得懂、看得全”的设计原则。三是做好解答辅导。围绕补贴的申领条件、发放标准、办理时限等内容，在赶场天向群众讲解补贴。同时设置四级公示栏，做到账目公开及时，自觉接受监督。同时发布群众关切的信息，如公布低保名单、危房改造名册、医保缴费通知等。

二、主动公开政府信息情况

第二十条第（一）项
信息内容	本年新制作数量	本年新公开数量	对外公开总数量
规章	0	0	0
规范性文件	3	2	9
第二十条第（五）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政许可	12	-2	34
第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	17	1	4

五、存在的主要问题及改进情况

存在的问题：一是更新不够及时。二是人手不足。

下步打算：一是充实队伍，稳住骨干。年内再配两名专职人员。二是盯紧更新，按月通报。每月核对一次栏目。
`;

describe('a point of the report by its title', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it.each<[string, string, string]>([
    ['规范受理流程、压实审核责任的具体要求是什么', '先登记后办理', '换了新墙'],
    ['改造村级宣传墙怎么做的', '换了新墙', '先登记后办理'],
    ['受理流程这一条说说', '先登记后办理', '换了新墙'],
    ['充实队伍这点讲讲', '两名专职人员', '核对一次'],
    ['下步打算那段讲了什么', '核对一次栏目', '看得懂'],
    ['村级宣传墙改造怎么抓的，念一段', '换了新墙', '先登记后办理'],
    ['设四级公示栏图个啥', '接受监督', '换了新墙'],
  ])('%s', async (question, told, not) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    expect(answer.text).toContain(told);
    expect(answer.text).not.toContain(not);
  });

  it.each(['规范受理流程得了什么奖', '改造村级宣传墙花了多少钱', '规范受理流程由谁负责', '档案整理这一条说说', '打井这点讲讲', '受理流程出于什么考虑', '换新墙图个啥'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('what a report lists', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it.each<[string, readonly string[]]>([
    ['设计原则是哪三句', ['看得见', '看得懂', '看得全']],
    ['设计原则是哪几个字', ['看得见', '看得全']],
    ['实行何种责任链条', ['谁起草', '谁签发']],
    ['讲解补贴要讲哪些内容', ['申领条件', '办理时限']],
    ['讲解补贴要讲清哪些', ['申领条件', '发放标准']],
    ['公布了哪些群众关心的东西', ['低保名单', '医保缴费通知']],
  ])('%s', async (question, items) => {
    const answer = await desk.ask(question);
    expect(answer.status).toBe('answered');
    for (const item of items) expect(answer.text).toContain(item);
  });

  // What was done to the things asked for is not what the sentence says.
  it.each(['印发了哪些群众关心的东西', '拍卖了哪些群众关心的东西', '采购原则是哪三句', '实行何种奖励办法'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('one number, or one less the other', () => {
  const desk = openDesk({ 'qingshi.txt': REPORT });

  it.each<[string, number]>([
    ['行政许可本年增减情况为多少', -2],
    ['行政处罚项目增减情况是多少', 1],
    ['今年批了几件行政许可', 34],
    ['今年新出了几个规范性文件', 3],
    ['便民点代收减大厅代收，差多少', -900],
    ['便民点代办的减便民大厅代办的等于多少', -390],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['批了几份文件', '便民点代收减热线来电等于多少', '证明材料减少了多少件'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  it('the row as a whole is asked for without how many', async () => {
    expect((await desk.ask('行政处罚情况')).text).toContain('17');
  });
});

describe('who, in other words', () => {
  const desk = openDesk({ 'zhumushan.txt': REPORT.replace('（一）便民。', '（一）便民。成立公开领导小组，镇长严守拙任组长。由镇分管领导兼任便民大厅主任，统筹工作。') });

  it.each([
    ['公开领导小组谁挑头', '严守拙'],
    ['便民大厅主任由哪个兼', '镇分管领导'],
  ])('%s: %s', async (question, value) => {
    expect((await desk.ask(question)).value).toContain(value);
  });
});

describe('as clerks ask', () => {
  const desk = openDesk({ 'zhumushan.txt': REPORT.replace('（一）便民。', '（一）便民。成立公开领导小组，镇长严守拙任组长。推行“四晒”（即：晒清单、晒流程、晒进度、晒结果）做法。') });

  it.each<[string, number]>([
    ['便民点办理事项多少件，请予核实', 640],
    ['大厅办理事项当中，属于代收的多少件', 1210],
    ['行政许可上一年项目数量填的多少', 12],
    ['便民大厅代收与代办之差', 490],
    ['便民点代收与大厅代收相差多少', -900],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it('what is named for its number of things is listed', async () => {
    expect((await desk.ask('“四晒”具体指哪四项')).text).toContain('晒进度');
  });

  it('the post of somebody who is named', async () => {
    expect((await desk.ask('严守拙在镇里担任什么职务')).value).toContain('镇长');
  });

  // Service stations of communities are not those of villages; what was checked is told nowhere.
  it.each(['社区便民服务点办理多少件', '核实了多少件'])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
