import { dayInChina, yearOf, type OrganisationLevel } from '../../index/mod.js';
import { ROSTER_KINDS, rosterWords, type RosterKind } from '../answer/roster-words.js';
import { firstFit, fits } from '../language/cue-words.js';
import type { Context, Memory } from '../intent.js';
import type { RosterMember } from '../roster.js';
import { memberOfKey } from './roster-names.js';
import type { Question } from './read.js';

/** What a question about who has handed in is after: some of the roster, or how one organisation stands. */
export interface RosterAsked {
  readonly kind: RosterKind | 'one';
  /** Says 我们乡: whose conversation it is is meant. */
  readonly we: boolean;
  readonly count: boolean;
}

/** In UTF-16 units. Who asks for so little says it shortly; the patterns need not be tried on more. */
const LONGEST = 120;

/** Reads a question about the roster; null when it is none. */
export function rosterAsked(question: Question): RosterAsked | null {
  const words = rosterWords()[question.lang];
  const { text, we } = bareQuestion(question);
  if (text.length > LONGEST) return null;
  const count = fits(words.count, text);
  const one = fits(words.one, text);
  const found = ROSTER_KINDS.find((each) => fits(words.kinds[each], text));
  // 公开了多少 asks how much a report says was published; how many have published theirs is asked with a counter.
  const kind = found === 'published' && count && question.lang === 'zh' && question.counter === null ? undefined : found;
  // 都交齐了吗 is asked of all, 青石镇交齐了吗 of one.
  if (one && (kind === undefined || text.includes('@'))) return { kind: 'one', we, count: false };
  return kind === undefined ? null : { kind, we, count };
}

/** True for 「勐来缺哪几年」「我们有哪几年的年报」: of which years an organisation's reports are held, and which are lacking. */
export function yearsAsked(question: Question): boolean {
  const { text } = bareQuestion(question);
  return text.length <= LONGEST && fits(rosterWords()[question.lang].years, text);
}

/** A question that says no more than another year goes on from the one before: 那2021年呢. */
export function goesOn(question: Question, memory: Memory | null): RosterAsked | null {
  if (memory?.rosterAsked === undefined || question.years.length === 0 || question.organisations.length > 0) return null;
  return question.terms.length === 0 && question.cues.length === 0 ? { kind: memory.rosterAsked, we: false, count: false } : null;
}

/** The question without years, `@` where it names organisations or says we, without what ends it. */
function bareQuestion({ folded, organisations, years, lang }: Question): { readonly text: string; readonly we: boolean } {
  let text = folded;
  const places = [...organisations.map((one) => ({ ...one, by: '@' })), ...years.map((one) => ({ ...one, by: '' }))].sort((a, b) => b.start - a.start);
  for (const { start, end, by } of places) text = text.slice(0, start) + by + text.slice(end);
  const own = rosterWords()[lang].we;
  const place = organisations.length === 0 ? firstFit(own, text) : null;
  if (place !== null) text = text.slice(0, place.index) + '@' + text.slice(place.index + place[0].length);
  return { text: text.replace(/@+/gu, '@').replace(/[\s?？。.!！,，~～]+$/u, '').replace(/ {2,}/gu, ' ').trim(), we: place !== null };
}

/** The year meant. Reports of a year are handed in during the next, so 今年 and 去年 both mean last year's; that is also meant when none is named. */
export function rosterYear({ years }: Question, at: Date): { readonly year: number; readonly named: boolean } {
  const now = yearOf(dayInChina(at));
  const [first] = years;
  if (first?.kind === 'year') return { year: first.year, named: true };
  return { year: now - Math.max(1, first?.back ?? 1), named: false };
}

/** The members that a question names, else those whose conversation it is. */
export function membersMeant(question: Pick<Question, 'organisations'>, { roster, reports, bound }: Pick<Context, 'roster' | 'reports' | 'bound'>): readonly RosterMember[] {
  if (question.organisations.length === 0) return bound;
  const found = question.organisations.flatMap(({ keys, text }) => {
    const byKey = keys.flatMap((key) => memberOfKey(key, roster, reports) ?? []);
    return byKey.length > 0 ? byKey : roster.named(text);
  });
  return [...new Set(found)];
}

/** The levels of those that a question names, or whose conversation it is. */
export function levelsMeant(question: Pick<Question, 'organisations'>, context: Pick<Context, 'roster' | 'reports' | 'bound'>): OrganisationLevel[] {
  const keys = new Set(question.organisations.flatMap((mention) => mention.keys));
  const held = context.reports.filter((card) => keys.has(card.orgKey)).map((card) => card.org.level);
  return [...new Set([...membersMeant(question, context).map(({ level }) => level), ...held])];
}
