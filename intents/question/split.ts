import type { Lang } from '../../index/mod.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** The two sides of a question that sets one figure against another. Either may be empty when the question leaves it out. */
export interface Sides {
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Folded words of the right side, for "of the total". */
  readonly rightText: string;
}

const SPLIT: Readonly<Record<'share' | 'against' | 'together' | 'times', Readonly<Record<Lang, RegExp>>>> = {
  share: { zh: /占(?:到|了|比|有)?|在(?=.*?(?:中|里)(?:的|所)?(?:占|比))/, en: /\b(?:as a (?:share|percentage|proportion) of|account(?:ed|s)? for|out of|made up)\b/ },
  against: { zh: /比|和|与|跟|同|较|减去?|、/, en: /\b(?:than|and|minus|versus|compared (?:with|to))\b/ },
  together: { zh: /和|与|跟|加上?|及|、|同/, en: /\b(?:and|plus)\b/ },
  times: { zh: /是|为|相当于|比|和|与/, en: /\b(?:as|than|of|to|and)\b/ },
};

/** Splits the question's terms at the word that sets its two sides apart; null when there is none with terms on its left. */
export function sidesOf(question: Question, kind: keyof typeof SPLIT): Sides | null {
  const pattern = new RegExp(SPLIT[kind][question.lang].source, 'g');
  for (const match of question.folded.matchAll(pattern)) {
    const end = match.index + match[0].length;
    const inWord = question.terms.some((term) => term.start < end && match.index < term.end && term.concept !== 'share' && term.concept !== 'money');
    if (inWord) continue;
    const left = question.terms.filter((term) => term.end <= match.index);
    const right = question.terms.filter((term) => term.start >= end && term.concept !== 'share');
    if (left.length > 0 && (right.length > 0 || kind === 'share')) return { left, right, rightText: question.folded.slice(end) };
  }
  return null;
}
