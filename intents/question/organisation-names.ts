import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { fold, loadData, type Organisation } from '../../index/mod.js';
import { nameWords } from '../language/name-words.js';
import { soundOf } from './respell.js';

const Offices = z.array(
  z.strictObject({
    full: z.string().min(2),
    short: z.array(z.string().min(2)),
    /** Names made of ordinary words (公开办): names only where they stand by themselves. */
    alone: z.array(z.string().min(2)).optional(),
    en: z.array(z.string()),
  }),
);

type Office = z.output<typeof Offices>[number];

let loaded: z.output<typeof Offices> | undefined;

/** The common offices of a county with what people call them. */
function offices(): z.output<typeof Offices> {
  loaded ??= loadData('intents/language/offices.json', Offices);
  return loaded;
}

/** Full and short names of the common offices, longest first. */
export function officeNames(): readonly string[] {
  sortedNames ??= offices().flatMap((office) => [office.full, ...office.short]).toSorted((a, b) => b.length - a.length);
  return sortedNames;
}

/** Where an office is called by a name that elsewhere is made of ordinary words: 公开办去年收到多少申请, not 主动公开办了多少件. `ends`: what the names end in of the offices that are called so. */
export function officesAlone(text: string): { readonly start: number; readonly end: number; readonly ends: string }[] {
  return offices().flatMap(({ full, alone = [] }) => {
    if (alone.length === 0) return [];
    return [...text.matchAll(nameWords().alone(alone))].map((match) => ({ start: match.index, end: match.index + match[0].length, ends: full }));
  });
}

let sortedNames: readonly string[] | undefined;

let soundingNames: ReadonlyMap<string, string> | undefined;

/** How the names of the common offices sound, made once: some milliseconds that belong to a start, not to the first question that names nobody. */
export function officeSounds(): ReadonlyMap<string, string> {
  return (soundingNames ??= new Map(officeNames().map((name) => [soundOf(name), name])));
}

/** The usual name of an office that a run of characters sounds like and shares half of its characters with; null when it is none, or is written like one. */
export function officeSounding(run: string): string | null {
  const name = officeSounds().get(soundOf(run));
  if (name === undefined || name === run || name.length !== run.length) return null;
  return [...name].filter((character, i) => run[i] === character).length * 2 >= name.length ? name : null;
}

/** The office that a Chinese name ends in: its English names, and whose it is as the name says ('' where it does not); null when it is none of the common ones. */
export function englishOffice(name: string): { readonly en: readonly string[]; readonly place: string } | null {
  const folded = fold(name).text;
  for (const endings of [(office: Office) => [office.full], (office: Office) => office.short]) {
    for (const office of offices()) {
      const ending = endings(office).find((one) => folded.endsWith(one));
      if (ending !== undefined) return { en: office.en, place: folded.slice(0, -ending.length) };
    }
  }
  return null;
}

/** Names that people use for an organisation in Chinese: as printed, shortened, with its county before it, and the usual short names of offices. */
export function namesOf(organisation: Organisation): string[] {
  const full = fold(organisation.fullName).text;
  const short = fold(organisation.name).text;
  const stem = stemOf(short);
  const last = organisation.path[organisation.path.length - 1] ?? short;
  const above = organisation.path.slice(0, -1).flatMap(placeNames);
  const county = organisation.path.length > 1 ? stemOf(placeNames(organisation.path[organisation.path.length - 2]!).at(-1)!) : '';
  const { government, governmentEnd, subdistrict, peoplesOfTownship } = nameWords();
  const governments = [`${short}${government.short}`, `${short}${government.full}`];
  const names = new Set([full, full.replace(governmentEnd, ''), short, ...governments, last]);
  if (stem.length >= 2) names.add(stem);
  for (const place of above) for (const name of [short, ...governments, stem]) if (name.length >= 2) names.add(place + name);
  for (const office of offices()) {
    if (!short.endsWith(office.full)) continue;
    const before = short.slice(0, -office.full.length);
    // 滨河 is 滨河经济开发区; 青岭 of 青岭县林业局 is the county.
    if (isOwnPlace(before, organisation.path)) names.add(before);
    for (const name of [office.full, ...office.short]) {
      for (const place of new Set(['', before, county, last.endsWith(office.full) ? '' : stemOf(last)])) names.add(place + name);
      // 罗邑人社: behind its county's name an office needs no 局.
      if (county.length >= 2) names.add(county + stemOf(name));
    }
  }
  for (const place of above) names.add(place);
  if (short.endsWith(subdistrict.level)) for (const said of subdistrict.said) names.add(short + said);
  for (const name of [...namesOfPart(short), ...abbreviations(short, organisation.path)]) names.add(name);
  // 马蹄彝族乡 is 马蹄乡 to those who live there.
  const plain = short.replace(peoplesOfTownship, '');
  if (plain !== short) for (const name of [plain, stemOf(plain)]) names.add(name);
  return [...names].filter((name) => name.length >= 2);
}

/** What people call an office by what it looks after: 水利部门, 水务部门 of a 水利局. None of what is no common office. */
export function fieldNames({ name }: Organisation): string[] {
  const printed = fold(name).text;
  const said = offices().flatMap(({ full, short }) => (printed.endsWith(full) ? [full, ...short] : [])).map(stemOf);
  return said.filter((stem) => stem.length >= 2).map((stem) => stem + nameWords().department);
}

/** What people call a part of an office: 城关市场监管所, 市监所, 城关所; 医保服务中心. */
function namesOfPart(short: string): string[] {
  const { onlyKind, part: ofOffice, partKind } = nameWords();
  const part = ofOffice.exec(short)?.[0];
  if (part === undefined) return [];
  const names = new Set([part]);
  for (const office of offices()) {
    const full = stemOf(office.full);
    if (!short.slice(0, -part.length).endsWith(office.full) || !part.includes(full)) continue;
    for (const said of [full, ...office.short.map(stemOf)]) {
      names.add(part.replace(full, said));
      names.add(said + partKind.exec(part)![0]);
    }
    const bare = part.replace(full, '');
    if (bare.length >= SHORTEST_PART && !bare.endsWith(onlyKind)) names.add(bare);
  }
  return [...names];
}

/** A place and the word for the office: 城关所. */
const SHORTEST_PART = 3;

/** 县医保, 县人社: an office by the short word for what it does, behind the word for whose it is. */
function abbreviations(short: string, path: readonly string[]): string[] {
  const place = path.at(-2) ?? '';
  const level = nameWords().countyEnd.exec(place)?.[0];
  if (level === undefined) return [];
  // 县林业局, 市第二人民医院: whose it is by its level alone.
  const byLevel = level + path.at(-1)!;
  return [byLevel, ...offices().flatMap(({ full, short: said }) => (short.endsWith(full) ? said.filter((name) => !full.startsWith(stemOf(name))).flatMap((name) => [level, place].flatMap((lead) => [lead + name, lead + stemOf(name)])) : []))];
}

/** True for what stands before the word for an office and is no place above it. */
export function isOwnPlace(before: string, path: readonly string[]): boolean {
  return before.length >= 2 && !path.slice(0, -1).some((place) => placeNames(place).some((name) => name === before || name === stemOf(before))) && path.length > 1;
}

/** A place as people call it: 沧源佤族自治县, 沧源县, 沧源. */
export function placeNames(place: string): string[] {
  const full = fold(place).text;
  const plain = full.replace(nameWords().peoplesOf, '');
  return [...new Set([full, plain, stemOf(plain)])].filter((name) => name.length >= 2);
}

/** A name without its level word: 勐来乡 → 勐来. */
export function stemOf(name: string): string {
  const { governmentEnd, levelEnd } = nameWords();
  return name.replace(governmentEnd, '').replace(levelEnd, '');
}

/** Toneless pinyin of a name, a syllable each. */
export function syllables(stem: string): string[] {
  return pinyin(stem, { toneType: 'none', type: 'array', v: true }).filter((syllable) => /^[a-z]+$/.test(syllable));
}
