import type { ReportCard } from '../../index/mod.js';
import { cardsOf } from './cards-of.js';
import { asksForTotal } from './many-asked.js';
import type { OrganisationMention } from './organisation.js';
import { questionWords, type Cue } from '../language/words.js';
import type { Question } from './read.js';
import { isOnRosterOnly } from './roster-names.js';
import type { Claimed } from './terms.js';
import type { YearMention } from './year.js';

/** What the turn before settled, so that a short follow-up keeps it. */
export interface KeptScope {
  readonly organisations: readonly string[];
  readonly years: readonly number[];
}

/** Reports that a question names and that are not held, beside others that are. */
export type Lacking = readonly { readonly name: string; readonly year: number }[];

/** The reports that a question is about, or why there are none. */
export type Scope =
  | { readonly kind: 'reports'; readonly reports: readonly ReportCard[]; /** Nobody was named: whose conversation it is was taken. */ readonly byBinding: boolean; readonly organisationNamed: boolean; readonly yearNamed: boolean; readonly years: readonly number[]; readonly lacking: Lacking }
  | { readonly kind: 'organisation-not-held'; readonly name: string }
  | { readonly kind: 'year-not-held'; readonly years: readonly number[]; readonly reports: readonly ReportCard[] }
  | { readonly kind: 'nothing-held' };

/** Whose conversation it is: the name it is called by and the keys of its reports. */
export interface Binding {
  readonly name: string;
  readonly keys: readonly string[];
}

/** Organisation and year: from the question, else from the turn before, else whose conversation it is, else whatever is held. */
export function scopeOf(question: Question, held: readonly ReportCard[], kept: KeptScope | null, askedAt: Date, bound: Binding | null = null): Scope {
  if (held.length === 0) return { kind: 'nothing-held' };
  const unheld = question.organisations.find((mention) => mention.keys.every(isOnRosterOnly));
  if (unheld) return { kind: 'organisation-not-held', name: unheld.text };
  const named = new Set(nearest(question.organisations).flatMap((mention) => mention.keys));
  const keptOrganisations = new Set(kept?.organisations ?? []);
  const byBinding = named.size === 0 && keptOrganisations.size === 0 && bound !== null;
  if (byBinding && bound.keys.every(isOnRosterOnly)) return { kind: 'organisation-not-held', name: bound.name };
  const wanted = named.size > 0 ? named : byBinding ? new Set(bound.keys) : keptOrganisations;
  const byOrganisation = wanted.size > 0 ? cardsOf(held, wanted) : held;
  if (byOrganisation.length === 0) return { kind: 'nothing-held' };
  const years = yearsWanted(question, byOrganisation, askedAt) ?? (named.size === 0 || keptFits(kept, byOrganisation) ? (kept?.years ?? []) : []);
  const pairs = pairsNamed(question);
  const reports = years.length > 0 ? byOrganisation.filter((card) => card.year !== null && (pairs?.some(({ keys, year }) => keys.includes(card.orgKey) && year === card.year) ?? years.includes(card.year))) : byOrganisation;
  if (reports.length === 0) return { kind: 'year-not-held', years, reports: byOrganisation };
  return { kind: 'reports', reports: newestFirst(reports, held), byBinding, organisationNamed: wanted.size > 0, yearNamed: years.length > 0, years, lacking: pairs === null ? lackingOf(question, byOrganisation) : [] };
}

/** 2018年到2020年, not 2018年以来, which goes as far as reports are held. */
const BOTH_ENDS = /\d\D+\d/u;

/** Of the organisations and years that are named outright, those that do not go together; where years are added up, also of a stretch of them whose both ends are named, and of the only organisation held where none is named. */
function lackingOf(question: Question, held: readonly ReportCard[]): Lacking {
  const { folded, organisations, years } = question;
  const addsUp = asksForTotal(question);
  const isStretch = ({ start }: YearMention): boolean => years.filter((other) => other.start === start).length > 1;
  const outright = years.filter((mention) => mention.kind === 'year' && (!isStretch(mention) || (addsUp && BOTH_ENDS.test(folded.slice(mention.start, mention.end))))).flatMap((mention) => (mention.kind === 'year' ? mention.year : []));
  const all = [...new Set(held.map(({ orgKey }) => orgKey))];
  const keys = addsUp && organisations.length === 0 && all.length === 1 ? all : [...new Set(nearest(organisations).flatMap((mention) => (mention.keys.length === 1 ? mention.keys : [])))];
  return keys.flatMap((key) => {
    const own = held.filter((card) => card.orgKey === key);
    return [...new Set(outright)].filter((year) => !own.some((card) => card.year === year)).map((year) => ({ name: own[0]?.org.name ?? '', year }));
  });
}

/** 云岭县的青石镇: the wider place only says where the narrower one lies. */
function nearest(mentions: readonly OrganisationMention[]): readonly OrganisationMention[] {
  const lies = (inner: OrganisationMention, outer: OrganisationMention): boolean => inner.keys.length < outer.keys.length && inner.keys.every((key) => outer.keys.includes(key));
  return mentions.filter((mention) => !mentions.some((other) => lies(other, mention)));
}

/** 青石镇2022年比柳河乡2021年, 青石镇2020、柳河乡2021、水务局2019: each organisation with a year of its own behind it (or each behind its own); null when any goes without, or all have the same. */
function pairsNamed({ organisations, years }: Question): { readonly keys: readonly string[]; readonly year: number }[] | null {
  const named = nearest(organisations).toSorted((a, b) => a.start - b.start);
  const dated = years.flatMap((mention) => (mention.kind === 'year' ? mention : [])).toSorted((a, b) => a.start - b.start);
  if (named.length < 2 || dated.length !== named.length || years.length !== dated.length || new Set(dated.map(({ year }) => year)).size < 2) return null;
  const inTurn = (one: readonly Claimed[], other: readonly Claimed[]): boolean => one.every(({ end }, i) => end <= other[i]!.start && other[i]!.end <= (one[i + 1]?.start ?? Infinity));
  return inTurn(named, dated) || inTurn(dated, named) ? named.map(({ keys }, i) => ({ keys, year: dated[i]!.year })) : null;
}

function keptFits(kept: KeptScope | null, reports: readonly ReportCard[]): boolean {
  return kept !== null && kept.years.some((year) => reports.some((card) => card.year === year));
}

/**
 * 2021年当年新收, received this year in 2021: where a year is named, this year is that one. Not where the two are set side by side
 * (今年和2020年, this year than in 2020).
 */
function withoutEchoes({ years, folded, lang, cues }: Question): readonly YearMention[] {
  const { patterns: { together, against }, beforeComparedYear } = questionWords(lang);
  if (cues.some(({ cue }) => SETS_SIDE_BY_SIDE.includes(cue))) return years;
  const compares = ({ start }: YearMention): boolean => beforeComparedYear.some((word) => folded.slice(0, start).trimEnd().endsWith(word));
  const sideBySide = (a: YearMention, b: YearMention): boolean => {
    const between = a.start < b.start ? folded.slice(a.end, b.start) : folded.slice(b.end, a.start);
    return compares(a) || compares(b) || [together, against].some(({ source }) => new RegExp(source, 'u').test(between));
  };
  const echoes = (mention: YearMention): boolean => mention.kind === 'relative' && mention.back === 0 && years.some((other) => other.kind === 'year' && !sideBySide(mention, other));
  return years.filter((mention) => !echoes(mention));
}

/** A change is none of them: what changed this year is how the forms name a column. */
const SETS_SIDE_BY_SIDE: readonly Cue[] = ['difference', 'ratio', 'sum', 'average'];

/**
 * Years the question names, or null when it names none. Relative years: the calendar's year if a report of it is held,
 * else 今年 is the newest report held in scope and 去年 the one before it (contract, "Relative years").
 */
function yearsWanted(question: Question, reports: readonly ReportCard[], askedAt: Date): number[] | null {
  const mentions = withoutEchoes(question);
  if (mentions.length === 0) return null;
  const heldYears = [...new Set(reports.flatMap((card) => (card.year === null ? [] : [card.year])))].sort((a, b) => b - a);
  const years = mentions.map((mention) => {
    if (mention.kind === 'year') return mention.year;
    const calendar = calendarYearInChina(askedAt);
    const byCalendar = calendar - mention.back;
    if (heldYears.includes(byCalendar)) return byCalendar;
    return heldYears[mention.back] ?? (heldYears[0] ?? calendar) - mention.back;
  });
  return [...new Set(years)];
}

/** Reports are about Chinese years, wherever the server's clock stands. */
function calendarYearInChina(moment: Date): number {
  return Number(yearInChina.format(moment));
}

const yearInChina = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' });

function newestFirst(reports: readonly ReportCard[], held: readonly ReportCard[]): readonly ReportCard[] {
  if (reports.length <= FEW) return ordered(reports);
  // Comparing names by pinyin is slow, so all that is held is put in order once, until something else is held.
  let all = orderedHeld.get(held);
  if (all === undefined) orderedHeld.set(held, (all = ordered(held)));
  const wanted = new Set(reports);
  return all.filter((card) => wanted.has(card));
}

const FEW = 50;
const orderedHeld = new WeakMap<readonly ReportCard[], readonly ReportCard[]>();
const byPinyin = new Intl.Collator('zh');

/** By name and, newest first, by year. Each name is compared once, however many years of it are held. */
function ordered(reports: readonly ReportCard[]): ReportCard[] {
  const names = [...new Set(reports.map(({ org }) => org.name))].sort(byPinyin.compare);
  const places = new Map<string, number>();
  let place = 0;
  names.forEach((name, i) => {
    if (i > 0 && byPinyin.compare(names[i - 1]!, name) !== 0) place += 1;
    places.set(name, place);
  });
  return [...reports].sort((a, b) => places.get(a.org.name)! - places.get(b.org.name)! || (b.year ?? 0) - (a.year ?? 0));
}
