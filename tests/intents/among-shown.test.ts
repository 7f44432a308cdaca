import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { sampleTexts, talksAt } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(sampleTexts());

const talk = talksAt(() => desk);

const CALLS = ['青石镇2021年12345工单多少件', '咨询呢', '投诉呢'];
const YEARS = ['市监局2021年新收多少申请', '2022呢', '2023呢'];

describe('what is asked of figures that were shown is asked of them', () => {
  it.each<[string[], number | string | null, (number | null)[]]>([
    [[...CALLS, '两个加起来呢'], 185, [88, 97]],
    [[...CALLS, '加起来多少'], 185, [88, 97]],
    [[...CALLS, '差多少'], -9, [88, 97]],
    [[...CALLS, '多多少'], 9, [97, 88]],
    [[...CALLS, '哪个多'], '12345热线工单 投诉', [88, 97]],
    [[...CALLS, '哪个多', '多多少'], 9, [97, 88]],
    // 已办结 stands beside them and is no part of the same kind.
    [[CALLS[0]!, '哪个最多'], '12345热线工单 投诉', [88, 97, 18]],
    [[...CALLS, '哪个最少'], '12345热线工单 建议', [88, 97, 18]],
    [['青石镇2022年主动公开了多少条', '哪个最多'], '县政府门户网站', [262, 251, 95]],
    [['勐来乡2020年为民服务中心办了多少件', '村站呢', '差多少'], -103, [1988, 2091]],
    [[...YEARS, '三年加起来呢'], 127, [36, 48, 43]],
    [[...YEARS, '加起来呢', '平均呢'], 42.33, [36, 48, 43]],
    [['青石镇2021年许可多少', '柳河乡呢', '加起来呢'], 195, [143, 52]],
    [['青石镇2021年和2022年许可各多少', '处罚呢', '差多少'], 4, [11, 7]],
    [['青石镇2021年和2022年许可各多少', '加起来呢'], 301, [158, 143]],
    [['青石镇2021年许可多少', '柳河乡2021年许可多少', '差多少', '哪个多'], '青石镇', [143, 52]],
    [['青石镇2021年满意率多少', '柳河乡呢', '差多少'], 0.7, [96.3, 95.6]],
    [['How many penalties did Liuhe have in 2021?', 'and Qingshi?', 'what is the difference?'], -4, [3, 7]],
    [['How many penalties did Liuhe have in 2021?', 'and Qingshi?', 'the two together?'], 10, [3, 7]],
    [['How many penalties did Liuhe have in 2021?', 'and Qingshi?', 'which is more?'], '青石镇', [3, 7]],
  ])('%j', async (questions, value, rows) => {
    const last = (await talk(...questions)).at(-1)!;
    expect([last.status, last.intent, last.value, last.rows.map((row) => row.value)], last.text).toEqual(['answered', 'among-shown', value, rows]);
    expect(last.citations.length).toBeGreaterThan(0);
  });

  it('keeps what was spoken of', async () => {
    const [, , , , source, next] = await talk(...CALLS, '差多少', '出处在哪', '建议呢');
    expect(source!.citations[0]?.quote).toContain('咨询88件');
    expect(next!.value).toBe(18);
  });
});

describe('where it is not clear of which, nobody gets a number', () => {
  it.each<[string[]]>([
    [['青石镇2021年许可多少', '差多少']],
    [['青石镇2021年许可多少', '平均呢']],
    [['青石镇2021年满意率多少', '柳河乡呢', '加起来呢']],
    [['青石镇2021年许可多少', '满意率呢', '差多少']],
    [['青石镇2021年许可多少', '处罚呢', '三个加起来呢']],
    [['青石镇2021年12345工单多少件', '咨询呢', '两个加起来呢']],
  ])('%j', async (questions) => {
    const last = (await talk(...questions)).at(-1)!;
    expect([last.status, last.reason, last.value], last.text).toEqual(['not_found', 'nothing_before', null]);
  });
});

describe('asked of organisations or years, it is not asked of the parts', () => {
  it.each<[string[], string, number | string | null]>([
    [['青石镇2021年许可多少', '哪个最多'], 'rank', '云岭县市场监督管理局'],
    [['2021年哪个乡镇处罚最多', '差多少'], 'derive', 4],
    [['2021年哪个乡镇处罚最多', '第二名呢', '差多少'], 'derive', 4],
    [['青石镇2021年许可多少', '哪年最多'], 'compare', '2022年'],
    [['市监局2021年处罚多少', '2022呢', '2023呢', '加起来呢', '哪年最多'], 'compare', '2023年'],
    [['青石镇2021年和2022年许可各多少', '哪年多'], 'compare', '2022年'],
    // Of the years that were named.
    [['青石镇2021年和2022年许可各多少', '哪年少'], 'compare', '2021年'],
    [['2021年全县行政许可一共多少', '平均呢'], 'total', 2345.67],
    [[...CALLS, '合计呢'], 'its-total', 203],
  ])('%j', async (questions, intent, value) => {
    const last = (await talk(...questions)).at(-1)!;
    expect([last.status, last.intent, last.value], last.text).toEqual(['answered', intent, value]);
  });
});

describe('a total that is told apart in two ways', () => {
  const island = openDesk({ 'lujiao-2019.txt': readFileSync(join(projectRoot, 'tests/fixtures/unseen-b/lujiao-2019.txt')), 'fengmuping-2021.txt': readFileSync(join(projectRoot, 'tests/fixtures/exam-j/fengmuping-2021.txt')) });
  const told = talksAt(() => island);
  const PLACES = ['鹭礁镇全年办结多少件', '中心呢', '代办船呢'];

  it.each<[string[], number | string | null, (number | null)[]]>([
    [[...PLACES, '哪个最多'], '镇便民服务中心 办结', [3407, 1285, 412]],
    [[...PLACES, '加起来呢'], 3819, [3407, 412]],
    // By place and by kind together would count things twice.
    [[...PLACES, '渔业的呢', '社保呢', '加起来多少'], 3408, [1876, 1532]],
    [[...PLACES, '渔业的呢', '哪个最多'], '群众事项 渔业类', [1876, 1532, 640, 1056]],
  ])('%j', async (questions, value, rows) => {
    const last = (await told(...questions)).at(-1)!;
    expect([last.status, last.value, last.rows.map((row) => row.value)], last.text).toEqual(['answered', value, rows]);
  });

  it('one of each way is not added up', async () => {
    const last = (await told(...PLACES, '渔业的呢', '两个加起来呢')).at(-1)!;
    expect([last.status, last.value], last.text).toEqual(['not_found', null]);
  });

  it('按种类呢 is not the last figure once more', async () => {
    expect((await told(...PLACES, '按种类呢')).at(-1)!.value).toBeNull();
  });

  it('a rate after numbers of cases is in no cases', async () => {
    const last = (await told('枫木坪镇2021年办件多少', '即办件呢', '好评率呢')).at(-1)!;
    expect([last.value, last.unit], last.text).toEqual([99.2, '%']);
  });
});
