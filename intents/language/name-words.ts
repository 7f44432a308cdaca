import { z } from 'zod';
import { loadData, townshipOffices } from '../../index/mod.js';
import { cues } from './cue-words.js';

const Word = z.string().min(1);
const Words = z.array(Word).min(1);

const NameWords = z.strictObject({
  about: z.string(),
  /** How the name of a county ends, or of what stands in its place. */
  counties: Words,
  /** How the name ends of what stands above counties, where a government is meant. */
  prefectures: Words,
  townships: Words,
  /** Those of them that a people may stand before. */
  ruralTownships: Words,
  /** What people leave out at the end of a name. */
  levels: Words,
  /** Right behind the level word of a township, they make another word of it (乡镇, 镇村). */
  notALevel: Words,
  /** Behind a run that sounds like a name, they make a place of it. */
  soundsLike: Words,
  peoples: z.strictObject({ people: Word, autonomous: Word, places: Words }),
  government: z.strictObject({ full: Word, short: Word, offices: Words, notBefore: Words }),
  subdistrict: z.strictObject({ level: Word, office: Word, said: Words }),
  offices: Words,
  /** Where the name of an office may end. */
  officeEnds: Words,
  /** 水利部门: behind what an office looks after, the office. */
  department: Word,
  /** How the name ends of an office that has parts with reports of their own. */
  parents: Words,
  parts: Words,
  /** Those that are called by their whole word. */
  longParts: Words,
  /** Says which kind of part, and not which one. */
  onlyKind: Word,
  /** Behind 办 they say what was done, so that it ends no name. */
  deeds: Words,
  /** Behind one of these a level word begins a name (县医保); behind another word it is that word's (全县医保). */
  before: Words,
  of: Word,
  /** Before and behind a name that is made of ordinary words (公开办). */
  aloneBehind: Words,
  aloneNotBefore: Words,
  /** Between names in a row, and what counts them behind it (三家, 两个局). */
  rowJoints: Words,
  rowCount: cues('zh'),
  /** Two that are set against each other or added up: what stands between them, and how it is asked. */
  pairJoints: Words,
  pairAsked: cues('zh'),
  /** Words for a level that stand for the one body of it that is held. */
  levelsAlone: Words,
  yearWords: Words,
  reportWords: Words,
  disclosure: Words,
  /** What makes a name that of a village, unless the word goes on. */
  village: cues('zh'),
  /** The same behind such a name in English. */
  villageInEnglish: cues('en'),
  /** Words before a level that are spelt like pinyin and say a rank (vice county head). */
  rankInEnglish: Words,
  /** How a place or office looks that nothing held answers to. */
  unheld: z.strictObject({ behind: Words, notBegun: Words, counted: Words, notWithin: Words, deputy: Word, levels: Words, goesOn: Words, bureau: Word, noBureau: Words }),
});

/** The words of names, with the expressions that are made of them. */
export type NameWords = z.output<typeof NameWords> & ReturnType<typeof expressionsOf>;

let loaded: NameWords | undefined;

/** The words of names, read once. Throws when `name-words.json` does not hold what it should. */
export function nameWords(): NameWords {
  if (loaded === undefined) {
    const words = loadData('intents/language/name-words.json', NameWords);
    loaded = { ...words, ...expressionsOf(words) };
  }
  return loaded;
}

/** One of `words`, the longest that fits. */
function any(words: readonly string[]): string {
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
}

const HAN = '\\p{Script=Han}';

function expressionsOf(words: z.output<typeof NameWords>) {
  const { counties, townships, peoples, government, unheld } = words;
  const itsGovernment = any([government.full, government.short]);
  const ofReport = `${words.of}?(?:(?:19|20)\\d{2}|${any(words.yearWords)}|${any(words.reportWords)}`;
  const place = `(?!${any([...unheld.notBegun, ...unheld.counted])})(?:(?!${any(unheld.notWithin)})${HAN}){2,3}(?<!${unheld.deputy})${any(unheld.levels)}(?!${any(unheld.goesOn)})${itsGovernment}?`;
  const bureau = `(?!${any(unheld.notBegun)})(?:(?!${any(unheld.counted)})${HAN}){2,6}(?<!${any([...unheld.noBureau, unheld.deputy])})${unheld.bureau}`;
  return {
    /** The end of a county's name. */
    countyEnd: new RegExp(`${any(counties)}$`, 'u'),
    /** A level that the name of a single place ends with, in one character. */
    placeEnd: new RegExp(`${any([...words.ruralTownships, ...counties])}$`, 'u'),
    /** What every county's office has in its name. */
    placeLevel: new RegExp(any([...words.ruralTownships, ...counties]), 'u'),
    /** 县政府, 县人民政府: the government itself, not one of its offices. */
    ownGovernment: new RegExp(`${any([...counties, ...words.prefectures])}(?:${government.full}|${government.short})(?!${any(government.notBefore)})`, 'u'),
    /** What is left out of a name first (人民政府), and then (乡). */
    governmentEnd: new RegExp(`${any([government.full, government.short, ...government.offices])}$`, 'u'),
    levelEnd: new RegExp(`${any(words.levels)}$`, 'u'),
    /** 佤族自治 of 沧源佤族自治县. */
    peoplesOf: new RegExp(`(?<=^.{2,})(?:${HAN}{1,3}${peoples.people})+${peoples.autonomous}(?=${any(peoples.places)}$)`, 'u'),
    /** 彝族 of 马蹄彝族乡. */
    peoplesOfTownship: new RegExp(`(?<=^.{2,})${HAN}{1,3}${peoples.people}(?=${any(words.ruralTownships)}$)`, 'u'),
    /** 城关市场监督管理所: a part of an office that has a report of its own. */
    part: new RegExp(`(?<=${any(words.parents)})${HAN}{2,}${any(words.parts)}$`, 'u'),
    /** What kind of part: its whole word, or its last character. */
    partKind: new RegExp(`(?:${any(words.longParts)}|.)$`, 'u'),
    /** 教育局 is made of ordinary words and is an office's name all the same. */
    office: new RegExp(`${any(words.offices)}$`, 'u'),
    /** 县医保: only offices are called by a word for a level and what they do. */
    officeOfLevel: new RegExp(`^${any(counties)}${HAN}{2,}$`, 'u'),
    /** 全县医保: behind another word the word for a level is that word's. */
    wordBefore: new RegExp(`(?!${any(words.before)})${HAN}$`, 'u'),
    /** 东城街道办收到几件 names the office, 东城街道办了几件 what was done. */
    officeInShort: new RegExp(`${words.subdistrict.office}$`, 'u'),
    deedGoesOn: new RegExp(`^${any(words.deeds)}`, 'u'),
    officeEnd: new RegExp(`(?<=${HAN}{3,})${any(words.officeEnds)}`, 'gu'),
    /** Level words of places that are told apart by them. */
    otherLevel: new RegExp(`^${any(townships)}(?!${any(words.notALevel)})`, 'u'),
    levelSounded: new RegExp(`^${any(words.soundsLike)}${itsGovernment}?`, 'u'),
    /** The whole name of a township. */
    township: new RegExp(`^${HAN}{2,}${any(townships)}$`, 'u'),
    /** What stands behind a name whose own report is meant. */
    reportOf: new RegExp(`^${ofReport})`, 'u'),
    /** 勐来乡党政办2020年 is the township's report; 勐来乡党政办负责人 is about an office that the report speaks of. */
    officeOfTownship: new RegExp(`(?<=${any(townships)}${itsGovernment}?)(?:${townshipOffices.join('|')})(?=${ofReport}|${any(words.disclosure)}))`, 'yu'),
    /** A place or office name that nothing held answers to: two or three characters before a level word. */
    unheldPlace: new RegExp(`(?<=^|[^${HAN}]|${any(unheld.behind)})(${place}|${bureau})`, 'gu'),
    /** Where one of `names`, which are made of ordinary words, stands by itself. */
    alone: (names: readonly string[]): RegExp => new RegExp(`(?<=^|[^${HAN}]|${any(words.aloneBehind)})${any(names)}(?!${any(words.aloneNotBefore)}|$)|(?<=^)${any(names)}(?=${words.of}|$)`, 'gu'),
  };
}
