import type { Block, Draft, Inline, ReportCitation } from '../answer/answer.js';
import { calendarDay } from '../answer/deadline-lines.js';
import { say, wordsOf } from '../answer/phrases.js';
import type { Context, Intent } from '../intent.js';
import { promisedAsked } from '../question/remind-asked.js';
import type { Question } from '../question/read.js';
import type { PromisedWork, ReminderBook } from '../reminders.js';

/** 「报告里承诺了哪些定期工作」: what reports promise to do again and again, each with its sentence; switched on, off and recorded as done by who may. */
export const recurring: Intent = {
  name: 'recurring',
  about: { zh: '报告承诺的定期工作', en: 'recurring work that reports promise' },
  examples: { zh: ['报告里承诺了哪些定期工作'], en: ['What recurring work do the reports promise?'] },
  match(question) {
    return promisedAsked(question) === null ? null : { score: 0.97, because: ['asks about work that comes back'] };
  },
  async answer(question, context) {
    const asked = promisedAsked(question);
    if (asked === null) return null;
    const book = context.reminders;
    if (book === null) return { draft: refused(context, 'remindNotHere') };
    return { draft: asked.does === 'list' ? await listed(book, question, context) : await changed(asked, book, context) };
  },
};

/** More sentences than that are read on the web page. */
const MOST_SHOWN = 12;

async function listed(book: ReminderBook, question: Question, context: Context): Promise<Draft> {
  const { lang, reports, at } = context;
  const keys = new Set(question.organisations.flatMap((mention) => mention.keys));
  const years = question.years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : []));
  const meant = reports.filter((card) => (keys.size === 0 || keys.has(card.orgKey)) && (years.length === 0 || (card.year !== null && years.includes(card.year))));
  const works = await book.promised(meant.map(({ report }) => report), at);
  if (works.length === 0) return { status: 'not_found', reason: 'no_passage', blocks: [{ type: 'text', inlines: say(lang, 'promisedNone') }] };
  const shown = works.slice(0, MOST_SHOWN);
  const citations: ReportCitation[] = [];
  const cite = (citation: ReportCitation): number => {
    const known = citations.findIndex((other) => other.report === citation.report && other.quote === citation.quote);
    return known >= 0 ? known : citations.push(citation) - 1;
  };
  const lines = shown.flatMap((work): Block[] => [{ type: 'text', inlines: lineOf(work, cite(work.citation), context) }]);
  const more = works.length > shown.length ? [{ type: 'text' as const, inlines: say(lang, 'promisedMore', { n: counted(String(works.length - shown.length)) }) }] : [];
  const off = shown.filter(({ on }) => on === null).map(({ id }) => wordsOf(say(lang, 'replySwitchOn', { id: counted(id) })));
  const choices: Block[] = off.length === 0 ? [] : [{ type: 'choices', lead: wordsOf(say(lang, 'promisedChoose')), options: off }];
  return { status: 'answered', blocks: [{ type: 'text', inlines: say(lang, 'promisedLead', { n: counted(String(works.length)) }) }, ...lines, ...more, ...citations.map((_, citation): Block => ({ type: 'quote', citation })), ...choices], citations };
}

function lineOf({ id, interval, what, citation, on }: PromisedWork, index: number, { lang }: Context): Inline[] {
  const state = on === null ? say(lang, 'promisedOff') : on.open === null ? say(lang, 'promisedOn', { owner: counted(on.owner) }) : say(lang, 'promisedOpen', { owner: counted(on.owner), period: counted(on.open.name), date: calendarDay(lang, on.open.due) });
  return say(lang, 'promisedLine', { id: counted(id), interval: say(lang, INTERVAL[interval]), what: { type: 'cited', text: what, citation: index }, org: counted(citation.org), state });
}

const INTERVAL = { week: 'intervalWeek', month: 'intervalMonth', quarter: 'intervalQuarter', 'half-year': 'intervalHalfYear', year: 'intervalYear' } as const;

async function changed(asked: Exclude<NonNullable<ReturnType<typeof promisedAsked>>, { does: 'list' }>, book: ReminderBook, context: Context): Promise<Draft> {
  const { lang, at } = context;
  const id = counted(asked.id);
  if (asked.does === 'done') {
    if (asked.evidence === '') return refused(context, 'promisedEvidence');
    const noted = await book.recordDone(asked.id, asked.evidence, at);
    return settled(noted, context, (done) => say(lang, 'promisedDone', { what: counted(done.work.what), period: counted(done.period), evidence: { type: 'echo', text: asked.evidence } }));
  }
  const work = asked.does === 'on' ? await book.switchOn(asked.id, asked.owner, at) : await book.switchOff(asked.id, at);
  return settled(work, context, (one) => (one.on === null ? say(lang, 'promisedSwitchedOff', { what: counted(one.what) }) : say(lang, 'promisedSwitchedOn', { what: counted(one.what), owner: counted(one.on.owner), id, date: one.on.open === null ? say(lang, 'remindNever') : calendarDay(lang, one.on.open.due) })));
}

function settled<T extends object>(outcome: T | 'no_permission' | 'not_here' | null, context: Context, words: (outcome: T) => Inline[]): Draft {
  if (outcome === 'no_permission') return { ...refused(context, 'remindMayNot'), reason: 'no_permission' };
  if (outcome === 'not_here') return refused(context, 'remindNotHere');
  if (outcome === null) return { status: 'not_found', reason: 'not_named', blocks: [{ type: 'text', inlines: say(context.lang, 'promisedNoSuch') }] };
  return { status: 'answered', blocks: [{ type: 'text', inlines: words(outcome) }] };
}

function refused({ lang }: Context, key: string): Draft {
  return { status: 'out_of_scope', reason: 'not_supported', blocks: [{ type: 'text', inlines: say(lang, key) }] };
}

function counted(text: string): Inline {
  return { type: 'counted', text, basis: 'recurring work' };
}
