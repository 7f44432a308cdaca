import type { Passage } from './passage.js';
import { headingWords, type ReportDocument, type Section } from './tree.js';

/** One heading or sentence of a report, in reading order, with where it stands. */
export interface Placed {
  readonly passage: Passage;
  readonly kind: 'heading' | 'sentence';
  readonly section: Section;
  /** Depth of the section below the report: 1 for the outermost. */
  readonly depth: number;
  /** Numbers the paragraphs (and headings) of the report from 0; equal for the sentences of one paragraph. */
  readonly paragraph: number;
  /** Titles of the sections it stands in, outermost first; a heading does not count itself. Empty titles are left out. */
  readonly path: readonly string[];
}

/** All headings and sentences of a report in reading order, whatever section they stand in; tables are left out. */
export function flowOf(document: ReportDocument): Placed[] {
  const flow: Placed[] = [];
  let paragraph = 0;
  const visit = (section: Section, depth: number, above: readonly string[]): void => {
    if (section.heading !== null) flow.push({ passage: section.heading, kind: 'heading', section, depth, paragraph: paragraph++, path: above });
    const heading = headingWords(section);
    const path = heading === '' ? above : [...above, heading];
    for (const child of section.children) {
      if (child.kind === 'section') visit(child, depth + 1, path);
      else if (child.kind === 'paragraph') {
        for (const passage of child.sentences) flow.push({ passage, kind: 'sentence', section, depth, paragraph, path });
        paragraph += 1;
      }
    }
  };
  for (const section of document.sections) visit(section, 1, []);
  return flow;
}
