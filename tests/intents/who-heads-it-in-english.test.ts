import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const BUREAU = `槐荫县水利局2022年政府信息公开工作年度报告
一、总体情况
（一）组织领导。局长乔青山任政务公开领导小组组长，副局长纪松涛分管公开，办公室主任叶慕青为联络员。
（二）回应关切。组织居民听证会9场，听证代表274人次参加。公示管网改造项目5个，惠及居民3186户，总投资6420万元。
六、其他需要报告的事项
无。`;

const TOWN = `槐荫县石坪镇人民政府2022年政府信息公开工作年度报告
一、总体情况
领导小组组长由新任镇长骆明远担任，党委书记洪志远分管，日常工作由镇政务公开办（主任 曾晓）承担。
六、其他需要报告的事项
无。`;

const STREET = `槐荫县柳堤街道办事处2022年政府信息公开工作年度报告
一、总体情况
办事处主任霍子明为政务公开第一责任人，副主任叶秋分管此项工作，副主任岳山分管财政工作。公开考核得91.2分，在全县7个街道中列第4位。
六、其他需要报告的事项
无。`;

describe('who heads the office that reports, by its English titles', () => {
  describe('a sub-district', () => {
    const desk = openDesk({ 'street.txt': STREET });

    test.each([
      ['Who is the deputy director in charge of open government?', '叶秋'],
      ['Who is the deputy director responsible for information disclosure?', '叶秋'],
      ['分管政务公开的副主任是谁', '叶秋'],
      ['谁分管政务公开', '叶秋'],
      ['分管财政的副主任是谁', '岳山'],
      ["Where did the office rank among the county's sub-districts?", 4],
    ])('%s: %s', async (question, told) => {
      const { status, value } = await desk.ask(question);
      expect([status, value]).toEqual(['answered', told]);
    });

    test.each([['Who is the deputy director in charge of health?'], ['Where did the office rank in food safety?']])('%s: nothing is told', async (question) => {
      expect((await desk.ask(question)).status).not.toBe('answered');
    });
  });

  describe('a bureau', () => {
    const desk = openDesk({ 'bureau.txt': BUREAU });

    test.each([
      ['Who is the director of the water bureau?', '乔青山'],
      ['Who heads the water bureau?', '乔青山'],
      ['director of the water bureau', '乔青山'],
      ['Which official is the deputy director of the bureau?', '纪松涛'],
      ['Who runs the general office?', '叶慕青'],
      ['Who is the director of the office?', '叶慕青'],
    ])('%s: %s', async (question, who) => {
      const { status, value } = await desk.ask(question);
      expect([status, value]).toEqual(['answered', who]);
    });

    test.each([['Who is the director of the health bureau?'], ['Who heads the confidentiality review?'], ['Who is the mayor?'], ['Who is the director of the disclosure office?'], ['政务公开办公室主任是谁']])('%s: nobody is told', async (question) => {
      expect((await desk.ask(question)).status).not.toBe('answered');
    });

    test.each([
      ['How many resident hearings were held?', 9],
      ['Total investment in pipe network renovation?', 6420],
    ])('%s: %d', async (question, value) => {
      expect((await desk.ask(question)).value).toBe(value);
    });
  });

  describe('a town', () => {
    const desk = openDesk({ 'town.txt': TOWN });

    test.each([
      ['Who is the mayor?', '骆明远'],
      ['镇长是谁', '骆明远'],
      ['Who heads the disclosure office?', '曾晓'],
      ['Which official is the party secretary?', '洪志远'],
    ])('%s: %s', async (question, who) => {
      const { status, value } = await desk.ask(question);
      expect([status, value]).toEqual(['answered', who]);
    });

    test.each([['Who is the mayor of the county?'], ['Who is the deputy mayor?'], ['Who heads the general office?']])('%s: nobody is told', async (question) => {
      expect((await desk.ask(question)).status).not.toBe('answered');
    });
  });
});
