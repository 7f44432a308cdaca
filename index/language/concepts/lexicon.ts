import { z } from 'zod';
import { loadData } from '../../data.js';
import type { ConceptId } from '../../document/figure.js';

const Entry = z.strictObject({
  /** Lower-case English, hyphens: `village-station`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Chinese surfaces, blanks dropped; any of them means the concept. */
  zh: z.array(z.string().min(1)).default([]),
  /** English surfaces, lower case, singular; plural and verb endings are found too. */
  en: z.array(z.string().min(1)).default([]),
  /** Broader concepts: a village is a place. What the broader word asks for, the narrower one explains. */
  is: z.array(z.string()).default([]),
  /** How much the word tells figures apart: 1 distinguishing (default), below 0.5 it never decides alone, 0 says nothing. */
  weight: z.number().min(0).max(1).default(1),
});

const Lexicon = z.array(Entry);

/** What a word may mean, in either language. `weight` from 0 (says nothing) to 1 (tells figures apart by itself). */
export interface Concept {
  readonly id: ConceptId;
  readonly weight: number;
  /** True for what is done (actions.json): in an English question such a word ends the noun before it. */
  readonly isAction: boolean;
  /** All broader concepts, near ones first, the concept itself not among them. */
  readonly broader: readonly ConceptId[];
}

/** Surfaces of one language and what each means; a surface such as 村站 may mean several concepts at once. */
export interface Lexicon {
  concept(id: ConceptId): Concept | undefined;
  /** The concept itself and all narrower ones; undefined when there is none of that id. */
  withNarrower(id: ConceptId): ReadonlySet<ConceptId> | undefined;
  /** Concepts that `surface` (folded; English lower case) means; undefined when it is no surface. */
  meaning(lang: 'zh' | 'en', surface: string): readonly ConceptId[] | undefined;
  /** All surfaces of a language, longest first. */
  surfaces(lang: 'zh' | 'en'): readonly string[];
  /** Length of the longest surface, in characters (zh) or words (en). */
  longest(lang: 'zh' | 'en'): number;
}

/** Surfaces that mean several concepts at once: 村站 is a village and a station. They win over single meanings of the same surface. */
const Compounds = z.array(z.strictObject({ zh: z.array(z.string()).default([]), en: z.array(z.string()).default([]), means: z.array(z.string()).min(1) }));

let loaded: Lexicon | undefined;

/** The product's lexicon; read once. Throws with file and field when the data is wrong or names an unknown concept. */
export function lexicon(): Lexicon {
  loaded ??= build(
    ['people', 'places', 'services', 'disclosure', ACTIONS, 'things', 'measures'].flatMap((name) => loadData(`index/language/concepts/${name}.json`, Lexicon).map((entry) => ({ ...entry, isAction: name === ACTIONS }))),
    loadData('index/language/concepts/compounds.json', Compounds),
  );
  return loaded;
}

const ACTIONS = 'actions';

function build(entries: readonly (z.output<typeof Entry> & { readonly isAction: boolean })[], compounds: z.output<typeof Compounds>): Lexicon {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const broaderOf = (id: string, seen = new Set<string>()): string[] => {
    const entry = byId.get(id);
    if (!entry) throw new Error(`index/language/concepts: unknown concept ${id}`);
    for (const up of entry.is) if (!seen.has(up)) { seen.add(up); broaderOf(up, seen); }
    return [...seen];
  };
  const concepts = new Map(entries.map((entry) => [entry.id, { id: entry.id, weight: entry.weight, isAction: entry.isAction, broader: broaderOf(entry.id) }]));
  const withNarrower = new Map([...concepts.keys()].map((id) => [id, new Set([id])]));
  for (const { id, broader } of concepts.values()) for (const up of broader) withNarrower.get(up)!.add(id);
  const meanings = { zh: new Map<string, string[]>(), en: new Map<string, string[]>() };
  const add = (lang: 'zh' | 'en', surface: string, ids: readonly string[]): void => {
    const known = meanings[lang].get(surface) ?? [];
    meanings[lang].set(surface, [...new Set([...known, ...ids])]);
  };
  for (const entry of entries) {
    for (const surface of entry.zh) add('zh', surface, [entry.id]);
    for (const surface of entry.en) add('en', surface, [entry.id]);
  }
  for (const { zh, en, means } of compounds) {
    for (const id of means) if (!concepts.has(id)) throw new Error(`index/language/concepts/compounds.json: unknown concept ${id}`);
    for (const surface of zh) meanings.zh.set(surface, means);
    for (const surface of en) meanings.en.set(surface, means);
  }
  const sorted = {
    zh: [...meanings.zh.keys()].sort((a, b) => b.length - a.length),
    en: [...meanings.en.keys()].sort((a, b) => words(b) - words(a) || b.length - a.length),
  };
  return {
    concept: (id) => concepts.get(id),
    withNarrower: (id) => withNarrower.get(id),
    meaning: (lang, surface) => meanings[lang].get(surface),
    surfaces: (lang) => sorted[lang],
    longest: (lang) => (lang === 'zh' ? (sorted.zh[0]?.length ?? 0) : words(sorted.en[0] ?? '')),
  };
}

function words(surface: string): number {
  return surface === '' ? 0 : surface.split(' ').length;
}
