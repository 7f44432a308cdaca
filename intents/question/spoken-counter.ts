import { z } from 'zod';
import { lexicon, loadData } from '../../index/mod.js';
import { familyOf, unitFor } from '../language/unit-families.js';
import { unitOf, type Candidate } from './candidates.js';
import { isDone } from './deeds.js';
import type { Fit } from './explain.js';
import type { Facet } from './facets.js';

const Words = z.array(z.string().min(1));
const SpokenCounters = z.strictObject({ about: z.string(), said: z.record(z.string(), Words), turns: Words, matters: z.strictObject({ concepts: Words, ends: Words }) });

let loaded: z.output<typeof SpokenCounters> | undefined;

function spokenCounters(): z.output<typeof SpokenCounters> {
  loaded ??= loadData('intents/language/spoken-counters.json', SpokenCounters);
  return loaded;
}

/** What a figure loses that is counted in another unit than it is asked for with: one that is counted as asked comes first, whatever else they say. */
const MISFIT = 0.15;

/** 老师走了多少家, printed 户: how far the unit that a sentence prints is from the counter that people say for it; null where nobody does. */
export function spokenMisfit(asked: string | null, candidate: Candidate): number | null {
  const unit = unitOf(candidate);
  return asked !== null && unit !== null && candidate.figures[0].trust === 'stated' && spokenCounters().said[asked]?.includes(unit) === true ? MISFIT : null;
}

/** Weight from which a word says what was done. */
const DONE = 0.3;

/**
 * 举报有几个, printed 316件: the label ends in a matter that is asked for. 村站有几个 is not answered by 村站办理2091件, where what was handled has no name,
 * nor 锅炉有几台 by 检查锅炉52台次. True for every counter that is no other's.
 */
export function countsAsSpoken(asked: string | null, candidate: Candidate, { used, explained }: Fit): boolean {
  if (spokenMisfit(asked, candidate) === null) return true;
  if (spokenCounters().turns.includes(unitOf(candidate)!)) return countsTurns(asked) || [...explained].some(({ concept }) => isDone(concept));
  if (asked !== unitFor('thing') && unitOf(candidate) !== unitFor('thing')) return true;
  const { own } = candidate.facets;
  const last = own.findLast(({ weight, ofName }) => weight >= DONE && ofName !== true);
  // 政协提案 is read as two concepts of one word.
  return own.some((facet, i) => facet.text === last?.text && used.has(i) && isMatter(facet));
}

function countsTurns(asked: string | null): boolean {
  return asked !== null && familyOf(asked) === 'times';
}

function isMatter({ concepts, text }: Facet): boolean {
  const { matters } = spokenCounters();
  const isOne = (concept: string): boolean => concepts.some((one) => one === concept || lexicon().withNarrower(concept)?.has(one) === true);
  return matters.concepts.some(isOne) || matters.ends.some((end) => text.endsWith(end));
}
