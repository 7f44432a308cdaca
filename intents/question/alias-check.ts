import { lexicon, metricById, metrics, type ConceptId, type MetricId, type ReportCard, type Text2 } from '../../index/mod.js';
import { say, wordsOf } from '../answer/phrases.js';
import type { Cue } from '../language/words.js';
import { foldedAlias, type Alias } from './aliases.js';
import { DISTINGUISHING } from './strength.js';
import { facetsOfMetric } from './facets.js';
import { OrganisationNames } from './organisation.js';
import { languageOf, readQuestion, type ReadingRoom } from './read.js';
import { termsIn, type Cut, type Term } from './terms.js';

/** Why a phrase cannot stand for a metric. Programs match on it. */
export const ALIAS_PROBLEMS = ['unknown-metric', 'phrase-too-short', 'phrase-too-long', 'phrase-asks', 'phrase-is-organisation', 'phrase-says-too-little', 'collides-with-concept', 'collides-with-metric', 'collides-with-alias'] as const;

/** `with` names what is collided with: a concept, a metric, an organisation; null for what is wrong with the phrase itself. */
export interface AliasProblem {
  readonly code: (typeof ALIAS_PROBLEMS)[number];
  readonly with: string | null;
  readonly message: Text2;
}

/** What a check needs to know of the world. */
export interface AliasWorld {
  readonly held: readonly Alias[];
  readonly cards: readonly ReportCard[];
  readonly cut: Cut;
}

/** Cues that no name of a figure holds; a share, a sum or a change may well be what it counts. */
const ASKING: readonly Cue[] = ['who', 'which', 'why', 'how', 'help', 'reports'];
const SHORTEST = 2;
/** In UTF-16 units, blanks dropped. */
const LONGEST = 40;

/**
 * Whether `phrase` may stand for `metric`: null when it may. A phrase that the product understands already may only be given to a metric
 * whose own words say the same: else questions that are answered now would be answered with something else.
 */
export function aliasProblem(phrase: string, metric: MetricId, { held, cards, cut }: AliasWorld): AliasProblem | null {
  const folded = foldedAlias(phrase);
  const problem = (code: AliasProblem['code'], other: string | null = null): AliasProblem => {
    const said = (lang: 'zh' | 'en'): string => wordsOf(say(lang, `alias.${code}`, { phrase: folded, metric, with: other ?? '' }));
    return { code, with: other, message: { zh: said('zh'), en: said('en') } };
  };
  const wanted = metricById(metric);
  if (!wanted) return problem('unknown-metric');
  if (folded.length < SHORTEST || !/\p{L}/u.test(folded)) return problem('phrase-too-short');
  if (folded.length > LONGEST) return problem('phrase-too-long');
  const taken = held.find((alias) => foldedAlias(alias.phrase) === folded);
  if (taken) return problem('collides-with-alias', taken.metric);
  const names = new OrganisationNames(cards, cut);
  const read = readQuestion(phrase, { cut, names, respell: null } satisfies ReadingRoom);
  const named = read.organisations[0];
  if (named) return problem('phrase-is-organisation', read.folded.slice(named.start, named.end));
  if (read.years.length > 0 || read.numbers.length > 0 || read.counter !== null || read.section !== null || read.cues.some(({ cue }) => ASKING.includes(cue))) return problem('phrase-asks');
  const other = metrics.find(({ id, zh, synonyms }) => id !== metric && [zh, ...synonyms].some((name) => foldedAlias(name) === folded));
  if (other && !wanted.synonyms.some((name) => foldedAlias(name) === folded)) return problem('collides-with-metric', other.id);
  if (read.terms.length === 0) return problem('phrase-says-too-little');
  if (read.lang === 'zh' && !coversEnds(read.terms, folded)) return problem('phrase-asks');
  if (read.terms.some((term) => term.concept === null)) return null;
  const telling = read.terms.filter((term) => term.weight >= DISTINGUISHING);
  if (telling.length === 0) return problem('phrase-says-too-little');
  const own = conceptsOf(metric, [wanted.zh, ...wanted.synonyms], cut);
  const foreign = telling.find((term) => !own.has(term.concept!));
  return foreign ? problem('collides-with-concept', foreign.concept) : null;
}

/** 哪个村, 村里的: what stands at the edges must be part of the name. */
function coversEnds(terms: readonly Term[], folded: string): boolean {
  return terms.some(({ start }) => start === 0) && terms.some(({ end }) => end === folded.length);
}

/** What a metric's own words say, broader concepts too. */
function conceptsOf(metric: MetricId, names: readonly string[], cut: Cut): ReadonlySet<ConceptId> {
  const cell = facetsOfMetric(metric, names);
  const inWords = names.flatMap((name) => termsIn(foldedAlias(name), languageOf(name), cut)).flatMap((term: Term) => term.concept ?? []);
  const all = [...inWords, ...(cell?.own.flatMap(({ concepts }) => concepts) ?? []), ...(cell?.implied ?? [])];
  return new Set(all.flatMap((concept) => [concept, ...(lexicon().concept(concept)?.broader ?? [])]));
}
