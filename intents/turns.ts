import type { Draft, Reason } from './answer/answer.js';
import { say } from './answer/phrases.js';
import { together, type Part } from './answer/several.js';
import { amongShown } from './catalogue/among-shown.js';
import { itsCourse } from './catalogue/its-course.js';
import type { Memory } from './intent.js';
import type { Lang, ReportCard } from '../index/mod.js';
import { wholeQuestions } from './language/whole-questions.js';
import { amongAsked } from './question/among.js';
import { cardsOf } from './question/cards-of.js';
import { completedFrom, settled } from './question/completed.js';
import { withScope } from './question/composed.js';
import { leans } from './question/follow-up-said.js';
import { namesAFigure } from './question/many-asked.js';
import type { Question } from './question/read.js';
import type { Scope } from './question/scope.js';
import { MOST_AT_ONCE } from './question/several-asked.js';
import { askedBy } from './question/shown-operands.js';

/** What was found for one question, and what the conversation keeps of it. */
export interface Turn {
  readonly intent: string;
  readonly draft: Draft;
  readonly remember?: Memory;
}

/** Places that are remembered of an answer, for whoever asks for its source. */
const MOST_SHOWN = 12;

/** What an answer showed, as the conversation keeps it. */
export function shownIn({ rows = [], citations = [], derived }: Draft): Pick<Memory, 'shown'> {
  const reports = citations.flatMap((citation) => (citation.kind === 'report' ? [citation] : []));
  if (reports.length === 0 || reports.length < citations.length) return {};
  const more = Math.max(0, reports.length - MOST_SHOWN);
  return { shown: { rows: rows.filter(({ citation }) => citation < MOST_SHOWN), citations: reports.slice(0, MOST_SHOWN), formula: more > 0 ? null : (derived?.formula ?? null), more } };
}

/** Several questions of one message, each with what the one before it settled. */
async function oneByOne(pieces: readonly string[], memory: Memory | null, turn: (question: string, before: Memory | null) => Promise<Turn>): Promise<Turn> {
  const parts: Part[] = [];
  let kept = memory;
  let remember: Memory | undefined;
  for (const question of pieces) {
    const { remember: now, ...found } = await turn(question, kept);
    parts.push({ question, ...found });
    remember = now ?? remember;
    // In one message an answer to what leans on a refused question would stand for both.
    if (found.draft.status === 'answered' || found.draft.status === 'clarify') kept = now ?? kept;
  }
  return { intent: 'several', draft: together(parts), ...(remember && { remember: { ...remember, ofSeveral: parts.length } }) };
}

/** Answers the questions of a message: each that was chosen, or those that `split` finds in the one that was asked. */
export function inTurn(texts: readonly string[], memory: Memory | null, turn: (question: string, before: Memory | null) => Promise<Turn>, split: (text: string) => readonly string[]): Promise<Turn> {
  const pieces = texts.length > 1 ? texts : texts.flatMap(split);
  return pieces.length > 1 && pieces.length <= MOST_AT_ONCE ? oneByOne(pieces, memory, turn) : turn(texts[0] ?? '', memory);
}

/** Answers that give one figure. */
const GIVES_ONE: readonly string[] = ['figure-lookup', 'its-total', 'its-course', 'breakdown'];
/** Intents after which what was given before is no longer spoken of: they are over several organisations or years. */
export const SPEAKS_OF_OTHERS: readonly string[] = ['rank', 'total', 'trend', 'compare', 'county-table', 'share-of-all', 'which-reports'];
const MOST_RECENT = 6;

/** A turn that also remembers which figures were given one after another. */
export function withRecent(turn: Turn, before: Memory | null): Turn {
  const { remember, intent, draft } = turn;
  if (remember === undefined) return turn;
  const kept = before?.recent ?? [];
  const { figure } = remember;
  // What the last figure was before is one more figure; by how much it changed is none.
  const isOther = intent !== itsCourse.name || figure?.id !== before?.figure?.id || figure?.report !== before?.figure?.report;
  const isOne = draft.status === 'answered' && GIVES_ONE.includes(intent) && isOther;
  // Several years' figures were given one after the other.
  if (isOne && figure === null && remember.recent !== undefined) return turn;
  const given = figure === null ? [] : [...kept.filter(({ report, id }) => report !== figure.report || id !== figure.id), { ...figure, by: askedBy(remember.terms) }].slice(-MOST_RECENT);
  // 多了几条 after 公众号251条 and 上一年公众号呢, which was refused, is not less what was given before the two.
  const isNamedInVain = draft.status !== 'answered' && draft.status !== 'clarify' && remember.years.length > 0 && remember.years.join() !== before?.years.join();
  const totals = draft.status !== 'answered' || intent !== 'total' || remember.asked === undefined ? [] : [...(before?.totals ?? []), remember.asked].slice(-2);
  return { ...turn, remember: { ...remember, ...(totals.length > 0 && { totals }), recent: isOne ? given : isNamedInVain || (draft.status === 'answered' && SPEAKS_OF_OTHERS.includes(intent)) ? [] : kept } };
}

/** Refusals after which whose figure of which year was meant is known all the same. */
const KEPT: ReadonlySet<Reason> = new Set(['no_document', 'no_metric', 'wrong_form', 'table_absent', 'blank_cell', 'not_applicable', 'no_base', 'not_named', 'no_passage', 'not_supported']);

/** Words of at least this weight may say which figure is meant. */
const MAY_NAME = 0.3;

/**
 * A question that was refused, with what was understood of it: 2021年呢 after it goes on from it, not from the answer before it. Of chatter that
 * names an organisation only whose it was is kept.
 */
export function refusedTurn(turn: Turn, now: Question, memory: Memory | null, scope: Scope): Turn {
  const { status, reason } = turn.draft;
  const isChatter = status === 'out_of_scope' && reason === 'not_a_question' && now.organisations.length > 0;
  const isRefusal = ((status === 'not_found' && reason !== undefined && KEPT.has(reason)) || isVainYear(turn, now, memory)) && (now.organisations.length > 0 || now.years.length > 0 || namesAFigure(now));
  if (turn.remember !== undefined || (!isChatter && !isRefusal)) return turn;
  const own = isChatter || !namesAFigure(now) ? [] : now.terms;
  const named = now.years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : []));
  const remember: Memory = {
    intent: turn.intent === 'none' ? 'figure-lookup' : turn.intent,
    organisations: scope.kind === 'reports' || scope.kind === 'year-not-held' ? keysOf(scope.reports, now.organisations.length > 0 || (memory?.organisations.length ?? 0) > 0 || (scope.kind === 'reports' && scope.organisationNamed)) : [],
    years: scope.kind === 'year-not-held' || (scope.kind === 'reports' && scope.yearNamed) ? scope.years : named,
    terms: own.length > 0 || isChatter ? own : (memory?.terms ?? []),
    cues: now.cues.map(({ cue }) => cue),
    counter: now.counter,
    unit: null,
    figure: null,
    ...((reason === 'no_metric' || reason === 'no_passage') && (own.filter(({ weight }) => weight >= MAY_NAME).length > 1 || (memory?.unmet === true && leans(now))) && { unmet: true }),
  };
  return { ...turn, remember };
}

/** 23年收到几件 after what is not told of that year: in a conversation a number of a year that is named is asked of the reports, be it too short for anything to answer. */
function isVainYear({ draft: { status, reason } }: Turn, now: Question, memory: Memory | null): boolean {
  return memory !== null && status === 'out_of_scope' && reason === 'not_a_question' && now.years.length > 0 && now.counter !== null;
}

function keysOf(reports: readonly ReportCard[], areNamed: boolean): readonly string[] {
  return areNamed ? [...new Set(reports.map(({ orgKey }) => orgKey))] : [];
}

/** What an answer that lists the years of one organisation offers: each of them by itself, so that 第二个 chooses one. */
export function listed({ draft, intent, remember }: Turn, read: (text: string) => Question, cards: readonly ReportCard[]): readonly string[] {
  if (draft.status !== 'answered' || intent !== 'figure-lookup' || draft.value != null || remember?.asked === undefined) return [];
  const ids = [...new Set((draft.citations ?? []).flatMap((citation) => (citation.kind === 'report' ? [citation.report] : [])))];
  const shown = ids.flatMap((id) => cards.find(({ report }) => (report as string) === id) ?? []);
  if (shown.length < 2 || new Set(shown.map(({ orgKey }) => orgKey)).size > 1) return [];
  const asked = read(remember.asked);
  const { year } = wholeQuestions(asked.lang);
  return shown.map((card) => withScope(asked, { names: [card.org.name], years: [year.replace('{n}', String(card.year))] }));
}

/** A question that goes on from the one before, answered as the first of the complete questions it may stand for that is; null when it stands for none, or may be meant as typed. */
export async function completedTurn(now: Question, before: Question | null, memory: Memory | null, cards: readonly ReportCard[], read: (text: string) => Question, turn: (question: string) => Promise<Turn>): Promise<Turn | null> {
  if (before === null || memory === null) return null;
  // 加起来 after several answers at once may mean any of them.
  const unclear = memory.ofSeveral !== undefined && amongAsked(now) !== null && (memory.recent?.length ?? 0) < memory.ofSeveral;
  const [totalBefore] = (memory.totals ?? []).slice(0, -1);
  const around = { shown: [...new Set((memory.shown?.rows ?? []).map(({ org }) => org))], county: countyOf(memory, cards), winner: memory.winner ?? null, totalBefore: totalBefore === undefined ? null : read(totalBefore) };
  const completed = unclear ? { questions: [], only: true } : completedFrom(now, before, memory.intent, around);
  if (completed === null) return null;
  if (completed.questions.length === 0) return { intent: amongShown.name, draft: { status: 'not_found', reason: 'nothing_before', blocks: [{ type: 'text', inlines: say(now.answerIn, 'amongNothing') }] }, remember: memory };
  let refused: Turn | null = null;
  for (const question of completed.questions) {
    const found = await turn(question);
    const told = confirmed(found, question, now.answerIn);
    if (found.draft.status === 'answered') return told;
    refused ??= told;
  }
  // What is refused is what the next follow-up goes on from all the same: 柳河乡呢, then 2021年呢.
  return completed.only && refused !== null ? { ...refused, remember: refused.remember ?? { ...memory!, ...kept(now), asked: completed.questions[0]! } } : null;
}

/** The place that the organisations of an answer lie in; null where they lie in several, or in none. */
function countyOf({ organisations, shown }: Memory, cards: readonly ReportCard[]): string | null {
  const reports = new Set(shown?.citations.map(({ report }) => report));
  const meant = cards.filter(({ report, orgKey }) => (reports.size > 0 ? reports.has(report) : organisations.includes(orgKey)));
  const [county, ...more] = new Set(meant.map(({ org }) => org.path.at(-2) ?? null));
  return more.length > 0 ? null : (county ?? null);
}

/** Whose question it was, for what leans on it without being completed. */
function kept({ organisations }: Question): Pick<Memory, 'figure'> & Partial<Memory> {
  const keys = organisations.flatMap((mention) => mention.keys);
  return { figure: null, ...(keys.length > 0 && { organisations: keys }) };
}

/** An answer with the question it was given to. */
function confirmed({ draft, ...turn }: Turn, question: string, lang: Lang): Turn {
  const note = say(lang, 'completedAs', { question: { type: 'echo', text: question } });
  const asked = turn.remember === undefined ? {} : { remember: { ...turn.remember, asked: question } };
  return { ...turn, ...asked, draft: { ...draft, blocks: [...draft.blocks, { type: 'text', inlines: note }] } };
}

/** A turn that also remembers its question, complete with what it took from the one before. */
export function remembering(turn: Turn, now: Question, before: Question | null, cards: readonly ReportCard[]): Turn {
  const { remember } = turn;
  if (remember === undefined) return turn;
  const names = [...new Set(cardsOf(cards, remember.organisations).map(({ org }) => org.name))];
  return { ...turn, remember: { ...remember, asked: settled(now, before, names.length === 1 ? names : [], remember.years) } };
}

/** A turn that asks back which figure is meant, without the questions that would not be answered: a name of the dictionary is not always how people can ask for it. */
export async function answerable(turn: Turn, ask: (question: string) => Promise<Turn>): Promise<Turn> {
  const { draft } = turn;
  if (draft.status !== 'clarify' || draft.reason !== 'ambiguous_metric' || draft.options === undefined) return turn;
  const options: string[] = [];
  for (const option of draft.options) if (FINDS.has((await ask(option)).draft.reason ?? 'answered')) options.push(option);
  return { ...turn, draft: { ...draft, options, blocks: draft.blocks.map((block) => (block.type === 'choices' ? { ...block, options } : block)) } };
}

/** What comes of a question that finds its figure: an answer, or that the cell is blank. */
const FINDS: ReadonlySet<string> = new Set(['answered', 'blank_cell', 'not_applicable']);
