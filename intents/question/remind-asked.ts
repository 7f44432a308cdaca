import { z } from 'zod';
import { addDays, dayInChina, dayOf, loadData, minutesInChina, momentInChina, weekdayOf, yearOf, type Day, type Lang } from '../../index/mod.js';
import { asTyped, type Question } from './read.js';

const LangWords = z.strictObject({
  before: z.array(z.string()),
  daily: z.array(z.string()),
  alsoFree: z.string(),
  once: z.array(z.string()),
  clock: z.string(),
  /** Asks to be reminded. */
  add: z.string(),
  /** What is no part of what is to be said. */
  frame: z.array(z.string()),
  /** May be left in front of it. */
  lead: z.string(),
  list: z.array(z.string()),
  cancel: z.array(z.string()),
  done: z.array(z.string()),
  snooze: z.array(z.string()),
  stop: z.array(z.string()),
  resume: z.array(z.string()),
  promised: z.array(z.string()),
  switchOn: z.array(z.string()),
  switchOff: z.array(z.string()),
  workDone: z.array(z.string()),
});
const Numbers = z.record(z.string(), z.number());
const RemindWords = z.strictObject({
  zh: LangWords,
  en: LangWords,
  numbers: Numbers,
  minutesOfUnit: Numbers,
  daysOfUnit: Numbers,
  daysOfWord: Numbers,
  minutesOfWord: Numbers,
  weekdays: Numbers,
  afternoon: z.array(z.string()),
  noon: z.array(z.string()),
  levelNames: z.record(z.enum(['department', 'county', 'city', 'township']), z.strictObject({ zh: z.string(), en: z.string() })),
});

let loaded: z.output<typeof RemindWords> | undefined;

/** The words about reminders, read once. */
export function remindWords(): z.output<typeof RemindWords> {
  loaded ??= loadData('intents/language/remind.json', RemindWords);
  return loaded;
}

/** When somebody wants to be reminded, as they say it: a moment, some days before a deadline, or daily. */
export type WishAsked =
  | { readonly kind: 'once'; readonly at: Date; readonly text: string }
  | { readonly kind: 'before'; readonly daysBefore: number; readonly minutes: number | null }
  | { readonly kind: 'daily'; readonly minutes: number | null; readonly everyDay: boolean; readonly text: string };

/** What a message about reminders asks for. `unclear` asks to be reminded and does not say when. */
export type RemindAsked =
  | { readonly does: 'add'; readonly wish: WishAsked }
  | { readonly does: 'unclear' | 'list' | 'snooze' | 'stop' | 'resume' }
  | { readonly does: 'cancel' | 'done'; readonly number: number };

/** What a message about promised work asks for. */
export type PromisedAsked =
  | { readonly does: 'list' }
  | { readonly does: 'on'; readonly id: string; readonly owner: string | null }
  | { readonly does: 'off'; readonly id: string }
  | { readonly does: 'done'; readonly id: string; readonly evidence: string };

type Asked = Pick<Question, 'text' | 'folded' | 'lang'>;

/** Reads a message about reminders at a moment; null when it is about something else. Linear in its length. */
export function remindAsked(asked: Asked, at: Date): RemindAsked | null {
  const { folded, lang } = asked;
  const words = remindWords()[lang];
  if (folded.length > LONGEST) return null;
  for (const does of ['list', 'snooze', 'stop', 'resume'] as const) if (firstOf(words[does], folded)) return { does };
  for (const does of ['cancel', 'done'] as const) {
    const match = firstOf(words[does], folded);
    const number = match && numberOf(match['n']);
    if (number !== null && Number.isInteger(number)) return { does, number };
  }
  if (!pattern(words.add).test(folded)) return null;
  const wish = wishOf(asked, at);
  return wish === null ? { does: 'unclear' } : { does: 'add', wish };
}

/** Reads a message about work that reports promise; null when it is about something else. */
export function promisedAsked(asked: Asked): PromisedAsked | null {
  const { folded, lang } = asked;
  const words = remindWords()[lang];
  // Who owns the work and what shows that it is done (a link) are kept as typed.
  const typed = asTyped(asked);
  const on = firstOf(words.switchOn, typed);
  if (on) return { does: 'on', id: on['id']!, owner: on['owner']?.trim() || null };
  const off = firstOf(words.switchOff, folded);
  if (off) return { does: 'off', id: off['id']! };
  const done = firstOf(words.workDone, typed);
  if (done) return { does: 'done', id: done['id']!, evidence: done['evidence']?.trim() ?? '' };
  return firstOf(words.promised, folded) ? { does: 'list' } : null;
}

/** Longer messages ask for something else. */
const LONGEST = 600;

/** `N` in a pattern is a number in digits or words. */
function pattern(source: string): RegExp {
  const known = compiled.get(source);
  if (known) return known;
  const number = `\\d{1,3}|${Object.keys(remindWords().numbers).toSorted((a, b) => b.length - a.length).join('|')}`;
  const made = new RegExp(source.replaceAll('>N)', `>${number})`), 'iu');
  compiled.set(source, made);
  return made;
}

const compiled = new Map<string, RegExp>();

function firstOf(sources: readonly string[], text: string): Partial<Record<string, string>> | null {
  for (const source of sources) {
    const match = pattern(source).exec(text);
    if (match) return match.groups ?? {};
  }
  return null;
}

function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  return /^\d+$/u.test(word) ? Number(word) : (remindWords().numbers[word] ?? null);
}

function wishOf(asked: Asked, at: Date): WishAsked | null {
  const { folded, lang } = asked;
  const words = remindWords()[lang];
  const minutes = clockOf(folded, lang);
  const before = firstOf(words.before, folded);
  const days = before && daysOf(before);
  if (days !== null) return { kind: 'before', daysBefore: days, minutes };
  const text = textOf(asTyped(asked), lang);
  if (firstOf(words.daily, folded)) return { kind: 'daily', minutes, everyDay: pattern(words.alsoFree).test(folded), text };
  const moment = momentOf(folded, lang, at, minutes);
  return moment === null ? null : { kind: 'once', at: moment, text };
}

function daysOf(groups: Partial<Record<string, string>>): number | null {
  const n = numberOf(groups['n']);
  const unit = remindWords().daysOfUnit[groups['unit'] ?? ''];
  return n === null || unit === undefined ? null : Math.ceil(n * unit);
}

/** Minutes since midnight of a time of day; null when none is named. 7点 in the afternoon is 19:00, 12点 at noon 12:00. */
function clockOf(folded: string, lang: Lang): number | null {
  const { afternoon, noon } = remindWords();
  const groups = firstOf([remindWords()[lang].clock], folded);
  const hour = groups && numberOf(groups['h'] ?? groups['h2']);
  if (hour === null || !Number.isInteger(hour) || hour > 24) return null;
  const part = groups!['part'] ?? '';
  const late = afternoon.includes(part) || (noon.includes(part) && hour < 11);
  const minutes = groups!['half'] === undefined ? Number(groups!['m'] ?? groups!['m2'] ?? 0) : 30;
  const told = (late && hour < 12 ? hour + 12 : hour) * 60 + minutes;
  return minutes > 59 || told >= 24 * 60 ? null : told;
}

/** The moment that a message names, the next one where it may be several; null when it names none. `minutes` where it names a time of day. */
function momentOf(folded: string, lang: Lang, at: Date, minutes: number | null): Date | null {
  const { minutesOfUnit, minutesOfWord, daysOfWord, weekdays } = remindWords();
  const today = dayInChina(at);
  const groups = firstOf(remindWords()[lang].once, folded);
  if (groups === null) return minutes === null ? null : momentInChina(minutes > minutesInChina(at) ? today : addDays(today, 1), minutes);
  const n = numberOf(groups['n']);
  const short = minutesOfUnit[groups['unit'] ?? ''];
  if (n !== null && short !== undefined) return new Date(at.getTime() + n * short * 60_000);
  const on = (day: Day): Date => momentInChina(day, minutes ?? minutesOfWord[groups['word'] ?? ''] ?? MORNING);
  const days = daysOf(groups);
  if (days !== null) return on(addDays(today, days));
  const word = daysOfWord[groups['word'] ?? ''];
  if (word !== undefined) return on(addDays(today, word));
  const weekday = weekdays[groups['weekday'] ?? ''];
  if (weekday !== undefined) {
    // 下周三 is the one of the week that begins on the next Monday; 周三 the next that comes.
    const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
    const inWeek = (weekday + 6) % 7;
    if (groups['next'] !== undefined) return on(addDays(monday, 7 + inWeek));
    const ahead = (weekday - weekdayOf(today) + 7) % 7;
    return on(addDays(today, ahead === 0 && on(today) <= at ? 7 : ahead));
  }
  const [month, date] = [Number(groups['month']), Number(groups['day'])];
  const day = dayOf(yearOf(today), month, date);
  const next = day !== null && on(day) <= at ? dayOf(yearOf(today) + 1, month, date) : day;
  return next === null ? null : on(next);
}

/** When the working hours usually begin, for a day without a time. */
const MORNING = 9 * 60;

/** What is to be said: the message without the words that ask and the times. */
function textOf(typed: string, lang: Lang): string {
  const words = remindWords()[lang];
  const sources = [...words.frame, ...words.daily, words.clock, ...words.once, words.alsoFree];
  const left = sources.reduce((text, source) => text.replace(pattern(source), lang === 'en' ? ' ' : ''), typed);
  return left.replace(/\s+/gu, ' ').replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '').replace(pattern(words.lead), '');
}
