import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import type { Candidate } from './candidates.js';
import type { Term } from './terms.js';

const Joint = z.strictObject({ says: z.array(z.string().min(2)).min(1), parts: z.tuple([z.string().min(1), z.string().min(1)]) });
const JointNames = z.strictObject({ about: z.string(), zh: z.array(Joint), en: z.array(Joint) });

let loaded: z.output<typeof JointNames> | undefined;

/** The two kinds that a word names at once (建议 and 提案 of 建议提案), as terms in its place; null for any other word. */
export function partsOfJoint(term: Term): readonly [Term, Term] | null {
  loaded ??= loadData('intents/language/joint-names.json', JointNames);
  const joint = [...loaded.zh, ...loaded.en].find(({ says }) => says.includes(term.text));
  if (joint === undefined) return null;
  const part = (text: string): Term => ({ text, start: term.start, end: term.end, concept: null, weight: 1 });
  return [part(joint.parts[0]), part(joint.parts[1])];
}

/** 建议提案几件: a figure whose label says one of the two and not the other is no number of both. */
export function countsOneOfJoint(terms: readonly Term[], { facets: { ownText, inheritedText }, figures: [{ trust }] }: Candidate): boolean {
  if (trust !== 'stated') return false;
  return terms.some((term) => {
    const parts = partsOfJoint(term);
    return parts !== null && parts.filter(({ text }) => ownText.includes(text)).length === 1 && !parts.every(({ text }) => ownText.includes(text) || inheritedText.includes(text));
  });
}
