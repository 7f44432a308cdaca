import { Readable } from 'node:stream';
import type { CellValue, Worksheet } from 'exceljs';
import { decodeText, openContainer, type Text2 } from '../../../index/mod.js';

/** What stands in a cell: text, trimmed, or a day that the sheet keeps as one; `link` where the text links somewhere. */
export interface SheetCell {
  readonly text: string;
  readonly day: string | null;
  readonly link: string | null;
}

/** A row of a spreadsheet. */
export interface SheetRow {
  /** Counted from 1, as the spreadsheet counts. */
  readonly number: number;
  /** By column, counted from 1; empty cells are left out. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** Something wrong in a spreadsheet; `row` counts from 1, `column` is its letters. Both null when the file as a whole is meant. */
export interface SheetProblem {
  readonly row: number | null;
  readonly column: string | null;
  readonly message: Text2;
}

/** The rows of a spreadsheet, or what is wrong with it. */
export type ReadSheet = { readonly ok: true; readonly rows: readonly SheetRow[] } | { readonly ok: false; readonly problems: readonly SheetProblem[] };

/** A list of some hundred organisations; what is larger is another file. */
const MOST = { bytes: 5_000_000, rows: 20_000, columns: 60 };
const CONTAINER_LIMITS = { entries: 500, entryBytes: 40_000_000, totalBytes: 80_000_000, ratio: 200 };

/** Reads the first sheet of an .xlsx file, or a .csv file in UTF-8 or GB18030. Never throws: what cannot be read comes back as problems, merged cells too. */
export async function readSheet(name: string, bytes: Uint8Array): Promise<ReadSheet> {
  if (bytes.length > MOST.bytes) return whole('文件太大（最多 5 MB）', 'the file is too large (at most 5 MB)');
  try {
    if (/\.xlsx$/iu.test(name)) return await readWorkbook(bytes);
    if (/\.csv$/iu.test(name)) return await readCsv(bytes);
    return whole('只能导入 .xlsx 和 .csv', 'only .xlsx and .csv can be imported');
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
    return whole(`读不懂这个文件：${why}`, `the file cannot be read: ${why}`);
  }
}

async function readWorkbook(bytes: Uint8Array): Promise<ReadSheet> {
  const container = await openContainer(bytes, CONTAINER_LIMITS);
  if (!container.ok) return { ok: false, problems: [{ row: null, column: null, message: container.excess }] };
  const book = await workbook();
  await book.xlsx.load(bytes as never);
  const sheet = book.worksheets.find(({ state, actualRowCount }) => state === 'visible' && actualRowCount > 0);
  if (sheet === undefined) return whole('没有内容', 'there is nothing in it');
  const merges = (sheet.model as { readonly merges?: readonly string[] }).merges ?? [];
  if (merges.length > 0) return { ok: false, problems: merges.map(mergedAt) };
  return rowsOf(sheet);
}

async function readCsv(bytes: Uint8Array): Promise<ReadSheet> {
  const text = decodeText(bytes);
  if (text === null) return whole('认不出文字编码，请存为 UTF-8', 'the encoding is not known: save it as UTF-8');
  const sheet = await (await workbook()).csv.read(Readable.from([text]), { map: (value: string) => value });
  return rowsOf(sheet);
}

async function workbook(): Promise<import('exceljs').Workbook> {
  const { default: ExcelJS } = await import('exceljs');
  return new ExcelJS.Workbook();
}

function rowsOf(sheet: Worksheet): ReadSheet {
  if (sheet.rowCount > MOST.rows || sheet.columnCount > MOST.columns) return whole('行或列太多，不像名册', 'there are too many rows or columns for a roster');
  const rows: SheetRow[] = [];
  const problems: SheetProblem[] = [];
  sheet.eachRow((row, number) => {
    const cells = new Map<number, SheetCell>();
    row.eachCell((cell, column) => {
      const read = cellOf(cell.value);
      if (read === 'error') problems.push({ row: number, column: lettersOf(column), message: { zh: '公式出错', en: 'the formula is in error' } });
      else if (read.text !== '' || read.day !== null) cells.set(column, read);
    });
    if (cells.size > 0) rows.push({ number, cells });
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, rows };
}

function cellOf(value: CellValue): SheetCell | 'error' {
  const plain = (text: string): SheetCell => ({ text: text.trim(), day: null, link: null });
  if (value === null || value === undefined) return plain('');
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'error' : { text: value.toISOString().slice(0, 10), day: value.toISOString().slice(0, 10), link: null };
  if (typeof value !== 'object') return plain(String(value));
  if ('error' in value) return 'error';
  if ('hyperlink' in value) return { ...plain(typeof value.text === 'string' ? value.text : textOf(value.text)), link: value.hyperlink };
  if ('richText' in value) return plain(textOf(value));
  return 'result' in value ? cellOf(value.result ?? null) : plain('');
}

function textOf(rich: unknown): string {
  const runs = (rich as { readonly richText?: readonly { readonly text: string }[] } | null)?.richText ?? [];
  return runs.map(({ text }) => text).join('');
}

function mergedAt(range: string): SheetProblem {
  const [, column = '', row = ''] = /^\$?([A-Z]+)\$?(\d+)/u.exec(range) ?? [];
  return { row: Number(row), column, message: { zh: `${range} 是合并单元格，说不清归哪一行：请取消合并，每行写全`, en: `${range} is merged, so it cannot be told whose it is: unmerge it and fill every row` } };
}

/** 1 → A, 27 → AA. */
export function lettersOf(column: number): string {
  return column <= 26 ? String.fromCharCode(64 + column) : lettersOf(Math.floor((column - 1) / 26)) + lettersOf(((column - 1) % 26) + 1);
}

function whole(zh: string, en: string): ReadSheet {
  return { ok: false, problems: [{ row: null, column: null, message: { zh, en } }] };
}
