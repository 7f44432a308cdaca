import { passageAt, type Passage } from '../document/passage.js';
import type { Span } from '../document/span.js';
import { headingWords, type Cell, type ReportDocument, type Section, type Table } from '../document/tree.js';
import type { PassageText } from './section-index.js';

/** What a search finds: a paragraph, a table, or a heading with nothing under it. `units` are what is quoted: sentences, rows, the heading. */
export interface SearchPassage {
  readonly kind: 'paragraph' | 'table' | 'heading';
  /** Headings as printed (blanks dropped), outermost first. */
  readonly path: readonly string[];
  readonly units: readonly Passage[];
}

/** A longer paragraph or table is cut, so that a hit stays readable and one huge line does not become one huge passage. */
const MOST_UNITS = 30;
const MOST_CHARACTERS = 1500;

/** The passages of a report in reading order; their index is the number they are known by. `text` is the report's source text. */
export function passagesOf(document: ReportDocument, text: string): SearchPassage[] {
  const passages: SearchPassage[] = [];
  const visit = (section: Section, above: readonly string[]): void => {
    const path = section.heading === null ? above : [...above, headingWords(section)];
    // A heading is quoted with what stands right under it: often it is the best sentence itself.
    let lead: readonly Passage[] = section.heading === null ? [] : [section.heading];
    const direct = section.children.some((child) => child.kind !== 'section');
    if (!direct && lead.length > 0) passages.push({ kind: 'heading', path, units: lead });
    for (const child of section.children) {
      if (child.kind === 'section') {
        visit(child, path);
        continue;
      }
      const units = child.kind === 'table' ? rowsOf(child, text) : child.sentences;
      if (units.length === 0) continue;
      for (const piece of cut([...lead, ...units])) passages.push({ kind: child.kind, path, units: piece });
      lead = [];
    }
  };
  for (const section of document.sections) visit(section, []);
  return passages;
}

/** The words that a passage is found by. Values of a table are left out: they are looked up as figures, and 0 stands everywhere. */
export function indexedText({ kind, path, units }: SearchPassage, n: number): PassageText {
  const pieces = units.map((unit) => (kind === 'table' ? unit.text.replace(/[\t|\d０-９]+/g, '|') : unit.text));
  return { n, heading: path.join('|'), pieces };
}

function rowsOf(table: Table, text: string): Passage[] {
  const rows: Passage[] = [];
  for (const row of table.rows) {
    const all = wholeOf(row);
    if (all !== null) rows.push(passageAt(text, [all]));
  }
  return rows;
}

/** From where the first cell of a row begins to where the last one ends, whatever their order; null where none has a place. */
function wholeOf(row: readonly Cell[]): Span | null {
  let [start, end] = [Infinity, -1];
  for (const { spans } of row) {
    for (const span of spans ?? []) {
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
    }
  }
  return end < 0 ? null : { start, end };
}

function cut(units: readonly Passage[]): Passage[][] {
  const pieces: Passage[][] = [];
  let piece: Passage[] = [];
  let length = 0;
  for (const unit of units) {
    if (piece.length > 0 && (piece.length >= MOST_UNITS || length + unit.text.length > MOST_CHARACTERS)) {
      pieces.push(piece);
      piece = [];
      length = 0;
    }
    piece.push(unit);
    length += unit.text.length;
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}
