import { firstFit } from '../language/cue-words.js';
import { reportWording } from '../language/report-wording.js';
import type { ReadSentence } from './nearest-sentence.js';

/** A point of a report (一是……) or what a sentence leads in to (下步改进方向：), with its title. */
export interface Point {
  /** The words that it is known by, folded, without its mark. */
  readonly title: string;
  readonly sentences: readonly ReadSentence[];
}

/** Sentences of one point at most; more are another point, whose mark was lost. */
const MOST_SENTENCES = 12;
const LEADS = /^([^:]{4,20}):(?=.)/u;
const END = /[。;!?]$/u;

/** The points of a report in reading order, those that a sentence leads in to before the first of them. */
export function pointsOf(sentences: readonly ReadSentence[]): Point[] {
  return sentences.flatMap((sentence, i): Point[] => {
    if (!sentence.opensItem) return [];
    const lead = LEADS.exec(sentence.folded);
    const own = lead === null ? sentence.folded : sentence.folded.slice(lead[0].length);
    const mark = firstFit(reportWording().announces, own);
    const title = (mark === null ? own : own.slice(mark[0].length)).replace(END, '');
    const point = { title, sentences: upTo(sentences, i, (next) => next.opensItem || !isBeside(sentence, next)) };
    if (lead === null) return [point];
    return [{ title: lead[1]!, sentences: upTo(sentences, i, (next) => next.part !== sentence.part || next.zone !== sentence.zone || (next.opensItem && LEADS.test(next.folded))) }, point];
  });
}

function isBeside(first: ReadSentence, next: ReadSentence): boolean {
  return next.part === first.part && next.paragraph === first.paragraph;
}

function upTo(sentences: readonly ReadSentence[], from: number, ends: (next: ReadSentence) => boolean): readonly ReadSentence[] {
  const length = sentences.slice(from + 1, from + MOST_SENTENCES).findIndex(ends);
  return sentences.slice(from, length < 0 ? from + MOST_SENTENCES : from + 1 + length);
}

/** Clauses of a title: 强化落实,提升水平. */
const CLAUSES = /[,、;:]/u;
const MARKS = /[,、;:。“”"'《》()\s]/gu;
/** UTF-16 units: so much of a title said word for word is no chance. */
const ENOUGH = 6;

/** What of `folded` is the title of a point word for word, whole clauses of it, as the run without marks; null where it is too little to name the point. */
export function titleSaid({ title }: Point, folded: string): readonly string[] | null {
  const bare = folded.replace(MARKS, '');
  const clauses = title.split(CLAUSES).map((clause) => clause.replace(MARKS, '')).filter((clause) => clause.length > 3 && bare.includes(clause));
  return clauses.reduce((sum, { length }) => sum + length, 0) >= ENOUGH ? clauses : null;
}
