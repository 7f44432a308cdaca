import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWNSHIP = `槐荫县青岩乡人民政府2021年政府信息公开工作年度报告
一、总体情况
（一）组织领导。成立了由乡长柏松年任组长，乡党委副书记岳清任副组长，党政办、财政所、司法所负责人为成员的政务公开领导小组。
（二）服务群众。乡便民服务中心及6个村便民服务站全年办理便民服务事项2140件（受理1530件，咨询610件），其中乡便民服务中心办理1205件（受理805件，咨询400件），村便民服务站办理935件（受理725件，咨询210件）。按照“三提升”（即：提升服务水平、提升工作效率、提升服务形象）要求，加强窗口建设，帮助群众了解办理时间、程序。
二、主动公开政府信息情况
第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	4	1	7
行政强制	3	-1	2
六、其他需要报告的事项
无。`;

describe('a post is asked for by its title', () => {
  const desk = openDesk({ 'township.txt': TOWNSHIP });

  test.each([
    ['Which deputy Party secretary is mentioned?', '岳清'],
    ['Name the deputy leader of the disclosure working group.', '岳清'],
    ['Name the township head', '柏松年'],
    ['Please name the group leader', '柏松年'],
    ['Who heads up the disclosure leading group?', '柏松年'],
    ['Who was township head at the time?', '柏松年'],
  ])('%s: %s', async (question, name) => {
    const { status, intent, value } = await desk.ask(question);
    expect([status, intent, value]).toEqual(['answered', 'who', name]);
  });

  test.each([['Name the head of the health centre'], ['Which deputy county magistrate is mentioned?'], ['Who heads up the confidentiality review?']])('%s: nobody is told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  test('members are a list', async () => {
    expect((await desk.ask('Name the members of the leading group')).intent).toBe('list');
  });
});

describe('what a catchword is not', () => {
  const desk = openDesk({ 'township.txt': TOWNSHIP });

  test.each([['What are the three improvements?'], ['What are the "three improvements" the township asks for?'], ['What do the "three improvements" stand for?'], ['Which are the three improvements mentioned?']])('%s', async (question) => {
    expect((await desk.ask(question)).text).toContain('提升服务形象');
  });

  test.each([['What are the three improvement directions?'], ['What are the three improvement projects?']])('%s names another thing', async (question) => {
    expect((await desk.ask(question)).text).not.toContain('提升服务形象');
  });

  test('an average is no sentence that speaks of time', async () => {
    expect((await desk.ask('What was the average handling time for a case?')).status).toBe('not_found');
  });
});

describe('rows of the forms in other words', () => {
  const desk = openDesk({ 'township.txt': TOWNSHIP });

  test.each([
    ['Were any penalty decisions made? How many?', 7],
    ['Was the list of administrative penalties lengthened or cut, and by how many items?', 1],
    ['Number of decisions taken to use administrative compulsion?', 2],
    ['How many penalty items stood on the list the year before?', 4],
    ["How many consultations did the township's own centre handle?", 400],
    ['How many items went through the village stations?', 935],
  ])('%s: %d', async (question, value) => {
    expect((await desk.ask(question)).value).toBe(value);
  });

  test('a share of all consultations is not one of all items', async () => {
    expect((await desk.ask('What share of all consultations happened at the village stations?')).value).toBeCloseTo(34.43, 1);
  });
});

describe('a paragraph that opens with the next year and its first point is a plan', () => {
  const desk = openDesk({
    'town.txt': `清沅县禾塘镇人民政府2016年政府信息公开工作年度报告
一、概述
举办业务培训3期，参训147人次。
五、存在的问题及2017年打算
存在的问题：一是公开载体偏老；二是信息员业务不熟。
2017年，一是新增村级查阅点4个；二是举办培训不少于5期。
六、其他需要报告的事项
无。`,
  });

  test.each([
    ['2017年计划举办培训几期', 5],
    ['How many training sessions at minimum are planned for 2017?', 5],
    ['How many training sessions were held?', 3],
  ])('%s: %d', async (question, value) => {
    expect((await desk.ask(question)).value).toBe(value);
  });

  test('it is none of the problems', async () => {
    expect((await desk.ask('存在哪些问题')).text).not.toContain('查阅点');
  });
});

describe('two sides of one figure, and rows that are said in full', () => {
  const desk = openDesk({ 'township.txt': TOWNSHIP });

  test.each([
    ['How many times as many consultations did the centre handle as the village stations?', 1.9],
    ['How many times as many consultations as the village stations did the centre handle?', 1.9],
    ['Accepted cases at the centre exceed those at the village stations by how many?', 80],
    ['By how many did consultations at the centre exceed those at the village stations?', 190],
  ])('%s: %d', async (question, value) => {
    expect((await desk.ask(question)).value).toBeCloseTo(value, 1);
  });

  test.each([['How many times as many items did the village stations accept as the centre?'], ['Complaints at the centre exceed those at the village stations by how many?'], ['How many times as many complaints did the centre handle as the village stations?']])('%s is no side of what is told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });

  test.each([
    ["I'm drafting a note: how many items did the centre handle?", 1205],
    ['For a memo: how many items did the centre handle?', 1205],
    ['Only a small number of consultations took place at village stations. How many exactly?', 210],
  ])('%s: %d', async (question, value) => {
    expect((await desk.ask(question)).value).toBe(value);
  });

  test('heads of which offices', async () => {
    expect((await desk.ask('Heads of which offices sit on the leading group as members?')).text).toContain('财政所');
  });
});
