import { describe, expect, it } from 'vitest';
import { alignTables } from '../../../index/forms/mod.js';
import { documentOf } from './tables.js';

/** metric → `trust value unit`, or `trust state` where no number is printed. */
function summary(text: string, options: Parameters<typeof documentOf>[1] = {}): { cells: Record<string, string>; read: string[]; forms: string[]; codes: string[] } {
  const { figures, forms, diagnostics } = alignTables(documentOf(text, options));
  const cells: Record<string, string> = {};
  const read: string[] = [];
  for (const { metric, trust, quantity, labels } of figures) {
    if (metric === null) read.push(`${labels.join('/')}=${quantity.value}`);
    else cells[metric] = `${trust} ${quantity.value ?? quantity.state}${quantity.value === null ? '' : ` ${quantity.unit}`}`;
  }
  return { cells, read, forms, codes: diagnostics.map(({ code }) => code) };
}

const HEADS = '\t\t申请人情况\t\t\t\t\t\t总计\n\t\t自然人\t法人或其他组织\t\t\t\t\t\n\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n';
const DISPUTES = '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n';

describe('cells as offices print them', () => {
  const block = (row: string): string => `信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t${row}`;
  it.each([
    ['5\t+173\t1,808,595', ['5', '173', '1808595']],
    ['５\t-2\t1，808', ['5', '-2', '1808']],
    ['0.00\t－35\t1 808', ['0', '-35', '1808']],
    ['5\t↓3\t12件', ['5', '-3', '12']],
    ['5\t减少2\t无', ['5', '-2', 'not-applicable']],
    ['/\t增加3\t—', ['not-applicable', '3', 'not-applicable']],
    ['5\t\t12', ['5', 'blank', '12']],
    ['O\t－２\t45.28万件', ['0', '-2', '452800']],
    ['0\t+0\t1.2 亿', ['0', '0', '120000000']],
    ['不适用\t_\t\\', ['not-applicable', 'not-applicable', 'not-applicable']],
    ['5\t详见附件\t12', ['5', 'text', '12']],
  ])('%s', (row, expected) => {
    const { cells } = summary(block(row));
    const found = ['items_prev', 'items_delta', 'decisions'].map((column) => cells[`active.licence.${column}`]?.split(' ')[1]);
    expect(found).toEqual(expected);
  });

  it('keeps the sign in the place and the unit out of it', () => {
    const text = block('5\t减少2\t12 件');
    const { figures } = alignTables(documentOf(text));
    expect(figures.map(({ quantity, place }) => [quantity.asWritten, place!.map(({ start, end }) => text.slice(start, end)).join('')])).toEqual([
      ['5', '5'],
      ['减少2', '减少2'],
      ['12', '12'],
    ]);
  });
});

describe('units', () => {
  it.each([
    ['采购总金额', '251000元', '元'],
    ['采购总金额（万元）', '25.1', '万元'],
    ['采购总金额（单位：元）', '25.1万元', '万元'],
    ['采购总金额', '8040', 'null'],
  ])('%s over %s', (head, value, unit) => {
    expect(summary(`信息内容\t采购项目数量\t${head}\n政府集中采购\t3\t${value}`).cells['active.procurement.amount']?.split(' ')[2]).toBe(unit);
  });
});

describe('blocks of the first table', () => {
  it('follows the heads of each block, also when one report mixes the forms', () => {
    const { cells, forms } = summary('第二十条第（一）项\t\t\t\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n行政规范性文件\t1\t2\t3\n第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t7\t\t');
    expect(cells).toEqual({
      'active.normative.made': 'aligned 1 件',
      'active.normative.newly_public': 'aligned 2 件',
      'active.normative.public_total': 'aligned 3 件',
      'active.licence.decisions': 'aligned 7 件',
    });
    expect(forms).toEqual(['gen2019', 'gen2021']);
  });

  it('follows heads that stand in another order', () => {
    expect(summary('信息内容\t处理决定数量\t上一年项目数量\t本年增/减\n行政许可\t9\t5\t1').cells).toEqual({
      'active.licence.decisions': 'aligned 9 件',
      'active.licence.items_prev': 'aligned 5 项',
      'active.licence.items_delta': 'aligned 1 项',
    });
  });

  it.each([
    ['no heads', '行政许可\t1\t2\t3'],
    ['a value too few and nothing to tell which', '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t5\t3'],
    ['a value too many that repeats nothing', '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t5\t3\t4\t6'],
    ['a value that ran into the next row’s label', '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t5\t3\t4 其他对外'],
    ['a row within a row', '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t其中：告知承诺\t5\t3\t4'],
    ['heads of another table', '类别\t受理数\t办结数\t退件数\n行政许可\t120\t100\t20'],
    ['one slip that fits two labels', '信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政口口\t5\t3\t4'],
  ])('gives no meaning with %s', (_, text) => {
    const { cells, read } = summary(text);
    expect(cells).toEqual({});
    expect(read.length).toBeGreaterThan(0);
  });

  it('reads glued digits only when they are as many as the columns', () => {
    const heads = '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n';
    expect(summary(`${heads}规章000规范性文件417\t\t\t`).cells).toEqual({
      'active.rules.made': 'repaired 0 件',
      'active.rules.newly_public': 'repaired 0 件',
      'active.rules.public_total': 'repaired 0 件',
      'active.normative.made': 'repaired 4 件',
      'active.normative.newly_public': 'repaired 1 件',
      'active.normative.public_total': 'repaired 7 件',
    });
    expect(summary(`${heads}规章000规范性文件4127\t\t\t`).cells).not.toHaveProperty(['active.normative.made']);
  });
});

describe('rows of requests', () => {
  const row = (label: string, values: string): ReturnType<typeof summary> => summary(`${HEADS}${label}\t${values.split(' ').join('\t')}`);
  const found = ({ cells }: ReturnType<typeof summary>, root: string): string => ['natural', 'business', 'research', 'nonprofit', 'legal', 'other_org', 'total'].map((column) => cells[`req.${root}.${column}`]?.split(' ').slice(0, 2).join(':') ?? '?').join(' ');

  it('aligns a clean row', () => {
    expect(found(row('一、\t本年新收政府信息公开申请数量', '5 1 0 0 0 2 8'), 'new')).toBe('aligned:5 aligned:1 aligned:0 aligned:0 aligned:0 aligned:2 aligned:8');
  });

  it.each([
    ['二、\t上年转结政府信息公开申请数量', 'carried_in'],
    ['\t2.其他法律行政止公开', 'denied.law_forbidden'],
    ['\t２．其他法律、行政法规禁止公开', 'denied.law_forbidden'],
    ['\t（2）重复申清', 'not_processed.repeat'],
  ])('knows %s', (label, root) => {
    expect(found(row(label, '5 1 0 0 0 2 8'), root)).toMatch(/^\w+:5 \w+:1/);
  });

  it('keeps a row that does not add up under its heads, and says so', () => {
    const { cells, codes } = row('一、\t本年新收政府信息公开申请数量', '0 0 0 0 1 0 0');
    expect(cells['req.new.legal']).toBe('repaired 1 件');
    expect(cells['req.new.total']).toBe('repaired 0 件');
    expect(codes).toEqual(['table-does-not-add-up']);
  });

  it('keeps a blank in its place', () => {
    const { cells } = summary(`${HEADS}一、\t本年新收政府信息公开申请数量\t5\t\t0\t0\t0\t2\t7\n二、\t上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1`);
    expect(cells['req.new.business']).toBe('aligned blank');
    expect(cells['req.new.research']).toBe('aligned 0 件');
  });

  it('takes one value over merged cells for the total', () => {
    const { cells, codes } = row('一、\t本年新收政府信息公开申请数量', '4      ');
    expect(cells).toEqual({ 'req.new.total': 'repaired 4 件' });
    expect(codes).toEqual(['table-row-collapsed']);
  });

  it('gives no meaning when a value is lost and nothing tells which', () => {
    const { cells, read, codes } = summary(`${HEADS}一、\t本年新收政府信息公开申请数量\t5\t1\t3\t2\t2\t13`);
    expect(cells).toEqual({});
    expect(read).toHaveLength(6);
    expect(codes).toEqual(['table-row-undecided']);
  });

  it('gives no meaning to 其他处理 when sub-rows of it follow', () => {
    const { cells } = summary(`${HEADS}（六）其他处理\t\t1\t0\t0\t0\t0\t0\t1\n\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t2\t0\t0\t0\t0\t0\t2`);
    expect(Object.keys(cells).filter((metric) => /^req\.other\.[a-z_]+$/.test(metric))).toEqual([]);
    expect(cells['req.other.fee_unpaid.natural']).toBe('aligned 2 件');
  });

  it('does not take a table with other columns for the official one', () => {
    const { cells, read } = summary('项目\t自然人\t法人\t外国人\t总计\n一、本年新收政府信息公开申请数量\t5\t1\t0\t6');
    expect(cells).toEqual({});
    expect(read).toContain('一、本年新收政府信息公开申请数量/外国人=0');
  });
});

describe('disputes', () => {
  it('aligns fifteen values under their heads', () => {
    const { cells } = summary(`${DISPUTES}2\t1\t0\t1\t4\t1\t0\t0\t1\t2\t1\t0\t0\t0\t1`);
    expect(Object.keys(cells)).toHaveLength(15);
    expect(cells['lit.direct.pending']).toBe('aligned 1 件');
  });

  it('keeps totals that do not add up', () => {
    const { cells, codes } = summary(`${DISPUTES}10\t1\t0\t0\t0\t0\t0\t0\t0\t0\t5\t0\t0\t0\t0`);
    expect(cells['review.upheld']).toBe('repaired 10 件');
    expect(codes).toEqual(['table-does-not-add-up']);
  });

  it('reads one cell a line', () => {
    const { cells } = summary(`四、政府信息公开行政复议、行政诉讼情况\n${`${DISPUTES}2\t1\t0\t1\t4\t1\t0\t0\t1\t2\t1\t0\t0\t0\t1`.split(/[\t\n]+/).join('\n')}`, { stream: true });
    expect(Object.keys(cells)).toHaveLength(15);
    expect(cells['lit.post_review.upheld']).toMatch(/ 1 件$/);
  });
});

describe('other tables', () => {
  it('keeps numbers with the words around them', () => {
    const { cells, read } = summary('姓名\t接待次数\t电话接听\n办公室\t12\t30\n窗口\t7\t8');
    expect(cells).toEqual({});
    expect(read).toEqual(['办公室/接待次数=12', '办公室/电话接听=30', '窗口/接待次数=7', '窗口/电话接听=8']);
  });
});

// So large that anything but linear time would outlast the runner's patience.
describe('hostile input', () => {
  it.each([
    ['a cell of a megabyte', `规章\t${'9'.repeat(1_000_000)}\t0`],
    ['a label of a megabyte', `${'规章0'.repeat(250_000)}\t0\t0`],
    ['brackets without end', `${'（'.repeat(100_000)}\t0\t0`],
    ['rules', `${'|---'.repeat(50_000)}|\t0`],
    ['many rows', '一、本年新收政府信息公开申请数量\t0\n'.repeat(20_000)],
    ['many indicators', `指标名称\t计量单位\t代码\t本期实际\t本年累计\n${'申请总数\t条\t10\t5\t5\n'.repeat(20_000)}`],
    ['many glued rows', '规章000规范性文件000\t\n'.repeat(5000)],
    ['many unlike labels', Array.from({ length: 5000 }, (_, i) => `本年新收政府信息公开${i}申清\t${i}`).join('\n')],
  ])('%s', (_, text) => {
    const { figures, diagnostics } = alignTables(documentOf(text));
    const places = [...figures.flatMap(({ quote }) => quote), ...diagnostics.flatMap(({ span }) => span ?? [])];
    expect(places.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
  });
});
