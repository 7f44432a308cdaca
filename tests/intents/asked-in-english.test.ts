import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const KILN = `陶溪县窑湾镇人民政府2022年政府信息公开工作年度报告
一、总体情况
镇长苗青山任政务公开领导小组组长，党政办主任柏松兼任领导小组办公室主任。由镇分管领导兼任便民服务中心主任。
全年受理投诉36件、调解纠纷15件，现有调解员9名。全年发布信息420条，其中网站310条、公众号110条。窑火夜话开展6场。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const KILN_BEFORE = `陶溪县窑湾镇人民政府2021年政府信息公开工作年度报告
一、总体情况
全年发布信息400条。全年收到来信5件。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const LOOM = `织岭县棉坊街道办事处2022年政府信息公开工作年度报告
一、总体情况
全年收到申请9件，上年结转1件，结转下年度3件，部分公开2件。发放评议表200份，收回176份，群众满意率94.1%。
热线转来工单77件，按期办结率98.2%。举办义诊8场、政策宣讲12次，参加宣讲640人次。清理过期信息23条，区政府网站公开66条。
年度考核得分91.5分。因信息公开引发行政诉讼1件，没有行政复议。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;

const loom = openDesk({ 'loom.txt': LOOM });
const desk = openDesk({ 'kiln-2022.txt': KILN, 'kiln-2021.txt': KILN_BEFORE });
const IN = '陶溪县窑湾镇 2022: ';

describe('Chinese words inside an English question are words of it', () => {
  it.each([
    ['How many complaints (投诉) were accepted?', 36],
    ['How many settlements (调解纠纷) were there?', 15],
    ['How many 调解员 does the town have?', 9],
    ['How many events (窑火夜话) were held?', 6],
  ])('%s %i', async (question, value) => {
    expect(await desk.ask(IN + question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many complaints (申诉) were accepted?', 'How many disputes (仲裁) were mediated?', 'How many 网格员 does the town have?', 'How many complaints (来信) were accepted?'])('%s is answered by no figure of another word', async (question) => {
    expect((await desk.ask(IN + question)).status).not.toBe('answered');
  });
});

describe('the office of a leading group is not the group', () => {
  it.each([
    ['Who is the director of the leading group office?', '柏松'],
    ['Who leads the leading group?', '苗青山'],
    ['Who doubles as director of the service centre?', '镇分管领导'],
  ])('%s %s', async (question, value) => {
    expect(await desk.ask(IN + question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['Who headed the office of the leading group?', 'What is the name of the director of the service centre?', '便民服务中心主任叫什么名字'])('%s names nobody', async (question) => {
    expect(await desk.ask(IN + question)).toMatchObject({ status: 'not_found' });
  });
});

describe('by how much a figure moved', () => {
  it('is told where both years give it', async () => {
    expect(await desk.ask('By how many did the items published in 窑湾镇 grow from 2021 to 2022?')).toMatchObject({ status: 'answered', value: 20 });
  });

  it('is not told from one of them', async () => {
    expect(await desk.ask('By how many did the complaints accepted in 窑湾镇 fall from 2021 to 2022?')).toMatchObject({ status: 'not_found' });
  });
});

describe('a rate is asked for, not what it is a rate of', () => {
  it.each([
    ['What was the public satisfaction rate?', 94.1],
    ['What was the on-time completion rate of hotline tickets?', 98.2],
    ['Public satisfaction rate in 2022?', 94.1],
  ])('%s %d', async (question, value) => {
    expect(await loom.ask(question)).toMatchObject({ status: 'answered', value, unit: '%' });
  });

  it.each(['What was the attendance rate?', 'What was the vaccination rate of residents?', 'What was the mediation rate?'])('%s is not told', async (question) => {
    expect((await loom.ask(question)).status).not.toBe('answered');
  });
});

describe('requests carried over a turn of the year', () => {
  it.each([
    ['How many requests were carried over to 2023?', 3],
    ['How many requests were carried forward into 2023?', 3],
    ['How many requests were rolled over from 2022 to 2023?', 3],
    ['结转到2023年的申请几件', 3],
    ['从2021年结转来几件', 1],
  ])('%s %i', async (question, value) => {
    expect(await loom.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many requests were carried over to 2022?', 'How many requests were carried over from 2022?', '结转到2022年的申请几件'])('%s is of a report that is not held', async (question) => {
    expect((await loom.ask(question)).status).not.toBe('answered');
  });
});

describe('plain words of county work', () => {
  it.each([
    ['How many hotline orders were there?', 77],
    ['How many free clinic sessions were held?', 8],
    ['How many outdated items were removed?', 23],
    ['How many items were put on the district government website?', 66],
    ['How many lawsuits were brought over disclosure?', 1],
    ['What did the subdistrict score in the annual assessment?', 91.5],
    ['How many requests were partially granted?', 2],
  ])('%s %d', async (question, value) => {
    expect(await loom.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many purchase orders were there?', 'How many evening clinic sessions were held?', 'How many outdated boards were replaced?', 'How many items were put on its own website?', 'How many lawsuits were withdrawn?', 'What did the village score in the annual assessment?', 'How did the number of trainees change from 2021 to 2022?'])('%s is not told', async (question) => {
    expect((await loom.ask(question)).status).not.toBe('answered');
  });
});

const GUARD = `岩口县公安局2021年政府信息公开工作年度报告
一、总体情况
全年公开信息350条，其中县政府门户网站公开140条，微信公众号公开210条。抽查派出所11个，新建警务室4个，聘用辅警32名。
3个乡镇全年报送不足5条。申请集中在违建查处6件、征收补偿4件。破获刑事案件85起，报警人次1200人次。群众举报19件，经查均不属实7件。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;
const guard = openDesk({ 'guard.txt': GUARD });

describe('what is on a channel was published there', () => {
  it.each([
    ['How many items were on the county portal?', 140],
    ['How many items on WeChat?', 210],
    ['How many criminal cases were solved?', 85],
  ])('%s %i', async (question, value) => {
    expect(await guard.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many items on Weibo?', 'How many items on the notice boards?', 'How many items on WeChat were deleted?'])('%s is not told', async (question) => {
    expect((await guard.ask(question)).status).not.toBe('answered');
  });
});

describe('how many there are is not how many something was done with', () => {
  it.each(['How many police stations are there in the county?', 'How many civil affairs offices are there?', 'How many township police offices are there?', 'How many illegal buildings were demolished?'])('%s is not told', async (question) => {
    expect((await guard.ask(question)).status).not.toBe('answered');
  });

  it('those that were set up are there', async () => {
    expect(await guard.ask('How many police rooms (警务室) were newly built?')).toMatchObject({ status: 'answered', value: 4 });
  });
});

const PIER = `潮口县渔港管理处2021年政府信息公开工作年度报告
一、总体情况
分管领导：顾海平，副主任；责任科室负责人：程小舟，港政科科长；联络员：邵霞。
门诊患者满意度91.2%，住院患者满意度95.5%。检查学校30所，其中中学8所、小学22所。
五、存在的主要问题及改进情况
公开栏更换不及时。
六、其他需要报告的事项
无。`;
const pier = openDesk({ 'pier.txt': PIER });

describe('one of two that share a word', () => {
  it.each([
    ['Which leader is in charge of disclosure?', '顾海平'],
    ['哪位领导分管公开', '顾海平'],
    ['What was the inpatient satisfaction rate?', 95.5],
    ['What was the outpatient satisfaction rate?', 91.2],
    ['How many primary schools were inspected?', 22],
  ])('%s %s', async (question, value) => {
    expect(await pier.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['How many schools are there in the county?', 'Which leader is in charge of finance?'])('%s is not told', async (question) => {
    expect((await pier.ask(question)).status).not.toBe('answered');
  });
});
