import ExcelJS, { type Worksheet } from 'exceljs';
import { formNamed, metricById, type FormTable, type FormTotals, type MetricId, type YearTotals } from '../../index/mod.js';

const SHEETS = { active: '主动公开', requests: '申请', disputes: '复议诉讼' } as const;
/** Table 3 prints up to three label columns before its values. */
const LABELS = 3;

/** Writes the workbook of the sums into a file. */
export async function writeTotals(file: string, totals: YearTotals): Promise<void> {
  await bookOf(totals).xlsx.writeFile(file);
}

/** The workbook of the sums as bytes. */
export async function totalsBook(totals: YearTotals): Promise<Uint8Array> {
  return new Uint8Array(await bookOf(totals).xlsx.writeBuffer());
}

/** The sums in the layout of the official tables, a sheet a table, and a sheet that says which organisation gave which cell. */
function bookOf(totals: YearTotals): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  for (const one of totals.forms) {
    const form = formNamed(one.form);
    for (const table of form?.tables ?? []) if (isPrinted(table)) layOut(book.addWorksheet(`${totals.year}${SHEETS[table.id]}（${one.form}）`), table, one);
  }
  sources(book.addWorksheet('来源'), totals);
  leftOut(book.addWorksheet('未计入'), totals);
  return book;
}

function isPrinted(table: FormTable): table is FormTable & { readonly id: keyof typeof SHEETS } {
  return table.id in SHEETS;
}

function layOut(sheet: Worksheet, table: FormTable, totals: FormTotals): void {
  for (const { title, columns, rows } of table.blocks) {
    if (title !== null) sheet.addRow([title]).font = { bold: true };
    const labels = table.id === 'requests' ? LABELS : 1;
    const depth = Math.max(...columns.map(({ path }) => path.length));
    for (let level = 0; level < depth; level += 1) sheet.addRow([...Array.from({ length: labels }, () => ''), ...columns.map(({ path }) => path[level] ?? '')]).font = { bold: true };
    for (const { path, metrics } of rows) sheet.addRow([...Array.from({ length: labels }, (_, i) => path[i] ?? ''), ...metrics.map((metric) => valueOf(totals, metric))]);
  }
  sheet.getColumn(1).width = 26;
}

/** A sum as a number where it is exact, else as text; 单位不一 where what was printed cannot be added. */
function valueOf({ cells }: FormTotals, metric: MetricId): number | string {
  const cell = cells.get(metric);
  if (cell === undefined || cell.addends.length === 0) return '';
  if (cell.value === null) return '单位不一';
  const number = Number(cell.value);
  return Number.isSafeInteger(number) || String(number) === cell.value ? number : cell.value;
}

function sources(sheet: Worksheet, { forms }: YearTotals): void {
  sheet.addRow(['表样', '项目', '指标', '机关', '数', '说明']).font = { bold: true };
  for (const { form, cells } of forms) {
    for (const { metric, addends, blank, missing } of cells.values()) {
      const name = metricById(metric)?.zh ?? metric;
      for (const { card, value } of addends) sheet.addRow([form, name, metric, card.org.name, Number(value), '']);
      for (const card of blank) sheet.addRow([form, name, metric, card.org.name, '', '没有填数']);
      for (const card of missing) sheet.addRow([form, name, metric, card.org.name, '', '没有读到']);
    }
  }
  sheet.columns.forEach((column, i) => (column.width = [10, 48, 36, 20, 12, 12][i] ?? 12));
}

function leftOut(sheet: Worksheet, { leftOut: cards, forms }: YearTotals): void {
  sheet.addRow(['机关', '原因']).font = { bold: true };
  for (const { card, why } of cards) sheet.addRow([card.org.name, REASONS[why].zh]);
  sheet.addRow([]);
  sheet.addRow(['汇总后不平', '左', '右']).font = { bold: true };
  for (const { broken } of forms) for (const { id, left, right } of broken) sheet.addRow([id, Number(left), Number(right)]);
  sheet.addRow(['与本级报告不一致', '汇总', '本级报告']).font = { bold: true };
  for (const { against } of forms) for (const { card, metric, sum, own } of against) sheet.addRow([`${card.org.name} ${metricById(metric)?.zh ?? metric}`, Number(sum), Number(own)]);
}

/** Why a report was not added, for a person. */
export const REASONS = {
  'no-official-table': { zh: '没有读到统一格式的表格', en: 'no official table was read' },
  'mixed-forms': { zh: '一份报告里用了两种表样，不能放进同一张表', en: 'two forms in one report' },
  'no-sum-of-its-own': { zh: '本级政府的报告已含所属各单位，只用来核对', en: 'a government’s own report covers the others; it is set against the sum' },
} as const;
