import type { Diagnostic } from './document/diagnostic.js';
import type { FoundFigure } from './document/figure.js';
import { flowOf } from './document/flow.js';
import { gathered } from './document/gathered.js';
import { matchesOf } from './document/matches.js';
import { spansWithin } from './document/passage.js';
import type { Span } from './document/span.js';
import type { ReportDocument, Section, Table } from './document/tree.js';
import { bare } from './parse/characters.js';
import { officialSections, isValue, officialNumber } from './parse/vocabulary.js';

/** How many figures got their meaning how (`Trust`), and how many cells hold no number. */
export interface FigureCounts {
  readonly aligned: number;
  readonly repaired: number;
  readonly read: number;
  /** Numbers in sentences. */
  readonly stated: number;
  /** Cells in which nothing is printed. */
  readonly blank: number;
  /** Cells that say `/`, `-`, 无 or other words instead of a number. */
  readonly noNumber: number;
}

/** One table as found, and what became of its cells. */
export interface TableRead {
  /** From its first cell to its last. */
  readonly span: Span;
  readonly rows: number;
  readonly figures: FigureCounts;
  /** Numeric cells that became no figure. */
  readonly unread: number;
}

/** What was found in a report and how well it could be read: the answer to "is it all there?" */
export interface ReadingCard {
  /** Official sections (handbook 1.3) by name, in their order. */
  readonly sections: { readonly found: readonly string[]; readonly missing: readonly string[] };
  readonly tables: readonly TableRead[];
  readonly figures: FigureCounts;
}

/** Draws up the card of a report from its tree and the figures found in it. `unread` cells come as diagnostics too: nothing is dropped in silence. */
export function readingCard(document: ReportDocument, figures: readonly FoundFigure[], known: readonly Diagnostic[]): { readonly card: ReadingCard; readonly diagnostics: readonly Diagnostic[] } {
  const cells = figures.filter(({ unit }) => unit === 'cell').sort((a, b) => a.quote[0].start - b.quote[0].start);
  const told = known.flatMap(({ span, code }) => (span === null || code === 'two-reports' ? [] : [span]));
  const ofCells = gathered(cells, ({ place }) => place);
  const accounted = covered([...ofCells, ...told]);
  const figured = covered(ofCells);
  const tables: TableRead[] = [];
  const diagnostics: Diagnostic[] = [];
  let next = 0;
  for (const table of tablesIn(document.sections)) {
    const span = { start: table.spans[0].start, end: table.spans[table.spans.length - 1]!.end };
    const unread = gathered(table.rows, (row) => row.filter(({ text, spans }) => spans !== null && isNumeric(text) && !spans.some(figured))).map(({ spans }) => spans![0]);
    const untold = unread.filter((cell) => !accounted(cell));
    if (untold.length > 0) diagnostics.push(unreadCells(untold));
    while (next < cells.length && cells[next]!.quote[0].start < span.start) next += 1;
    const first = next;
    while (next < cells.length && cells[next]!.quote[0].start < span.end) next += 1;
    tables.push({ span, rows: table.rows.length, unread: unread.length, figures: countsOf(cells.slice(first, next)) });
  }
  diagnostics.push(...rowsInSentences(document, covered([...gathered(figures, ({ place }) => place), ...told])));
  const found = new Set(document.sections.flatMap((section) => (section.level === 1 && section.heading !== null ? [officialNumber(section.title)] : [])));
  const named = (held: boolean): string[] => officialSections.filter(({ number }) => found.has(number) === held).map(({ name }) => name);
  return { card: { sections: { found: named(true), missing: named(false) }, tables, figures: countsOf(figures) }, diagnostics };
}

/** So many numbers with nothing but blanks between them are a table's row, whatever it was taken for. */
const NUMBERS_IN_A_ROW = /(?<![\d.,])(?:\d+(?:[.,]\d+)*[ \t\u3000]+){4,}\d+(?:[.,]\d+)*/g;

const ONE_NUMBER = /[^ \t\u3000]+/g;

/** Rows of a table that lost its shape and went under in running text: their numbers are told of, those that became no figure. */
function rowsInSentences(document: ReportDocument, told: (place: Span) => boolean): Diagnostic[] {
  return gathered(flowOf(document), ({ passage }) =>
    matchesOf(NUMBERS_IN_A_ROW, passage.text).flatMap((row) => {
      const cells = gathered(matchesOf(ONE_NUMBER, row[0]), (cell) => spansWithin(passage, row.index + cell.index, row.index + cell.index + cell[0].length)).filter((cell) => !told(cell));
      return cells.length === 0 ? [] : [unreadCells(cells)];
    }),
  );
}

function* tablesIn(sections: readonly Section[]): Generator<Table> {
  for (const { children } of sections) {
    for (const child of children) {
      if (child.kind === 'table') yield child;
      else if (child.kind === 'section') yield* tablesIn([child]);
    }
  }
}

/** Tells whether a place touches one of `places`. A figure of a cell may name a part of it (1808595 of 1808595元). */
function covered(places: readonly Span[]): (place: Span) => boolean {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  let furthest = 0;
  const ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => {
    // The last place that starts before `end`; of all up to it, the furthest end.
    let [from, to] = [0, sorted.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (sorted[middle]!.start < end) from = middle + 1;
      else to = middle;
    }
    return from > 0 && ends[from - 1]! > start;
  };
}

function isNumeric(text: string): boolean {
  if (!DIGIT.test(text)) return false;
  const plain = bare(text);
  return /\d/.test(plain) && isValue(plain);
}

const DIGIT = /[\d０-９]/;

function countsOf(figures: readonly FoundFigure[]): FigureCounts {
  const counts = { aligned: 0, repaired: 0, read: 0, stated: 0, blank: 0, noNumber: 0 };
  for (const { quantity: { state }, trust } of figures) counts[state === 'number' ? trust : state === 'blank' ? 'blank' : 'noNumber'] += 1;
  return counts;
}

function unreadCells(cells: readonly Span[]): Diagnostic {
  const [first, ...also] = cells;
  return {
    code: 'cells-unread',
    severity: 'warning',
    message: { zh: `表格里有 ${cells.length} 个数字格没有读成数据；没有用它们回答`, en: `${cells.length} numeric cell(s) of a table became no figure; no answer uses them` },
    span: first!,
    ...(also.length > 0 && { also }),
  };
}
