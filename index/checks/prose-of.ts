import type { Passage } from '../document/passage.js';
import type { Paragraph, ReportDocument, Section, Table } from '../document/tree.js';

/** The running text of a report in reading order, tables and headings left out. */
export function proseSentences({ sections }: Pick<ReportDocument, 'sections'>): Passage[] {
  return sections.flatMap(sentencesOf);
}

/** The sentences of a section and of those within it. */
export function sentencesOf(section: Section): Passage[] {
  return section.children.flatMap((child: Section | Paragraph | Table) => (child.kind === 'section' ? sentencesOf(child) : child.kind === 'paragraph' ? [...child.sentences] : []));
}

/** A passage's words without blanks: offices print them inside words and dates. */
export function quoteText({ text }: Pick<Passage, 'text'>): string {
  return text.replace(/[\s\u3000]+/gu, '');
}
