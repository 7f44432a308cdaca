import type { Organisation } from '../../index/mod.js';
import { englishOffices, stemOf, syllables } from './organisation-names.js';
import { soundOf } from './respell.js';

// Thousands of organisations can be held, and a question names one or two of them. So names stand in tables that a question is looked up
// in, and what most questions do not need (sounds, English) is made when one first does.

export interface Alias {
  readonly text: string;
  readonly key: string;
}

/** Chinese names by their first two characters, longest first. Every name has two. */
export class AliasTable {
  readonly #byStart = new Map<string, Alias[]>();
  readonly #byKey = new Map<string, string[]>();

  constructor(aliases: readonly Alias[]) {
    for (const alias of aliases.toSorted((a, b) => b.text.length - a.text.length)) {
      listAt(this.#byStart, alias.text.slice(0, 2)).push(alias);
      listAt(this.#byKey, alias.key).push(alias.text);
    }
  }

  /** Names that stand in `text` at `start`, longest first. */
  at(text: string, start: number): Alias[] {
    return (this.#byStart.get(text.slice(start, start + 2)) ?? []).filter((alias) => text.startsWith(alias.text, start));
  }

  of(key: string): readonly string[] {
    return this.#byKey.get(key) ?? [];
  }
}

/** Keys of organisations by how their names sound without the level word. */
export class SoundTable {
  readonly #organisations: ReadonlyMap<string, Organisation>;
  #keys: Map<string, Set<string>> | null = null;

  constructor(organisations: ReadonlyMap<string, Organisation>) {
    this.#organisations = organisations;
  }

  of(run: string): ReadonlySet<string> | undefined {
    this.#keys ??= this.#made();
    return this.#keys.get(soundOf(run));
  }

  #made(): Map<string, Set<string>> {
    const keys = new Map<string, Set<string>>();
    for (const [key, { name }] of this.#organisations) {
      const stem = stemOf(name);
      if (stem.length < 2) continue;
      const sound = soundOf(stem);
      keys.set(sound, (keys.get(sound) ?? new Set<string>()).add(key));
    }
    return keys;
  }
}

const ENGLISH_LEVEL = '(?: (?:township|town|county|sub-?district|district|city|bureau|street|xiang|zhen))?';

interface EnglishName {
  readonly key: string;
  /** Lower-case letters that stand in every spelling of the name, one run after the other. */
  readonly holds: readonly string[];
  readonly pattern: () => RegExp;
}

/** English names: offices by what they are called, places by their pinyin. */
export class EnglishTable {
  readonly #organisations: ReadonlyMap<string, Organisation>;
  #names: EnglishName[] | null = null;

  constructor(organisations: ReadonlyMap<string, Organisation>) {
    this.#organisations = organisations;
  }

  /** Patterns of the names that may stand in `text`, in the order of the organisations. */
  *in(text: string): Generator<{ readonly key: string; readonly pattern: RegExp }> {
    if (!/[a-z]/i.test(text)) return;
    const lower = text.toLowerCase();
    this.#names ??= [...this.#organisations].flatMap(([key, organisation]) => namesIn(key, organisation));
    for (const { key, holds, pattern } of this.#names) if (holds.every((letters) => lower.includes(letters))) yield { key, pattern: pattern() };
  }
}

function namesIn(key: string, { name, path }: Organisation): EnglishName[] {
  const names = englishOffices(name).map((office): EnglishName => ({ key, holds: [plainStart(office)], pattern: once(() => new RegExp(`(?<![a-z])(?:${stemPattern(path)})?${office}(?![a-z])`, 'gi')) }));
  const stem = stemOf(name);
  if (stem.length < 2) return names;
  const sound = syllables(stem);
  return [...names, { key, holds: sound, pattern: once(() => new RegExp(`(?<![a-z])${sound.join("[ ']?")}(?![a-z])${ENGLISH_LEVEL}`, 'gi')) }];
}

/** The letters that an office's name begins with, up to the first that a pattern may change. */
function plainStart(office: string): string {
  const plain = /^[A-Za-z ]*/.exec(office)![0];
  return (plain.length < office.length ? plain.slice(0, -1) : plain).toLowerCase();
}

/** The county's name in pinyin, which may stand before an office: Yunling County Market Supervision Bureau. */
function stemPattern(path: readonly string[]): string {
  const places = path.slice(0, -1).map((place) => `${syllables(stemOf(place)).join("[ ']?")}(?: (?:county|city|district))? `);
  return places.length === 0 ? '' : `(?:${places.join('|')})`;
}

function once(make: () => RegExp): () => RegExp {
  let made: RegExp | null = null;
  return () => (made ??= make());
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
