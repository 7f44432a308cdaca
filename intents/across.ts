import { speaksForOthers, type ReportCard } from '../index/mod.js';
import { say, wordsOf } from './answer/phrases.js';
import { figureLookup } from './catalogue/figure-lookup.js';
import type { Context } from './intent.js';
import { questionWords } from './language/words.js';
import { joinedWords, wholeFor } from './question/composed.js';
import { longestMention } from './question/cue.js';
import { groupOf } from './question/follow-up-said.js';
import { asksOver, asksWhichYear, namesAFigure } from './question/many-asked.js';
import type { Question } from './question/read.js';
import { route, type Routed } from './route.js';

/** Reports tried when nobody said whose is meant; beyond these the question goes back at once. */
const MOST_TRIED = 12;
/** Of so many that the question goes back anyway, a few are tried: enough to know that it can be answered at all. */
const TRIED_OF_MANY = 3;
const MOST_OPTIONS = 8;
/** 村为民服务站 is asked and one report speaks of 村为民服务站, the others of what is only like it: that report is meant. */
const IN_ITS_WORDS = 0.35;
const APART = 0.2;

/**
 * A question that names no organisation while several are held. Answered when the report of just one can answer it, or of just one in the question's own words;
 * else asked back, with the whole question put for each that could.
 */
export async function acrossOrganisations(question: Question, context: Context): Promise<Routed | null> {
  const sorted = [...context.reports].sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const newest = sorted.slice(0, sorted.length > MOST_TRIED ? TRIED_OF_MANY : MOST_TRIED);
  const byOrganisation = group(newest);
  if (byOrganisation.size > 1 && longestMention(question.folded, questionWords(question.lang).superlative, question.lang) !== null) return notRanked(context);
  const able: { routed: Routed; card: ReportCard }[] = [];
  let refusal: Routed | null = null;
  for (const cards of byOrganisation.values()) {
    const routed = await route(question, { ...context, reports: cards });
    if (!routed) continue;
    if (routed.outcome.draft.status === 'not_found') refusal ??= routed;
    else able.push({ routed, card: cards[0]! });
  }
  const [first] = able;
  if (!first) return refusal;
  // Who names two and gets a number of one would take it for both.
  if (refusal !== null && new Set(question.organisations.flatMap((mention) => mention.keys)).size > 1 && able.length < byOrganisation.size) return refusal;
  // What one of them says is not said of 各乡镇; what a county says may be.
  const asked = groupOf(question);
  if (able.length === 1 && asked !== null && !asked.weak && !speaksForOthers(first.card.org)) return notRanked(context);
  if (able.length === 1 && newest.length === context.reports.length) return first.routed;
  const [wordForWord, next] = [...able].sort((a, b) => wordingOf(b) - wordingOf(a));
  if (newest.length === context.reports.length && wordForWord && wordingOf(wordForWord) >= IN_ITS_WORDS && wordingOf(wordForWord) - (next ? wordingOf(next) : 0) >= APART) return wordForWord.routed;
  const options = [...new Set(able.slice(0, MOST_OPTIONS).map((one) => complete(question, context, one, able.map((other) => other.card))))];
  const blocks = [{ type: 'choices' as const, lead: wordsOf(say(context.lang, 'whichOrganisation')), options }];
  return { intent: first.routed.intent, outcome: { draft: { status: 'clarify', reason: 'ambiguous_scope', blocks, options }, remember: { organisations: [] } } };
}

/** 近三年, 哪年最多: names its years itself. */
function overYears(question: Question): boolean {
  return asksOver(question, 'trend') || asksWhichYear(question) || asksOver(question, 'change');
}

function group(cards: readonly ReportCard[]): Map<string, ReportCard[]> {
  const groups = new Map<string, ReportCard[]>();
  for (const card of cards) groups.set(card.orgKey, [...(groups.get(card.orgKey) ?? []), card]);
  return groups;
}

/** Ranking organisations is not built yet; saying so beats a figure of one of them. */
function notRanked(context: Context): Routed {
  const blocks = [{ type: 'text' as const, inlines: say(context.lang, 'notRanked') }];
  return { intent: figureLookup, outcome: { draft: { status: 'not_found', reason: 'not_supported', blocks } } };
}

function wordingOf({ routed }: { routed: Routed }): number {
  return routed.outcome.wording ?? 0;
}

/** The question made complete with an organisation and the year of what it would be answered with. Of two with one short name each is called by its whole path, which takes the short name's place. */
function complete(question: Question, context: Context, { card, routed }: { readonly card: ReportCard; readonly routed: Routed }, others: readonly ReportCard[]): string {
  const shared = others.some((other) => other.orgKey !== card.orgKey && other.org.name === card.org.name);
  const cited = new Set((routed.outcome.draft.citations ?? []).flatMap((citation) => (citation.kind === 'report' ? (citation.year ?? []) : [])));
  const years = overYears(question) ? [] : cited.size === 1 ? [...cited] : card.year === null ? [] : [card.year];
  return wholeFor(question, { names: [shared ? card.org.path.join('') : card.org.name], years, figure: namesAFigure(question) ? '' : joinedWords((context.memory?.terms ?? []).map(({ text }) => text), question.lang) });
}
