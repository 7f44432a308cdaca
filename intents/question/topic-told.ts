import { fold, type Figure } from '../../index/mod.js';
import { fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';
import { countsThings } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import type { Fit } from './explain.js';
import type { Wanted } from './ranking.js';

/**
 * 申请内容主要集中在征地补偿（5件）、宅基地审批（3件）: what people turned to the office about: the words before each number that name the topic, folded, by the
 * figure's place in `figures`. `text` is the report's, as printed.
 */
export function topicsTold(figures: readonly Figure[], text: string): ReadonlyMap<number, string> {
  const told = new Map<number, string>();
  for (const [n, figure] of figures.entries()) {
    if (figure.trust !== 'stated' || figure.place === null || !countsThings(figure.quantity.unit)) continue;
    const before = figures[n - 1];
    const isBeside = before !== undefined && before.place !== null && before.trust === 'stated' && before.quote[0].start === figure.quote[0].start;
    const said = fold(text.slice(isBeside ? before.place!.at(-1)!.end : figure.quote[0].start, figure.place[0].start)).text;
    const opened = labelCues().topicOpens.exec(said);
    if (opened !== null) told.set(n, said.slice(opened.index + opened[0].length));
    else if (isBeside && told.has(n - 1) && before.quantity.unit === figure.quantity.unit && !GOES_ON.test(said)) told.set(n, said);
  }
  return told;
}

/** What ends a list. */
const GOES_ON = /[,;。:!?]/u;

/**
 * True for a number of requests of which the question does not say what they are about (本级收到申请多少件), or which it does not ask for: 宅基地批了多少宗
 * asks how many plots were approved.
 */
export function countsTopicUnasked({ text = '', inEnglish = false }: Pick<Wanted, 'text' | 'inEnglish'>, { topic, facets: { own } }: Candidate, { used }: Fit): boolean {
  if (topic === null) return false;
  return !fits(labelCues().asksTopic[inEnglish ? 'en' : 'zh'], text) || !own.some(({ text: word }, i) => used.has(i) && topic.includes(word));
}
