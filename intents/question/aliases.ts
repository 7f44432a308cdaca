import { fold, lexicon, readingOf, type ConceptId, type MetricId } from '../../index/mod.js';
import type { Term } from './terms.js';

/** A phrase by which people here call what a metric of the dictionary counts. */
export interface Alias {
  /** As it was given. */
  readonly phrase: string;
  readonly metric: MetricId;
}

/** Where aliases are kept. `src` decides how; a change holds for the next question, in whatever process it was made. */
export interface Aliases {
  /** Those in force; the very same list as long as nothing changes. */
  held(): Promise<readonly Alias[]>;
}

/** For who keeps none. */
export const noAliases: Aliases = { held: () => Promise.resolve(NONE) };
const NONE: readonly Alias[] = [];

/** A phrase as Chinese questions are read: blanks dropped, full-width narrowed, simplified, lower case. */
export function foldedAlias(phrase: string): string {
  return fold(readingOf(phrase).replace(/\p{Cc}/gu, ' ')).text.toLowerCase();
}

/** A phrase as English questions are read: lower case, one blank between words. */
function spacedAlias(phrase: string): string {
  return phrase.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Aliases as questions are looked up in them. */
export class AliasTable {
  readonly #zh = new Map<string, Alias[]>();
  readonly #en = new Map<string, Alias>();
  /** Words of the longest English phrase. */
  readonly longest: number;

  constructor(aliases: readonly Alias[]) {
    for (const alias of aliases) {
      const folded = foldedAlias(alias.phrase);
      const first = folded[0];
      if (first === undefined) continue;
      this.#zh.set(first, [...(this.#zh.get(first) ?? []), { ...alias, phrase: folded }]);
      this.#en.set(spacedAlias(alias.phrase), alias);
    }
    this.longest = Math.max(0, ...[...this.#en.keys()].map((phrase) => phrase.split(' ').length));
  }

  /** Aliases, folded, that stand in a folded Chinese text at `start`. */
  at(text: string, start: number): readonly Alias[] {
    return (this.#zh.get(text[start]!) ?? []).filter(({ phrase }) => text.startsWith(phrase, start));
  }

  /** The metric that an English phrase names, lower case with single blanks; undefined when it is no alias. */
  english(phrase: string): MetricId | undefined {
    return this.#en.get(phrase)?.metric;
  }
}

let tabled: { readonly held: readonly Alias[]; readonly table: AliasTable } | null = null;

/** The table of a list of aliases; null when there are none. Made once a list. */
export function aliasTable(held: readonly Alias[]): AliasTable | null {
  if (held.length === 0) return null;
  if (tabled?.held !== held) tabled = { held, table: new AliasTable(held) };
  return tabled.table;
}

/** An alias that is a known word too keeps what it means beside: other figures may still be asked for by it. */
export function aliasTerms(place: Pick<Term, 'text' | 'start' | 'end'>, metric: MetricId, meaning: readonly ConceptId[] = []): Term[] {
  return meaning.length === 0 ? [{ ...place, concept: null, weight: 1, metric }] : meaning.map((id) => ({ ...place, concept: id, weight: lexicon().concept(id)?.weight ?? 1, metric }));
}
