import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskOver, type Desk } from './assistant-over.js';

const ZONE = `云岭市临港经济技术开发区管理委员会2022年政府信息公开工作年度报告
一、总体情况
管委会主任庄远声为第一责任人。兑现助企资金2,410.6万元。门户网站发布信息953条。承接热线工单408件；投诉最多的是油烟扰民（57件）和井盖破损（33件）。
改进打算：2023年计划发布信息不少于1200条，办6场宣讲会。
`;
const HOSPITAL = `云岭市第三人民医院2022年信息公开工作年度报告
一、总体情况
公开目录52项，受理投诉64件。
`;
const FORESTRY = `罗邑县林业局2022年政府信息公开工作年度报告
一、总体情况
主动公开信息275条。
`;

describe('organisations by the names that people have for them, words by their sound', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOver({ 'zone.txt': ZONE, 'hospital.txt': HOSPITAL, 'forestry.txt': FORESTRY });
  });
  afterAll(async () => {
    await desk.close();
    expect(desk.faults).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['临港开发区兑现助企资金多少', 2410.6],
    ['临港经开区2022年网站发布信息多少条', 953],
    ['开发区网站发布信息多少条', 953],
    ['How many items did the website of the Lingang Development Zone publish in 2022?', 953],
    ['临港开发区管委会主任是谁', '庄远声'],
    ['三院公开目录几项', 52],
    ['市三院受理投诉几件', 64],
    ['How many complaints did the Yunling Third People\'s Hospital receive?', 64],
    ['县林业局主动公开多少条', 275],
    // The report's own words by their sound, also where the lexicon has none of them.
    ['临港油烟扰名几件', 57],
    // What is the most of its kind is told by its own name only.
    ['临港井盖破损几件', 33],
    ['临港热线工单多少件', 408],
    ['临港开发区2022年报里网站信息几条', 953],
  ])('%s: %s', async (question, value) => {
    const answer = await desk.ask(question);
    expect([answer.status, answer.value]).toEqual(['answered', value]);
  });

  it.each([
    // A plan is no figure of the year told.
    '临港开发区办了几场宣讲会',
    '临港开发区2022年宣讲会几场',
    // Of all kinds the report tells two.
    '临港投诉多少件',
  ])('%s is not answered', async (question) => {
    expect((await desk.ask(question)).status).not.toBe('answered');
  });
});
