import { z } from 'zod';
import { loadData, type ConceptId, type Lang } from '../../index/mod.js';
import { cues, fits } from './cue-words.js';

const Concepts = z.array(z.string().min(1)).min(2);
const ExtentWords = z.strictObject({ zh: cues('zh'), en: cues('en') });
const Contrasts = z.strictObject({
  /** Concepts of which a figure that says one is not a figure of another. */
  apart: z.array(Concepts),
  /** Likewise deeds, of which one that a figure says beside what it counts does not make it one of several kinds. */
  deeds: z.array(Concepts),
  /** Two concepts that share out a whole between them: what is not of one is of the other. */
  halves: z.array(z.tuple([z.string(), z.string()])),
  /** Over whom a number is counted: over a place with all that belongs to it, or over the organ alone. Labels are in Chinese. */
  extents: z.strictObject({ whole: ExtentWords, own: ExtentWords }),
});

/** Over whom a number is counted: the whole place with all that belongs to it, or the organ itself. */
export type Extent = 'whole' | 'own';

let loaded: z.output<typeof Contrasts> | undefined;

function contrasts(): z.output<typeof Contrasts> {
  loaded ??= loadData('intents/language/contrasts.json', Contrasts);
  return loaded;
}

/** The concepts that contrast with one (village with county-level); empty where none does. Throws when `contrasts.json` does not hold what it should. */
export function contrastsOf(concept: ConceptId): readonly ConceptId[] {
  return othersIn('apart', concept);
}

/** The deeds that a deed is told apart from (办结 from 受理); empty where it is from none. */
export function otherDeedsThan(concept: ConceptId): readonly ConceptId[] {
  return othersIn('deeds', concept);
}

/** The words of a question are asked for theirs beside each figure of a report. */
const others = { apart: new Map<ConceptId, readonly ConceptId[]>(), deeds: new Map<ConceptId, readonly ConceptId[]>() };

function othersIn(groups: keyof typeof others, concept: ConceptId): readonly ConceptId[] {
  let found = others[groups].get(concept);
  if (found === undefined) {
    found = contrasts()[groups].flatMap((group) => (group.includes(concept) ? group.filter((other) => other !== concept) : []));
    others[groups].set(concept, found);
  }
  return found;
}

/** The other half of a whole (part-time for full-time); null for a concept that shares nothing out. */
export function otherHalf(concept: ConceptId | null): ConceptId | null {
  const pair = concept === null ? undefined : contrasts().halves.find((halves) => halves.includes(concept));
  return pair?.find((other) => other !== concept) ?? null;
}

/** Over whom a text says that something is counted; null where it says neither, or both. */
export function extentSaid(text: string, lang: Lang): Extent | null {
  const { whole, own } = contrasts().extents;
  const [saysWhole, saysOwn] = [fits(whole[lang], text), fits(own[lang], text)];
  return saysWhole === saysOwn ? null : saysWhole ? 'whole' : 'own';
}
