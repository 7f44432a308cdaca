import { gathered } from '../document/gathered.js';
import type { SourceText } from '../document/source-text.js';
import { asSpans } from '../document/span.js';
import type { ReportDocument } from '../document/tree.js';
import { joinBarRows } from './bar-rows.js';
import { controlCharacters } from './diagnostics.js';
import { dropDuplicates } from './duplicates.js';
import { identify } from './identity.js';
import { itemsOf, spanOf } from './items.js';
import { readLines } from './lines.js';
import { outline } from './outline.js';
import { judgeSections } from './section-list.js';
import { findTables } from './tables.js';
import { titleInCard } from './title-card.js';
import { partTables } from './run-on-table.js';
import { placeTitles } from './title-place.js';
import { markTitles, signatures } from './titles.js';
import { buildSections } from './tree.js';

/**
 * Reads a report's text: title, issuer, year, sections with paragraphs of sentences, and tables as found.
 * Any string gives a document: what cannot be told becomes a diagnostic. Never throws; time grows with the length of the text.
 * Every printed character stands in exactly one of title, heading, sentence and cell, but for marks, page marks and what a
 * `duplicate-heading`, `repeated-title` or `two-reports` diagnostic points at, and page numbers that count from page to page.
 */
export function parseDocument(source: SourceText): ReportDocument {
  const { text } = source;
  const lines = gathered(joinBarRows(text, readLines(text)), (line) => partTables(text, line));
  const found = outline(markTitles(itemsOf(text, lines, findTables(text, lines, source.layout))));
  const { title, items: titled, own, diagnostics: titleDiagnostics } = placeTitles(found);
  const { items, diagnostics: headingDiagnostics } = dropDuplicates(titled);
  const sections = buildSections(text, items);
  const said = { title: title === null ? titleInCard(sections) : { parts: title.title, span: spanOf(title.line) }, signed: signatures(found.slice(0, own), title === null ? -1 : found.indexOf(title)) };
  const { issuer, year, diagnostics } = identify(said, source, sections);
  return {
    source: source.id,
    title: title === null ? null : { text: title.line.text, spans: asSpans(title.line.spans) },
    issuer,
    year,
    sections,
    diagnostics: [...titleDiagnostics, ...diagnostics, ...headingDiagnostics, ...judgeSections(sections), ...controlCharacters(text)],
  };
}
