import { fold, type ReportCard } from '../../index/mod.js';
import { nameWords } from '../language/name-words.js';
import { AliasTable, EnglishTable, SoundTable, type Alias, type Called, type SharedName } from './name-tables.js';
import { namesOf, officeNames, officesAlone, officeSounding, officeSounds, stemOf } from './organisation-names.js';
import { bodiesPaired, officesInARow } from './office-row.js';
import { soundOf } from './respell.js';
import type { RosterName } from './roster-names.js';
import { chineseTerms, type Claimed, type Cut } from './terms.js';
import { placesNamed } from './unheld-places.js';

/** Where a question names organisations that are held, or one that is not. */
export interface OrganisationMention extends Claimed {
  /** Keys of the organisations it may mean (several when a short name is shared); empty when none held is meant. */
  readonly keys: readonly string[];
  /** True when it was matched by sound, so that the answer confirms whom it took. */
  readonly guessed: boolean;
  readonly text: string;
}

const [SHORTEST_OFFICE, LONGEST_OFFICE] = [4, 9];

/** 镇 of 青石镇, where the name was said without it; null when it was said in full. */
function levelOf(names: readonly string[], said: string): string | null {
  const longer = names.find((name) => name.length === said.length + 1 && name.startsWith(said) && nameWords().placeEnd.test(name));
  return longer === undefined ? null : longer.at(-1)!;
}

/** Names whose words were looked at; questions name the same few again and again. */
const REMEMBERED = 5000;

/** All names that people use for the organisations held; built once for a set of reports. */
export class OrganisationNames {
  readonly #aliases: AliasTable;
  readonly #sounds: SoundTable;
  readonly #english: EnglishTable;
  readonly #ordinary = new Map<string, boolean>();
  readonly #words = new Map<string, boolean>();
  readonly #cut: Cut;
  /** Keys of those held whose names end in a word for a level that may be said alone (街道). */
  readonly #ofLevel: ReadonlyMap<string, readonly string[]>;

  /** `roster` adds aliases, and names of those of whom no report is held. */
  constructor(cards: readonly ReportCard[], cut: Cut, roster: readonly RosterName[] = []) {
    const organisations = new Map(cards.map((card) => [card.orgKey, card.org]));
    const unheld = roster.flatMap(({ key, organisation }) => (organisation === null ? [] : [[key, organisation] as const]));
    const known = new Map([...organisations, ...unheld]);
    const said = roster.flatMap(({ key, aliases }) => aliases.map((alias) => ({ text: fold(alias).text.toLowerCase(), key }))).filter(({ text }) => text.length >= 2);
    this.#cut = cut;
    this.#ofLevel = new Map(nameWords().levelsAlone.map((level) => [level, [...organisations].flatMap(([key, { name }]) => (fold(name).text.endsWith(level) ? [key] : []))]));
    this.#aliases = new AliasTable([...said, ...[...known].flatMap(([key, organisation]) => namesOf(organisation).map((text) => ({ text, key })))]);
    this.#sounds = new SoundTable(organisations);
    this.#english = new EnglishTable(known);
    officeSounds();
  }

  /** Makes the tables that the first question of a kind (in English, by its sound) would else wait for. */
  prepare(): void {
    this.#sounds.prepare();
    this.#english.prepare();
  }

  /** Mentions in folded question text, longest names first; then names by sound; then place names that are not held. */
  find(text: string): OrganisationMention[] {
    const found: OrganisationMention[] = [];
    const free = (start: number, end: number): boolean => !found.some((other) => other.start < end && start < other.end);
    for (let start = 0; start < text.length; start += 1) {
      const named = this.#namedAt(text, start);
      if (named === null || !free(start, start + named.text.length)) continue;
      const end = start + named.text.length + officeAfter(text, start + named.text.length);
      found.push({ start, end, keys: [...new Set(named.keys)], guessed: false, text: text.slice(start, end) });
    }
    for (const { start, end, keys } of this.#inEnglish(text)) {
      const at = found.find((other) => other.start === start);
      if (at) found[found.indexOf(at)] = { ...at, keys: [...new Set([...at.keys, ...keys])] };
      else if (free(start, end)) found.push({ start, end, keys, guessed: false, text: text.slice(start, end) });
    }
    for (const { start, end, keys } of officesInARow(text, (word) => this.#doing(word))) if (free(start, end)) found.push({ start, end, keys, guessed: false, text: text.slice(start, end) });
    for (const { start, end, ends } of officesAlone(text)) {
      const keys = this.#called(ends);
      // 县政务公开办主任 is somebody whom the county's report speaks of.
      if (free(start, end) && (keys.length > 0 || nameWords().reportOf.test(text.slice(end)))) found.push({ start, end, keys, guessed: false, text: text.slice(start, end) });
    }
    for (const { start, end, keys } of bodiesPaired(text, found, (word) => [...this.#doing(word), ...(this.#ofLevel.get(word) ?? [])])) if (free(start, end)) found.push({ start, end, keys, guessed: false, text: text.slice(start, end) });
    for (const { start, end, keys } of this.#english.sounding(text)) if (free(start, end)) found.push({ start, end, keys, guessed: true, text: text.slice(start, end) });
    found.push(...this.#bySound(text, free));
    if (found.length === 0) found.push(...this.#officesBySound(text));
    this.#withLevels(text, found);
    this.#ofOtherLevels(text, found);
    for (const { start, name, said } of placesNamed(text)) {
      const end = start + said.length;
      if (!free(start, end) || this.#isOrdinary(name)) continue;
      // 陌南县教育局: the office behind a place that is not held is that place's, whoever else has one of the name.
      const office = found.find((other) => other.start === end && nameWords().office.test(other.text));
      if (office !== undefined) found.splice(found.indexOf(office), 1);
      const whole = said + (office?.text ?? officeNames().find((one) => text.startsWith(one, end)) ?? '');
      found.push({ start, end: start + whole.length, keys: [], guessed: false, text: whole });
    }
    for (const name of officeNames()) {
      const start = text.indexOf(name);
      // 管委会主任, 开发区企业: what many have is no name of one that is not held.
      if (start >= 0 && nameWords().office.test(name) && free(start, start + name.length)) found.push({ start, end: start + name.length, keys: [], guessed: false, text: name });
    }
    const bare = found.filter((mention) => !isQuoted(text, mention));
    return namedOnce(text, (bare.length > 0 ? bare : found).sort((a, b) => a.start - b.start));
  }

  /** The longest name that stands in `text` at `start`, with those of whom it is one there; null where none does. */
  #namedAt(text: string, start: number): SharedName | null {
    const { officeInShort, deedGoesOn, wordBefore } = nameWords();
    const behindWord = wordBefore.test(text.slice(0, start));
    for (const { text: name, keys } of this.#aliases.at(text, start)) {
      if (!this.#isName(name) && !(start === 0 && officeNames().includes(name))) continue;
      if (officeInShort.test(name) && deedGoesOn.test(text.slice(start + name.length))) continue;
      const meant = behindWord ? keys.filter((key) => !this.#beginsWithLevel({ text: name, key })) : keys;
      if (meant.length > 0) return { text: name, keys: meant };
    }
    return null;
  }

  /** Names in English, the longest of each place alone: Monan County Government Office is not Monan County. */
  #inEnglish(text: string): { readonly start: number; readonly end: number; readonly keys: readonly string[] }[] {
    const spans = new Map<string, { readonly start: number; readonly end: number; readonly called: Called[] }>();
    for (const { called, pattern } of this.#english.in(text)) {
      for (const { index: start, 0: said } of text.matchAll(pattern)) {
        const end = start + said.length;
        const span = spans.get(`${start} ${end}`) ?? { start, end, called: [] };
        span.called.push(...called);
        spans.set(`${start} ${end}`, span);
      }
    }
    const all = [...spans.values()];
    const longest = all.filter((one) => !all.some((other) => other !== one && other.start <= one.start && one.end <= other.end));
    // Whoever was held first is named first.
    const inOrder = longest.map((span) => ({ ...span, called: span.called.toSorted((a, b) => a.nth - b.nth) })).toSorted((a, b) => a.called[0]!.nth - b.called[0]!.nth || a.start - b.start);
    return inOrder.map(({ start, end, called }) => ({ start, end, keys: [...new Set(called.map(({ key }) => key))] }));
  }

  /** 县医保 is 医保局 behind the word for a level; 市监局 begins with none. */
  #beginsWithLevel({ text, key }: Alias): boolean {
    const bare = text.slice(1);
    return nameWords().officeOfLevel.test(text) && this.#aliases.of(key).some((name) => name.startsWith(bare) && name.length <= text.length);
  }

  /** Keys of the organisations that an office's usual name stands for. */
  #called(name: string): string[] {
    return [...new Set(this.#aliases.called(name))];
  }

  /** Keys of the offices that do what a word says: 教育 is the 教育局. */
  #doing(word: string): string[] {
    return [...new Set([word, ...nameWords().officeEnds.map((ending) => word + ending)].flatMap((name) => this.#called(name)))];
  }

  /** 市场兼管局 is 市场监管局: an office whose usual name sounds like what is written. */
  #officesBySound(text: string): OrganisationMention[] {
    for (const { index } of text.matchAll(nameWords().officeEnd)) {
      for (let length = LONGEST_OFFICE; length >= SHORTEST_OFFICE; length -= 1) {
        const run = text.slice(index + 1 - length, index + 1);
        const name = run.length === length ? officeSounding(run) : null;
        if (name === null) continue;
        return [{ start: index + 1 - length, end: index + 1, keys: this.#called(name), guessed: true, text: name }];
      }
    }
    return [];
  }

  /** 青石震: what stands behind a bare name and sounds like its level word is that word, mistyped. */
  #withLevels(text: string, found: OrganisationMention[]): void {
    for (const [i, mention] of found.entries()) {
      const { end, keys } = mention;
      const level = keys.length === 0 || found.some(({ start }) => start === end) ? null : levelOf(this.#aliases.of(keys[0]!), mention.text);
      const next = text[end];
      if (level === null || next === undefined || next === level || !/\p{Script=Han}/u.test(next) || soundOf(next) !== soundOf(level)) continue;
      const alone = this.#cut(text.slice(end)).some((token) => token.start === 0 && token.end === 1) || text.length === end + 1;
      if (alone) found[i] = { ...mention, end: end + 1, guessed: true, text: mention.text + level };
    }
  }

  /** 柳河镇 where a 柳河乡 is held is another place. */
  #ofOtherLevels(text: string, found: OrganisationMention[]): void {
    for (const [i, mention] of found.entries()) {
      const { end, keys } = mention;
      const own = keys.length === 0 || mention.guessed ? null : levelOf(this.#aliases.of(keys[0]!), mention.text);
      const other = nameWords().otherLevel.exec(text.slice(end))?.[0];
      if (own === null || other === undefined || other === own) continue;
      if (this.#cut(text.slice(end)).some((token) => token.start === 0 && token.end === other.length)) found[i] = { ...mention, end: end + other.length, keys: [], text: mention.text + other };
    }
  }

  #bySound(text: string, free: (start: number, end: number) => boolean): OrganisationMention[] {
    const found: OrganisationMention[] = [];
    for (const { index } of text.matchAll(/(?=\p{Script=Han}{2})/gu)) {
      for (const length of [3, 2]) {
        const run = text.slice(index, index + length);
        const isFree = free(index, index + length) && !found.some((other) => other.start < index + length && index < other.end);
        if (run.length < length || !isFree || !/^\p{Script=Han}+$/u.test(run)) continue;
        const keys = this.#sounds.of(run) ?? this.#sounds.like(run);
        if (!keys || !this.#sharesCharacter(run, keys)) continue;
        const level = nameWords().levelSounded.exec(text.slice(index + length))?.[0] ?? '';
        // A word of the language that sounds like a name is that word, unless it is called a place.
        if (level === '' && (this.#isOrdinary(run) || !this.#standsApart(text, index, index + length))) continue;
        found.push({ start: index, end: index + length + level.length, keys: [...keys], guessed: true, text: run + level });
        break;
      }
    }
    return found;
  }

  /** True where words begin and end there: 展办 of 开展办证 is no name. */
  #standsApart(text: string, from: number, to: number): boolean {
    const tokens = this.#cut(text);
    return tokens.some(({ start }) => start === from) && tokens.some(({ end }) => end === to);
  }

  /** A name that may be looked for in a question. */
  #isName(text: string): boolean {
    const { office, officeOfLevel, township } = nameWords();
    return office.test(text) || officeOfLevel.test(text) || (township.test(text) && !this.#isWord(text)) || !this.#isOrdinary(text);
  }

  /** 中村乡 is a name though 中 and 村 are words; 各乡镇 is none. */
  #isWord(text: string): boolean {
    return remembered(this.#words, text, () => chineseTerms(text, this.#cut).some((term) => term.concept !== null && term.text === text));
  }

  /** True for words that mean something in every report (全乡, 行政村): never a place's name. */
  #isOrdinary(text: string): boolean {
    return remembered(this.#ordinary, text, () => [text, stemOf(text)].some((words) => chineseTerms(words, this.#cut).every((term) => term.concept !== null)));
  }

  #sharesCharacter(run: string, keys: ReadonlySet<string>): boolean {
    return [...keys].some((key) => this.#aliases.of(key).some((name) => [...run].some((character, i) => name[i] === character) && this.#isName(name)));
  }
}

/** What was found out of a name before: the names of a place are looked at in every question. */
function remembered(known: Map<string, boolean>, name: string, find: () => boolean): boolean {
  let found = known.get(name);
  if (found === undefined) {
    found = find();
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, found);
  }
  return found;
}

/** Linhu City (临湖市): a name with the same organisation's in brackets behind it is one mention, of those that both may mean. */
function namedOnce(text: string, mentions: readonly OrganisationMention[]): OrganisationMention[] {
  const once: OrganisationMention[] = [];
  for (const mention of mentions) {
    const before = once.at(-1);
    const keys = before === undefined ? [] : before.keys.filter((key) => mention.keys.includes(key));
    if (before !== undefined && keys.length > 0 && /^\s?[（(]$/u.test(text.slice(before.end, mention.start)) && /^[)）]/u.test(text.slice(mention.end))) once[once.length - 1] = { ...before, end: mention.end + 1, keys, guessed: before.guessed && mention.guessed, text: mention.text };
    else once.push(mention);
  }
  return once;
}

function officeAfter(text: string, at: number): number {
  const { officeOfTownship } = nameWords();
  officeOfTownship.lastIndex = at;
  return officeOfTownship.exec(text)?.[0].length ?? 0;
}

/** “永濂教育”公众号 names an account, not whose report is meant, when somebody is named outside of marks. */
function isQuoted(text: string, { start, end }: Claimed): boolean {
  return /[“"「‘]/.test(text[start - 1] ?? '') && /[”"」’]/.test(text[end] ?? '');
}
