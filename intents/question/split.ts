import { questionWords } from '../language/words.js';
import { longestMention } from './cue.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** The two sides of a question that sets one figure against another. Either may be empty when the question leaves it out. */
export interface Sides {
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Folded words of the right side, for "of the total". */
  readonly rightText: string;
}

/** Splits the question's terms at the word that sets its two sides apart; null when there is none with terms on its left. */
export function sidesOf(question: Question, kind: 'share' | 'against' | 'together' | 'times'): Sides | null {
  for (const match of question.folded.matchAll(questionWords(question.lang).patterns[kind])) {
    const end = match.index + match[0].length;
    const inWord = question.terms.some((term) => term.start < end && match.index < term.end && term.concept !== 'share' && term.concept !== 'money');
    // 加一起 joins nothing.
    const inCue = question.cues.some(({ cue, start, end: last }) => cue === 'sum' && start <= match.index && end < last);
    if (inWord || inCue) continue;
    const left = question.terms.filter((term) => term.end <= match.index);
    const right = question.terms.filter((term) => term.start >= end && term.concept !== 'share');
    const shared = kind === 'together' ? behindTotal(question, right, end) : [];
    if (left.length > 0 && (right.length > 0 || kind === 'share')) return { left: [...left, ...shared], right, rightText: question.folded.slice(end) };
  }
  return null;
}

/** 中心和村站一共咨询了多少, 中心和村站各咨询了多少: what stands behind 一共 or 各 is asked of both sides. */
function behindTotal(question: Question, right: readonly Term[], from: number): readonly Term[] {
  const { total: words, patterns } = questionWords(question.lang);
  const rest = question.folded.slice(from);
  const total = longestMention(rest, words, question.lang) ?? eachIn(rest, patterns.eachAsks);
  const first = right[0];
  if (!total || !first || first.end > from + total.start) return [];
  return right.filter((term) => term.start >= from + total.end);
}

function eachIn(text: string, pattern: RegExp): { start: number; end: number } | null {
  const match = pattern.exec(text);
  return match === null ? null : { start: match.index, end: match.index + (match.groups?.['asks']?.length ?? 0) };
}
