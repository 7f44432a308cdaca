import type { ReportDocument, Section, Span, Table } from '../../index/mod.js';
import { escaped, type Markup } from './html-markup.js';
import { inOrder, SourceWriter, type Markings } from './html-source.js';
import { tableHtml } from './html-table.js';

/** A heading of the outermost level, for a table of contents; `id` is that of its element. */
export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
}

export interface ReportHtml {
  readonly body: Markup;
  readonly contents: readonly ContentsEntry[];
}

/**
 * A report as its sections, paragraphs and tables. The text content of the elements with `data-s`, joined, is the source text: nothing is left
 * out and nothing added, so that any span of it can be marked.
 */
export function reportHtml(document: ReportDocument, text: string, markings: Markings): ReportHtml {
  const writer = new SourceWriter(text, markings);
  const contents: ContentsEntry[] = [];
  const holdsFigure = finder(markings.figures.map(({ span }) => span));
  let out = document.title === null ? '' : `<h1 class="report-title">${writer.passage(document.title.spans)}</h1>`;
  for (const section of document.sections) out += sectionHtml(section, 1);
  const rest = writer.rest();
  return { body: escaped(rest === '' ? out : `${out}<p>${rest}</p>`), contents };

  function sectionHtml(section: Section, depth: number): string {
    const heading = section.heading === null ? '' : headingHtml(section, depth);
    const children = section.children.map((child) => {
      if (child.kind === 'section') return sectionHtml(child, depth + 1);
      return child.kind === 'table' ? tableOf(child) : `<p>${child.sentences.map((sentence) => writer.passage(sentence.spans)).join('')}</p>`;
    });
    return `<section>${heading}${children.join('')}</section>`;
  }

  function headingHtml(section: Section, depth: number): string {
    const level = Math.min(depth + 1, 6);
    const place = depth === 1 ? ` id="section-${contents.length + 1}"` : '';
    if (depth === 1) contents.push({ id: `section-${contents.length + 1}`, title: section.heading!.text.trim() });
    return `<h${level}${place}>${writer.passage(section.heading!.spans)}</h${level}>`;
  }

  function tableOf(table: Table): string {
    return tableHtml(table, (cell) => (cell.spans === null ? '' : writer.passage(cell.spans)), holdsFigure);
  }
}

/** Tells whether one of `places` reaches into a span, by halving: a report may have as many figures as cells. */
function finder(places: readonly Span[]): (span: Span) => boolean {
  const ordered = inOrder(places, (span) => span);
  return ({ start, end }) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ordered[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    return low < ordered.length && ordered[low]!.start < end;
  };
}
