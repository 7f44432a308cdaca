import { z } from 'zod';
import { fold, loadData, type Lang } from '../../index/mod.js';
import { cue, cues, firstFit, fits, valueIn } from '../language/cue-words.js';
import type { Question } from './read.js';

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** A place among what was offered; the bracket `n` is the number. */
    number: cues(lang),
    last: cues(lang),
    /** One of two. */
    former: cues(lang),
    latter: cues(lang),
    /** Everything that was offered. */
    all: cues(lang),
    /** What stands before and behind a name that chooses. */
    nameLead: cue(lang),
    nameTail: cue(lang),
    /** What makes a few words lean on the turn before. */
    lead: z.string(),
    corrections: cues(lang),
  });
const Choices = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });
const LANGS = ['zh', 'en'] as const satisfies readonly Lang[];

let loaded: z.output<typeof Choices> | undefined;
function choiceWords(): z.output<typeof Choices> {
  loaded ??= loadData('intents/language/choices.json', Choices);
  return loaded;
}

/** Shorter names than this choose nothing: they would fit by chance. */
const LEAST_NAME = 2;
/** A longer text is a question of its own, though its words may stand in an option. */
const LONGEST_NAME = 16;

/**
 * Which of the questions that were offered last somebody means: by 2, 第二个, ②, the second one, by 都要 all of them, or (`byName`) by a name, year or
 * word that only some of them hold (`read` reads both as questions). Several when more than one may be meant; empty when it is none of these: then
 * the text is a question of its own.
 */
export function chosenOf(text: string, offered: readonly string[], byName: boolean, read: (text: string) => Question): readonly string[] {
  if (offered.length === 0) return [];
  const place = placeOf(text, offered.length);
  if (place !== null) return place === 'all' ? offered : offered.slice(place, place + 1);
  return byName && !namesAPlace(text) ? named(text, offered, read) : [];
}

/** True for 2, 第二个, the last one: what chooses by a number and names nothing. */
export function namesAPlace(text: string): boolean {
  const plain = plainOf(text);
  return LANGS.some((lang) => fits([...choiceWords()[lang].number, ...choiceWords()[lang].last, ...choiceWords()[lang].former, ...choiceWords()[lang].latter, ...choiceWords()[lang].all], plain));
}

function placeOf(text: string, many: number): number | 'all' | null {
  const plain = plainOf(text);
  for (const lang of LANGS) {
    const words = choiceWords()[lang];
    if (fits(words.last, plain)) return many - 1;
    if (fits(words.all, plain)) return 'all';
    if (many === 2 && fits(words.former, plain)) return 0;
    if (many === 2 && fits(words.latter, plain)) return 1;
    const n = valueIn(lang, ['numeral', 'ordinal'], firstFit(words.number, plain)?.groups?.['n']);
    if (n !== null) return n >= 1 && n <= many ? n - 1 : null;
  }
  return null;
}

/** Those that hold the very words; else those that are about the organisations and years that the words name. */
function named(text: string, offered: readonly string[], read: (text: string) => Question): readonly string[] {
  const plain = LANGS.reduce((left, lang) => left.replace(choiceWords()[lang].nameLead, '').replace(choiceWords()[lang].nameTail, ''), plainOf(text));
  const name = fold(plain).text;
  if (name.length < LEAST_NAME || name.length > LONGEST_NAME) return [];
  const holding = offered.filter((option) => fold(option).text.includes(name));
  if (holding.length > 0) return holding.length < offered.length ? holding : [];
  const asked = read(text);
  if (asked.terms.length > 0 || asked.cues.length > 0 || (asked.organisations.length === 0 && asked.years.length === 0)) return [];
  const meant = offered.filter((option) => isAbout(read(option), asked));
  return meant.length < offered.length ? meant : [];
}

/** 青石镇 is in 云岭县, and an option about all of the county is none about it. */
function isAbout(option: Question, asked: Question): boolean {
  const years = option.years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : []));
  return asked.organisations.every((mention) => option.organisations.some(({ keys }) => keys.every((key) => mention.keys.includes(key)))) && asked.years.every((mention) => mention.kind === 'year' && years.includes(mention.year));
}

/** 不是，我问的是咨询 → 那咨询: what stands after the words that take the last question back, leaning on it; the text itself when it takes nothing back. */
export function withoutCorrection(text: string, lang: Lang): string {
  for (const pattern of choiceWords()[lang].corrections) {
    const match = pattern.exec(text);
    if (match === null || text.slice(0, match.index).trim() !== '') continue;
    const rest = text.slice(match.index + match[0].length).trim();
    if (rest !== '') return choiceWords()[lang].lead + rest;
  }
  return text;
}

/** ② and （2） are 2. */
function plainOf(text: string): string {
  return text.normalize('NFKC').trim().replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '');
}
