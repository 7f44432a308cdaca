import { describe, expect, it } from 'vitest';
import { openDesk } from './open-desk.js';

const report = (town: string, year: number, ...said: string[]): string => `云浦县${town}${year}年政府信息公开工作年度报告\n\n一、总体情况\n\n${said.join('\n\n')}\n`;

const FORM = ['附表：政府信息公开情况统计表', '（本期指第三季度）', '| 指标名称 | 计量单位 | 代码 | 本期实际 | 本年累计 |', '| 主动公开信息数 | 条 | 01 | 31 | 122 |', '| 现场接待人数 | 人次 | 06 | 88 | 407 |', '| 网上咨询数 | 人次 | 07 | 17 | 64 |', '| 咨询电话接听数 | 人次 | 08 | 205 | 911 |', '| 申请总数 | 条 | 10 | 3 | 9 |'].join('\n');

const desk = openDesk({
  'form.txt': report('民政局', 2013, '全年主动公开信息122条。', FORM),
  'town.txt': report('白鹭镇人民政府', 2022, '主动公开信息300条，其中微博54条。播放点设在村口，广播类节目为零，未发生行政复议。', '村级便民点受理8,200件，其中镇中心5,000件，村（社区）3,200件。大厅接件640件，办结611件。', '开展安全公开检查，发现问题40个，已整改33个。查阅点年内撤并3个，现有21个。'),
});

const county = openDesk({ 'county.txt': '松原县人民政府2022年政府信息公开工作年度报告\n\n一、总体情况\n\n全县公开信息8,420条，其中县政府办公室公开615条。走访75户，知晓公开栏的只有30户。\n' });

describe('a column that counts one quarter is asked for by that quarter', () => {
  it.each([
    ['民政局三季度公开信息几条', 31],
    ['民政局第三季度接了几个咨询电话', 205],
    ['民政局2013年三季度现场接待多少人次', 88],
    ['民政局主动公开信息多少条', 122],
  ])('%s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['民政局四季度公开信息几条', '民政局一季度接了几个咨询电话', '民政局三季度寄了几封邮件'])('%s is not told', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'not_found', value: null });
  });
});

describe('none of something is not how often something else was done with it', () => {
  it.each(['白鹭镇广播类节目播放了多少次', '白鹭镇广播类节目参加了多少人次'])('%s', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ value: null });
  });

  it.each(['白鹭镇行政复议发生几次', '白鹭镇广播类节目几个'])('%s: none', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value: 0 });
  });
});

describe('a plain fragment is a question', () => {
  it.each([['白鹭镇微博发多少条', 54], ['白鹭镇微博发几条', 54]])('%s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it('what the report does not count is not found, and still a question', async () => {
    expect(await desk.ask('白鹭镇抖音发多少条')).toMatchObject({ status: 'not_found', value: null });
  });
});

describe('what is left, in other words', () => {
  it.each([
    ['白鹭镇检查的问题还有几个没改', 7],
    ['白鹭镇检查出的问题还有多少个没整改到位', 7],
    ['白鹭镇大厅接件中尚未办结的有几件', 29],
    ['白鹭镇现在查阅点还剩几个', 21],
    ['白鹭镇村和社区受理几件', 3200],
  ])('%s', async (question, value) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['白鹭镇现在问题还剩几个', '白鹭镇检查的超市还有几个没改', '白鹭镇现在公章还剩几个'])('%s is not told', async (question) => {
    expect(await desk.ask(question)).toMatchObject({ status: 'not_found', value: null });
  });
});

describe('whose it is, and what share of those asked', () => {
  it.each([
    ['县府办自己公开几条', 615],
    ['走访的户里知晓公开栏的占多少', 40],
  ])('%s', async (question, value) => {
    expect(await county.ask(question)).toMatchObject({ status: 'answered', value });
  });

  it.each(['走访的户里满意的占多少', '乡府办自己公开几条'])('%s is not told', async (question) => {
    expect(await county.ask(question)).toMatchObject({ status: 'not_found', value: null });
  });
});
