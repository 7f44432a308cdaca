import type { ReportCard } from '../../index/mod.js';
import { nameAmong } from '../answer/across-lines.js';
import { heldBasis } from '../answer/held-basis.js';
import { say } from '../answer/phrases.js';
import { named, orgYear } from '../answer/present.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import type { Context, Intent } from '../intent.js';
import { countsOffices, heldAsked } from '../question/held-asked.js';
import { asks, asksAboutContent, type Question } from '../question/read.js';
import { scopeOf } from '../question/scope.js';

const MOST_SHOWN = 30;
/** 收了几份年报 asks for reports, 有几个单位的年报 for whose they are, and neither for what they say; 有哪些单位 may be asked of what a report says. */
const REPORT = 'annual-report';
const OFFICES: readonly string[] = ['department', 'township-level'];

/** 「有哪些报告」「2022年收录了哪些报告」「谁的2020年报还没收录」: what is held of the years and organisations named, and whose is not. */
export const reportsHeld: Intent = {
  name: 'reports-held',
  about: { zh: '收录了哪些报告', en: 'which reports are held' },
  examples: { zh: ['收录了哪些报告', '有哪些年报', '哪些单位有2021年的报告', '谁的2020年报还没收录'], en: ['Which reports are held?', 'Which organisations have a 2021 report?'] },
  match(question) {
    if (heldAsked(question) !== null) return { score: 0.975, because: ['asks whose reports are held'] };
    return asks(question, 'reports') && !asksAboutContent({ ...question, terms: question.terms.filter(({ concept }) => concept !== REPORT && !(countsOffices(question) && question.terms.some((term) => term.concept === REPORT) && OFFICES.includes(concept ?? ''))) }) ? { score: 0.97, because: ['asks what is held'] } : null;
  },
  answer(question, context) {
    const asked = heldAsked(question);
    if (asked !== null) return Promise.resolve({ draft: byOrganisation(question, context, asked) });
    const held = heldOf(question, context.reports);
    // Of a year or organisation that is not held, the refusal says what is.
    if (held.length === 0 && context.reports.length > 0) return Promise.resolve(null);
    const count: Inline = { type: 'counted', text: String(held.length), basis: 'held' };
    const lines = held.slice(0, MOST_SHOWN).flatMap((card): Inline[] => {
      const { org, year } = orgYear(context.lang, card);
      return ['\n· ', org, ' ', ...year];
    });
    const more: Inline[] = held.length > MOST_SHOWN ? ['\n…'] : [];
    const blocks: Block[] = [{ type: 'text', inlines: [...say(context.lang, 'reportsLead', { count }), ...lines, ...more] }];
    return Promise.resolve({ draft: { status: 'answered', blocks, value: asks(question, 'count') ? countOf(question, held) : null, citations: heldBasis(context.lang, held) } });
  },
};

/** Of everybody that the roster or any report names, those with a report of the year and those without. */
function byOrganisation(question: Question, { lang, reports, roster, at }: Context, { kind, count }: NonNullable<ReturnType<typeof heldAsked>>): Draft {
  const scope = scopeOf({ ...question, organisations: [] }, reports, null, at);
  const years = scope.kind === 'reports' || scope.kind === 'year-not-held' ? [...new Set(scope.years)] : [];
  const held = reports.filter(({ year }) => year !== null && years.includes(year));
  const ofRoster = new Set(held.flatMap(({ org }) => roster.ofReport(org)?.id ?? []));
  const keys = new Set(held.map(({ orgKey }) => orgKey));
  const has = namesOfEach(held, reports);
  const known = namesOfEach(reports.filter(({ orgKey }) => !keys.has(orgKey)), reports);
  const lacks = roster.organisations.length > 0 ? roster.organisations.filter(({ id, exempt }) => !ofRoster.has(id) && exempt === null).map(({ name }) => name) : known;
  const names = kind === 'has' ? has : lacks;
  const counted = (text: string): Inline => ({ type: 'counted', text, basis: 'held' });
  const list = names.length === 0 ? say(lang, 'heldNobody') : [named(names.slice(0, MOST_SHOWN).join(lang === 'zh' ? '、' : ', ') + (names.length > MOST_SHOWN ? '…' : ''))];
  const inlines = say(lang, kind === 'has' ? 'heldHas' : 'heldLacks', { years: years.flatMap((year) => say(lang, 'year', { n: counted(String(year)) })), n: counted(String(names.length)), names: list });
  const among: Block[] = kind === 'lacks' ? [{ type: 'text', inlines: say(lang, roster.organisations.length > 0 ? 'heldByRoster' : 'heldByHeld') }] : [];
  return { status: 'answered', blocks: [{ type: 'text', inlines }, ...among], value: count ? names.length : null, citations: heldBasis(lang, held.length > 0 ? held : reports) };
}

/** What each organisation is called, once: two of one short name are two. */
function namesOfEach(cards: readonly ReportCard[], among: readonly ReportCard[]): string[] {
  return [...new Map(cards.map((card) => [card.orgKey, nameAmong(card, among)])).values()];
}

/** 几份 counts reports, 几家 those whose they are. */
function countOf(question: Question, held: readonly ReportCard[]): number {
  return countsOffices(question) ? new Set(held.map(({ orgKey }) => orgKey)).size : held.length;
}

function heldOf({ years, organisations }: Question, cards: readonly ReportCard[]): readonly ReportCard[] {
  const wanted = new Set(years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : [])));
  const keys = new Set(organisations.flatMap((mention) => mention.keys));
  return cards.filter((card) => (wanted.size === 0 || (card.year !== null && wanted.has(card.year))) && (keys.size === 0 || keys.has(card.orgKey)));
}
