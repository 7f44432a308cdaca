import { compare, toJsonValue, unitOfFigure, type ReportCard } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear, printed, sharedPieces } from '../answer/present.js';
import { saidLabel, saidLabelOf, saidPart } from '../answer/said-label.js';
import { trustNote } from '../answer/trust-note.js';
import type { Context, Intent, Memory, Outcome } from '../intent.js';
import { calculations } from '../language/calculations.js';
import { toldAsks } from '../language/told-words.js';
import { questionWords } from '../language/words.js';
import { unitOf as candidateUnit, type Candidate } from '../question/candidates.js';
import { asksForNumber, findFigures, isNextOfKin, kinOfMemory, leansOnMemory, startsAsFollowUp, type Found } from '../question/find.js';
import { nextToLast, withMemory } from '../question/beside-last.js';
import { isOnlyPlanned } from '../question/planned.js';
import { exceedsNumber, ofNumberNamed } from '../question/number-whole.js';
import { asks, type Question } from '../question/read.js';
import { DISTINGUISHING } from '../question/strength.js';
import { leavesOut, ofOwnShare, withoutNeighbourLeftOut } from '../question/left-out.js';
import { askedBy } from '../question/shown-operands.js';
import { takesIn, withoutPartsTakenIn } from '../question/taken-in.js';
import { isOneOfJoined } from '../question/pair-asked.js';
import { sidesOf } from '../question/split.js';
import type { Term } from '../question/terms.js';
import { asksForMeasure, countsOtherwise, namesNoThing, threadOf } from '../question/thread.js';
import type { Ranked } from '../question/ranking.js';
import { changesOnlyAPart, valueOf, type Selection } from '../question/select.js';
import { askFor } from './ask-for.js';
import { noFigure } from './no-figure.js';

const MOST_PARTS = 6;

/** 「村为民服务站办理了多少件」: one figure, its parts, the sentence it stands in. */
export const figureLookup: Intent = {
  name: 'figure-lookup',
  about: { zh: '查一个数', en: 'one figure' },
  examples: {
    zh: ['村为民服务站办理了多少件？', '行政处罚处理决定数量', '全乡有多少个行政村', '收到几份信息公开申请', '咨询的有几件'],
    en: ['How many service items did the village stations handle?', 'How many requests were received this year?'],
  },
  match(question, memory) {
    // 疫苗在哪里接种, 排名为什么上升: no number tells where or why.
    if (question.counter === null && !asks(question, 'count') && (toldAsks('asksWhere', question) || asks(question, 'why', 'when'))) return null;
    // 哪六个项目 knows how many they are.
    if (questionWords(question.lang).patterns.whichSoMany.test(question.folded) && !asks(question, 'count')) return null;
    if (asks(question, 'which', 'who', 'list', 'why', 'how', 'when', 'summary') && !asksForNumber(question)) return null;
    if (asksForNumber(question)) return { score: 0.8, because: ['asks for a number'] };
    if (memory === null && (question.terms.length === 0 || (startsAsFollowUp(question) && question.organisations.length === 0))) return null;
    // 办结呢 after a figure asks for a number of what that one counts: no list or sentence answers it.
    if (asksHowFar(question, memory)) return { score: 0.85, because: ['asks how far the last figure has come'] };
    return { score: question.cues.length === 0 ? 0.6 : 0.3, because: ['may name a figure'] };
  },
  async answer(question, context) {
    // 按种类呢 asks for parts, not for the last figure once more.
    if (question.terms.length === 0 && asks(question, 'breakdown') && question.counter === null && context.memory !== null) return null;
    if (setsTwoAgainstEachOther(question)) return noFigure(question, context, []);
    if (leavesOut(question)) {
      const rest = await withoutNeighbourLeftOut(question, context);
      return rest === null ? noFigure(question, context, []) : figureLookup.answer(rest, context);
    }
    if (takesIn(question)) {
      const whole = await withoutPartsTakenIn(question, context);
      return whole === null ? noFigure(question, context, []) : figureLookup.answer(whole, context);
    }
    const isEach = questionWords(question.lang).patterns.each.test(question.folded);
    // 各花了多少 after two things: what was spent on both is neither's.
    if (isEach && context.memory !== null && asksForMeasure(question)) return noFigure(question, context, []);
    const onThread = await ofTheThread(question, context);
    const alone = leansOnMemory(question, context) || onThread !== null ? [] : ((await ofNumberNamed(question, context)) ?? (await findFigures(question, context, { terms: question.terms })));
    const found = onThread ?? (fits(alone).length > 0 || context.memory === null ? await nextToLast(alone, context) : await withMemory(question, context));
    const fitting = fits(found);
    const own = fitting.every(({ selection }) => selection.kind !== 'one') ? await ofOwnShare(question, context) : null;
    if (own !== null) return figureLookup.answer(own, context);
    if (fitting.length === 0) return asksForNumber(question) || asksHowFar(question, context.memory) ? noFigure(question, context, alone.length > 0 ? alone : found) : null;
    const organisations = new Set(fitting.map(({ report }) => report.org.path.join('')));
    if (organisations.size > 1) return null;
    // 投诉、举报各几件: the number of one of them would be taken for all.
    if (fitting.length === 1 && (questionWords(question.lang).patterns.eachOfMany.test(question.folded) || (isEach && (isSingle(fitting[0]!) || new Set(context.years).size > 1)))) return noFigure(question, context, []);
    if (fitting.some(({ selection }) => isTheMark(question, selection))) return noFigure(question, context, []);
    const [{ selection: first }] = fitting as [Found];
    if (first.kind === 'one' && (exceedsNumber(question, valueOf(first.best.candidate)) || isOneOfJoined(question, first.best.candidate) || countsOtherwise(question, context, first.best) || changesOnlyAPart(question, first.best))) return noFigure(question, context, []);
    if (await isPlanned(question, context, fitting)) return noFigure(question, context, []);
    if (fitting.length === 1) return isCircular(question, fitting[0]!) ? null : oneReport(question, context, fitting[0]!);
    return severalYears(question, context, fitting);
  },
};

/** 音频几期了: what the report only means to do has not been done. */
async function isPlanned(question: Question, context: Context, fitting: readonly Found[]): Promise<boolean> {
  const [{ report, selection }, ...others] = fitting as readonly [Found, ...Found[]];
  return others.length === 0 && selection.kind === 'one' && selection.best.candidate.subtotal === null && isOnlyPlanned(question, report, selection.best.candidate.figures[0], context);
}

/** 办结呢 after a figure. */
function asksHowFar(question: Question, memory: Memory | null): boolean {
  return memory?.figure != null && startsAsFollowUp(question) && question.cues.length === 0 && namesNoThing(question);
}

/**
 * What a question that names no thing of its own (办结多少, 花了多少钱) finds beside the last figure; null where that is not one figure and the
 * question may be about something else. What was spent on nothing by name is never another thing's.
 */
async function ofTheThread(question: Question, context: Context): Promise<Found[] | null> {
  if (context.memory?.figure == null || question.terms.length === 0 || question.organisations.length > 0 || question.years.length > 0 || leansOnMemory(question, context)) return null;
  const stays = await threadOf(question, context);
  if (stays === null) return null;
  // 办结了几宗 after orders that were passed on: what is told of these, before 办结6件 of what else the report counts.
  const kin = await kinOfMemory(context);
  const ofLast = await findFigures(question, context, { terms: question.terms, stays: (candidate) => stays(candidate) && candidate.subtotal === null && isNextOfKin(kin.get(candidate.figures[0].id)) });
  if (fits(ofLast).some(({ selection }) => selection.kind === 'one')) return ofLast;
  const found = await findFigures(question, context, { terms: question.terms, stays });
  return asksForMeasure(question) || fits(found).every(({ selection }) => selection.kind === 'one') && fits(found).length === 1 ? found : null;
}

/** 超过计划多少: the plan is not by how much it was exceeded. */
function isTheMark(question: Question, selection: Selection): boolean {
  const { exceeds, exceeded } = questionWords(question.lang).patterns;
  return selection.kind === 'one' && exceeds.test(question.folded) && !selection.best.candidate.figures[0].labels.some((label) => exceeded.test(label));
}

function isSingle({ selection }: Found): boolean {
  return selection.kind === 'one' && !selection.best.candidate.hasParts;
}

/** A sum or difference that could not be made must not become one of its sides. */
function setsTwoAgainstEachOther(question: Question): boolean {
  const sides = asks(question, 'sum') ? sidesOf(question, 'together') : asks(question, 'difference') ? sidesOf(question, 'against') : null;
  const telling = (terms: readonly Term[]): boolean => terms.some((term) => term.weight >= DISTINGUISHING && !calculations().saysHow.includes(term.concept ?? ''));
  return sides !== null && telling(sides.left) && telling(sides.right);
}

/** 处罚了哪57家: a number that the question itself names answers nothing. */
function isCircular(question: Question, { selection }: Found): boolean {
  const value = selection.kind === 'one' ? valueOf(selection.best.candidate) : null;
  return value !== null && question.counter === null && question.numbers.some((number) => compare(number.value, value) === 0);
}

function fits(found: readonly Found[]): Found[] {
  return found.filter(({ selection }) => selection.kind !== 'none');
}

async function oneReport(question: Question, context: Context, found: Found): Promise<Outcome> {
  const { selection, report } = found;
  if (selection.kind === 'several') return severalFigures(question, context, report, selection.ranked);
  if (selection.kind !== 'one') throw new Error('a report without a fit was kept');
  const { candidate, fit, wording } = selection.best;
  const because = [...fit.because(), ...selection.others.slice(0, 3).map((other) => `beside ${other.candidate.figures[0].labels.join('/')} ${other.score.toFixed(3)}`), `score ${selection.best.score.toFixed(3)}`];
  const { draft, ...rest } = await answerFor(question, context, candidate);
  return { ...rest, draft: { ...draft, because }, ...(draft.status === 'answered' && { wording }) };
}

/** The answer that shows one figure, or says why it is no number. */
export async function answerFor(question: Question, context: Context, candidate: Candidate): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const blocks = await describe(context, evidence, candidate);
  const [figure] = candidate.figures;
  const state = candidate.subtotal ? 'number' : figure.quantity.state;
  const remember = { terms: termsKept(question, context), counter: question.counter ?? context.memory?.counter ?? null, unit: candidate.subtotal ? null : figure.quantity.unit, figure: candidate.subtotal ? null : { report: candidate.report.report as string, id: figure.id } };
  if (state !== 'number') {
    const reason = state === 'blank' ? ('blank_cell' as const) : ('not_applicable' as const);
    return { draft: { status: 'not_found', reason, blocks, rows: evidence.rows, citations: evidence.citations }, remember };
  }
  return {
    draft: {
      status: 'answered',
      blocks,
      value: toJsonValue(valueOf(candidate)!),
      unit: candidate.subtotal ? candidateUnit(candidate) : unitOfFigure(figure),
      rows: evidence.rows,
      citations: evidence.citations,
      ...(candidate.subtotal && { derived: { formula: formulaOf(candidate), operands: candidate.figures.map((_, i) => i), rounding: null } }),
    },
    remember,
  };
}

function formulaOf(candidate: Candidate): string {
  return `${candidate.figures.map((figure) => figure.quantity.value).join(' + ')} = ${valueOf(candidate)}`;
}

/** The figure with its parts, or why it is no number; then its source, word for word. Rows: the asked figure first. */
async function describe(context: Context, evidence: Evidence, candidate: Candidate): Promise<Block[]> {
  const { lang } = context;
  const { report } = candidate;
  const lead = orgYear(lang, report);
  const [figure] = candidate.figures;
  if (candidate.subtotal) {
    const rows: number[] = [];
    for (const operand of candidate.figures) rows.push(await evidence.figure(report, operand));
    const label = named(candidate.subtotal.metric[lang]);
    const value: Inline = { type: 'derived', text: `${candidate.subtotal.value}${candidateUnit(candidate) ?? ''}`, from: rows };
    const sum: Inline = { type: 'derived', text: formulaOf(candidate), from: rows };
    return [{ type: 'text', inlines: say(lang, 'figure', { ...lead, label, value }) }, { type: 'text', inlines: say(lang, 'formula', { formula: sum }) }, { type: 'quote', citation: evidence.rows[rows[0]!]!.citation }];
  }
  const row = await evidence.figure(report, figure);
  const citation = evidence.rows[row]!.citation;
  const label = saidLabel(lang, evidence.rows[row]!);
  const { state, asWritten } = figure.quantity;
  if (state !== 'number') {
    const key = state === 'blank' ? 'blank' : state === 'text' ? 'textCell' : 'notApplicable';
    const words: Inline = { type: 'cited', text: asWritten, citation };
    return [{ type: 'text', inlines: say(lang, key, { ...lead, label, words }) }, { type: 'quote', citation }];
  }
  const inlines: Inline[] = [...say(lang, 'figure', { ...lead, label, value: printed(lang, figure, citation, evidence.citations[citation]!.quote) }), ...(await partsOf(context, evidence, candidate))];
  inlines.push(...(await trustNote(context, candidate.report.report, figure)));
  inlines.push(...(await stockBeside(context, evidence, candidate)));
  return [{ type: 'text', inlines }, { type: 'quote', citation }];
}

async function partsOf(context: Context, evidence: Evidence, candidate: Candidate): Promise<Inline[]> {
  const [figure] = candidate.figures;
  const figures = await context.library.figures(candidate.report.report);
  const parts = figures.filter((other) => other.partOf === (figure.id as number) && other.quantity.value !== null);
  if (parts.length === 0 || parts.length > MOST_PARTS) return [];
  const shared = sharedPieces([figure, ...parts]);
  const pieces: Inline[] = [];
  for (const part of parts) {
    const row = await evidence.figure(candidate.report, part);
    const { citation } = evidence.rows[row]!;
    if (pieces.length > 0) pieces.push(...say(context.lang, 'partJoin'));
    pieces.push(saidPart(context.lang, part, shared, [figure, ...parts]), ' ', ...printed(context.lang, part, citation, evidence.citations[citation]!.quote));
  }
  return ['\n', ...say(context.lang, 'parts'), ...pieces];
}

/** Beside a number of decisions, the stock on the list that readers mistake for it. */
async function stockBeside(context: Context, evidence: Evidence, candidate: Candidate): Promise<Inline[]> {
  const metric = candidate.figures[0].metric;
  if (metric === null || !metric.endsWith('.decisions')) return [];
  const figures = await context.library.figures(candidate.report.report);
  const stock = figures.find((figure) => figure.metric === metric.replace(/decisions$/, 'items_prev') && figure.quantity.value !== null && figure.quantity.value !== '0');
  if (!stock) return [];
  const row = await evidence.figure(candidate.report, stock);
  const { citation } = evidence.rows[row]!;
  return ['\n', ...say(context.lang, 'stock', { label: saidLabelOf(context.lang, stock), value: printed(context.lang, stock, citation, evidence.citations[citation]!.quote) })];
}

/** Two unlike values that fit alike: shown with their places and asked about, never picked. */
async function severalFigures(question: Question, context: Context, report: ReportCard, ranked: readonly Ranked[]): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const shown = ranked.slice(0, 4);
  const blocks: Block[] = [{ type: 'text', inlines: say(context.lang, 'severalFigures') }];
  for (const { candidate } of shown) blocks.push(...(await describe(context, evidence, candidate)));
  const options = shown.map(({ candidate }) => askFor(context.lang, report, candidate));
  return {
    draft: { status: 'clarify', reason: 'ambiguous_metric', blocks, rows: evidence.rows, citations: evidence.citations, options, because: shown.flatMap(({ fit, score }) => [`score ${score.toFixed(3)}`, ...fit.because()]) },
    remember: { terms: termsKept(question, context), counter: question.counter, figure: null },
  };
}

/** What the next follow-up leans on: 柳河乡呢 says nothing of the figure, the turn before did. */
function termsKept(question: Question, context: Context): readonly Term[] {
  return question.terms.length > 0 ? question.terms : (context.memory?.terms ?? []);
}

async function severalYears(question: Question, context: Context, fitting: readonly Found[]): Promise<Outcome> {
  const evidence = new Evidence(context.library);
  const blocks: Block[] = [];
  const sure = fitting.flatMap(({ selection }) => (selection.kind === 'one' ? [selection.best.candidate] : []));
  for (const candidate of sure) blocks.push(...(await describe(context, evidence, candidate)));
  if (blocks.length === 0) return oneReport(question, context, fitting[0]!);
  const lead: Block[] = context.years.length > 1 ? [] : [{ type: 'text', inlines: yearsLead(context) }];
  return { draft: { status: 'answered', blocks: [...lead, ...blocks], rows: evidence.rows, citations: evidence.citations }, remember: { terms: termsKept(question, context), counter: question.counter, figure: null, recent: eachOf(sure, termsKept(question, context)) } };
}

/** Figures of several years as answers given one after the other. */
function eachOf(candidates: readonly Candidate[], terms: readonly Term[]): NonNullable<Memory['recent']> {
  return candidates.flatMap(({ report, subtotal, figures: [figure] }) => (subtotal === null ? [{ report: report.report as string, id: figure.id, by: askedBy(terms) }] : []));
}

/** Why several years are listed: none was named, or the one of the turn before is not held of this organisation. */
function yearsLead({ lang, memory, years, reports }: Context): Inline[] {
  if (memory === null || memory.years.length === 0 || years.length > 0) return say(lang, 'severalYears');
  return say(lang, 'keptYearNotHeld', { org: named(reports[0]!.org.name), years: memory.years.flatMap((year) => say(lang, 'year', { n: { type: 'counted', text: String(year), basis: 'held' } })) });
}
