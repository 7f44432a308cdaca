import type { Organisation } from '../../index/mod.js';
import { isMistaken, shapeOf } from './confusable.js';
import { englishOffice, isOwnPlace, placeNames, stemOf, syllables } from './organisation-names.js';
import { soundOf } from './respell.js';

// Thousands of organisations can be held, and a question names one or two of them. So names stand in tables that a question is looked up
// in, and what most questions do not need (sounds, English) is made when one first does.

/** A name by which an organisation is called; `key` is the organisation's. */
export interface Alias {
  readonly text: string;
  readonly key: string;
}

/** A name with the keys of all that are called so. */
export interface SharedName {
  readonly text: string;
  readonly keys: readonly string[];
}

/** Chinese names as they are said; the name of a county is one of each of its towns, so that thousands can share it. Every name has two characters. */
export class AliasTable {
  readonly #byText = new Map<string, string[]>();
  readonly #byKey = new Map<string, string[]>();
  /** How long the names are that begin with two characters, longest first. */
  readonly #lengths = new Map<string, number[]>();

  constructor(aliases: readonly Alias[]) {
    for (const { text, key } of aliases.toSorted((a, b) => b.text.length - a.text.length)) {
      listAt(this.#byText, text).push(key);
      listAt(this.#byKey, key).push(text);
      const lengths = listAt(this.#lengths, text.slice(0, 2));
      if (lengths.at(-1) !== text.length) lengths.push(text.length);
    }
  }

  /** Names that stand in `text` at `start`, longest first. */
  at(text: string, start: number): SharedName[] {
    const lengths = this.#lengths.get(text.slice(start, start + 2)) ?? [];
    return lengths.flatMap((length) => {
      const said = text.slice(start, start + length);
      const keys = this.#byText.get(said);
      return keys === undefined ? [] : [{ text: said, keys }];
    });
  }

  /** Keys of all that are called `name`. */
  called(name: string): readonly string[] {
    return this.#byText.get(name) ?? [];
  }

  /** Names of the organisation with this key, longest first. */
  of(key: string): readonly string[] {
    return this.#byKey.get(key) ?? [];
  }
}

/** Keys of organisations by how their names sound without the level word. */
export class SoundTable {
  readonly #organisations: ReadonlyMap<string, Organisation>;
  #keys: Map<string, Set<string>> | null = null;
  /** By shape. */
  #stems: Map<string, Alias[]> | null = null;

  constructor(organisations: ReadonlyMap<string, Organisation>) {
    this.#organisations = organisations;
  }

  of(run: string): ReadonlySet<string> | undefined {
    this.#keys ??= this.#made();
    return this.#keys.get(soundOf(run));
  }

  /** Of names that look like the run (青右 for 青石); undefined when none does. */
  like(run: string): ReadonlySet<string> | undefined {
    this.#stems ??= this.#shaped();
    const keys = (this.#stems.get(shapeOf(run)) ?? []).filter(({ text }) => isMistaken(run, text)).map(({ key }) => key);
    return keys.length === 0 ? undefined : new Set(keys);
  }

  /** Makes what the first question that names nobody as written would else wait for. */
  prepare(): void {
    this.#keys ??= this.#made();
    this.#stems ??= this.#shaped();
  }

  #shaped(): Map<string, Alias[]> {
    const stems = new Map<string, Alias[]>();
    for (const [key, { name }] of this.#organisations) if (stemOf(name).length >= 2) listAt(stems, shapeOf(stemOf(name))).push({ text: stemOf(name), key });
    return stems;
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

const ENGLISH_LEVEL = "(?: (?:township|town|county|sub-?district|district|city|bureau|street|zone|xiang|zhen)(?: (?:people's )?government(?! office)| office)?)?";

/** Lower case. */
const NAMED_IN_PINYIN = /(?<![a-z])([a-z]{4,})(?: (?:township|town|county|sub-?district|district|street|xiang|zhen))(?![a-z])/gu;

/** A name in English with all who are called so: the pinyin of a county names each of its offices. */
interface EnglishName {
  /** Lower-case letters that stand in every spelling of the name, one run after the other. */
  readonly holds: readonly string[];
  readonly pattern: () => RegExp;
  readonly called: readonly Called[];
}

/** An organisation's key under a name; `nth` is the name's place among all names of all organisations. */
export interface Called {
  readonly key: string;
  readonly nth: number;
}

/** English names: offices by what they are called, places by their pinyin. */
export class EnglishTable {
  readonly #organisations: ReadonlyMap<string, Organisation>;
  /** By the first letters that they hold: a syllable, or what an office does. Thousands of names share some hundreds of these. */
  #names: ReadonlyMap<string, readonly EnglishName[]> | null = null;
  #sounds: Map<string, Set<string>> | null = null;

  constructor(organisations: ReadonlyMap<string, Organisation>) {
    this.#organisations = organisations;
  }

  /** Words before a level word that sound like a place's name in pinyin without being written like it. */
  *sounding(text: string): Generator<{ readonly start: number; readonly end: number; readonly keys: readonly string[] }> {
    for (const match of text.matchAll(NAMED_IN_PINYIN)) {
      this.#sounds ??= this.#made();
      const keys = this.#sounds.get(mixedUp(match[1]!));
      if (keys !== undefined) yield { start: match.index, end: match.index + match[0].length, keys: [...keys] };
    }
  }

  #made(): Map<string, Set<string>> {
    const keys = new Map<string, Set<string>>();
    for (const [key, { name }] of this.#organisations) {
      const sound = mixedUp(syllables(stemOf(name)).join(''));
      if (stemOf(name).length >= 2) keys.set(sound, (keys.get(sound) ?? new Set<string>()).add(key));
    }
    return keys;
  }

  /** Patterns of the names that may stand in `text`, each with those who are called so, in the order of the organisations. */
  *in(text: string): Generator<{ readonly called: readonly Called[]; readonly pattern: RegExp }> {
    if (!/[a-z]/i.test(text)) return;
    const lower = text.toLowerCase();
    this.#names ??= this.#named();
    for (const [start, names] of this.#names) {
      if (!lower.includes(start)) continue;
      for (const { holds, called, pattern } of names) if (holds.every((letters) => lower.includes(letters))) yield { called, pattern: pattern() };
    }
  }

  /** Makes what the first question in English would else wait for. */
  prepare(): void {
    this.#names ??= this.#named();
    this.#sounds ??= this.#made();
  }

  #named(): Map<string, EnglishName[]> {
    const names = new Map<string, EnglishName[]>();
    const places = new Map<string, EnglishName & { readonly called: Called[] }>();
    let nth = 0;
    for (const [key, organisation] of this.#organisations) {
      const office = englishOffice(organisation.name);
      for (const name of officeNamesOf(organisation, office)) listAt(names, name.holds[0]!).push({ ...name, called: [{ key, nth: (nth += 1) }] });
      for (const place of placesOf(organisation, office)) {
        let name = places.get(place);
        if (name === undefined) {
          places.set(place, (name = { ...inPinyin(place), called: [] }));
          listAt(names, name.holds[0]!).push(name);
        }
        name.called.push({ key, nth: (nth += 1) });
      }
    }
    return names;
  }
}

/** Pinyin as southern speakers mix it up: qinshi for qingshi. */
function mixedUp(letters: string): string {
  return letters.replaceAll(/([zcs])h/gu, '$1').replaceAll(/([aei])ng/gu, '$1n');
}

type Office = NonNullable<ReturnType<typeof englishOffice>>;

/** What an office is called in English; nothing where it is none of the common ones. */
function officeNamesOf({ path }: Organisation, office: Office | null): Pick<EnglishName, 'holds' | 'pattern'>[] {
  const place = once(() => placePattern([...path.slice(0, -1), ...(office === null ? [] : [office.place])]));
  return (office?.en ?? []).map((said) => ({ holds: [plainStart(said)], pattern: once(() => new RegExp(`(?<![a-z])${officePattern(said, place())}(?![a-z])`, 'gi')) }));
}

/** Places that stand for an organisation: Lindong's education bureau and its general office are both Lindong, as they are 临东. */
function placesOf({ name, path }: Organisation, office: Office | null): Set<string> {
  const stem = office !== null && isOwnPlace(office.place, path) ? stemOf(office.place) : stemOf(name);
  return new Set([stem, ...path.slice(0, -1).map((above) => placeNames(above).at(-1)!)].filter((one) => one.length >= 2));
}

/** A place's name in pinyin, with or without a word for its level. */
function inPinyin(stem: string): Pick<EnglishName, 'holds' | 'pattern'> {
  const sound = syllables(stem);
  return { holds: sound, pattern: once(() => new RegExp(`(?<![a-z])${sound.join("[ ']?")}(?![a-z])${ENGLISH_LEVEL}`, 'gi')) };
}

/** The letters that an office's name holds in every spelling: its own word for what it does, up to the first that a pattern may change. */
function plainStart(office: string): string {
  const plain = /^[A-Za-z ]*/.exec(office)![0];
  return (plain.length < office.length ? plain.slice(0, -1) : (BODY.exec(office)?.[1] ?? office)).toLowerCase();
}

/** Transport Bureau, which is the Bureau of Transport too. */
const BODY = /^(.+) (bureau|commission|department)$/;

/** An office with whose it is before it or behind it: Yunling County Market Regulation Bureau, Bureau of Market Regulation of Yunling County. */
function officePattern(office: string, place: string | null): string {
  const [, what, body] = BODY.exec(office) ?? [];
  const either = what === undefined ? office : `(?:${office}|${body} of ${what})`;
  return place === null ? either : `(?:${place} )?${either}(?:(?:, ?| of | in )(?:the )?${place})?`;
}

/** Places in pinyin that an office belongs to; null where none is known. */
function placePattern(places: readonly string[]): string | null {
  const said = [...new Set(places)].filter((place) => place.length >= 2).map((place) => `${syllables(stemOf(place)).join("[ ']?")}(?: (?:county|city|municipal|district|town|township))?`);
  return said.length === 0 ? null : `(?:${said.join('|')})`;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function listAt<T>(lists: Map<string, T[]>, key: string): T[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
