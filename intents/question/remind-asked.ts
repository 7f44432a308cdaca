import { z } from 'zod';
import { addDays, dayInChina, dayOf, loadData, minutesInChina, momentInChina, weekdayOf, yearOf, type Day, type Lang } from '../../index/mod.js';
import { cues, firstFit, fits, valueIn } from '../language/cue-words.js';
import { asTyped, type Question } from './read.js';

/** Templates; brackets are named for what they hold: `n`, `unit`, `word`, `weekday`, `month`, `day`, `part`, `h`, `m`, `half`, `id`, `owner`, `evidence`. */
const wordsIn = (lang: Lang) =>
  z.strictObject({
    before: cues(lang),
    daily: cues(lang),
    alsoFree: cues(lang),
    once: cues(lang),
    clock: cues(lang),
    /** Asks to be reminded. */
    add: cues(lang),
    /** What is no part of what is to be said. */
    frame: cues(lang),
    /** May be left in front of it. */
    lead: cues(lang),
    list: cues(lang),
    cancel: cues(lang),
    done: cues(lang),
    snooze: cues(lang),
    stop: cues(lang),
    resume: cues(lang),
    promised: cues(lang),
    switchOn: cues(lang),
    switchOff: cues(lang),
    workDone: cues(lang),
  });
const RemindWords = z.strictObject({
  zh: wordsIn('zh'),
  en: wordsIn('en'),
  /** Minutes since midnight at which 今晚 is, where no time is named. */
  minutesOfWord: z.record(z.string(), z.number()),
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
  for (const does of ['list', 'snooze', 'stop', 'resume'] as const) if (told(words[does], folded)) return { does };
  for (const does of ['cancel', 'done'] as const) {
    const match = told(words[does], folded);
    const number = match && numberOf(match['n'], lang);
    if (number !== null && Number.isInteger(number)) return { does, number };
  }
  if (!fits(words.add, folded)) return null;
  const wish = wishOf(asked, at);
  return wish === null ? { does: 'unclear' } : { does: 'add', wish };
}

/** Reads a message about work that reports promise; null when it is about something else. */
export function promisedAsked(asked: Asked): PromisedAsked | null {
  const { folded, lang } = asked;
  const words = remindWords()[lang];
  // Who owns the work and what shows that it is done (a link) are kept as typed.
  const typed = asTyped(asked);
  const on = told(words.switchOn, typed);
  if (on) return { does: 'on', id: on['id']!, owner: on['owner']?.trim() || null };
  const off = told(words.switchOff, folded);
  if (off) return { does: 'off', id: off['id']! };
  const done = told(words.workDone, typed);
  if (done) return { does: 'done', id: done['id']!, evidence: done['evidence']?.trim() ?? '' };
  return told(words.promised, folded) ? { does: 'list' } : null;
}

/** Longer messages ask for something else. */
const LONGEST = 600;

type Told = Partial<Record<string, string>>;

function told(patterns: readonly RegExp[], text: string): Told | null {
  const match = firstFit(patterns, text);
  return match === null ? null : (match.groups ?? {});
}

/** A number in digits or words; 半 is one too. */
function numberOf(word: string | undefined, lang: Lang): number | null {
  return valueIn(lang, ['numeral', 'half'], word);
}

function wishOf(asked: Asked, at: Date): WishAsked | null {
  const { folded, lang } = asked;
  const words = remindWords()[lang];
  const minutes = clockOf(folded, lang);
  const before = told(words.before, folded);
  const days = before && daysOf(before, lang);
  if (days !== null) return { kind: 'before', daysBefore: days, minutes };
  const text = textOf(asTyped(asked), lang);
  if (told(words.daily, folded)) return { kind: 'daily', minutes, everyDay: fits(words.alsoFree, folded), text };
  const moment = momentOf(folded, lang, at, minutes);
  return moment === null ? null : { kind: 'once', at: moment, text };
}

function daysOf(groups: Told, lang: Lang): number | null {
  const n = numberOf(groups['n'], lang);
  const unit = valueIn(lang, ['spanUnit', 'dayUnit'], groups['unit']);
  return n === null || unit === null ? null : Math.ceil(n * unit);
}

/** Minutes since midnight of a time of day; null when none is named. 7点 in the afternoon is 19:00, 12点 at noon 12:00. */
function clockOf(folded: string, lang: Lang): number | null {
  const groups = told(remindWords()[lang].clock, folded);
  const hour = groups && numberOf(groups['h'], lang);
  if (hour === null || !Number.isInteger(hour) || hour > 24) return null;
  const late = hour < (valueIn(lang, ['dayPart'], groups!['part']) ?? 0);
  const minutes = groups!['half'] === undefined ? Number(groups!['m'] ?? 0) : 30;
  const sinceMidnight = (late ? hour + 12 : hour) * 60 + minutes;
  return minutes > 59 || sinceMidnight >= 24 * 60 ? null : sinceMidnight;
}

/** The moment that a message names, the next one where it may be several; null when it names none. `minutes` where it names a time of day. */
function momentOf(folded: string, lang: Lang, at: Date, minutes: number | null): Date | null {
  const { minutesOfWord } = remindWords();
  const today = dayInChina(at);
  const groups = told(remindWords()[lang].once, folded);
  if (groups === null) return minutes === null ? null : momentInChina(minutes > minutesInChina(at) ? today : addDays(today, 1), minutes);
  const n = numberOf(groups['n'], lang);
  const short = valueIn(lang, ['minuteUnit'], groups['unit']);
  if (n !== null && short !== null) return new Date(at.getTime() + n * short * 60_000);
  const on = (day: Day): Date => momentInChina(day, minutes ?? minutesOfWord[groups['word'] ?? ''] ?? MORNING);
  const days = daysOf(groups, lang);
  if (days !== null) return on(addDays(today, days));
  const word = valueIn(lang, ['dayWord'], groups['word']);
  if (word !== null) return on(addDays(today, word));
  const weekday = valueIn(lang, ['weekday'], groups['weekday']);
  if (weekday !== null) {
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
  const parts = [...words.frame, ...words.daily, ...words.clock, ...words.once, ...words.alsoFree];
  const left = parts.reduce((text, part) => text.replace(part, lang === 'en' ? ' ' : ''), typed);
  const said = left.replace(/\s+/gu, ' ').replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');
  return words.lead.reduce((text, part) => text.replace(part, ''), said);
}
