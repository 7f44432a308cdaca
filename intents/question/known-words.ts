import { everyday, lexicon, type Gloss, type MetricId } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import { questionWords } from '../language/words.js';

/** How a run of a text may be read. */
export type Reading =
  | { readonly kind: 'frame' }
  | { readonly kind: 'concept'; readonly surface: string; readonly gloss?: Gloss }
  | { readonly kind: 'alias'; readonly metric: MetricId }
  | { readonly kind: 'everyday'; readonly gloss: Gloss }
  | { readonly kind: 'word' }
  | { readonly kind: 'character' };

/**
 * Costs order the readings: a known word beats an unknown one, one long word beats two short ones,
 * a respelling (tried only when the words as typed led nowhere) beats an unknown word but never two words that are both known.
 */
export const COST = { alias: 0.9, shortNoun: 0.9, concept: 1, weakConcept: 1.02, emptyConcept: 0.94, frame: 0.96, word: 1.6, beforeDeed: 1.2, knownAsWord: 2.3, respelt: 1.55, cutWord: 0.2, character: 2, gap: 3 } as const;
/** A word of at least this weight tells figures apart. */
export const TELLING = 0.5;

/** A tree of characters: a path from the root spells the beginning of a known word. */
export interface Letters {
  readonly next: Map<string, Letters>;
  word: { readonly cost: number; readonly value: Reading } | null;
}

let printed: Letters | undefined;
let spoken: Letters | undefined;

/** Surfaces of the lexicon and frame words; a surface comes before a frame word that is written alike. */
export function knownWords(): Letters {
  printed ??= spellKnown();
  return printed;
}

/** The same with everyday words, as people ask and reports do not print. */
export function spokenWords(): Letters {
  if (spoken) return spoken;
  spoken = spellKnown();
  for (const said of everyday().words) {
    const letters = spell(spoken, said);
    letters.word = withEveryday(letters.word, everyday().of(said)!);
  }
  for (const { surface, deed } of deedsWithParticles()) {
    const letters = spell(spoken, surface);
    letters.word = withEveryday(letters.word, deed);
  }
  return spoken;
}

/** 改了, 换了: surfaces that say no more than that it was done stand for whatever the everyday word in them does; 收到 is a word of its own. */
function deedsWithParticles(): { readonly surface: string; readonly deed: Gloss }[] {
  return lexicon().surfaces('zh').flatMap((surface) => {
    const verb = surface.replace(labelCues().justDone, '');
    const deed = verb !== surface && everyday().of(surface) === undefined ? everyday().of(verb) : undefined;
    return deed?.isDeed === true ? [{ surface, deed }] : [];
  });
}

/** 弄 and 搞 say nothing, whatever they may stand for; a surface of the lexicon means something else besides. */
function withEveryday(known: Letters['word'], gloss: Gloss): Letters['word'] {
  if (known?.value.kind === 'frame') return known;
  if (known?.value.kind === 'concept') return { cost: known.cost, value: { ...known.value, gloss } };
  return { cost: known?.cost ?? COST.concept, value: { kind: 'everyday', gloss } };
}

function spellKnown(): Letters {
  const root: Letters = { next: new Map(), word: null };
  const words = lexicon();
  for (const frame of frameSet()) spell(root, frame).word = { cost: COST.frame, value: { kind: 'frame' } };
  for (const word of lightSet()) spell(root, word).word = { cost: COST.weakConcept, value: { kind: 'word' } };
  for (const [said, surface] of outcomesSaid()) {
    if (words.meaning('zh', surface) === undefined) throw new Error(`intents/language/zh.json: outcomes: ${surface} is no surface`);
    spell(root, said).word = { cost: COST.concept, value: { kind: 'concept', surface } };
  }
  for (const surface of words.surfaces('zh')) {
    const weights = (words.meaning('zh', surface) ?? []).map((id) => words.concept(id)?.weight ?? 1);
    spell(root, surface).word = { cost: costOf(Math.max(...weights)), value: { kind: 'concept', surface } };
  }
  return root;
}

/** 废掉, 结完了: verbs of one character with what came of it, each with the surface that means the same; a surface that is written alike wins. */
function outcomesSaid(): [said: string, surface: string][] {
  return questionWords('zh').outcomes.flatMap(({ ends, verbs }) => Object.entries(verbs).flatMap(([verb, surface]) => ends.map((end): [string, string] => [verb + end, surface])));
}

function spell(root: Letters, word: string): Letters {
  let node = root;
  for (let i = 0; i < word.length; i += 1) {
    let next = node.next.get(word[i]!);
    if (!next) {
      next = { next: new Map(), word: null };
      node.next.set(word[i]!, next);
    }
    node = next;
  }
  return node;
}

function costOf(weight: number): number {
  return weight >= TELLING ? COST.concept : weight > 0 ? COST.weakConcept : COST.emptyConcept;
}

let frames: ReadonlySet<string> | undefined;
/** Words of asking that name nothing. */
export function frameSet(): ReadonlySet<string> {
  frames ??= new Set(questionWords('zh').frames);
  return frames;
}

let light: ReadonlySet<string> | undefined;
/** Words that say a deed and tell little. */
export function lightSet(): ReadonlySet<string> {
  light ??= new Set(questionWords('zh').light);
  return light;
}
