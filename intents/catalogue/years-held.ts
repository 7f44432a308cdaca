import { dayInChina, yearOf, type ReportCard } from '../../index/mod.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import { heldBasis } from '../answer/held-basis.js';
import { say, wordsOf } from '../answer/phrases.js';
import { named } from '../answer/present.js';
import { fromRoster, RosterEvidence } from '../answer/roster-lines.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { membersMeant, yearsAsked } from '../question/roster-asked.js';
import type { RosterMember } from '../roster.js';

/** Organisations to choose from where nobody was named. */
const MOST_OPTIONS = 8;

/** 「勐来缺哪几年」「我们有哪几年的年报」: of which years an organisation's reports are held, and which are lacking. */
export const yearsHeld: Intent = {
  name: 'years-held',
  about: { zh: '一家单位收录了哪几年、缺哪几年', en: 'which years of an organisation are held or missing' },
  examples: { zh: ['青石镇缺哪几年', '青石镇有哪几年的年报'], en: ['Which years of Qingshi Town are missing?'] },
  examplesOver: 'roster',
  match(question) {
    return yearsAsked(question) ? { score: 0.98, because: ['asks which years are held'] } : null;
  },
  async answer(question, context) {
    const held = await context.library.reports();
    const members = membersMeant(question, context);
    const keys = new Set(question.organisations.flatMap((mention) => mention.keys));
    const strangers = [...new Map(held.filter((card) => keys.has(card.orgKey) && context.roster.ofReport(card.org) === null).map((card) => [card.orgKey, card])).values()];
    const subjects: Subject[] = [
      ...members.map((member): Subject => ({ name: member.name, member, cards: held.filter((card) => context.roster.ofReport(card.org)?.id === member.id) })),
      ...strangers.map((one): Subject => ({ name: one.org.name, member: null, cards: held.filter((card) => card.orgKey === one.orgKey) })),
    ];
    if (subjects.length > 0) return { draft: await told(subjects, held, context, question.organisations.length === 0) };
    return question.organisations.length > 0 ? unknown(question.organisations.map(({ text }) => text).join('、'), context) : whose(held, context);
  },
};

interface Subject {
  readonly name: string;
  /** Null for an organisation on no roster. */
  readonly member: RosterMember | null;
  readonly cards: readonly ReportCard[];
}

async function told(subjects: readonly Subject[], held: readonly ReportCard[], context: Context, taken: boolean): Promise<Draft> {
  const { lang } = context;
  const evidence = new RosterEvidence();
  const blocks: Block[] = [];
  for (const subject of subjects) {
    if (subject.member !== null) evidence.roster([subject.member], wordsOf(say(lang, 'rosterTitle')));
    for (const inlines of await linesOf(subject, held, context)) blocks.push({ type: 'text', inlines });
  }
  if (taken) blocks.push({ type: 'text', inlines: say(lang, 'boundTo', { name: named(subjects.map(({ name }) => name).join('、')) }) });
  return { status: 'answered', blocks: [...blocks, ...evidence.citations.map((_, i): Block => ({ type: 'quote', citation: i }))], citations: [...evidence.citations, ...heldBasis(lang, subjects.flatMap(({ cards }) => cards))], value: null };
}

/** What is held of it, and what is not: from the first year held of anybody to the last that is over, for an organisation on the roster; else to the last held. */
async function linesOf({ name, member, cards }: Subject, held: readonly ReportCard[], { lang, at, roster }: Context): Promise<Inline[][]> {
  const shown = fromRoster(name);
  const own = yearsOf(cards);
  const all = yearsOf(held);
  const lines = [own.length === 0 ? say(lang, 'yearsNoneHeld', { name: shown }) : say(lang, 'yearsHeld', { name: shown, n: fromRoster(own.length), years: listed(own) })];
  const [from] = all;
  const last = member === null ? all.at(-1) : Math.max(yearOf(dayInChina(at)) - 1, own.at(-1) ?? 0);
  if (from === undefined || last === undefined || from > last) return lines;
  const lacking = Array.from({ length: last - from + 1 }, (_, i) => from + i).filter((year) => !own.includes(year));
  const standings = member === null ? [] : await Promise.all(lacking.map(async (year) => ({ year, state: (await roster.standings(year, at)).find(({ organisation }) => organisation.id === member.id)?.state })));
  const exempt = standings.filter(({ state }) => state === 'exempt').map(({ year }) => year);
  const saidDone = standings.filter(({ state }) => state === 'submitted' || state === 'published').map(({ year }) => year);
  const left = lacking.filter((year) => !exempt.includes(year));
  const span = { from: fromRoster(from), to: fromRoster(last) };
  if (left.length > 0) lines.push(say(lang, 'yearsLacking', { ...span, years: listed(left) }));
  else if (exempt.length === 0) lines.push(say(lang, 'yearsNoneLacking', span));
  if (saidDone.length > 0) lines.push(say(lang, 'yearsSaid', { years: listed(saidDone) }));
  if (exempt.length > 0) lines.push(say(lang, 'yearsExempt', { years: listed(exempt) }));
  if (member === null) lines.push(say(lang, 'yearsByHeld'));
  return lines;
}

function yearsOf(cards: readonly ReportCard[]): number[] {
  return [...new Set(cards.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
}

function listed(years: readonly number[]): Inline {
  return fromRoster(years.join('、'));
}

function unknown(name: string, { lang }: Context): Outcome {
  return { draft: { status: 'not_found', reason: 'no_document', blocks: [{ type: 'text', inlines: say(lang, 'yearsNoneHeld', { name: { type: 'echo', text: name } }) }] } };
}

/** Nobody was named, and the conversation is nobody's. */
function whose(held: readonly ReportCard[], { lang, roster }: Context): Outcome {
  const names = roster.organisations.length > 0 ? roster.organisations.map(({ name }) => name) : [...new Set(held.map(({ org }) => org.name))];
  const options = names.slice(0, MOST_OPTIONS).map((name) => wordsOf(say(lang, 'yearsAskOne', { name: fromRoster(name) })));
  return { draft: { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'choices', lead: wordsOf(say(lang, 'rosterWhoAreYou')), options }], options } };
}
