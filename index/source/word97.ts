import { CONTENTS, refusedAs, type Contents } from './contents.js';
import { recogniseType } from './file-types.js';
import { joined } from './joining.js';
import type { Reader, ReadResult } from './reader.js';
import { refusals, type Refusal } from './refusal.js';
import { SourceWriter } from './source-writer.js';
import { judgeText } from './text-check.js';

/** Streams that tell what an old Office file is; names stand in the file in UTF-16. */
const STREAMS: readonly (readonly [string, Contents])[] = [
  ['WordDocument', CONTENTS.oldWord],
  ['PowerPoint Document', CONTENTS.oldPowerpoint],
  ['Workbook', CONTENTS.oldExcel],
];
const ENCRYPTED = 'EncryptedPackage';

/** Old Word files and those that WPS saves in the same format: paragraphs and tables, without the spans of merged cells. */
export const word97: Reader = {
  name: 'word97',
  accepts: ({ head }) => recogniseType(head)?.id === 'ole',
  async read(bytes, { name }): Promise<ReadResult> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const holds = (stream: string): boolean => buffer.includes(Buffer.from(stream, 'utf16le'));
    if (holds(ENCRYPTED)) return refused(refusals.encrypted({ zh: ' Office 文件', en: 'an Office file' }));
    const found = STREAMS.find(([stream]) => holds(stream))?.[1] ?? null;
    const broken = found === null ? null : refusedAs(found, name);
    if (broken !== null) return broken;
    if (found !== CONTENTS.oldWord) return refused(refusals.unsupported(found?.label ?? { zh: '旧版 Office 或 WPS 专有格式的文件', en: 'an old Office file or one in a format of WPS only' }));
    const { default: WordExtractor } = await import('word-extractor');
    const document = await new WordExtractor().extract(buffer);
    const writer = new SourceWriter();
    const written = writeBody(document.getBody({ filterUnicode: false }), writer);
    if (!written) return refused(refusals.unsupported({ zh: `${found.label.zh}，其中有表格的行列无法确定`, en: `${found.label.en} with a table whose rows cannot be told apart` }));
    for (const line of document.getTextboxes({ includeBody: true, includeHeadersAndFooters: false, filterUnicode: false }).split(/[\r\n]+/)) writer.line(line);
    return judgeText(writer.finish());
  },
};

function refused(refusal: Refusal): ReadResult {
  return { ok: false, refusal };
}

/** Every cell ends in a tab and a row in a line end after it; a line end inside a cell parts its paragraphs. False when rows cannot be told. */
function writeBody(body: string, writer: SourceWriter): boolean {
  let row = '';
  let below = false;
  const lines = body.split('\n');
  for (const [at, line] of lines.entries()) {
    row = row === '' ? line : joinCells(row, line);
    const end = row.lastIndexOf('\t') + 1;
    // A text after two tabs, which end a cell and a row, stands behind the table, or is the first paragraph of a label of the next row.
    const behind = end < row.length && row.slice(0, end).endsWith('\t\t') && !goesOnWithValues(lines, at + 1);
    if (end > 0 && end < row.length && !behind) continue;
    // Right below a row, a line without a cell's end is the first paragraph of a label when values follow.
    if (end === 0 && row !== '' && below && goesOnWithValues(lines, at + 1)) continue;
    below = end === row.length && row !== '';
    const rows = end > 0 ? rowsOf(row.slice(0, end)) : [];
    if (rows === null) return false;
    for (const one of rows) writer.line(one);
    writer.line(row.slice(end));
    row = '';
  }
  writer.line(row);
  return true;
}

/** No label has more paragraphs. */
const MOST_PARAGRAPHS = 6;

/** True when the lines from `at` are the rest of a row that holds values: no table opens with values, its heads come first. */
function goesOnWithValues(lines: readonly string[], at: number): boolean {
  const ahead = lines.slice(at, at + MOST_PARAGRAPHS);
  const blank = ahead.indexOf('');
  const [row] = ahead.slice(0, blank < 0 ? ahead.length : blank).join('\n').split(/\t[\t\n]/);
  return row!.split('\t').slice(1).some((cell) => VALUE.test(cell));
}

function joinCells(row: string, next: string): string {
  const before = row.lastIndexOf('\t') + 1;
  const cut = next.includes('\t') ? next.indexOf('\t') : next.length;
  return `${row.slice(0, before)}${joined([row.slice(before), next.slice(0, cut)])}${next.slice(cut)}`;
}

const VALUE = /^[-+－＋]?\d+(?:[.,，]\d+)*(?:%|[\u4e00-\u9fff]{1,2})?$|^[/\\—–_-]{1,2}$/;

/**
 * Wide tables lose the marks that end their rows: a row then ends in its last cell's tab and one more. That is also what an empty
 * cell looks like, so it is taken for an end only where the next row opens with words. Null when it does not.
 */
function rowsOf(line: string): string[] | null {
  const cells = line.slice(0, -1);
  if (!cells.includes('\t\t')) return [cells];
  const rows = cells.replace(/\t+$/, '').split(/(?<=[^\t])\t\t/);
  if (rows.length === 1) return [cells];
  return rows.some((row) => VALUE.test(row.replace(/^\t+/, '').split('\t')[0]!) && !isAllValues(row)) ? null : rows;
}

/** The one row of the table of disputes has values only. */
function isAllValues(row: string): boolean {
  const cells = row.split('\t').filter((cell) => cell !== '');
  return cells.length >= 10 && cells.every((cell) => VALUE.test(cell));
}
