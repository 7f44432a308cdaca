import { describe, expect, it } from 'vitest';
import { layouts, reportWith } from './layouts.js';
import { readReport } from './read-report.js';
import { printedForms, sheetsOf } from './sheets.js';

const HEADINGS = ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];

/** A report of 2021 with these lines under the headings of its three tables. */
function report(under: readonly string[] = ['', '', '']): string {
  return ['青石镇2021年政府信息公开工作年度报告', '一、总体情况', '我镇按照要求开展政府信息公开工作。', ...HEADINGS.flatMap((heading, i) => [heading, under[i]!]), '五、存在的主要问题及改进情况', '工作力量不足，下一步将加强培训。', '六、其他需要报告的事项', '无。'].filter((line) => line !== '').join('\n\n');
}

const codes = (text: string): string[] => readReport(text).diagnostics.map(({ code, severity }) => `${code} ${severity}`);

describe('tables that a page lost', () => {
  it('are told, each under its heading, and no figure stands for them', () => {
    const text = report();
    const { figures, diagnostics, forms } = readReport(text);
    expect([figures, forms]).toEqual([[], []]);
    expect(diagnostics.map(({ code, severity, span }) => [code, severity, text.slice(span!.start, span!.end)])).toEqual(HEADINGS.map((heading, i) => [`${['active', 'requests', 'disputes'][i]}-table-absent`, 'warning', heading]));
    expect(diagnostics[0]!.message.zh).toContain('不等于零');
  });

  it('are a remark only where sentences stand in their place', () => {
    expect(codes(report(['', '本年度未收到政府信息公开申请。', '']))).toEqual(['active-table-absent warning', 'requests-table-absent info', 'disputes-table-absent warning']);
  });

  it('are known to be attached where the section says so', () => {
    const { diagnostics } = readReport(report(['详见附件1。', '', '']));
    expect(diagnostics[0]).toMatchObject({ code: 'active-table-absent', severity: 'warning' });
    expect(diagnostics[0]!.message.zh).toContain('在附件里');
    expect(readReport(report(['', '', '![](table4.png)'])).diagnostics[2]).toMatchObject({ severity: 'warning', message: { en: expect.stringContaining('a picture') as string } });
  });

  it.each(printedForms.filter(({ id }) => id.startsWith('gen')).map((form) => [form.id, form] as const))('are not missed where one of them stands: %s', (_, form) => {
    const values = new Map(form.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ metrics }) => metrics.map((metric) => [metric, '0'] as const)))));
    expect(codes(reportWith(sheetsOf(form, values), layouts['L1 tabs']!))).toEqual([]);
  });

  it('are not missed in a narrative report', () => {
    const { forms, diagnostics } = readReport('青石镇2012年政府信息公开工作年度报告\n\n一、概述\n\n我镇公开信息120条。\n\n二、主动公开政府信息情况\n\n全年公开120条。\n\n三、依申请公开政府信息和不予公开政府信息的情况\n\n未收到申请。\n\n四、收费及减免情况\n\n没有收费。\n\n五、行政复议、诉讼和申诉情况\n\n没有。\n');
    expect([forms, diagnostics]).toEqual([['gen2008'], []]);
  });

  it('a page that only lists an attachment says so', () => {
    expect(codes('青石镇2021年政府信息公开工作年度报告\n\n附件：青石镇2021年政府信息公开工作年度报告.docx\n')).toEqual(['attachment-only warning']);
    expect(codes('青石镇2021年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息12条。\n')).toEqual([]);
  });
});

describe('a narrative report with an annexed form', () => {
  it('is of both forms', () => {
    const text = '青石镇2012年政府信息公开工作年度报告\n\n一、概述\n\n我镇公开信息120条。\n\n四、收费及减免情况\n\n没有收费。\n\n附表\n\n指标名称\t计量单位\t代码\t本期实际\t本年累计\n主动公开信息数\t条\t01\t12\t120\n申请总数\t条\t10\t0\t0\n行政复议数\t件\t32\t0\t0\n';
    expect(readReport(text).forms).toEqual(['gen2008', 'form35']);
  });
});

describe('collapsed and noisy tables', () => {
  const form = printedForms.find(({ id }) => id === 'gen2021')!;

  it('a value over merged cells is the total, and nothing is said of the others', () => {
    const text = report(['', `| | | | 自然人 | 法人或其他组织 | | | | | 总计 |\n| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n| 一、本年新收政府信息公开申请数量 | | | 3 ||||||||\n| 二、上年结转政府信息公开申请数量 | | | 0 ||||||||`, '']);
    const { figures } = readReport(text);
    expect(figures.map(({ metric, quantity, trust }) => [metric, quantity.value, trust])).toEqual([
      ['req.new.total', '3', 'repaired'],
      ['req.carried_in.total', '0', 'repaired'],
    ]);
  });

  it.each(['L1 tabs', 'L2 one cell a line', 'L3 lone pipes', 'L4 Markdown'])('pipes of a page’s own tables change nothing: %s', (name) => {
    const values = new Map(form.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ metrics }) => metrics.map((metric) => [metric, '0'] as const)))));
    const text = reportWith(sheetsOf(form, values), layouts[name]!);
    const noisy = `${'|'.repeat(320)}\n${'| '.repeat(200)}\n|\n|\n${text}\n${'|'.repeat(90)}\n`;
    const seen = (source: string): unknown[] => readReport(source).figures.map(({ metric, quantity, trust }) => [metric, quantity.value, trust]);
    expect(seen(noisy)).toEqual(seen(text));
    expect(seen(noisy)).toHaveLength(200);
  });
});
