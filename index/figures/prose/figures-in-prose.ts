import type { Diagnostic } from '../../document/diagnostic.js';
import type { FoundFigure } from '../../document/figure.js';
import { fold } from '../../document/folded.js';
import type { Passage } from '../../document/passage.js';
import { hull } from '../../document/span.js';
import { headingWords, type ReportDocument, type Section } from '../../document/tree.js';
import { figuresInSentences, plannedInSentences, type ProseContext } from './figures-in-sentences.js';
import { signals } from './lexicon.js';

/**
 * Every figure that the report's paragraphs state, in reading order, with its place, meaning, total and year.
 * Tables and headings are left to `index/forms`. Never throws; a figure that no word explains is kept and diagnosed.
 */
export function figuresInProse(document: ReportDocument): { figures: FoundFigure[]; diagnostics: Diagnostic[] } {
  const figures: FoundFigure[] = [];
  for (const section of document.sections) walk(section, [], document.year, figures, figuresInSentences);
  return { figures, diagnostics: figures.filter((figure) => figure.labels.length === 0 && figure.inherited.length === 0).map(unexplained) };
}

/**
 * The numbers that the report's sentences only mean to reach (力争公开600条, 明年办4期), in reading order; `partOf` counts in this list. Of a sentence
 * that `isPlan` all numbers are, of any other those behind words of a plan. `figuresInProse` has none of the latter: what is planned has not been done.
 */
export function plannedInProse(document: ReportDocument, isPlan: (sentence: Passage) => boolean): FoundFigure[] {
  const figures: FoundFigure[] = [];
  for (const section of document.sections) walk(section, [], document.year, figures, (sentences, context) => plannedInSentences(sentences, context, isPlan));
  return figures;
}

type Reading = (sentences: readonly Passage[], context: ProseContext) => readonly FoundFigure[];

function walk(section: Section, above: readonly string[], year: number | null, figures: FoundFigure[], read: Reading): void {
  const heading = headingWords(section);
  const path = heading === '' ? above : [...above, heading];
  for (const child of section.children) {
    if (child.kind === 'section') walk(child, path, year, figures, read);
    else if (child.kind === 'paragraph') {
      const offset = figures.length;
      for (const figure of read(section.heading === null ? child.sentences.filter(speaksOfReport) : child.sentences, { year, path })) {
        figures.push(figure.partOf === null || offset === 0 ? figure : { ...figure, partOf: figure.partOf + offset });
      }
    }
  }
}

/** 阅读：275人 字体：大 中 小: before the first heading a page tells of itself. */
function speaksOfReport({ text }: Passage): boolean {
  const folded = fold(text).text;
  return !signals.pageFurniture.within(folded, 0, folded.length);
}

function unexplained(figure: FoundFigure): Diagnostic {
  const { asWritten, unit } = figure.quantity;
  return {
    code: 'prose-figure-without-words',
    severity: 'info',
    message: { zh: `正文中的“${asWritten}${unit ?? ''}”没有可以说明它的词语`, en: `no words explain the figure “${asWritten}${unit ?? ''}” in the text` },
    span: figure.place === null ? null : hull(figure.place),
  };
}
