import { part, type Passage } from '../document/passage.js';
import { asSpans, hull, type Span } from '../document/span.js';
import type { Paragraph, Section, Table } from '../document/tree.js';
import { bare, isBlank } from './characters.js';
import type { Item, TextItem } from './items.js';
import { paragraphsOf, type Run } from './stitch.js';

interface Draft {
  readonly level: 1 | 2 | 3;
  readonly heading: Passage | null;
  readonly title: string;
  readonly children: (Draft | Paragraph | Table)[];
}

/** Hangs tables and paragraphs under their headings; what stands before the first heading gets a section without one. */
export function buildSections(source: string, items: readonly Item[]): Section[] {
  const top: Draft[] = [];
  const open: Draft[] = [];
  let runs: Run[] = [];
  const current = (): Draft => {
    if (open.length === 0) begin(draft(1, null, ''));
    return open[open.length - 1]!;
  };
  const begin = (section: Draft): void => {
    while (open.length > 0 && (open[open.length - 1]!.level >= section.level || open[open.length - 1]!.heading === null)) open.pop();
    const parent = open[open.length - 1];
    (parent === undefined ? top : parent.children).push(section);
    open.push(section);
  };
  const flush = (): void => {
    if (runs.length > 0) for (const paragraph of paragraphsOf(source, runs)) current().children.push(paragraph);
    runs = [];
  };
  for (const item of items) {
    if (item.kind === 'text' && item.heading === null) {
      runs.push({ spans: item.line.spans, bare: item.line.bare, indented: item.line.indented, apart: item.apart === true });
      continue;
    }
    flush();
    if (item.kind === 'table') {
      current().children.push(item.table);
      continue;
    }
    const { heading, rest } = cutHeading(item);
    begin(draft(item.heading!.level, heading, item.heading!.title));
    if (rest !== null) runs.push({ spans: rest.spans, bare: bare(rest.text), indented: item.line.indented, apart: false });
  }
  flush();
  return top.map(finished);
}

function draft(level: 1 | 2 | 3, heading: Passage | null, title: string): Draft {
  return { level, heading, title, children: [] };
}

/** Parts a line at the end of its heading: （一）加强领导。 | 为确保… */
function cutHeading(item: TextItem): { heading: Passage; rest: Passage | null } {
  const whole: Passage = { text: item.line.text, spans: asSpans(item.line.spans) };
  let end = item.heading!.cut;
  let from = end;
  while (from < whole.text.length && isBlank(whole.text.charCodeAt(from))) from += 1;
  if (from >= whole.text.length) return { heading: whole, rest: null };
  while (end > 1 && isBlank(whole.text.charCodeAt(end - 1))) end -= 1;
  return { heading: part(whole, 0, end), rest: part(whole, from, whole.text.length) };
}

function finished({ level, heading, title, children }: Draft): Section {
  const parts = children.map((child) => ('kind' in child ? child : finished(child)));
  const places: Span[] = [...(heading === null ? [] : [hull(heading.spans)]), ...parts.map((child) => (child.kind === 'section' ? child.span : hull(child.spans)))];
  return { kind: 'section', level, heading, title, span: { start: places[0]!.start, end: places[places.length - 1]!.end }, children: parts };
}
