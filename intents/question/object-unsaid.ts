import { z } from 'zod';
import { loadData, type ConceptId } from '../../index/mod.js';
import type { Counted } from './counted-object.js';
import { isDeed, isDone } from './deeds.js';
import type { Fit } from './explain.js';
import type { Facet } from './facets.js';
import type { Term } from './terms.js';

const Concepts = z.array(z.string().min(1));
const UnsaidObjects = z.strictObject({ about: z.string(), counters: z.record(z.string(), Concepts), comesBy: z.array(z.strictObject({ by: Concepts, things: Concepts })) });

let loaded: z.output<typeof UnsaidObjects> | undefined;

function unsaidObjects(): z.output<typeof UnsaidObjects> {
  loaded ??= loadData('intents/language/unsaid-objects.json', UnsaidObjects);
  return loaded;
}

/**
 * True where a question says its figure's object without naming it: by the counter (几家, 几单: businesses, 工单), by the channel through which it came
 * (12345派来几个), or by a deed that the label ends in with another one (入户走访). `object`: which facet of `own` it is.
 */
export function needsNoSaying(asked: Counted, own: readonly Facet[], fit: Fit, object: number): boolean {
  const facet = own[object];
  return facet !== undefined && (counterSays(asked.counter, facet) || channelSays(asked, facet, fit) || endsInDeeds(own, fit, object, asked.isVerb));
}

/** 收回闲置地块4宗: 几块 says the last character of 地块. */
function counterSays(counter: string | null, { concepts, text }: Facet): boolean {
  return counter !== null && ((text.length > counter.length && text.endsWith(counter)) || isAny(concepts, unsaidObjects().counters[counter]));
}

function channelSays({ terms, isVerb }: Counted, { concepts }: Facet, { explained }: Fit): boolean {
  const channel = unsaidObjects().comesBy.find(({ by, things }) => isAny(concepts, things) && [...explained].some(({ concept }) => concept !== null && by.includes(concept)));
  return channel !== undefined && terms.some((term) => saysDeed(term, isVerb));
}

function saysDeed({ concept, gloss, text }: Term, isVerb: (word: string) => boolean = () => false): boolean {
  return isDone(concept) || gloss?.isDeed === true || (concept === null && isVerb(text));
}

/** 入户|走访, 整改|销号: two deeds at the end of a label are one, of which the question says the first. */
function endsInDeeds(own: readonly Facet[], { used }: Fit, object: number, isVerb: (word: string) => boolean = () => false): boolean {
  const isDeedHere = ({ concepts, text }: Facet): boolean => concepts.some(isDeed) || (concepts.length === 0 && isVerb(text));
  return object > 0 && object === own.length - 1 && used.has(object - 1) && isDeedHere(own[object]!) && isDeedHere(own[object - 1]!);
}

function isAny(concepts: readonly ConceptId[], any: readonly string[] = []): boolean {
  return concepts.some((concept) => any.includes(concept));
}
