import { fold, lexicon, type ConceptId } from '../../index/mod.js';
import { questionWords } from '../language/words.js';
import { says } from './glossed.js';
import type { ToldSentence } from './report-turns.js';
import { asTyped, type Term } from './terms.js';

/** A sentence with what its words and the titles above it mean. */
export interface ReadSentence extends ToldSentence {
  readonly concepts: ReadonlySet<ConceptId>;
  readonly titles: string;
  readonly titleConcepts: ReadonlySet<ConceptId>;
}

/** How near a sentence comes to a question. */
export interface Near {
  readonly sentence: ReadSentence;
  /** Share of the question's weight that the sentence, its paragraph and its titles say, 0–1; a word that few sentences of the report say weighs more. */
  readonly score: number;
  /** The same by the sentence's own words alone. */
  readonly own: number;
  /** Words of the question that neither the sentence, nor those beside it, nor its titles say in any way. */
  readonly unsaid: readonly Term[];
  /** Sentences beside it, in its paragraph, that say a word of the question better. */
  readonly leaning: readonly ReadSentence[];
}

/** How well words beside a sentence explain a question's word, against its own. */
const BESIDE = 0.55;
const ABOVE = 0.5;
/** A word's weight at least, and what it keeps of it when every sentence says it. */
const LEAST_WEIGHT = 0.15;
const COMMON = 0.25;
/** From here on a sentence counts as saying a word. */
const SAYS = 0.6;
/** Below this a sentence does not so much as hint at a word. */
const HINTS = 0.2;
const OWN_WORDS = 0.2;
/** Relations of what is said to what is asked, beside the same (1). */
const KIN = { narrower: 0.9, broader: 0.6, sibling: 0.3 } as const;
/** A word in part: by its pairs of characters, or by single ones. */
const IN_PAIRS = 0.9;
const IN_CHARACTERS = { short: 0.4, long: 0.5 } as const;
const ONE_CHARACTER = 0.6;
/** A word that the lexicon knows means more than its characters. */
const KNOWN = 0.9;
const DEED = 0.5;
const HAN = /\p{Script=Han}/u;

/** Sentences with what they mean, read by `terms`: each when it is first asked for, since most questions ask only where a report turns. */
export function readSentences(sentences: readonly ToldSentence[], terms: (text: string) => readonly Term[]): ReadSentence[] {
  const read = new Map<string, ReadonlySet<ConceptId>>();
  const conceptsOf = (text: string): ReadonlySet<ConceptId> => {
    const concepts = read.get(text) ?? new Set(terms(text).flatMap(({ concept }) => concept ?? []));
    read.set(text, concepts);
    return concepts;
  };
  return sentences.map((sentence): ReadSentence => {
    const titles = fold(sentence.path.join(' ')).text;
    return {
      ...sentence,
      titles,
      get concepts() {
        return conceptsOf(sentence.folded);
      },
      get titleConcepts() {
        return conceptsOf(titles);
      },
    };
  });
}

/** All sentences by how near they come to `asked`, nearest first; `among` those that may be chosen. Pure. */
export function nearestSentences(asked: readonly Term[], sentences: readonly ReadSentence[], among: (sentence: ReadSentence) => boolean = () => true): Near[] {
  const terms = asked.map(asTyped);
  const own = sentences.map((sentence) => terms.map((term) => strengthIn(term, sentence.folded, sentence.concepts)));
  const weights = terms.map((term, t) => {
    const saying = own.filter((strengths) => strengths[t]! >= SAYS).length;
    return Math.max(LEAST_WEIGHT, weightOf(term)) * (COMMON + Math.log((sentences.length + 1) / (saying + 1)) / Math.log(sentences.length + 1));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const near = sentences.flatMap((sentence, i): Near[] => {
    if (!among(sentence)) return [];
    const beside = [i - 1, i + 1].filter((at) => sentences[at]?.paragraph === sentence.paragraph);
    const leaning = new Set<number>();
    const unsaid: Term[] = [];
    let score = 0;
    let ownScore = 0;
    terms.forEach((term, t) => {
      const here = own[i]![t]!;
      const by = beside.reduce<number | null>((best, at) => (best === null || own[at]![t]! > own[best]![t]! ? at : best), null);
      const there = by === null ? 0 : own[by]![t]! * BESIDE;
      if (by !== null && own[by]![t]! >= SAYS && there > here) leaning.add(by);
      const best = Math.max(here, there, strengthIn(term, sentence.titles, sentence.titleConcepts) * ABOVE);
      if (best < HINTS) unsaid.push(term);
      score += weights[t]! * best;
      ownScore += weights[t]! * here;
    });
    return [{ sentence, score: score / total, own: ownScore / total, unsaid, leaning: [...leaning].map((at) => sentences[at]!) }];
  });
  return near.sort((a, b) => nearnessOf(b) - nearnessOf(a));
}

/** Share of the question's weight from which one thing may be left unsaid. */
const NEARLY_ALL = 0.75;
/** Weight of a word of the lexicon from which it names a thing. */
const NAMES_A_THING = 0.6;
/**
 * A thing that the lexicon knows by its name is said by that name or a kindred one, unless all else of a long question is said;
 * of other words one may be said in none of the question's.
 */
export function saysTheThings({ unsaid, score }: Near): boolean {
  const things = unsaid.filter(({ concept, weight }) => concept !== null && weight >= NAMES_A_THING);
  return things.length <= (score >= NEARLY_ALL ? 1 : 0) && unsaid.filter(({ concept }) => concept === null).length <= 1;
}

/** Of two sentences that say as much with their surroundings, the one that says it itself is nearer. */
export function nearnessOf({ score, own }: Near): number {
  return score + OWN_WORDS * own;
}

function strengthIn(term: Term, text: string, concepts: ReadonlySet<ConceptId>): number {
  const literal = term.gloss !== undefined && says(term.gloss, text) ? 1 : literalIn(term, text.toLowerCase());
  return term.concept === null ? literal : Math.max(kinship(term.concept, concepts), term.text.length < 2 ? 0 : KNOWN * literal);
}

/** 装在, 送了: what is done is said in many ways, by a word of one character in most. */
function weightOf(term: Term): number {
  return term.concept === null && term.text.length > 1 && bareWord(term.text).length < 2 ? DEED * term.weight : term.weight;
}

/** A word without the particles around it. */
function bareWord(word: string): string {
  const { particles } = questionWords('zh');
  let [from, to] = [0, word.length];
  while (to - from > 1 && particles.includes(word[to - 1]!)) to -= 1;
  while (to - from > 1 && particles.includes(word[from]!)) from += 1;
  return word.slice(from, to);
}

function kinship(concept: ConceptId, said: ReadonlySet<ConceptId>): number {
  if (said.has(concept)) return 1;
  const broader = lexicon().concept(concept)?.broader ?? [];
  let best = 0;
  for (const other of said) {
    const above = lexicon().concept(other)?.broader ?? [];
    if (above.includes(concept)) return KIN.narrower;
    best = Math.max(best, broader.includes(other) ? KIN.broader : broader.some((id) => above.includes(id)) ? KIN.sibling : 0);
  }
  return best;
}

function literalIn(term: Term, text: string): number {
  const word = term.concept === null ? bareWord(term.text) : term.text;
  if (text.includes(word)) return word.length === 1 ? ONE_CHARACTER : 1;
  if (word.length < 2 || !HAN.test(word)) return 0;
  const characters = [...word];
  const pairs = characters.slice(1).map((character, i) => `${characters[i]!}${character}`);
  const inPairs = pairs.filter((pair) => text.includes(pair)).length / Math.max(1, pairs.length);
  const inCharacters = characters.filter((character) => text.includes(character)).length / characters.length;
  return Math.max(IN_PAIRS * inPairs, inCharacters * (characters.length === 2 ? IN_CHARACTERS.short : IN_CHARACTERS.long));
}
