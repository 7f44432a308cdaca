import { compare, fold, type ReportCard } from '../../index/mod.js';
import { counted, labelOfRows, rosterBlocks, valueLine } from '../answer/across-lines.js';
import type { Block } from '../answer/answer.js';
import { coverageBlocks, unlikeDraft } from '../answer/coverage.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear } from '../answer/present.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { acrossValues, newestOfEach, newestYears, ranked, type Across, type AcrossValue } from '../question/across-values.js';
import { groupCue } from '../language/cue-words.js';
import { asksForSeries, asksOver, boundAsked, boundStart, inRegion, isBoundWord, namesAFigure, phraseAsked, recentYears, type Bound } from '../question/many-asked.js';
import type { Question } from '../question/read.js';
import { unitsAmong, type Units } from '../question/units.js';
import { rememberOf, wholeBlocks } from './rank.js';

const MOST_SHOWN = 50;
const MOST_CITED_FOR_NONE = 10;
const MOST_PASSAGES = 60;

/** 「哪些单位收到申请超过10件」「哪些报告提到一件事」: reports by the value of a figure or by words that stand in them. */
export const whichReports: Intent = {
  name: 'which-reports',
  about: { zh: '哪些单位符合条件', en: 'which reports match' },
  examples: { zh: ['哪些单位新收申请超过10件', '哪些乡镇提到三提升'], en: ['Which townships received more than 10 requests?'] },
  examplesOver: 'several',
  match(question) {
    return asksOver(question, 'filter') ? { score: 0.94, because: ['asks which reports match'] } : null;
  },
  takesMany: (question) => asksOver(question, 'filter'),
  async answer(question, context) {
    const cards = inRegion(question, context.reports, context.roster);
    const phrase = phraseAsked(question);
    if (phrase !== null) return byPhrase(phrase, context, cards);
    const bound = boundAsked(question);
    const looked = unitsAmong(question, overYears(question, context) ? newestYears(cards, recentYears(question)) : newestOfEach(cards));
    return bound === null || !namesAFigure(question) ? null : byValue(bound, question, context, looked);
  },
};

/** The number of a bound, which names no figure. */
const NUMBER = /^\d[\d,.]*$/u;
/** Nought, written out. */
const NOUGHT = /^(?:零|0)$/u;

/** 近三年没有行政处罚: each year is looked at by itself, and told with its year. */
function overYears(question: Question, { years }: Pick<Context, 'years'>): boolean {
  return asksForSeries(question) || years.length > 1;
}

const MEETS: Readonly<Record<Bound['op'], (order: number) => boolean>> = { '>': (n) => n > 0, '>=': (n) => n >= 0, '<': (n) => n < 0, '<=': (n) => n <= 0, '=': (n) => n === 0, '!=': (n) => n !== 0 };

async function byValue(bound: Bound, question: Question, context: Context, { units: cards, whole }: Units): Promise<Outcome | null> {
  // 没有收到申请, 不为零: that there was none, or some, is the bound, no word of a label.
  const isNone = (bound.op === '=' || bound.op === '!=') && bound.value === '0';
  // 单位没有 of 哪些单位没有强制 is no word: the bound begins inside it.
  const from = boundStart(question);
  const terms = question.terms.filter(({ text, start, end }) => !isBoundWord(text, question.lang) && !NUMBER.test(text) && !(from !== null && start < from && from < end));
  const asked = { ...question, numbers: [], terms: isNone ? terms.filter(({ concept, text }) => concept !== 'negation' && !NOUGHT.test(text)) : terms };
  const across = await acrossValues(asked, context, cards);
  if (across === null) return null;
  if (across.values.length === 0) return across.unlike.length > 0 ? { draft: await unlikeDraft(context, across) } : null;
  const met = ranked(across.values, false).filter(({ quantity }) => MEETS[bound.op](compare(quantity.value!, bound.value)));
  // That nobody met it is not told by the few that give the figure.
  if (met.length === 0 && (across.missing.length + across.unsure.length) * 2 > cards.length) return null;
  const told = asksEachTime(question) && new Set(cards.map(({ year }) => year)).size > 1 ? meetingEachTime(met, across.values) : met;
  return { draft: await listed(context, told, across, [...rosterBlocks(question, context, cards), ...wholeBlocks(context, whole)]), remember: rememberOf(question, context) };
}

/** 近两年都超过2000件: not whoever did once. */
function asksEachTime({ folded, lang }: Question): boolean {
  return lang === 'zh' && groupCue(lang, 'eachTime').test(folded);
}

/** Of `met` those of organisations that told more than one year's figure and met the bound with each of them. */
function meetingEachTime(met: readonly AcrossValue[], all: readonly AcrossValue[]): readonly AcrossValue[] {
  const times = (values: readonly AcrossValue[], key: string): number => values.filter(({ card }) => card.orgKey === key).length;
  return met.filter(({ card: { orgKey } }) => times(all, orgKey) > 1 && times(met, orgKey) === times(all, orgKey));
}

/** Where none met the bound, some of the figures that were set against it are cited, so that nought has its ground too. */
async function listed(context: Context, met: readonly AcrossValue[], across: Across, rest: readonly Block[]): Promise<Outcome['draft']> {
  const { values: looked, blank, missing, unlike, unsure, incomparable } = across;
  const all = [looked, blank, missing, unlike, unsure, incomparable].reduce((sum, { length }) => sum + length, 0);
  const evidence = new Evidence(context.library);
  const lines: Block[] = [];
  for (const value of met.length > 0 ? met.slice(0, MOST_SHOWN) : looked.slice(0, MOST_CITED_FOR_NONE)) lines.push((await valueLine(context, evidence, value)).block);
  const slots = { all: counted(String(all)), n: counted(String(met.length)) };
  const lead: Block[] = [{ type: 'text', inlines: say(context.lang, met.length === 0 ? 'filterNone' : 'filterLead', slots) }, ...(met.length === 0 ? [] : [{ type: 'text' as const, inlines: [labelOfRows(evidence)] }])];
  return { status: 'answered', blocks: [...lead, ...lines, ...(await coverageBlocks(context, evidence, across)), ...rest], value: met.length, rows: evidence.rows, citations: evidence.citations };
}

async function byPhrase(phrase: string, context: Context, cards: readonly ReportCard[]): Promise<Outcome> {
  const { lang, library } = context;
  const evidence = new Evidence(library);
  const held = new Map(cards.map((card): [string, ReportCard] => [card.report, card]));
  const found: Block[] = [];
  const seen = new Set<string>();
  for (const hit of await library.search({ text: phrase, limit: MOST_PASSAGES, reports: cards.map(({ report }) => report) })) {
    const card = held.get(hit.report);
    const unit = hit.units.find(({ text }) => fold(text).text.toLowerCase().includes(phrase));
    if (!card || seen.has(hit.report) || unit === undefined) continue;
    seen.add(hit.report);
    const citation = await evidence.place(card, unit.spans, 'passage', hit.path);
    const { org, year } = orgYear(lang, card);
    found.push({ type: 'text', inlines: ['· ', org, ' ', ...year] }, { type: 'quote', citation });
  }
  const slots = { all: counted(String(cards.length)), n: counted(String(seen.size)), phrase: named(phrase) };
  const lead = say(lang, seen.size === 0 ? 'filterNone' : 'mentionsLead', slots);
  return { draft: { status: seen.size === 0 ? 'not_found' : 'answered', ...(seen.size === 0 && { reason: 'no_passage' as const }), blocks: [{ type: 'text', inlines: lead }, ...found], value: seen.size, citations: evidence.citations } };
}
