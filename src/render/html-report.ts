import type { Paragraph, ReportDocument, Section, Span } from '../../index/mod.js';
import { headingHeight, heightClass, paragraphHeight } from './html-height.js';
import { escaped, type Markup } from './html-markup.js';
import { inOrder, SourceWriter, type Markings } from './html-source.js';
import { tablePart, type Part } from './html-table.js';

/** A heading of the outermost level, for a table of contents; `id` is that of its element. */
export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
}

const EMPTY: Part = { html: '', rem: 0 };

/** A report as HTML, and its table of contents. */
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
  for (const section of document.sections) out += sectionPart(section, 1).html;
  const rest = writer.rest();
  return { body: escaped(rest === '' ? out : `${out}<p>${rest}</p>`), contents };

  function sectionPart(section: Section, depth: number): Part {
    const heading = section.heading === null ? EMPTY : { html: headingHtml(section, depth), rem: headingHeight() };
    const children = section.children.map((child) => {
      if (child.kind === 'section') return sectionPart(child, depth + 1);
      return child.kind === 'table' ? tablePart(child, (cell) => (cell.spans === null ? '' : writer.passage(cell.spans)), holdsFigure) : paragraphPart(child);
    });
    const rem = children.reduce((sum, child) => sum + child.rem, heading.rem);
    const size = depth === 1 ? ` class="${heightClass(rem)}"` : '';
    return { html: `<section${size}>${heading.html}${children.map(({ html }) => html).join('')}</section>`, rem };
  }

  function headingHtml(section: Section, depth: number): string {
    const level = Math.min(depth + 1, 6);
    const place = depth === 1 ? ` id="section-${contents.length + 1}"` : '';
    if (depth === 1) contents.push({ id: `section-${contents.length + 1}`, title: section.heading!.text.trim() });
    return `<h${level}${place}>${writer.passage(section.heading!.spans)}</h${level}>`;
  }

  function paragraphPart({ sentences }: Paragraph): Part {
    const characters = sentences.reduce((sum, { text }) => sum + text.length, 0);
    return { html: `<p>${sentences.map(({ spans }) => writer.passage(spans)).join('')}</p>`, rem: paragraphHeight(characters) };
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
