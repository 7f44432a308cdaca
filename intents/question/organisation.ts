import type { ReportCard } from '../../index/mod.js';
import { englishOffices, namesOf, officeNames, stemOf, syllables } from './organisation-names.js';
import { soundOf } from './respell.js';
import { chineseTerms, type Claimed, type Cut } from './terms.js';

/** Where a question names organisations that are held, or one that is not. */
export interface OrganisationMention extends Claimed {
  /** Keys of the organisations it may mean (several when a short name is shared); empty when none held is meant. */
  readonly keys: readonly string[];
  /** True when it was matched by sound, so that the answer confirms whom it took. */
  readonly guessed: boolean;
  readonly text: string;
}

interface Alias {
  readonly text: string;
  readonly key: string;
}

const ENGLISH_LEVEL = '(?: (?:township|town|county|sub-?district|district|city|bureau|street|xiang|zhen))?';
/** 教育局 is made of ordinary words and is an office's name all the same. */
const OFFICE = /(?:局|委|委员会|办公室|政府办|县府办|区府办|市府办)$/;
/** A place or office name that nothing held answers to: two or three characters before a level word. */
const UNHELD = /(?<=^|[^\p{Script=Han}]|[的和与跟及、，]|请问|查询|查|问|帮我|年)((?![各全我本每哪])\p{Script=Han}{2,3}(?:民族乡|街道|苏木|乡|镇|县|旗|市|区)(?!场|民|政|级|容|域)(?:人民政府|政府)?|(?![各全我本每哪])\p{Script=Han}{2,6}(?<!格|布|结|大|全|开|时|政|定|僵|邮|当|残)局)/gu;

/** All names that people use for the organisations held; built once for a set of reports. */
export class OrganisationNames {
  readonly #aliases: readonly Alias[];
  readonly #byCharacter = new Map<string, Alias[]>();
  readonly #sounds = new Map<string, Set<string>>();
  readonly #english: readonly { readonly pattern: RegExp; readonly key: string }[];
  readonly #cut: Cut;

  constructor(cards: readonly ReportCard[], cut: Cut) {
    const organisations = new Map(cards.map((card) => [card.orgKey, card.org]));
    this.#cut = cut;
    const aliases: Alias[] = [];
    const english: { pattern: RegExp; key: string }[] = [];
    for (const [key, organisation] of organisations) {
      for (const text of namesOf(organisation)) if (OFFICE.test(text) || !this.#isOrdinary(text)) aliases.push({ text, key });
      for (const office of englishOffices(organisation.name)) english.push({ pattern: new RegExp(`(?<![a-z])(?:${stemPattern(organisation.path)})?${office}(?![a-z])`, 'gi'), key });
      const stem = stemOf(organisation.name);
      if (stem.length >= 2) {
        const sound = syllables(stem);
        english.push({ pattern: new RegExp(`(?<![a-z])${sound.join("[ ']?")}(?![a-z])${ENGLISH_LEVEL}`, 'gi'), key });
        this.#sounds.set(soundOf(stem), (this.#sounds.get(soundOf(stem)) ?? new Set()).add(key));
      }
    }
    this.#aliases = aliases.sort((a, b) => b.text.length - a.text.length);
    for (const alias of this.#aliases) {
      const first = alias.text[0]!;
      this.#byCharacter.set(first, [...(this.#byCharacter.get(first) ?? []), alias]);
    }
    this.#english = english;
  }

  /** Mentions in folded question text, longest names first; then names by sound; then place names that are not held. */
  find(text: string): OrganisationMention[] {
    const found: OrganisationMention[] = [];
    const free = (start: number, end: number): boolean => !found.some((other) => other.start < end && start < other.end);
    for (let start = 0; start < text.length; start += 1) {
      const hits = (this.#byCharacter.get(text[start]!) ?? []).filter((alias) => text.startsWith(alias.text, start));
      const longest = hits[0]?.text.length ?? 0;
      if (longest === 0 || !free(start, start + longest)) continue;
      const keys = [...new Set(hits.filter((alias) => alias.text.length === longest).map((alias) => alias.key))];
      found.push({ start, end: start + longest, keys, guessed: false, text: text.slice(start, start + longest) });
    }
    const english = /[a-z]/i.test(text) ? this.#english : [];
    for (const { pattern, key } of english) {
      for (const match of text.matchAll(pattern)) {
        const at = found.find((other) => other.start === match.index);
        if (at) found[found.indexOf(at)] = { ...at, keys: [...new Set([...at.keys, key])] };
        else if (free(match.index, match.index + match[0].length)) found.push({ start: match.index, end: match.index + match[0].length, keys: [key], guessed: false, text: match[0] });
      }
    }
    found.push(...this.#bySound(text, free));
    for (const match of text.matchAll(UNHELD)) {
      const end = match.index + match[0].length;
      if (free(match.index, end) && !this.#isOrdinary(match[1]!)) found.push({ start: match.index, end, keys: [], guessed: false, text: match[0] });
    }
    for (const name of officeNames()) {
      const start = text.indexOf(name);
      if (start >= 0 && free(start, start + name.length)) found.push({ start, end: start + name.length, keys: [], guessed: false, text: name });
    }
    const bare = found.filter((mention) => !isQuoted(text, mention));
    return (bare.length > 0 ? bare : found).sort((a, b) => a.start - b.start);
  }

  #bySound(text: string, free: (start: number, end: number) => boolean): OrganisationMention[] {
    const found: OrganisationMention[] = [];
    for (const match of text.matchAll(/\p{Script=Han}{2,3}/gu)) {
      for (const length of [3, 2]) {
        const run = text.slice(match.index, match.index + length);
        if (run.length < length || !free(match.index, match.index + length) || !/^\p{Script=Han}+$/u.test(run)) continue;
        const keys = this.#sounds.get(soundOf(run));
        if (!keys || !this.#sharesCharacter(run, keys)) continue;
        const level = /^(?:乡|镇|街道|苏木|县|旗|局)(?:人民政府|政府)?/.exec(text.slice(match.index + length))?.[0] ?? '';
        found.push({ start: match.index, end: match.index + length + level.length, keys: [...keys], guessed: true, text: run + level });
        break;
      }
    }
    return found;
  }

  /** True for words that mean something in every report (全乡, 行政村): never a place's name. */
  #isOrdinary(text: string): boolean {
    return [text, stemOf(text)].some((words) => chineseTerms(words, this.#cut).every((term) => term.concept !== null));
  }

  #sharesCharacter(run: string, keys: ReadonlySet<string>): boolean {
    return this.#aliases.some((alias) => keys.has(alias.key) && [...run].some((character, i) => alias.text[i] === character));
  }
}

/** “永濂教育”公众号 names an account, not whose report is meant, when somebody is named outside of marks. */
function isQuoted(text: string, { start, end }: Claimed): boolean {
  return /[“"「‘]/.test(text[start - 1] ?? '') && /[”"」’]/.test(text[end] ?? '');
}

/** The county's name in pinyin, which may stand before an office: Yunling County Market Supervision Bureau. */
function stemPattern(path: readonly string[]): string {
  const places = path.slice(0, -1).map((place) => `${syllables(stemOf(place)).join("[ ']?")}(?: (?:county|city|district))? `);
  return places.length === 0 ? '' : `(?:${places.join('|')})`;
}
