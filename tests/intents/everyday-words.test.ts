import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const TOWN = `芦溪县枫林镇2021年政府信息公开工作年度报告

一、总体情况

全年在镇政务网站发布信息183条，悬挂横幅26条，张贴公告45份。印发工作简报12期，印制惠民政策手册3000册，发放明白纸8600份。
组织环卫工人培训3期，选派驻村干部9名。新建公厕4座，拆除违章建筑17处，改造路灯88盏，更新宣传栏19块。
查处非法采砂14起，罚没款项已全部上缴。整治流动摊贩52家。接待来访群众27批，举办健康讲座14场，政策文件归档210卷，改造村卫生室11所，投入信息化建设费用21.6万元。
`;

describe('everyday words for what a report prints', () => {
  const desk = openDesk({ 'fenglin.txt': TOWN });

  it.each([
    ['网站上登了几条', 183],
    ['横幅拉了几条', 26],
    ['公告贴出去几份', 45],
    ['厕所盖了几座', 4],
    ['违建扒了几处', 17],
    ['路灯改了几盏', 88],
    ['来访的来了几拨', 27],
    ['健康讲座办了几堂', 14],
    ['文件归档了几卷', 210],
    ['村卫生室弄好几所', 11],
    ['信息化用掉多少钱', 21.6],
    ['宣传栏换了几块', 19],
  ])('%s = %d', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['公告撕了几份', '手册收回几册', '明白纸退了几份', '公厕拆了几座', '公厕关了几座', '路灯关了几盏', '宣传栏拆了几块', '来访的走了几口', '村卫生室撤了几所', '驻村干部撤回几名'])('%s: a word for another deed is not told', async (question) => {
    expect((await desk.ask(question)).value).toBeNull();
  });

  it('a word that may stand for several deeds, each with its number, is answered by none of them alone', async () => {
    const answer = await desk.ask('东西一共发了多少份');
    expect(answer.status).not.toBe('answered');
  });
});
