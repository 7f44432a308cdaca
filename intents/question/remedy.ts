import type { Term } from './terms.js';
import { nearestSentences, type ReadSentence } from './nearest-sentence.js';

/** UTF-16 units of a run of measures that is short enough to be shown whole. */
const SHORT_RUN = 450;
/** Words of the problem help to find its measure, beside those of the question. */
const OF_PROBLEM = 0.4;

/**
 * What a report tells to have been done, or to be planned, about the problem that `problem` admits: the item that stands where the problem's item
 * stands, the whole run of measures when it is short, else the measure in the problem's words. Empty when the report tells of no measures there.
 */
export function remedyOf(problem: ReadSentence, terms: readonly Term[], sentences: readonly ReadSentence[], read: (text: string) => readonly Term[]): readonly ReadSentence[] {
  const at = sentences.indexOf(problem);
  const problems = runAround(sentences, at, ({ zone }) => zone === 'problem');
  const from = sentences.findIndex((sentence, i) => i > at && isMeasure(sentence));
  // Measures stand in the problem's own part of the report or open the next one.
  if (from < 0 || sentences[from]!.part - problem.part > 1) return [];
  const measures = runAround(sentences, from, isMeasure);
  const [asked, answered] = [itemsOf(problems), itemsOf(measures)];
  const item = asked.findIndex((sentencesOfItem) => sentencesOfItem.includes(problem));
  if (item >= 0 && asked.length > 1 && asked.length === answered.length) return answered[item]!;
  if (measures.reduce((length, { folded }) => length + folded.length, 0) <= SHORT_RUN) return measures;
  const words = read(problem.folded).map((term) => ({ ...term, weight: term.weight * OF_PROBLEM }));
  const [best] = nearestSentences([...terms, ...words], sentences, (sentence) => measures.includes(sentence));
  return best ? [best.sentence] : [];
}

function isMeasure({ zone }: ReadSentence): boolean {
  return zone === 'measure' || zone === 'plan';
}

/** The sentences around `at` in its part of the report for which `holds`. */
function runAround(sentences: readonly ReadSentence[], at: number, holds: (sentence: ReadSentence) => boolean): readonly ReadSentence[] {
  const fits = (i: number): boolean => sentences[i]?.part === sentences[at]!.part && holds(sentences[i]!);
  let from = at;
  let to = at;
  while (fits(from - 1)) from -= 1;
  while (fits(to + 1)) to += 1;
  return sentences.slice(from, to + 1);
}

/** Sentences by the item that they belong to; what stands before the first item belongs to none. */
function itemsOf(run: readonly ReadSentence[]): ReadSentence[][] {
  const items: ReadSentence[][] = [];
  for (const sentence of run) {
    if (sentence.opensItem) items.push([sentence]);
    else items.at(-1)?.push(sentence);
  }
  return items;
}
