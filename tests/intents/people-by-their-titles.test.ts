import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const BUREAU = `槐荫县水利局2022年政府信息公开工作年度报告
一、总体情况
（一）组织领导。局长乔青山任政务公开领导小组组长，纪检组长温以宁任副组长。副局长纪松涛分管公开，局办公室副主任潘志坚任公开审查员。
（二）回应关切。召开新闻发布会6场，总工程师骆明远出席2场。县水文局局长燕文博带队督查河道公示，党组副书记洪志远主持召开全县推进会，政策股股长叶慕青通报评估结果。
（三）保障。聘请法律顾问薛静逐件把关，联系人曾晓。
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'bureau.txt': BUREAU });

describe('people whom a sentence calls by their titles, and no other body\'s', () => {
  test.each([
    ['总工程师是谁', '骆明远'],
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
  ])('%s: %s', async (question, who) => {
    const { status, value } = await desk.ask(question);
    expect([status, value]).toEqual(['answered', who]);
  });

  test.each([['副主任是谁'], ['书记是谁'], ['工程师是谁'], ['股长是谁'], ['县长是谁'], ['局里二把手是谁'], ['潘局长全名叫什么'], ['总会计师是谁'], ['法律顾问律师是谁']])('%s: nobody is told', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
