import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const BUREAU = `槐荫县水利局2022年政府信息公开工作年度报告
一、总体情况
（一）组织领导。局长乔青山任政务公开领导小组组长，纪检组长温以宁任副组长。副局长纪松涛分管公开，局办公室副主任潘志坚任公开审查员。
（二）回应关切。召开新闻发布会6场，总工程师骆明远出席2场。县水文局局长燕文博带队督查河道公示，党组副书记洪志远主持召开全县推进会，政策股股长叶慕青通报评估结果。
（三）保障。聘请法律顾问薛静逐件把关，联系人曾晓。副局长纪松涛抓总，法规科牵头审核。
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'bureau.txt': BUREAU });

describe('people whom a sentence calls by their titles, and no other body\'s', () => {
  test.each([
    ['总工程师是谁', '骆明远'],
    ['水利局副局长是', '纪松涛'],
    ['党组副书记当时谁干的', '洪志远'],
    ['水利局纪检组长是谁嘛', '温以宁'],
    ['请的法律顾问叫啥', '薛静'],
    ['联系人叫啥', '曾晓'],
    ['水利局一把手局长名字', '乔青山'],
    ['小组二把手是谁', '温以宁'],
    ['领导小组一把手是谁', '乔青山'],
    ['温组长全名叫什么', '温以宁'],
    ['办公室副主任是谁', '潘志坚'],
    ['带队督查的是哪一位', '燕文博'],
    ['推进会哪个领导主持开的', '洪志远'],
    ['谁通报的评估结果', '叶慕青'],
    ['哪个科牵头审核', '法规科'],
  ])('%s: %s', async (question, who) => {
    const { status, value } = await desk.ask(question);
    expect([status, value]).toEqual(['answered', who]);
  });

  test.each([['副主任是谁'], ['书记是谁'], ['工程师是谁'], ['股长是谁'], ['县长是谁'], ['局里二把手是谁'], ['潘局长全名叫什么'], ['总会计师是谁'], ['法律顾问律师是谁'], ['哪个科室抓总']])('%s: nobody is told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});

describe('what a list that is asked for in so many words holds', () => {
  const town = openDesk({ 'town.txt': `桐岭镇人民政府2022年政府信息公开工作年度报告
一、总体情况
处理举报问题12个。
五、存在的主要问题及改进情况
存在的主要问题：一是栏目更新慢；二是村务公开简单。改进措施：一是逐月通报；二是统一格式。
六、其他需要报告的事项
无。` });
  test.each([['桐岭镇问题列一下', '更新慢'], ['存在的问题列出来', '更新慢'], ['改进措施列一下', '逐月通报']])('%s: %s', async (question, words) => {
    const { status, text } = await town.ask(question);
    expect([status, text.includes(words)]).toEqual(['answered', true]);
  });
  test.each([['媒体反映的问题列一下'], ['审计问题列一下']])('%s: not told', async (question) => {
    expect((await town.ask(question)).status).not.toBe('answered');
  });
});
