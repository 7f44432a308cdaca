import { z } from 'zod';
import { loadData, type ConceptId } from '../../index/mod.js';

const Concepts = z.array(z.string().min(1)).min(2);
const Contrasts = z.strictObject({
  /** Concepts of which a figure that says one is not a figure of another. */
  apart: z.array(Concepts),
  /** Two concepts that share out a whole between them: what is not of one is of the other. */
  halves: z.array(z.tuple([z.string(), z.string()])),
});

let loaded: z.output<typeof Contrasts> | undefined;

function contrasts(): z.output<typeof Contrasts> {
  loaded ??= loadData('intents/language/contrasts.json', Contrasts);
  return loaded;
}

/** The concepts that contrast with one (village with county-level); empty where none does. Throws when `contrasts.json` does not hold what it should. */
export function contrastsOf(concept: ConceptId): readonly ConceptId[] {
  return contrasts().apart.flatMap((group) => (group.includes(concept) ? group.filter((other) => other !== concept) : []));
}

/** The other half of a whole (part-time for full-time); null for a concept that shares nothing out. */
export function otherHalf(concept: ConceptId | null): ConceptId | null {
  const pair = concept === null ? undefined : contrasts().halves.find((halves) => halves.includes(concept));
  return pair?.find((other) => other !== concept) ?? null;
}
