import { parseDocument } from '../../../index/parse/document.js';
import type { ReportDocument, Section } from '../../../index/document/tree.js';
import { expectSound, sourceOf } from './invariants.js';

export function parse(text: string): ReportDocument {
  const document = parseDocument(sourceOf(text));
  expectSound(text, document);
  return document;
}

/** A document as lines: `# heading`, `sentence`, `[cell ¦ cell]`; two blanks a level. Easy to compare and to read. */
export function outlineOf(text: string): string[] {
  return parse(text).sections.flatMap((section) => draw(section, ''));
}

function draw(section: Section, indent: string): string[] {
  const inner = `${indent}  `;
  return [
    `${indent}#${section.level} ${section.heading?.text ?? '∅'}`,
    ...section.children.flatMap((child) => {
      if (child.kind === 'section') return draw(child, inner);
      if (child.kind === 'table') return [`${inner}[${child.rows.map((row) => row.map((cell) => cell.text).join('¦')).join(' / ')}]`];
      return child.sentences.map((sentence, i) => `${inner}${i === 0 ? '·' : ' '} ${sentence.text}`);
    }),
  ];
}

export const codesOf = (text: string): string[] => parse(text).diagnostics.map(({ code }) => code).filter((code) => code !== 'sections-found' && code !== 'missing-sections');
