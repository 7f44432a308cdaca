import { fold } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Candidate } from './candidates.js';
import type { Term } from './terms.js';

/** Shorter labels are names of common things, which tables give too. In characters. */
const SHORTEST_LABEL = 4;
/** Words below this weight add nothing to a label that stands beside them. */
const NAMES = 0.3;

/** True when the question says the thing itself (市政府文件) in the words of the label, and of what else the label says nothing. */
export function repeatsThing(terms: readonly Term[], text: string, { figures: [figure], subtotal }: Candidate): boolean {
  const thing = subtotal === null && figure.trust === 'stated' ? fold(figure.labels.at(-1) ?? '').text : '';
  const start = thing.length < SHORTEST_LABEL ? -1 : text.indexOf(thing);
  return start >= 0 && terms.every((term) => term.weight < NAMES || (start <= term.start && term.end <= start + thing.length));
}

/**
 * True when the question repeats the label of a figure in a sentence word for word and names nothing else: who reads the report
 * and asks in its own words means that figure. `text` is the folded question, in which `terms` count.
 */
export function repeatsLabel(terms: readonly Term[], text: string, { figures: [figure], subtotal }: Candidate): boolean {
  if (subtotal !== null || figure.trust !== 'stated') return false;
  const label = fold(figure.labels.join('')).text;
  const start = label.length < SHORTEST_LABEL ? -1 : text.indexOf(label);
  return start >= 0 && terms.every((term) => term.weight < NAMES || (start <= term.start && term.end <= start + label.length));
}

/**
 * 服务类信息几条: true where all that the question names stands in one run in a label (提供服务类信息数), or is a whole label but for a character or two
 * (政府及政府办文件 of 区政府及区政府办文件). Words that tell little each name a thing together.
 */
export function isRunOfLabel(terms: readonly Term[], text: string, { figures: [figure], subtotal }: Candidate): boolean {
  const naming = terms.filter(({ weight }) => weight > 0);
  if (subtotal !== null || naming.length === 0) return false;
  const run = text.slice(Math.min(...naming.map(({ start }) => start)), Math.max(...naming.map(({ end }) => end)));
  if (run.length < SHORTEST_RUN) return false;
  return figure.labels.some((label) => isNamedIn(fold(label).text, run) || isNearlyWhole(run, fold(label).text));
}

/** Shorter runs (公开信息, 政府文件) begin many a label. In characters. */
const SHORTEST_RUN = 5;
/** Characters that a label may have beyond the run. */
const LEFT_OUT = 2;

/** 政府办文件 of 政府及政府办文件 is one of two that the label joins. */
function isNamedIn(label: string, run: string): boolean {
  const at = label.indexOf(run);
  return at >= 0 && !labelCues().between.some((word) => label.slice(0, at).endsWith(word));
}

/** True when the characters of `run` stand in `label` in their order, and it has hardly more. */
function isNearlyWhole(run: string, label: string): boolean {
  if (label.length - run.length > LEFT_OUT) return false;
  let at = 0;
  for (const character of label) if (character === run[at]) at += 1;
  return at === run.length;
}
