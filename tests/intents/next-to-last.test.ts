import { describe, expect, it } from 'vitest';
import { filledReport } from './filled-tables.js';
import { talksAt } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const FILLED = filledReport('汀河县水务局', 2022, 11);

// Invented: one sentence that parts its total twice, one of which each part is parted again, one that counts since the beginning.
const TOWN = `汀河县蒲塘镇人民政府2022年政府信息公开工作年度报告
一、总体情况
全年镇村两级收件5130件，其中镇收件窗口2210件、村级收件点2920件；按办理方式分，即办件3600件、承诺件1530件。
矛盾调解860件（调解成功700件，移送160件），其中镇调委会调解340件（调解成功300件，移送40件），村调委会调解520件（调解成功400件，移送120件）。
“蒲塘在线”公众号自开通以来推送图文3900篇。
全年发放误工补贴3600元。全年新收申请17件，均已答复。
`;

const desk = openDesk({ 'water.txt': FILLED.text, 'town.txt': TOWN });
const talk = talksAt(() => desk);
const at = (metric: string): number => FILLED.value.get(metric)!;

const last = async (questions: readonly string[]): Promise<{ status: string; value: unknown; text: string }> => (await talk(...questions)).at(-1)!;

describe('of figures that fit alike, the one next to the last answer', () => {
  it.each<[string[], string]>([
    [['水务局行政复议几件', '维持几件'], 'review.upheld'],
    [['水务局行政复议几件', '维持几件', '纠正呢'], 'review.corrected'],
    [['水务局行政复议几件', '纠正的有多少'], 'review.corrected'],
  ])('%j is %s', async (questions, metric) => {
    const answer = await last(questions);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', at(metric)]);
  });

  it('is asked back where nothing stands next to it', async () => {
    const answer = await last(['水务局新收申请几件', '维持几件']);
    expect(answer.status, answer.text).not.toBe('answered');
  });

  it('results of reviews are no results of requests', async () => {
    const answer = await last(['水务局行政复议几件', '结果呢']);
    expect(answer.value, answer.text).not.toBe(at('req.processed.total'));
  });
});

describe('the kind that the last answer told', () => {
  it.each<[string[], number]>([
    [['蒲塘镇调解成功多少件', '镇调委会呢'], 300],
    [['蒲塘镇调解成功多少件', '村调委会呢'], 400],
    [['蒲塘镇调解成功多少件', '移送呢'], 160],
    [['蒲塘镇调解多少件', '镇调委会呢'], 340],
    [['蒲塘镇调解多少件', '其中调解成功呢', '镇调委会呢'], 340],
    [['蒲塘镇收件多少件', '村级收件点呢'], 2920],
    [['蒲塘镇收件多少件', '镇收件窗口呢', '村级收件点呢'], 2920],
  ])('%j is %d', async (questions, value) => {
    const answer = await last(questions);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });
});

describe('what a place is called by is no deed of its own', () => {
  it.each<[string, number]>([
    ['蒲塘镇收件多少件', 5130],
    ['蒲塘镇收件窗口收了多少件', 2210],
  ])('%s: %d', async (question, value) => {
    const answer = await last([question]);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });
});

describe('a whole that alone is named', () => {
  it.each<[string[], number]>([
    [['蒲塘镇镇调委会调解成功多少件', '占镇调委会调解的百分之几'], 88.24],
    [['蒲塘镇调解成功多少件', '不是成功的，问移送', '占调解总数的百分之几'], 18.6],
  ])('%j is %d%%', async (questions, value) => {
    const answer = await last(questions);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', value]);
  });

  it('is not the whole of what is no part of it', async () => {
    const answer = await last(['蒲塘镇镇调委会调解成功多少件', '占村调委会调解的百分之几']);
    expect(answer.status, answer.text).toBe('not_found');
  });
});

describe('a deed alone is asked of what the last answer counts', () => {
  it.each([
    ['蒲塘镇误工补贴多少元', '收了多少'],
    ['蒲塘镇新收申请几件', '推送了几件'],
  ])('%s, %s', async (...questions) => {
    const answer = await last(questions);
    expect(answer.status, answer.text).not.toBe('answered');
  });
});

describe('what was counted since the beginning', () => {
  it.each([['蒲塘镇公众号2022年推送多少篇'], ['蒲塘镇2022年公众号推了几篇']])('%s is not told', async (question) => {
    const answer = await last([question]);
    expect(answer.status, answer.text).toBe('not_found');
  });

  it('is told to whoever asks for it', async () => {
    const answer = await last(['蒲塘镇公众号开通以来推送多少篇']);
    expect([answer.status, answer.value], answer.text).toEqual(['answered', 3900]);
  });
});
