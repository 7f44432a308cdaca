import fc from 'fast-check';
import { forms, type FormBlock, type FormTableId, type ReportForm } from '../../../index/forms/mod.js';

/** A printed cell. `rows` and `columns` say over how many it is merged; `metric` is set on cells of values. */
export interface Drawn {
  readonly text: string;
  readonly rows?: number;
  readonly columns?: number;
  readonly metric?: string;
}

/** A table as a page draws it: rows of cells, what a merged cell covers left out. */
export interface Sheet {
  readonly form: ReportForm;
  readonly table: FormTableId;
  readonly rows: readonly (readonly Drawn[])[];
}

export type Values = ReadonlyMap<string, string>;

/** One grid place after merged cells are spread. `own` is false for what a merged cell covers. */
export interface Place {
  readonly cell: Drawn;
  readonly own: boolean;
}

/** All tables of a form with these values. */
export function sheetsOf(form: ReportForm, values: Values): Sheet[] {
  return form.tables.map(({ id, blocks }) => ({ form, table: id, rows: id === 'active' ? active(blocks, values) : id === 'disputes' ? disputes(blocks[0]!, values) : id === 'requests' ? requests(blocks[0]!, values) : statistics(blocks[0]!, values) }));
}

/** Merged cells spread over the places that they cover. Rows may have different widths, as pages draw them. */
export function spread({ rows }: Sheet): Place[][] {
  const grid: (Place | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]![x] !== undefined) x += 1;
      for (let dy = 0; dy < (cell.rows ?? 1); dy += 1) for (let dx = 0; dx < (cell.columns ?? 1); dx += 1) grid[y + dy]![x + dx] = { cell, own: dy + dx === 0 };
      x += cell.columns ?? 1;
    }
  });
  return grid.map((row) => Array.from(row, (place) => place ?? { cell: { text: '' }, own: true }));
}

function valueCells(metrics: readonly string[], values: Values): Drawn[] {
  return metrics.map((metric) => ({ text: values.get(metric)!, metric }));
}

function active(blocks: readonly FormBlock[], values: Values): Drawn[][] {
  return blocks.flatMap(({ title, columns, rows }) => [
    [{ text: title!, columns: 4 }],
    [{ text: '信息内容' }, ...merged(columns.map(({ path }) => ({ text: path[0]! })))],
    ...rows.map(({ path, metrics }) => [{ text: path[0]! }, ...merged(valueCells(metrics, values))]),
  ]);
}

/** Three columns' room: fewer cells are merged over it. */
function merged(cells: Drawn[]): Drawn[] {
  return cells.length === 3 ? cells : cells.length === 1 ? [{ ...cells[0]!, columns: 3 }] : [{ ...cells[0]!, columns: 2 }, cells[1]!];
}

function requests({ rows }: FormBlock, values: Values): Drawn[][] {
  const heads: Drawn[][] = [
    [{ text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', rows: 3, columns: 3 }, { text: '申请人情况', columns: 7 }],
    [{ text: '自然人', rows: 2 }, { text: '法人或其他组织', columns: 5 }, { text: '总计', rows: 2 }],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => ({ text })),
  ];
  const span = (label: string, depth: number): number => rows.filter(({ path }) => path[depth] === label && path.length > depth + 1).length;
  let before: readonly string[] = [];
  const body = rows.map(({ path, metrics }) => {
    const cells: Drawn[] = [];
    path.forEach((label, depth) => {
      if (depth === path.length - 1) cells.push({ text: label, columns: 3 - depth });
      else if (before[depth] !== label) cells.push({ text: label, rows: span(label, depth) });
    });
    before = path;
    return [...cells, ...valueCells(metrics, values)];
  });
  return [...heads, ...body];
}

function disputes({ rows }: FormBlock, values: Values): Drawn[][] {
  const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    [{ text: '行政复议', columns: 5 }, { text: '行政诉讼', columns: 10 }],
    [...outcomes.map((text) => ({ text, rows: 2 })), { text: '未经复议直接起诉', columns: 5 }, { text: '复议后起诉', columns: 5 }],
    [...outcomes, ...outcomes].map((text) => ({ text })),
    valueCells(rows[0]!.metrics, values),
  ];
}

function statistics({ columns, rows }: FormBlock, values: Values): Drawn[][] {
  const coded = rows.some(({ code }) => code !== undefined);
  const names = coded ? ['指标名称', '计量单位', '代码'] : ['统计指标', '单位'];
  const heads = [...names, ...columns.map(({ path }) => path[0]!)].map((text) => ({ text }));
  const groups = new Set<string>();
  const body = rows.flatMap(({ path, code, unit, metrics }) => {
    const opened = path.slice(0, -1).filter((label) => /^[（一二三四五六七八九]/.test(label) && !groups.has(label));
    opened.forEach((label) => groups.add(label));
    return [...opened.map((text) => [{ text }, ...Array.from({ length: heads.length - 1 }, () => ({ text: '' }))]), [{ text: path[path.length - 1]! }, { text: unit! }, ...(coded ? [{ text: code! }] : []), ...valueCells(metrics, values)]];
  });
  return [heads, ...body];
}

const share = fc.nat(999).map((n) => n / 1000);

/** Random values for every cell of a form whose sums hold. `density` is the share of cells that are not 0. */
export function valuesFor(form: ReportForm, density: number): fc.Arbitrary<Values> {
  return fc.record({ numbers: fc.infiniteStream(fc.integer({ min: 1, max: 9999 })), holes: fc.infiniteStream(share) }).map(({ numbers, holes }) => {
    const values = new Map<string, number>();
    for (const { blocks } of form.tables) for (const { rows } of blocks) for (const { metrics } of rows) for (const metric of metrics) values.set(metric, holes.next().value! < density ? numbers.next().value! : 0);
    const sum = (ids: readonly string[]): number => ids.reduce((total, id) => total + values.get(id)!, 0);
    // Sums over rows first (in the annexed forms parts of parts), then what makes the carry-over hold, then sums inside rows.
    const inner = [...form.identities].filter(({ id }) => !/^C3-1|^C3-3|^C4/.test(id));
    for (let round = 0; round < 3; round += 1) for (const { parts, equals } of inner) values.set(equals[0]!, sum(parts));
    for (const { id, parts, equals } of form.identities) {
      if (!id.startsWith('C3-1')) continue;
      const most = sum(equals);
      values.set(parts[1]!, Math.min(values.get(parts[1]!)!, most));
      values.set(parts[0]!, most - values.get(parts[1]!)!);
    }
    for (const { id, parts, equals } of form.identities) if (/^C3-3|^C4/.test(id)) values.set(equals[0]!, sum(parts));
    return new Map([...values].map(([metric, value]) => [metric, String(value)]));
  });
}

/** The forms that print tables. */
export const printedForms = forms.filter(({ tables }) => tables.length > 0);
