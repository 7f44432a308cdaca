import type { Lang, ReportCard } from '../../index/mod.js';
import { say, wordsOf } from '../answer/phrases.js';
import { named, orgYear } from '../answer/present.js';
import type { Candidate } from '../question/candidates.js';

/** A complete question that asks for just this candidate. */
export function askFor(lang: Lang, report: ReportCard, candidate: Candidate): string {
  const [figure] = candidate.figures;
  const label = candidate.subtotal ? candidate.subtotal.metric[lang] : [...figure.inherited.filter((piece) => !figure.labels.includes(piece)).slice(0, 2), ...figure.labels].join('');
  return wordsOf(say(lang, 'ask', { ...orgYear(lang, report), label: named(label) }));
}

