import type { Figure, Lang, ReportCard } from '../../index/mod.js';
import { say, wordsOf } from '../answer/phrases.js';
import { named, orgYear } from '../answer/present.js';
import type { Candidate } from '../question/candidates.js';

/** A complete question that asks for just this candidate. */
export function askFor(lang: Lang, report: ReportCard, candidate: Candidate): string {
  const { figures: [figure], subtotal } = candidate;
  return subtotal ? ask(lang, report, subtotal.metric[lang]) : askForFigure(lang, report, figure);
}

/** A complete question that asks for just this figure. */
export function askForFigure(lang: Lang, report: ReportCard, { inherited, labels }: Figure): string {
  return ask(lang, report, [...inherited.filter((piece) => !labels.includes(piece)).slice(0, 2), ...labels].join(''));
}

function ask(lang: Lang, report: ReportCard, label: string): string {
  return wordsOf(say(lang, 'ask', { ...orgYear(lang, report), label: named(label) }));
}
