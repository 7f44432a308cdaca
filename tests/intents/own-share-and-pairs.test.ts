import { describe, expect, test } from 'vitest';
import { openDesk } from './open-desk.js';

const LINDEN = `柏树县枫林镇人民政府2021年政府信息公开工作年度报告
一、总体情况
（一）推进平台建设。按时完成了本镇便民服务大厅及辖区内12个行政村便民服务站的标准化建设。今年以来，我镇便民服务大厅共为群众办理各类代办事项5130件（受理办件数3310件，咨询件数1820件），其中镇便民服务大厅办理2240件（受理办件数1300件，咨询件数940件），村便民服务站办理2890件（受理办件数2010件，咨询件数880件）。
二、主动公开政府信息情况
第二十条第（六）项
信息内容	上一年项目数量	本年增/减	处理决定数量
行政处罚	7	2	31
行政强制	4	0	5
六、其他需要报告的事项
无。`;

const desk = openDesk({ 'linden.txt': LINDEN });

const told = async (question: string): Promise<unknown> => {
  const { status, value } = await desk.ask(question);
  return [status, value];
};

describe('what a part did without the others', () => {
  test.each([
    ['镇便民服务大厅自己办了几件', 2240],
    ['镇便民服务大厅本身受理多少件', 1300],
    ['村站自己办了多少件', 2890],
    ['How many items did the village stations handle on their own?', 2890],
    ['镇便民服务大厅（不含村站）受理多少件', 1300],
    ['请列明镇便民服务大厅（不含村级）的咨询件数', 940],
    ['除村站外镇便民服务大厅受理多少件', 1300],
    ['镇便民服务大厅受理多少件，不含咨询', 1300],
    ['镇便民服务大厅受理的，不算来问的，是几件', 1300],
    ['刨开村站，镇便民服务大厅自己办了多少', 2240],
    ["How many cases did the town's service hall deal with by itself?", 2240],
    ['受理的有几件，咨询的不算', 3310],
    ['只要受理的，不要咨询的，全镇多少件', 3310],
    ['村站受理的有几件，咨询的不要', 2010],
    ['大厅受理了几件，别把咨询的算进来', 1300],
    ['大厅的咨询件数（村站那边不算）', 940],
    ['村站自己的件数中咨询占多大比例', 30.45],
    ['各村站解答咨询八百多件是吧，具体数给我', 880],
    ['村站真正受理的是几件，咨询不要算进来', 2010],
    ['How many cases did the village stations accept, leaving out enquiries?', 2010],
  ])('%s', async (question, value) => expect(await told(question)).toEqual(['answered', value]));
  // The report splits all that was taken in by what was done and by who did it: of the one nothing is said without the other.
  test.each([
    ['受理多少件，不含村站', 3310],
    ['受理的有多少，村站的不算', 3310],
    ['镇里自己办了多少件', 5130],
    ['受理多少件，村站不要算', 3310],
  ])('%s: not the whole', async (question, whole) => expect((await desk.ask(question)).value).not.toBe(whole));
});

describe('parts that are counted too', () => {
  test.each([
    ['镇便民服务大厅全年经手多少件（受理带咨询都算）', 2240],
    ['村站经办多少件，含咨询', 2890],
    ['全镇一年办了多少件，镇里村里都算', 5130],
  ])('%s', async (question, value) => expect(await told(question)).toEqual(['answered', value]));
  test.each(['村站受理了多少件，含咨询', '镇便民服务大厅办了多少件，含村站', '村站办了多少件，处罚的都算'])('%s: no number of both', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('two that are named together', () => {
  test.each([
    ['便民服务大厅和村站受理多少件', 3310],
    ['便民服务大厅受理加村站受理一共多少', 3310],
    ['咨询的总共多少件，镇里加村里', 1820],
    ['受理的总共是多少，镇村两头合计', 3310],
    ['两级加拢受理好多', 3310],
    ['我记得村站是两千多件，准数多少', 2890],
    ['报告第一部分里头那个咨询件数，合计的', 1820],
    ['受理办件，镇跟村合起来的那个数是多少来着', 3310],
    ['咨询多少件，镇里和村里', 1820],
    ['镇里连同村里一共咨询多少件', 1820],
    ['镇、村两级咨询件数合计', 1820],
    ['镇、村加一块受理了多少件', 3310],
    ['镇跟村合计受理件数报我一下哈', 3310],
    ['便民服务大厅跟村站受理一共多少件', 3310],
    ['两级合计受理办件数为多少件', 3310],
  ])('%s', async (question, value) => expect(await told(question)).toEqual(['answered', value]));
  test.each(['便民服务大厅和县里受理多少件', '镇、县两级咨询件数合计', 'How many consultations did the hall and the village stations take?'])('%s: never one of the two', async (question) => expect([1300, 2010, 940, 880]).not.toContain((await desk.ask(question)).value));
});

describe('the whole that names the thing', () => {
  test.each([
    ['请问2021年度贵镇便民服务大厅办理的各类代办事项总量是多少件？', 5130],
    ['便民服务大厅累计办理代办事项多少件', 5130],
    ['镇便民服务大厅一共办了几件', 2240],
    ['镇便民服务大厅的咨询件数系多少件？', 940],
    ['到村站问这问那的一共几件', 880],
    ['The number of cases the village stations accepted, please.', 2010],
  ])('%s', async (question, value) => expect(await told(question)).toEqual(['answered', value]));
});

describe('villages where something was set up', () => {
  test.each([
    ['辖区内共有多少个行政村完成了便民服务站标准化建设？', 12],
    ['行政村一共几个', 12],
    ['有几个村建了便民服务站', 12],
    ['枫林镇有几个村子', 12],
    ['镇里管好多个村', 12],
  ])('%s', async (question, value) => expect(await told(question)).toEqual(['answered', value]));
  test.each(['有几个自然村', '几个村通了自来水', '有几个村建了文化广场', '便民服务大厅一共几个'])('%s: not told', async (question) => expect((await desk.ask(question)).status).not.toBe('answered'));
});

describe('a situation with the number that it wants to hear', () => {
  test.each([
    ['行政处罚项目本年增/减情况如何，数量是多少？', 2],
    ['行政强制项目本年增减情况如何，增减数为多少？', 0],
  ])('%s', async (question, value) => expect(await told(question)).toEqual(['answered', value]));
});

describe('a part of what is named by its number', () => {
  test.each([
    ['2240件里头咨询占几件', 940],
    ['2890件中受理多少', 2010],
    ['5130里咨询占几件', 1820],
    ['5130件里镇便民服务大厅咨询多少', 940],
    ['How many of the 2,240 were consultations?', 940],
    ['大厅一共办了2240件，其中咨询占多少件', 940],
  ])('%s', async (question, value) => expect(await told(question)).toEqual(['answered', value]));
  test.each(['940件里受理多少', '880件中咨询和受理各多少'])('%s: no part is more than its whole', async (question) => expect([3310, 2010, 1300]).not.toContain((await desk.ask(question)).value));
});
