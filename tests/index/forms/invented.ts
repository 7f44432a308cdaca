import fc from 'fast-check';
import { tableForms } from '../../../index/forms/mod.js';
import type { FormTableId, ReportForm } from '../../../index/forms/mod.js';

/** An official table as a generation prints it: rows of cells, and what each metric is worth. */
export interface Invented {
  readonly form: ReportForm;
  readonly rows: readonly (readonly string[])[];
  readonly truth: ReadonlyMap<string, string>;
}

const share = fc.nat(999).map((n) => n / 1000);

/** Random numbers for all rows of a form, sums made to hold. `density` is the share of cells that are not 0. */
export function inventedTables(density: number): fc.Arbitrary<Invented> {
  return fc.record({ form: fc.constantFrom(...tableForms), numbers: fc.infiniteStream(fc.integer({ min: 1, max: 9999 })), holes: fc.infiniteStream(share) }).map(({ form, numbers, holes }) => {
    const next = (): number => (holes.next().value! < density ? numbers.next().value! : 0);
    const values = new Map<string, number>();
    for (const { blocks } of form.tables) for (const { rows } of blocks) for (const { metrics } of rows) for (const metric of metrics) values.set(metric, next());
    // Rows first, then sums over rows; the new requests are what makes the carry-over hold.
    const sum = (ids: readonly string[]): number => ids.reduce((total, id) => total + values.get(id)!, 0);
    for (const { id, parts, equals } of form.identities) if (id.startsWith('C3-2')) values.set(equals[0]!, sum(parts));
    for (const { id, parts, equals } of form.identities) {
      if (!id.startsWith('C3-1')) continue;
      const most = sum(equals);
      values.set(parts[1]!, Math.min(values.get(parts[1]!)!, most));
      values.set(parts[0]!, most - values.get(parts[1]!)!);
    }
    for (const { id, parts, equals } of form.identities) if (id.startsWith('C3-3') || id.startsWith('C4')) values.set(equals[0]!, sum(parts));
    const truth = new Map([...values].map(([metric, value]) => [metric, String(value)]));
    return { form, rows: form.tables.flatMap(({ id }) => printed(form, id, truth)), truth };
  });
}

function printed(form: ReportForm, id: FormTableId, truth: ReadonlyMap<string, string>): string[][] {
  const { blocks } = form.tables.find((table) => table.id === id)!;
  if (id === 'active') {
    return blocks.flatMap(({ title, columns, rows }) => [
      pad([title!], 4),
      pad(['信息内容', ...columns.map(({ path }) => path[0]!)], 4),
      ...rows.map(({ path, metrics }) => pad([path[0]!, ...metrics.map((metric) => truth.get(metric)!)], 4)),
    ]);
  }
  const [block] = blocks;
  if (id === 'disputes') {
    const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    return [pad(['行政复议', '', '', '', '', '行政诉讼'], 15), pad([...outcomes, '未经复议直接起诉', '', '', '', '', '复议后起诉'], 15), pad(['', '', '', '', '', ...outcomes, ...outcomes], 15), block!.rows[0]!.metrics.map((metric) => truth.get(metric)!)];
  }
  const heads = [pad(['(本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和)', '', '', '申请人情况', '', '', '', '', '', '总计'], 10), pad(['', '', '', '自然人', '法人或其他组织'], 10), pad(['', '', '', '', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'], 10)];
  let before: readonly string[] = [];
  const body = block!.rows.map(({ path, metrics }) => {
    const labels = path.map((label, depth) => (before[depth] === label && depth < path.length - 1 ? '' : label));
    before = path;
    return [...pad(labels, 3), ...metrics.map((metric) => truth.get(metric)!)];
  });
  return [...heads, ...body];
}

function pad(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')];
}

/** One harm to a table: what it does, where (a share of the rows), and a second share for a place inside the row. */
export interface Damage {
  readonly kind: (typeof kinds)[number];
  readonly row: number;
  readonly at: number;
}

const kinds = ['insert-empty', 'remove-empty', 'repeat-merged', 'repeat-any', 'cut-row', 'cut-label', 'drop-row', 're-space', 'drop-trailing', 'typo', 'blank-line'] as const;

export const damages: fc.Arbitrary<Damage[]> = fc.array(fc.record({ kind: fc.constantFrom(...kinds), row: share, at: share }), { minLength: 1, maxLength: 8, size: 'max' });

/** The table's text after all harms, tab-separated. A row `[]` is a blank line. */
export function damaged(rows: readonly (readonly string[])[], list: readonly Damage[]): string {
  let now = rows.map((row) => [...row]);
  // A dropped row is a whole row: a page lost in the middle of one, and blanks put in its place, nobody can see.
  const wholeFirst = [...list].sort((a, b) => Number(b.kind === 'drop-row') - Number(a.kind === 'drop-row'));
  for (const harm of wholeFirst) {
    const index = Math.floor(harm.row * now.length);
    now = [...now.slice(0, index), ...harmed(now[index]!, harm), ...now.slice(index + 1)];
  }
  return now.map((row) => row.join('\t')).join('\n');
}

function harmed(row: readonly string[], { kind, at }: Damage): string[][] {
  const place = Math.floor(at * row.length);
  const label = row.findIndex((cell, i) => cell.length > 2 && !/^\d+$/.test(cell) && i >= Math.min(place, row.findLastIndex((text) => text.length > 2 && !/^\d+$/.test(text))));
  const first = row.findIndex((cell) => /^\d+$/.test(cell));
  const edit = (change: (text: string) => string): string[][] => [label < 0 ? [...row] : row.map((cell, i) => (i === label ? change(cell) : cell))];
  switch (kind) {
    case 'insert-empty':
      return [[...row.slice(0, place), '', ...row.slice(place)]];
    case 'remove-empty': {
      const empty = row.findIndex((cell, i) => cell === '' && i >= place);
      return [row.filter((_, i) => i !== empty)];
    }
    case 'repeat-merged':
      return [first > 0 && row[first - 1] === '' ? row.map((cell, i) => (i === first - 1 ? row[first]! : cell)) : [...row]];
    case 'repeat-any':
      return [/^\d+$/.test(row[place] ?? '') ? [...row.slice(0, place), row[place]!, ...row.slice(place)] : [...row]];
    case 'cut-row':
      return [row.slice(0, place), [], row.slice(place)].map((cells) => [...cells]);
    case 'cut-label': {
      if (label < 0) return [[...row]];
      const text = row[label]!;
      const cut = 1 + Math.floor(at * (text.length - 1));
      return [row.map((cell, i) => (i === label ? text.slice(0, cut) : cell)), [], row.map((_, i) => (i === label ? text.slice(cut) : ''))];
    }
    case 'drop-row':
      return [];
    case 're-space':
      return edit((text) => [...text].join(' '));
    case 'drop-trailing':
      return [row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)];
    case 'typo': {
      const i = (text: string): number => 1 + Math.floor(at * (text.length - 1));
      return edit((text) => (at < 0.4 ? text.slice(0, i(text)) + text.slice(i(text) + 1) : at < 0.7 ? `${text.slice(0, i(text))}型${text.slice(i(text) + 1)}` : `${text.slice(0, i(text) - 1)}${text[i(text)] ?? ''}${text[i(text) - 1]}${text.slice(i(text) + 1)}`));
    }
    case 'blank-line':
      return [[], [...row]];
  }
}
