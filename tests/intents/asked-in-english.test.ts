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
