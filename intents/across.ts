import { speaksForOthers, type ReportCard } from '../index/mod.js';
import { counted } from './answer/across-lines.js';
import type { Draft, Inline } from './answer/answer.js';
import { say, wordsOf } from './answer/phrases.js';
import { figureLookup } from './catalogue/figure-lookup.js';
import type { Context } from './intent.js';
import { wholeQuestions } from './language/whole-questions.js';
import { questionWords } from './language/words.js';
import { joinedWords, wholeFor } from './question/composed.js';
import { longestMention } from './question/cue.js';
import { countiesOf, countyOf, mentionsApart } from './question/counties.js';
import { groupOf } from './question/follow-up-said.js';
import { asksOver, asksWhichYear, namesAFigure } from './question/many-asked.js';
import { ofOne } from './question/of-one.js';
import type { Question } from './question/read.js';
import { route, type Routed } from './route.js';

/** Where more reports than these are held, the question goes back at once, after a look at one report of some organisations. */
const MOST_TRIED = 12;
/** So many that can answer are enough to know that it can be answered at all. */
const ENOUGH = 3;
const MOST_OPTIONS = 8;
/** 村为民服务站 is asked and one report speaks of 村为民服务站, the others of what is only like it: that report is meant. */
const IN_ITS_WORDS = 0.35;
const APART = 0.2;

/**
 * A question that names no organisation while several are held. Answered when the report of just one can answer it, or of just one in the question's own words;
 * else asked back, with the whole question put for each that could.
 */
export async function acrossOrganisations(question: Question, context: Context): Promise<Routed | null> {
  const isFew = context.reports.length <= MOST_TRIED;
  const byOrganisation = group(context.reports);
  if (byOrganisation.length > 1 && longestMention(question.folded, questionWords(question.lang).superlative, question.lang) !== null) return notRanked(context);
  const able: Able[] = [];
  let refusal: Routed | null = null;
  for (const cards of isFew ? byOrganisation : likeliest(byOrganisation, question).slice(0, MOST_TRIED)) {
    // Whose it is is asked back anyway: each is asked as if it had been named.
    const routed = await route(isFew ? question : ofOne(question, cards[0]!), { ...context, reports: cards });
    if (!routed) continue;
    if (routed.outcome.draft.status === 'not_found') refusal ??= routed;
    else if (able.push({ routed, card: cards[0]! }) >= ENOUGH && !isFew) break;
  }
  const [first] = able;
  if (!first) return refusal === null || byOrganisation.length < 2 ? refusal : nowhere(refusal, context, byOrganisation.length, isFew ? byOrganisation.length : Math.min(MOST_TRIED, byOrganisation.length));
  // Who names two and gets a number of one would take it for both.
  if (refusal !== null && mentionsApart(question).length > 1 && able.length < byOrganisation.length) return refusal;
  // What one of them says is not said of 各乡镇; what a county says may be.
  const asked = groupOf(question);
  if (able.length === 1 && asked !== null && !asked.weak && !speaksForOthers(first.card.org)) return notRanked(context);
  if (able.length === 1 && isFew) return first.routed;
  const [wordForWord, next] = [...able].sort((a, b) => wordingOf(b) - wordingOf(a));
  if (isFew && wordForWord && wordingOf(wordForWord) >= IN_ITS_WORDS && wordingOf(wordForWord) - (next ? wordingOf(next) : 0) >= APART) return wordForWord.routed;
  const each = able.slice(0, MOST_OPTIONS).map((one) => complete(question, context, one, able.map((other) => other.card)));
  const options = [...new Set([...each, ...ofAll(question, context, able)])];
  const blocks = [{ type: 'choices' as const, lead: wordsOf(say(context.lang, 'whichOrganisation', { n: counted(String(byOrganisation.length)), years: yearsSpanned(context) })), options }];
  return { intent: first.routed.intent, outcome: { draft: { status: 'clarify', reason: 'ambiguous_scope', blocks, options }, remember: { organisations: [] } } };
}

/** An organisation whose report can answer, and what it answers. */
interface Able {
  readonly routed: Routed;
  readonly card: ReportCard;
}

/** 近三年, 哪年最多: names its years itself. */
function overYears(question: Question): boolean {
  return asksOver(question, 'trend') || asksWhichYear(question) || asksOver(question, 'change');
}

/** Reports by organisation, each its newest first, in the order of their newest years. */
function group(cards: readonly ReportCard[]): ReportCard[][] {
  const groups = new Map<string, ReportCard[]>();
  for (const card of cards.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))) {
    const own = groups.get(card.orgKey);
    if (own === undefined) groups.set(card.orgKey, [card]);
    else own.push(card);
  }
  return [...groups.values()];
}

/** Those most likely meant first: with a report of the newest year, governments whose report is about all, those of whom most is held. Of each its newest report, unless years are asked for. */
function likeliest(byOrganisation: readonly (readonly ReportCard[])[], question: Question): (readonly ReportCard[])[] {
  const before = (cards: readonly ReportCard[]): number => Number(speaksForOthers(cards[0]!.org));
  const ordered = byOrganisation.toSorted((a, b) => (b[0]!.year ?? 0) - (a[0]!.year ?? 0) || before(b) - before(a) || b.length - a.length);
  return overYears(question) ? ordered : ordered.map(([newest]) => [newest!]);
}

/** The first and the last year of the reports that are meant, in words; nothing where no report says its year. */
function yearsSpanned({ lang, reports }: Pick<Context, 'lang' | 'reports'>): Inline[] {
  const years = reports.flatMap(({ year }) => year ?? []).sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  return say(lang, 'year', { n: counted(first === last ? String(first) : `${first}–${last}`) });
}

/** Where a cell of the official tables is asked for: the same question for all of them, of the county that most of them lie in. */
function ofAll(question: Question, context: Context, able: readonly Able[]): string[] {
  const { reports } = context;
  const row = able[0]?.routed.outcome.draft.rows?.[0];
  if (row === undefined || row.year === null || row.metric === null || row.metric.startsWith('prose') || able.length < 2 || question.organisations.length > 0 || overYears(question)) return [];
  const counties = countiesOf(reports);
  const offered = counties.length > 1 ? reports.filter(({ org }) => countyOf(org) === counties[0]) : reports;
  // Of one office there is nothing to put together.
  if (new Set(offered.flatMap(({ orgKey, year }) => (year === row.year ? [orgKey] : []))).size < 2) return [];
  const { all, allIn } = wholeQuestions(question.lang);
  return [wholeFor(question, { names: [counties.length > 1 ? allIn.replace('{place}', counties[0]!) : all], years: [row.year], figure: figureSaid(question, context) })];
}

/** None of those looked at gives it: said of all of them, not of the one that happened to be looked at first. */
function nowhere({ intent, outcome }: Routed, { lang }: Context, all: number, tried: number): Routed {
  const lead = say(lang, 'nowhere', { n: counted(String(tried)), all: counted(String(all)) });
  const [, ...rest] = outcome.draft.blocks;
  return { intent, outcome: { ...outcome, draft: { ...outcome.draft, blocks: [{ type: 'text', inlines: lead }, ...rest] } } };
}

/** Two of one name are meant, and nothing can be said before it is known which: the question with the whole path of each. Null where every name is one's own. */
export function whichOfOneName(question: Question, { lang, reports }: Pick<Context, 'lang' | 'reports'>): Draft | null {
  const shared = question.organisations.find(({ keys, text }) => keys.length > 1 && reports.filter((card) => keys.includes(card.orgKey)).every(({ org }) => org.name.startsWith(text)));
  if (shared === undefined) return null;
  const paths = new Map(reports.flatMap(({ orgKey, org }) => (shared.keys.includes(orgKey) ? [[orgKey, org.path.join('')] as const] : [])));
  const options = [...paths.values()].slice(0, MOST_OPTIONS).map((path) => question.folded.slice(0, shared.start) + path + question.folded.slice(shared.end));
  const lead = wordsOf(say(lang, 'whichOrganisation', { n: counted(String(paths.size)), years: yearsSpanned({ lang, reports: reports.filter(({ orgKey }) => paths.has(orgKey)) }) }));
  return options.length < 2 ? null : { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'choices', lead, options }], options };
}

/** Ranking organisations is not built yet; saying so beats a figure of one of them. */
function notRanked(context: Context): Routed {
  const blocks = [{ type: 'text' as const, inlines: say(context.lang, 'notRanked') }];
  return { intent: figureLookup, outcome: { draft: { status: 'not_found', reason: 'not_supported', blocks } } };
}

function wordingOf({ routed }: Able): number {
  return routed.outcome.wording ?? 0;
}

/** The question made complete with an organisation and the year of what it would be answered with. Of two with one short name each is called by its whole path, which takes the short name's place. */
function complete(question: Question, context: Context, { card, routed }: Able, others: readonly ReportCard[]): string {
  const shared = others.some((other) => other.orgKey !== card.orgKey && other.org.name === card.org.name);
  const cited = new Set((routed.outcome.draft.citations ?? []).flatMap((citation) => (citation.kind === 'report' ? (citation.year ?? []) : [])));
  const years = overYears(question) ? [] : cited.size === 1 ? [...cited] : card.year === null ? [] : [card.year];
  return wholeFor(question, { names: [shared ? card.org.path.join('') : card.org.name], years, figure: figureSaid(question, context) });
}

/** What a question that goes on leaves out, in the words of the turn before; '' where it names its figure itself. */
function figureSaid(question: Question, { memory }: Pick<Context, 'memory'>): string {
  return namesAFigure(question) ? '' : joinedWords((memory?.terms ?? []).map(({ text }) => text), question.lang);
}
