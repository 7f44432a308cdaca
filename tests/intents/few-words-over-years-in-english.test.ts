import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const report = (year: number, trained: number, calls: number): string => `清沅县梨坪镇人民政府${year}年政府信息公开工作年度报告
一、总体情况
举办培训班3期，参训${trained}人次。现场咨询208人次，电话咨询${calls}个。
六、其他需要报告的事项
无。`;

const SERVICES = `槐荫县青岩乡人民政府2021年政府信息公开工作年度报告
一、总体情况
乡便民服务中心及6个村便民服务站全年办理便民服务事项2140件（受理1530件，咨询610件），其中乡便民服务中心办理1205件（受理805件，咨询400件），村便民服务站办理935件（受理725件，咨询210件）。
窗口人员本着“热心耐心细心”的服务原则接待群众，注重思想道德教育。在符合保密要求的前提下，及时发布民生信息。坚持把公开工作纳入重要议事日程。
五、存在的主要问题及改进情况
存在的问题：一是公开内容不够全面；二是方法手段不够创新。
下步改进方向：一是加强领导；二是规范运行。
六、其他需要报告的事项
无。`;

describe('what changed and what came together over two years, in few words', () => {
  const desk = openDesk({ '2016.txt': report(2016, 64, 1204), '2017.txt': report(2017, 118, 1330) });

  test.each([
    ['Change in trainees from 2016 to 2017?', 54],
    ['Increase in trainees from 2016 to 2017', 54],
    ['Total trainees over the two years', 182],
    ['How many trainees over the two years combined?', 182],
    ['How many consultation phone calls in Liping over the two years combined?', 2534],
  ])('%s: %d', async (question, value) => {
    expect((await desk.ask(question)).value).toBe(value);
  });

  test('over the two years alone asks for each', async () => {
    expect((await desk.ask('How many trainees over the two years?')).intent).toBe('trend');
  });

  test.each([['Change in volunteers from 2016 to 2017?'], ['Total fines over the two years']])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('what is left out, and how offices speak of their own work', () => {
  const desk = openDesk({ 'services.txt': SERVICES });

  test.each([
    ['Leaving enquiries aside, how many cases were formally accepted across the whole township?', 1530],
    ["How many items passed through the township's own service centre (not the villages)?", 1205],
  ])('%s: %d', async (question, value) => {
    expect((await desk.ask(question)).value).toBe(value);
  });

  test.each([
    ['What principle of service does the window staff follow?', '热心耐心细心'],
    ['Under what precondition is information released?', '保密要求的前提下'],
    ['What are the two improvement directions for the next step?', '规范运行'],
    ['What shortcomings does the township face up to?', '不够创新'],
  ])('%s: %s', async (question, said) => {
    const { status, text } = await desk.ask(question);
    expect(status).toBe('answered');
    expect(text).toContain(said);
  });

  test.each([['What principle of taxation does the office follow?'], ['What is the goal of the housing reform?'], ['Under what condition are licences granted?'], ['What are the two improvement projects?']])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('money in the unit that the question names', () => {
  const desk = openDesk({
    'town.txt': `清沅县梨坪镇人民政府2016年政府信息公开工作年度报告
一、总体情况
安排专项经费2.6万元，发放宣传单3000份。
六、其他需要报告的事项
无。`,
  });

  test.each([['special funds set aside, in 10k yuan'], ['How much was set aside in special funds (10k yuan)?'], ['Special funds set aside, 10k yuan?']])('%s', async (question) => {
    expect((await desk.ask(question)).value).toBe(2.6);
  });

  test.each([['special subsidies set aside, in 10k yuan'], ['leaflets handed out, in 10k yuan']])('%s is not told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
