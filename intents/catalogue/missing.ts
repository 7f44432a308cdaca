import type { Lang } from '../../index/mod.js';
import { counted, namesOf, organisationsOf } from '../answer/across-lines.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import { say, wordsOf } from '../answer/phrases.js';
import { named } from '../answer/present.js';
import { fromRoster, groupLines, RosterEvidence, standingLine } from '../answer/roster-lines.js';
import type { RosterKind } from '../answer/roster-words.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { regionOf } from '../question/many-asked.js';
import type { Question } from '../question/read.js';
import { goesOn, membersMeant, rosterAsked, rosterYear, type RosterAsked } from '../question/roster-asked.js';
import { REPORT_STATES, type ReportStanding, type ReportState } from '../roster.js';

/** 「2020年还有谁没交」「谁逾期了」「我们乡交了没」「几家交了」「谁发布了」: how the organisations of the roster stand with a year's reports. */
export const missing: Intent = {
  name: 'missing',
  about: { zh: '谁交了、谁还没交年报', en: 'who has handed in and who has not' },
  examples: { zh: ['2020年还有谁没交', '谁逾期了', '几家交了', '谁发布了', '青石镇2020年的年报交了没'], en: ['Who has not handed in the 2020 report?', 'Which townships are overdue?', 'How many have handed in?'] },
  examplesOver: 'roster',
  match(question, memory) {
    if (rosterAsked(question) !== null) return { score: 0.99, because: ['asks who has handed in'] };
    return goesOn(question, memory) === null ? null : { score: 0.96, because: ['goes on about who has handed in'] };
  },
  async answer(question, context) {
    const asked = rosterAsked(question) ?? goesOn(question, context.memory);
    if (asked === null) return null;
    const { year, named: yearNamed } = rosterYear(question, context.at);
    if (context.roster.organisations.length === 0) return { ...withoutRoster(question, context, year), ...(asked.kind !== 'one' && { remember: { rosterAsked: asked.kind } }) };
    const standings = await context.roster.standings(year, context.at);
    if (asked.kind !== 'one') return { draft: overRoster(question, context, asked, asked.kind, standings, year, yearNamed), remember: { rosterAsked: asked.kind } };
    const meant = new Set(membersMeant(question, context).map(({ id }) => id));
    if (meant.size > 0) return { draft: ofSome(context, standings.filter(({ organisation }) => meant.has(organisation.id)), year, question.organisations.length === 0) };
    if (question.organisations.length > 0) return notOnRoster(question, context);
    return asked.we ? whoAreYou(context, year) : { draft: overRoster(question, context, asked, 'submitted', standings, year, yearNamed), remember: { rosterAsked: 'submitted' } };
  },
};

/** Whom each kind of question asks for. */
const WANTED: Readonly<Record<RosterKind, readonly ReportState[]>> = {
  missing: ['overdue', 'returned', 'due', 'not due'],
  overdue: ['overdue'],
  returned: ['returned'],
  published: ['published'],
  unpublished: ['overdue', 'returned', 'due', 'not due', 'submitted'],
  submitted: ['submitted', 'published'],
};
const LACKING: readonly ReportState[] = WANTED.missing;

function overRoster(question: Question, context: Context, { count }: RosterAsked, kind: RosterKind, all: readonly ReportStanding[], year: number, yearNamed: boolean): Draft {
  const { lang } = context;
  const region = regionOf(question);
  // 沧源还有哪些乡镇没交: a place that is named says among whom.
  const meant = question.organisations.length === 0 ? null : new Set(membersMeant(question, context).map(({ id }) => id));
  const standings = all.filter(({ organisation }) => (region === null || region(organisation)) && (meant === null || meant.has(organisation.id)));
  const evidence = new RosterEvidence();
  if (standings.length > 0) evidence.roster(standings.map(({ organisation }) => organisation), wordsOf(say(lang, 'rosterTitle')));
  const wanted = standings.filter((one) => isWanted(one, kind));
  const many = (states: readonly ReportState[]): Inline => fromRoster(standings.filter(({ state }) => states.includes(state)).length);
  const lead = say(lang, 'rosterLead', { year: fromRoster(year), all: fromRoster(standings.length), done: many(WANTED.submitted), published: many(['published']), lacking: many(LACKING), overdue: many(['overdue']), exempt: many(['exempt']) });
  const undated = standings.filter(({ state, deadlines }) => deadlines.length === 0 && LACKING.includes(state)).length;
  const blocks: Block[] = [
    { type: 'text', inlines: [...lead, ...(yearNamed ? [] : say(lang, 'rosterYearTaken', { year: fromRoster(year) }))] },
    ...(wanted.length === 0 ? [{ type: 'text' as const, inlines: say(lang, `rosterNone-${kind}`) }] : groupLines(lang, inOrder(wanted, kind), evidence)),
    ...(kind === 'overdue' && undated > 0 ? [{ type: 'text' as const, inlines: say(lang, 'rosterUndated', { n: fromRoster(undated) }) }] : []),
    ...evidence.citations.map((_, i): Block => ({ type: 'quote', citation: i })),
  ];
  return { status: 'answered', blocks, citations: evidence.citations, ...valueOf(lang, wanted, count) };
}

/** Sent back and overdue since is sent back all the same. */
function isWanted({ state, last }: ReportStanding, kind: RosterKind): boolean {
  return WANTED[kind].includes(state) || (kind === 'returned' && state === 'overdue' && last?.change === 'returned');
}

/** How many were asked for is a number; a single one is the answer by name. */
function valueOf(lang: Lang, wanted: readonly ReportStanding[], count: boolean): Pick<Draft, 'value' | 'unit'> {
  if (count) return { value: wanted.length, unit: lang === 'zh' ? '家' : null };
  return { value: wanted.length === 1 ? wanted[0]!.organisation.name : null };
}

function inOrder(wanted: readonly ReportStanding[], kind: RosterKind): ReportStanding[] {
  const states = [...WANTED[kind], ...REPORT_STATES.filter((state) => !WANTED[kind].includes(state))];
  return states.flatMap((state) => wanted.filter((one) => one.state === state));
}

function ofSome({ lang }: Context, standings: readonly ReportStanding[], year: number, taken: boolean): Draft {
  const evidence = new RosterEvidence();
  for (const { organisation } of standings) evidence.roster([organisation], wordsOf(say(lang, 'rosterTitle')));
  const blocks: Block[] = standings.map((standing) => standingLine(lang, fromRoster(year), standing, evidence));
  const bound = taken ? [{ type: 'text' as const, inlines: say(lang, 'boundTo', { name: named(standings.map(({ organisation }) => organisation.name).join('、')) }) }] : [];
  return { status: 'answered', blocks: [...blocks, ...bound, ...evidence.citations.map((_, i): Block => ({ type: 'quote', citation: i }))], citations: evidence.citations, value: null };
}

/** Nobody said who owes a report: what is held is all that can be told. */
function withoutRoster(question: Question, { lang, reports }: Context, year: number): Outcome {
  const keys = new Set(question.organisations.flatMap((mention) => mention.keys));
  const held = reports.filter((card) => card.year === year && (keys.size === 0 || keys.has(card.orgKey)));
  const has = new Set(held.map(({ orgKey }) => orgKey));
  // Those of whom another year is held are all that can be told without a roster.
  const lacking = held.length === 0 || keys.size > 0 ? [] : reports.filter(({ orgKey }) => !has.has(orgKey));
  const told: Block[] = lacking.length === 0 ? [] : [{ type: 'text', inlines: say(lang, 'acrossAbsent', { names: organisationsOf(lacking) }) }, { type: 'text', inlines: say(lang, 'heldByHeld') }];
  const inlines = held.length === 0 ? say(lang, 'noRosterNoneHeld', { year: fromRoster(year) }) : say(lang, 'noRosterHeld', { year: fromRoster(year), n: counted(String(held.length)), names: namesOf(held) });
  return { draft: { status: 'not_found', reason: 'no_roster', blocks: [{ type: 'text', inlines: say(lang, 'noRoster') }, ...told, { type: 'text', inlines }] } };
}

function notOnRoster({ organisations }: Question, { lang }: Context): Outcome {
  const name: Inline = { type: 'echo', text: organisations.map(({ text }) => text).join('、') };
  return { draft: { status: 'not_found', reason: 'no_roster', blocks: [{ type: 'text', inlines: say(lang, 'notOnRoster', { name }) }] } };
}

const MOST_OPTIONS = 8;

/** 我们 was said where nobody knows whose conversation it is. */
function whoAreYou({ lang, roster }: Context, year: number): Outcome {
  const options = roster.organisations.slice(0, MOST_OPTIONS).map(({ name }) => wordsOf(say(lang, 'rosterAskOne', { name: fromRoster(name), year: fromRoster(year) })));
  return { draft: { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'choices', lead: wordsOf(say(lang, 'rosterWhoAreYou')), options }], options } };
}
