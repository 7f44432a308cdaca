import { describe, expect, it } from 'vitest';
import { forms, metricById, statisticsForms } from '../../../index/forms/mod.js';
import { readReport } from './read-report.js';

/** metric → `trust value unit`; numbers without a meaning as `labels=value`. */
function summary(table: string): { cells: Record<string, string>; read: string[]; forms: string[]; codes: string[] } {
  const { figures, forms: found, diagnostics } = readReport(`青石镇2013年政府信息公开工作年度报告\n\n一、概述\n\n我镇认真开展政府信息公开工作。\n\n附表\n\n${table}\n`);
  const cells: Record<string, string> = {};
  const read: string[] = [];
  for (const { metric, trust, quantity, labels } of figures) {
    if (metric === null) read.push(`${labels.join('/')}=${quantity.value}`);
    else cells[metric] = `${trust} ${quantity.value ?? quantity.state} ${quantity.unit}`;
  }
  return { cells, read, forms: found, codes: diagnostics.map(({ code }) => code) };
}

const HEADS_35 = '指标名称\t计量单位\t代码\t本期实际\t本年累计';
const HEADS_2014 = '统 计 指 标\t单位\t统计数';

describe('statistics forms', () => {
  it('have every metric in the dictionary, each row once', () => {
    for (const form of forms) {
      const ids = form.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ metrics }) => metrics)));
      expect(ids.filter((id) => metricById(id) === undefined)).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set(ids);
      expect(form.identities.flatMap(({ parts, equals }) => [...parts, ...equals]).filter((id) => !known.has(id))).toEqual([]);
    }
    expect(statisticsForms.map(({ id, tables }) => [id, tables[0]!.blocks[0]!.rows.length])).toEqual([
      ['form35', 35],
      ['stat2014', 58],
    ]);
  });

  it('take the column from its head and the unit from its own column', () => {
    const { cells, forms: found, codes } = summary(`${HEADS_35}\n主动公开信息数\t条\t01\t12\t340\n其中：全文电子化的主动公开信息数\t条\t02\t12\t301\n网站专栏页面访问量\t人次\t05\t410\t45,280\n申请总数\t件\t10\t0\t3`);
    expect(cells).toMatchObject({ 'legacy.disclosed': 'aligned 340 条', 'legacy.disclosed.period': 'aligned 12 条', 'legacy.visits': 'aligned 45280 人次', 'legacy.req.total': 'aligned 3 件' });
    expect([found, codes]).toEqual([['form35'], []]);
  });

  it('follow heads in another order, and leave out columns that the form lacks', () => {
    const { cells, read } = summary('指标名称\t代码\t计量单位\t本年累计\t本期实际\t上年同期\n主动公开信息数\t01\t条\t340\t12\t298\n新增的行政规范性文件数\t03\t件\t4\t1\t2\n申请总数\t10\t条\t3\t0\t5');
    expect(cells['legacy.disclosed']).toBe('aligned 340 条');
    expect(cells['legacy.disclosed.period']).toBe('aligned 12 条');
    expect(read).toContain('主动公开信息数/上年同期=298');
  });

  it('keep all years together apart from the year, and read nothing by count under heads that they do not know', () => {
    const { cells, read } = summary('指标名称\t计量单位\t代码\t本年数\t历年累计\n主动公开信息数\t条\t01\t340\t1298\n传真申请数\t条\t12\t1\t4\n申请总数\t条\t10\t3\t15');
    expect(cells).toEqual({ 'legacy.disclosed': 'aligned 340 条', 'legacy.req.fax': 'aligned 1 条', 'legacy.req.total': 'aligned 3 条' });
    expect(read).toContain('主动公开信息数/历年累计=1298');
    const unknown = summary('指标名称\t计量单位\t代码\t上半年度\t截至今日\n主动公开信息数\t条\t01\t340\t1298\n传真申请数\t条\t12\t1\t4\n申请总数\t条\t10\t3\t15');
    expect(unknown.cells).toEqual({});
  });

  it('know rows by their labels in any order, also with one slip', () => {
    const { cells } = summary(`${HEADS_2014}\n六、举报投诉数量\t件\t2\n（二）举办各类培训班数\t次\t4\n（一）收到申请数\t件\t7\n1．当面申请数\t件\t6\n2．传真申请数\t件\t0\n3．网洛申请数\t件\t1\n4．信函申请数\t件\t0\n5．不属本行政机关公开数\t件\t1`);
    expect(cells).toMatchObject({ 'legacy.complaints': 'aligned 2 件', 'legacy.training.classes': 'aligned 4 次', 'legacy.req.total': 'aligned 7 件', 'legacy.req.not_this_organ': 'repaired 1 件' });
    expect(cells).not.toHaveProperty(['legacy.req.online']);
  });

  it('tell a label under two parents apart only behind the form’s own rows', () => {
    const whole = summary(`${HEADS_2014}\n四、行政复议数量\t件\t6\n（一）维持具体行政行为数\t件\t3\n（二）被依法纠错数\t件\t2\n（三）其他情形数\t件\t1\n五、行政诉讼数量\t件\t4\n（一）维持具体行政行为或者驳回原告诉讼请求数\t件\t3\n（二）被依法纠错数\t件\t0\n（三）其他情形数\t件\t1`);
    expect(whole.cells).toMatchObject({ 'legacy.review.corrected': 'aligned 2 件', 'legacy.lit.corrected': 'aligned 0 件', 'legacy.lit.other': 'aligned 1 件' });
    const torn = summary(`${HEADS_2014}\n四、行政复议数量\t件\t6\n五、行政诉讼数量\t件\t4\n六、举报投诉数量\t件\t0\n（二）被依法纠错数\t件\t2`);
    expect(Object.keys(torn.cells)).toEqual(['legacy.review.total', 'legacy.lit.total', 'legacy.complaints']);
    expect(torn.read).toEqual(['（二）被依法纠错数/统计数=2']);
    expect(torn.codes).toEqual(['table-row-undecided']);
  });

  it.each([
    ['a value lost from one row of two columns', `主动公开信息数\n条\n01\n12\n340\n新增的行政规范性文件数\n件\n03\n4\n申请总数\n条\n10\n0\n3`, 'legacy.normative_new'],
    ['values that stand before their labels', `12\n340\n主动公开信息数\n1\n4\n新增的行政规范性文件数\n0\n3\n申请总数`, 'legacy.disclosed'],
    ['a value that ran into the next row', `${HEADS_2014}\n（三）申请答复数\t件\t12 1.属于\n六、举报投诉数量\t件\t2\n（一）收到申请数\t件\t3`, 'legacy.req.replied'],
    ['two columns without heads in which the year counts less than the period', `主动公开信息数\t条\t340\t12\n新增的行政规范性文件数\t件\t1\t4\n申请总数\t条\t0\t3`, 'legacy.disclosed'],
  ])('give no meaning to %s', (_, table, metric) => {
    const { cells, read, codes } = summary(table);
    expect(cells).not.toHaveProperty([metric]);
    expect(read.length + codes.length).toBeGreaterThan(0);
  });

  it('keep what is printed where it does not add up, and say so', () => {
    const { cells, codes } = summary(`${HEADS_2014}\n（一）收到申请数\t件\t9\n1.当面申请数\t件\t3\n2.传真申请数\t件\t0\n3.网络申请数\t件\t4\n4.信函申请数\t件\t1\n六、举报投诉数量\t件\t2`);
    expect(cells).toMatchObject({ 'legacy.req.total': 'repaired 9 件', 'legacy.req.online': 'repaired 4 件', 'legacy.complaints': 'aligned 2 件' });
    expect(new Set(codes)).toEqual(new Set(['table-does-not-add-up']));
  });

  it.each(['', '/', '—', '无'])('keep “%s” apart from zero', (printed) => {
    const { cells } = summary(`${HEADS_2014}\n（一）收到申请数\t件\t${printed}\n六、举报投诉数量\t件\t0\n七、依申请公开信息收取的费用\t万元\t0.35`);
    expect(cells['legacy.req.total']).toBe(`aligned ${printed === '' ? 'blank' : 'not-applicable'} 件`);
    expect(cells['legacy.fees']).toBe('aligned 0.35 万元');
  });

  it('point parts to the total of their own form', () => {
    const part = (table: string, metric: string): string | null => {
      const { figures } = readReport(`青石镇2013年政府信息公开工作年度报告\n\n附表\n\n${table}`);
      const found = figures.find((figure) => figure.metric === metric);
      return found?.partOf == null ? null : figures[found.partOf]!.metric;
    };
    expect(part(`${HEADS_35}\n对申请的答复总数\t条\t17\t1\t2\n否决公开答复总数\t条\t20\t1\t2\n信息不存在\t条\t22\t1\t2`, 'legacy.req.not_exist')).toBe('legacy.req.refused');
    expect(part(`${HEADS_2014}\n（三）申请答复数\t件\t2\n4.不同意公开答复数\t件\t1\n6.申请信息不存在数\t件\t1`, 'legacy.req.not_exist')).toBe('legacy.req.replied');
  });

  it('stand beside the tables of another form in one report', () => {
    const text = `青石镇2019年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n第二十条第（五）项\t\t\t\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t5\t1\t9\n\n附表\n\n${HEADS_2014}\n（一）收到申请数\t件\t2\n六、举报投诉数量\t件\t0\n（三）接受培训人员数\t人次\t40`;
    const { figures, forms: found } = readReport(text);
    expect(found).toEqual(['stat2014', 'gen2019']);
    expect(figures.find(({ metric }) => metric === 'active.licence.decisions')?.quantity.value).toBe('9');
    expect(figures.find(({ metric }) => metric === 'legacy.training.people')?.quantity.value).toBe('40');
  });
});
