import { describe, expect, it } from 'vitest';
import { keepsTheRules, sampleTexts } from './assistant-over.js';
import { openDesk } from './open-desk.js';

const desk = openDesk(sampleTexts());

describe('questions over several reports', () => {
  it.each([
    ['哪个乡镇行政许可最多', 'rank', '青石镇'],
    ['行政处罚最少的是哪个单位', 'rank', '勐来乡'],
    ['2021年哪个单位新收申请最多', 'rank', '云岭县市场监督管理局'],
    ['Which township received the most requests?', 'rank', '青石镇'],
    ['全县2021年一共新收多少件申请', 'total', 52],
    ['2021年各乡镇行政许可合计', 'total', 195],
    ['2022年各单位平均新收申请多少件', 'total', 30.5],
    ['青石镇、柳河乡、勐来乡2020年合计收到申请多少件', 'total', 13],
    ['2021年青石镇、柳河乡和市场监管局一共收到多少件申请', 'total', 52],
    ['青石镇新收申请比去年多多少', 'change', 1],
    ['柳河乡2020年行政许可比上年多多少', 'change', 8],
    ['How did requests change compared with last year in Qingshi Town?', 'change', 1],
    ['哪些单位新收申请超过10件', 'which-reports', 2],
    ['哪些乡镇没有收到申请', 'which-reports', 1],
    ['哪些单位新收申请超过1000件', 'which-reports', 0],
    ['哪些乡镇提到三提升', 'which-reports', 1],
  ])('%s', async (q, intent, value) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent, value });
    await keepsTheRules(desk.held, answer);
  });

  it.each([
    ['收录了哪些报告', 10],
    ['2022年收录了哪些报告', 2],
    ['青石镇收录了哪些报告', 3],
    ['Which reports are held for 2021?', 3],
  ])('%s: those of the years and organisations named', async (q, many) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'reports-held' });
    expect(answer.text.split('\n').filter((line) => line.startsWith('·'))).toHaveLength(many);
  });

  it.each([
    ['近三年全县行政许可合计', 22418, ['2021年（3家）：6842 + 143 + 52 = 7037件', '2022年（2家）：7305 + 158 = 7463件', '2023年（1家）：7918件']],
    ['云岭县全县历年行政许可合计', 22626, ['2020年（2家）：126 + 45 = 171件']],
    ['云岭县各乡镇近三年行政许可', null, ['2020年（2家）：126 + 45 = 171件', '2022年（1家）：158件']],
    ['Total licences of the whole county over the last three years', 22418, ['2022 (2 organisations): 7305 + 158 = 7463件']],
  ])('%s: each year with its operands', async (q, value, years) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'total', value });
    for (const year of years) expect(answer.text).toContain(year);
    await keepsTheRules(desk.held, answer);
  });

  it.each(['Licences in Liuhe over the years', 'Licences in Liuhe each year', 'licences in Liuhe over time'])('%s is a series', async (q) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', intent: 'trend', rows: [{ value: 37 }, { value: 45 }, { value: 52 }] });
  });

  it.each(['全县有什么问题', '全县平均每个村办了多少件', '2021年全县行政许可情况'])('%s: no number of one organisation, and no sum, stands for them all', async (q) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'not_found', value: null });
  });

  it('全县平均 is an average, whatever stands beside it', async () => {
    expect(await desk.ask('全县2021年行政许可平均多少')).toMatchObject({ status: 'answered', intent: 'total', value: 2345.67 });
  });

  it.each(['近三年全县合计', '哪个乡镇最多', '2021年各乡镇排名', 'Which township had the most?'])('%s names no figure: the question goes back with some', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.status, answer.reason, answer.options.length]).toEqual(['clarify', 'ambiguous_metric', 3]);
    for (const option of answer.options) expect((await desk.ask(option)).status, option).toBe('answered');
  });

  it.each<[string, string, number | null]>([
    ['哪些单位有2021年的报告', '云岭县市场监督管理局、柳河乡、青石镇', null],
    ['谁的2020年报还没收录', '云岭县市场监督管理局', null],
    ['哪几家没有2021年的报告', '勐来乡', null],
    ['多少家有2021年的报告', '柳河乡', 3],
    ['2020年的报告收了哪几家', '勐来乡', null],
    ['Which organisations have a 2021 report?', '青石镇', null],
    ['Whose 2020 report is missing?', '云岭县市场监督管理局', null],
  ])('%s', async (q, names, value) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'reports-held', value });
    expect(answer.text).toContain(names);
    expect(answer.citations).toMatchObject([{ kind: 'config', article: 'wenbao reports' }]);
  });

  it('收录了几份报告 names what it is counted over', async () => {
    const answer = await desk.ask('收录了几份报告');
    expect(answer).toMatchObject({ status: 'answered', value: 10, citations: [{ kind: 'config', title: '已收录的报告' }] });
  });

  it('青石镇、勐来乡和市场监管局一共收到多少件申请: asks back where no one year is held of all of them', async () => {
    expect(await desk.ask('青石镇、勐来乡和市场监管局一共收到多少件申请')).toMatchObject({ status: 'clarify', value: null });
  });

  it('2015年收录了哪些报告: says that none is, and which are', async () => {
    const answer = await desk.ask('2015年收录了哪些报告');
    expect([answer.status, answer.reason, answer.value]).toEqual(['not_found', 'no_document', null]);
  });

  it.each([
    ['青石镇近三年新收申请', [8, 12, 13]],
    ['青石镇2020-2022年新收申请', [8, 12, 13]],
    ['柳河乡行政许可历年趋势', [37, 45, 52]],
    ['市场监管局行政处罚历年', [213, 246, 271]],
  ])('%s: year by year, each with its place', async (q, values) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'trend', value: null });
    expect(answer.rows.map(({ value }) => value)).toEqual(values);
    await keepsTheRules(desk.held, answer);
  });

  it('a series over two forms says what is counted differently, and refuses what cannot be compared', async () => {
    const noted = await desk.ask('柳河乡行政处罚历年');
    expect([noted.status, noted.rows.map(({ value }) => value)]).toEqual(['answered', [0, 2, 3]]);
    expect(noted.text).toContain('口径说明');
    const refused = await desk.ask('柳河乡规范性文件现行有效数历年趋势');
    expect([refused.status, refused.reason, refused.value]).toEqual(['not_found', 'wrong_form', null]);
    expect(refused.text).toContain('不能比');
  });

  it('a rank says what was looked at, what is missing and that the years differ', async () => {
    const answer = await desk.ask('各乡镇便民服务办件排名');
    expect(answer.rows.map(({ org, value }) => [org, value])).toEqual([['青石镇', 7126], ['勐来乡', 4079]]);
    for (const told of ['共看了3份报告，2份有这个数', '没有这个数：柳河乡2021', '各单位的年份不同']) expect(answer.text).toContain(told);
  });

  it('a total shows its operands and adds up', async () => {
    const { rows, derived, value } = await desk.ask('全县2021年一共新收多少件申请');
    expect(derived!.operands.map((n) => rows[n]!.value as number).reduce((sum, one) => sum + one, 0)).toBe(value);
  });

  it('a change against a year that is not held is refused', async () => {
    expect(await desk.ask('勐来乡新收申请比去年多多少')).toMatchObject({ status: 'not_found', reason: 'no_document', value: null });
  });

  it.each(['哪个村办得最多', '哪个渠道发的信息最多', '哪个窗口最忙'])('%s is about things inside a report: no organisation is named for it', async (q) => {
    const answer = await desk.ask(q);
    expect([answer.intent, answer.value]).not.toEqual(['rank', expect.anything()]);
    expect(answer.intent).not.toBe('rank');
  });

  it('equal firsts name nobody', async () => {
    const answer = await desk.ask('哪个乡镇属于国家秘密不予公开最多');
    expect(answer).toMatchObject({ status: 'answered', intent: 'rank', value: null });
    expect(new Set(answer.rows.map(({ value }) => value))).toEqual(new Set([0]));
  });

  it.each([
    ['青石镇近三年收到申请的变化趋势', [8, 12, 13]],
    ['市监局这三年许可办了好多，一年一年地说', [6842, 7305, 7918]],
    ['柳河乡19到21年申请量', [3, 5, 4]],
  ])('%s is a series', async (q, values) => {
    const answer = await desk.ask(q);
    expect([answer.intent, answer.rows.map(({ value }) => value)]).toEqual(['trend', values]);
    await keepsTheRules(desk.held, answer);
  });

  it.each([
    ['全部报告一共收到多少件申请', 172],
    ['所有年份加起来青石镇一共许可了多少件', 427],
    ['2021年三家一共处罚多少件', 223],
    ['How many requests were received in total across all organisations in 2021?', 52],
  ])('%s adds up what is cited', async (q, value) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', intent: 'total', value });
    expect(answer.derived!.operands.map((n) => answer.rows[n]!.value as number).reduce((sum, one) => sum + one, 0)).toBe(value);
    await keepsTheRules(desk.held, answer);
  });

  it('a number of organisations that is not what is held is asked back', async () => {
    expect(await desk.ask('2021年五家一共处罚多少件')).toMatchObject({ status: 'clarify', reason: 'ambiguous_scope', value: null });
  });

  it('one report of a year is ranked alone, says so, and names who has none', async () => {
    const answer = await desk.ask('2023年各单位收到申请的排名');
    expect(answer).toMatchObject({ status: 'answered', intent: 'rank', value: null });
    expect(answer.rows.map(({ value }) => value)).toEqual([43]);
    for (const told of ['只收录了一份', '没有收录这一年报告的单位：柳河乡、青石镇、勐来乡']) expect(answer.text).toContain(told);
  });

  it.each([
    ['市监局2023年申请增加了多少', -5, '减少5件'],
    ['市监局2023年比2022年申请增加了多少', -5, '减少5件'],
    ['市监局2023年申请比2022年多多少', -5, '少 5件'],
    ['青石镇2022年行政处罚比上年增长百分之几', 57.14, '增加4件'],
    ['By how much did licences of Qingshi Town grow from 2021 to 2022?', 15, 'up by 15'],
  ])('%s: signed, and told which way it went', async (q, value, told) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', value });
    expect(answer.text).toContain(told);
    expect(answer.derived!.operands.every((n) => answer.citations[answer.rows[n]!.citation] !== undefined)).toBe(true);
  });

  it('no percentage is given of nothing', async () => {
    expect(await desk.ask('柳河乡2020年行政处罚比2019年增长百分之几')).toMatchObject({ status: 'not_found', reason: 'no_base', value: null });
  });

  it.each([
    ['青石镇和柳河乡2021年收到多少申请', [12, 4], null],
    ['青石镇和柳河乡2021年谁收到的申请多', [12, 4], '青石镇'],
    ['青石镇20年和22年许可哪年多', [158, 126], '2022年'],
    ['青石镇20年和22年许可哪个多', [158, 126], '2022年'],
  ])('%s: side by side', async (q, values, value) => {
    const answer = await desk.ask(q);
    expect(answer).toMatchObject({ status: 'answered', value });
    expect(answer.rows.map((row) => row.value)).toEqual(values);
    await keepsTheRules(desk.held, answer);
  });

  it('a share of all organisations names every report that was added', async () => {
    const answer = await desk.ask('2021年青石镇的申请占全县的比例');
    expect(answer).toMatchObject({ status: 'answered', intent: 'share-of-all', value: 23.08, unit: '%' });
    expect(answer.rows.map(({ value }) => value)).toEqual([12, 36, 4]);
  });

  it.each(['青石镇历年其他处理的申请', '柳河乡2021年其他处理比2020年多几件'])('%s: one row of the older form against the sum of three', async (q) => {
    const answer = await desk.ask(q);
    expect(answer.status).toBe('answered');
    expect(answer.text).toContain('口径说明');
    expect(answer.text).toMatch(/\d \+ \d \+ \d = \d件/);
    await keepsTheRules(desk.held, answer);
  });

  it('全县 after a question about one town is about all of them', async () => {
    await desk.ask('青石镇2021年新收申请多少件', 'all');
    expect(await desk.ask('全县2021年一共新收多少件', 'all')).toMatchObject({ intent: 'total', value: 52 });
  });

  it('the county table cites every addend of every sum that it shows', async () => {
    const { rows, text, citations } = await desk.ask('2021年全县汇总表');
    const added = (metric: string): unknown[] => rows.filter((row) => row.metric === metric).map(({ value }) => value);
    expect(added('req.new.total').toSorted()).toEqual([12, 36, 4]);
    expect(added('active.licence.decisions').toSorted()).toEqual([143, 52, 6842]);
    expect(text).toContain('7037');
    expect(citations.length).toBeGreaterThan(20);
  });

  it.each([
    ['近两年青石镇申请合计', 'total', 25],
    ['市监局三年一共处罚多少', 'total', 730],
    ['青石镇2020年到2022年行政许可增长百分之几', 'change', 25.4],
    ['青石镇2022年申请量增长率', 'change', 8.33],
    ['全县2021年处罚最多的前三名', 'rank', '云岭县市场监督管理局'],
  ])('%s', async (q, intent, value) => {
    expect(await desk.ask(q)).toMatchObject({ status: 'answered', intent, value });
  });

  it('近两年 is the two newest years, and who has no report of a year is told', async () => {
    expect((await desk.ask('近两年青石镇申请')).rows.map(({ value }) => value)).toEqual([12, 13]);
    expect((await desk.ask('各乡镇2021年行政处罚一共多少')).text).toContain('没有收录这一年报告的单位：勐来乡。');
  });

  it('each of two is told by itself, and neither is the answer', async () => {
    const answer = await desk.ask('勐来乡村站和中心各办了多少件');
    expect([answer.intent, answer.value, answer.rows.map(({ value }) => value)]).toEqual(['both', null, [2091, 1988]]);
  });
});
