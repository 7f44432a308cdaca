import type { Lang } from '../../../index/mod.js';
import type { AnswerCitation } from '../../../intents/mod.js';
import { COLOURS, type Colours } from './colours.js';
import { framed, MARGIN } from './frame.js';
import { widthOf, wrapped } from './measure.js';
import { sourceLine } from './source-line.js';
import { document, lineAt, textAt, type Drawing } from './svg.js';
import { chartWord } from './words.js';

/** A table to be drawn: its cells are texts, numbers already as they are to be read. */
export interface TableData {
  readonly title: string;
  readonly columns: readonly { readonly name: string; readonly align: 'start' | 'end' }[];
  /** Each as long as `columns`; a cell that is lacking is empty. */
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  readonly citations: readonly AnswerCitation[];
  readonly lang: Lang;
}

const SIZE = 15;
const LINE = 21;
const PAD = 8;
/** Rows of one picture: longer ones a phone would have to load and scroll for ever. */
const MOST_ROWS = 60;
const MOST_COLUMNS = 8;
/** A cell that needs more lines is cut. */
const MOST_LINES = 4;
const LONGEST_CELL = 200;
const MOST_NOTES = 6;
/** Pixels that a column of words keeps while one of numbers can still give way: four characters. */
const LEAST_WORDS = 4 * SIZE + 2 * PAD;

/** A table as an SVG document of `width` pixels, always on a light ground. Long cells are wrapped, then cut; what is left out is said below. */
export function tableSvg(table: TableData, width: number): string {
  const colours = COLOURS.light;
  const columns = table.columns.slice(0, MOST_COLUMNS);
  const rows = table.rows.slice(0, MOST_ROWS).map((row) => columns.map((_, i) => Array.from((row[i] ?? '').slice(0, LONGEST_CELL * 2)).slice(0, LONGEST_CELL).join('')));
  const left = table.rows.length - rows.length;
  const fewer = left === 0 ? [] : [chartWord(table.lang, 'fewerRows', { kept: String(rows.length), left: String(left) })];
  const body = grid(columns, rows, width, colours);
  const foot = [...fewer, ...table.notes.slice(0, MOST_NOTES), sourceLine(table.lang, table.citations)].filter((line) => line !== '');
  return document(framed(body, { title: table.title, subtitle: '', foot }, colours), colours, tableAlternative(table));
}

/** A table in words: its title and size; the values stand in the text that goes with it. */
export function tableAlternative({ title, rows }: TableData): string {
  return `${title} (${rows.length})`;
}

function grid(columns: TableData['columns'], rows: readonly (readonly string[])[], width: number, colours: Colours): Drawing {
  const widths = columnWidths(columns, rows, width - 2 * MARGIN);
  const pieces: string[] = [];
  let y = 0;
  const put = (cells: readonly string[], bold: boolean, band: boolean): void => {
    const lines = cells.map((cell, i) => wrapped(cell, widths[i]! - 2 * PAD, SIZE, MOST_LINES));
    const height = Math.max(1, ...lines.map((cell) => cell.length)) * LINE + PAD;
    if (band) pieces.push(`<rect x="${MARGIN}" y="${y}" width="${width - 2 * MARGIN}" height="${height}" fill="${colours.band}"/>`);
    let x = MARGIN;
    for (const [i, cell] of lines.entries()) {
      const { align } = columns[i]!;
      const at = align === 'end' ? x + widths[i]! - PAD : x + PAD;
      for (const [j, line] of cell.entries()) pieces.push(textAt(at, y + PAD / 2 + (j + 1) * LINE - 6, line, { size: SIZE, fill: colours.text, anchor: align, bold }));
      x += widths[i]!;
    }
    y += height;
  };
  put(columns.map(({ name }) => name), true, false);
  pieces.push(lineAt(MARGIN, y, width - MARGIN, y, colours.zero));
  for (const [i, row] of rows.entries()) put(row, false, i % 2 === 1);
  pieces.push(lineAt(MARGIN, y, width - MARGIN, y, colours.zero));
  return { svg: pieces.join(''), width, height: y + 4 };
}

/** Columns as wide as they need; where that is too much, the wide ones of words give way until all fit, and those of numbers only if nothing else does. What is left over goes to the first column of words. */
function columnWidths(columns: TableData['columns'], rows: readonly (readonly string[])[], room: number): number[] {
  const wanted = columns.map(({ name }, i) => Math.ceil(Math.max(widthOf(name, SIZE) * 1.05, ...rows.map((row) => widthOf(row[i] ?? '', SIZE))) + 2 * PAD));
  const total = (widths: readonly number[]): number => widths.reduce((sum, one) => sum + one, 0);
  const capped = (widths: readonly number[], only: (i: number) => boolean, least: number): number[] => {
    let narrowed = [...widths];
    for (let cap = Math.max(...widths, least); total(narrowed) > room && cap > least; cap -= 1) narrowed = widths.map((one, i) => (only(i) ? Math.min(one, Math.max(cap, least)) : one));
    return narrowed;
  };
  const widths = capped(capped(wanted, (i) => columns[i]!.align === 'start', LEAST_WORDS), () => true, 1);
  const spare = room - total(widths);
  const widest = Math.max(0, columns.findIndex(({ align }) => align === 'start'));
  return widths.map((one, i) => (i === widest ? one + Math.max(0, spare) : one));
}
