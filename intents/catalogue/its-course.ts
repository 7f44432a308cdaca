import { compare, difference, fold, product, quotient, sum, toJsonValue, unitOfFigure, type Figure, type ReportCard } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear, printed } from '../answer/present.js';
import { saidLabel, saidLabelOf } from '../answer/said-label.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { courseOf, isSinceYearBefore, restOf, toldBeside, undoneOf, type Course, type Rest } from '../question/course.js';
import { courseAsked, movedBy, type CourseAsked } from '../question/course-asked.js';
import type { Candidate } from '../question/candidates.js';
import type { Question } from '../question/read.js';
import { isAlike, recentFigures, type ShownFigure } from '../question/shown-operands.js';
import { told } from './among-shown.js';
import { changeOfLast } from './change.js';
import { answerFor } from './figure-lookup.js';

/** 「上年多少」「增加了几条」「其余的呢」after a figure: asked of that figure, never of another one that happens to have such a number. */
export const itsCourse: Intent = {
  name: 'its-course',
  about: { zh: '上一个数原来多少、变了多少、还剩多少', en: 'what the last figure was before, how it changed, what is left of its total' },
  examples: { zh: [], en: [] },
  match(question, memory) {
    return memory?.figure && courseAsked(question) !== null ? { score: 0.994, because: ['asks for the course of the last figure'] } : null;
  },
  async answer(question, context) {
    const asked = courseAsked(question);
    const kept = context.memory?.figure;
    const report = kept ? await context.library.report(kept.report) : null;
    const figures = report === null ? [] : await context.library.figures(report.report);
    const last = kept ? figures[kept.id] : undefined;
    if (asked === null || report === null || last === undefined) return null;
    const lookup: Lookup = { question: { ...question, terms: context.memory!.terms }, context: { ...context, reports: [report] }, report, figures, last };
    const outcome = asked.kind === 'rest' ? await rest(asked, lookup) : await course(asked, lookup);
    // By how much it changed is still asked of the figure that changed.
    return outcome === null ? null : { ...outcome, remember: { ...outcome.remember, figure: (asked.kind === 'change' ? null : outcome.remember?.figure) ?? kept! } };
  },
};

/** What `last`, a figure of `report`, was the year before, by what `report` says of it; null where it does not say, or counts from another year. */
export async function yearBeforeOf(question: Question, context: Context, report: ReportCard, last: Figure): Promise<Outcome | null> {
  const lookup: Lookup = { question, context, report, figures: await context.library.figures(report.report), last };
  const told = courseOf(last, await context.candidates(report), (label) => context.terms(label));
  if (told.by !== null && !isSinceYearBefore(told.by.figures[0], (label) => context.terms(label), report)) return null;
  const outcome = await before({ kind: 'before', ofLastYear: false }, told, lookup);
  return outcome?.draft.status === 'answered' ? outcome : null;
}

type Change = Extract<CourseAsked, { kind: 'change' }>;

interface Lookup {
  readonly question: Question;
  readonly context: Context;
  readonly report: ReportCard;
  readonly figures: readonly Figure[];
  /** The figure of the last answer. */
  readonly last: Figure;
}

async function course(asked: Exclude<CourseAsked, { kind: 'rest' }>, lookup: Lookup): Promise<Outcome | null> {
  const { context, report, last } = lookup;
  const candidates = await context.candidates(report);
  const cell = candidates.find(({ subtotal, figures: [one] }) => subtotal === null && one.id === last.id);
  const told = courseOf((cell && toldBeside(cell, candidates)) ?? last, candidates, (label) => context.terms(label));
  if (asked.kind === 'before') return before(asked, told, lookup);
  if (typeof asked.against === 'number' && asked.against !== (report.year ?? 0) - 1) return null;
  return (asked.against === null ? await ofTwoYears(asked, lookup) : null) ?? change(asked, told, lookup);
}

/** What the report says of the year before; what last year's report says; this year's less the change. */
async function before(asked: Extract<CourseAsked, { kind: 'before' }>, told: Course, lookup: Lookup): Promise<Outcome | null> {
  const { context, last, question, report } = lookup;
  if (told.before !== null && told.before.figures[0].id !== last.id) return answerFor(question, context, told.before);
  if (asked.ofLastYear && (await yearBefore(lookup))) return null;
  return told.by !== null && compare(told.by.figures[0].quantity.value!, '0') !== 0 ? beforeBy(told.by, lookup) : notTold('earlierNotTold', lookup, report);
}

/** True where last year's report is held: it is asked then. */
async function yearBefore({ context, report }: Lookup): Promise<boolean> {
  const held = await context.library.reports();
  return report.year !== null && held.some(({ orgKey, year }) => orgKey === report.orgKey && year === report.year! - 1);
}

/** 187件，较上年多35件: 152 the year before. */
async function beforeBy(by: Candidate, lookup: Lookup): Promise<Outcome | null> {
  const { context, last, report } = lookup;
  const [change] = by.figures;
  const way = wayOf(by, context);
  if (way === null || change.quantity.approx !== null || last.quantity.value === null) return notTold('earlierNotTold', lookup, report);
  const value = way > 0 ? difference(last.quantity.value, change.quantity.value!) : sum([last.quantity.value, change.quantity.value!]);
  return computed('earlierBy', [last, change], value, `${last.quantity.value} ${way > 0 ? '−' : '+'} ${change.quantity.value} = ${value}`, null, unitOfFigure(last), lookup);
}

async function change(asked: Change, told: Course, lookup: Lookup): Promise<Outcome | null> {
  const { context, last, question, report } = lookup;
  const stated = asked.inPercent ? told.percent : (told.by ?? (told.before === null ? told.percent : null));
  if (stated !== null) return goesTheWay(wayOf(stated, context), asked) ? answerFor(question, context, stated) : notTold('changeOtherWay', lookup, report, stated);
  if (told.before !== null && told.now !== null) return between([{ report, figure: told.now.figures[0] }, { report, figure: told.before.figures[0] }], asked, lookup);
  if (last.trust === 'stated' && told.percent !== null && !asked.inPercent) return answerFor(question, context, told.percent);
  return (await changeOfLast(question, context)) ?? notTold('changeNotTold', lookup, report);
}

/** 2022年, then 2021年呢: the change from the one to the other, where both were answers to one question; null where they were not. */
async function ofTwoYears(asked: Change, lookup: Lookup): Promise<Outcome | null> {
  const { context, figures } = lookup;
  const [one, other] = (await recentFigures(context)).slice(-2);
  if (one === undefined || other === undefined || one.report.orgKey !== other.report.orgKey || one.report.year === other.report.year || !isAlike(one, other, figures)) return null;
  if (unitOfFigure(one.figure) !== unitOfFigure(other.figure)) return null;
  const [now, was] = (one.report.year ?? 0) > (other.report.year ?? 0) ? [one, other] : [other, one];
  return between([now, was], asked, lookup);
}

/** True where a change went the way that is asked for, or no way is said. */
function goesTheWay(way: 1 | -1 | null, asked: Change): boolean {
  return asked.way === null || way === null || way === asked.way;
}

/** Up or down, by the words that a change is told in. */
function wayOf({ figures: [{ labels }] }: Candidate, context: Context): 1 | -1 | null {
  const label = fold(labels.at(-1) ?? '').text;
  const ways = context.terms(label).flatMap(({ concept }) => (concept === 'increase' || concept === 'newly-added' ? [1 as const] : concept === 'decrease' ? [-1 as const] : []));
  return movedBy(label) ?? ways[0] ?? null;
}

/** 由18条增至21条: by how much, from what is and what was. */
async function between([now, was]: readonly [ShownFigure, ShownFigure], asked: Change, lookup: Lookup): Promise<Outcome | null> {
  const { context } = lookup;
  const [size, base] = [now.figure.quantity.value!, was.figure.quantity.value!];
  const way = compare(size, base);
  if (asked.way !== null && way !== 0 && Math.sign(way) !== asked.way) return notTold('changeOtherWay', lookup, now.report);
  if (asked.inPercent && compare(base, '0') !== 0 && unitOfFigure(now.figure) !== '%') {
    const percent = quotient(product(difference(size, base), '100'), base, 2);
    return computed('changeInPercent', [now.figure, was.figure], percent, `(${size} − ${base}) ÷ ${base} × 100% = ${percent}%`, 'half-up, 2 decimals', '%', { ...lookup, report: now.report }, [now.report, was.report]);
  }
  if (asked.inPercent) return null;
  return told({ kind: asked.way === null ? 'difference' : asked.way > 0 ? 'more' : 'less', n: null, isOfAll: false }, [now, was], context);
}

async function rest({ denied }: Extract<CourseAsked, { kind: 'rest' }>, lookup: Lookup): Promise<Outcome | null> {
  const { context, last, figures, question, report } = lookup;
  if (last.trust !== 'stated') return denied === null ? notTold('restNotTold', lookup, report) : null;
  const asked = (context.memory?.recent ?? []).flatMap((one) => (one.report === (report.report as string) ? (figures[one.id] ?? []) : []));
  const text = (await context.library.source(report.report)).text;
  const found = denied === null ? restOf(last, figures, asked, { report, text }) : undoneOf(last, figures, denied);
  return found === null ? notTold('restNotTold', lookup, report) : restTold(found, question, lookup);
}

async function restTold(found: Rest, question: Question, lookup: Lookup): Promise<Outcome | null> {
  const { context, report } = lookup;
  if ('stated' in found) {
    const candidate = (await context.candidates(report)).find(({ subtotal, figures: [one] }) => subtotal === null && one.id === found.stated.id);
    return candidate === undefined ? null : answerFor(question, context, candidate);
  }
  const values = [found.whole, ...found.parts].map(({ quantity }) => quantity.value!);
  const left = difference(values[0]!, sum(values.slice(1)));
  return computed('restOf', [found.whole, ...found.parts], left, `${values.join(' − ')} = ${left}`, null, unitOfFigure(found.whole), lookup);
}

/** A number made of figures, with its formula; `key` says it, the first figure as {a}, the others as {list}. `reports`: where each stands, that of `lookup` when not given. */
async function computed(key: string, operands: readonly Figure[], value: string, formula: string, rounding: string | null, unit: string | null, { context, report }: Lookup, reports: readonly ReportCard[] = operands.map(() => report)): Promise<Outcome> {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const rows: number[] = [];
  for (const [i, figure] of operands.entries()) rows.push(await evidence.figure(reports[i]!, figure));
  const piece = (i: number): Inline[] => {
    const row = evidence.rows[rows[i]!]!;
    return [...(reports[i] === report ? [] : say(lang, 'whose', orgYear(lang, reports[i]!))), saidLabel(lang, row), ' ', ...printed(lang, operands[i]!, row.citation, evidence.citations[row.citation]!.quote)];
  };
  const list = operands.slice(1).flatMap((_, i): Inline[] => [...(i === 0 ? [] : say(lang, 'partJoin')), ...piece(i + 1)]);
  const derived = (text: string): Inline => ({ type: 'derived', text, from: rows });
  const quotes = [...new Set(rows.map((row) => evidence.rows[row]!.citation))].map((citation): Block => ({ type: 'quote', citation }));
  const blocks: Block[] = [{ type: 'text', inlines: say(lang, key, { ...orgYear(lang, report), a: piece(0), list, result: derived(`${value}${unit ?? ''}`) }) }, { type: 'text', inlines: say(lang, 'formula', { formula: derived(formula) }) }, ...quotes];
  return { draft: { status: 'answered', blocks, value: toJsonValue(value), unit, derived: { formula, operands: rows, rounding }, rows: evidence.rows, citations: evidence.citations } };
}

/** A refusal that says of which figure the report does not tell what was asked, and what it does tell. */
async function notTold(key: string, { context, last }: Lookup, report: ReportCard, beside?: Candidate): Promise<Outcome> {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const blocks: Block[] = [{ type: 'text', inlines: say(lang, key, { ...orgYear(lang, report), label: saidLabelOf(lang, last) }) }];
  if (beside !== undefined) blocks.push({ type: 'quote', citation: evidence.rows[await evidence.figure(report, beside.figures[0])]!.citation });
  return { draft: { status: 'not_found', reason: 'no_metric', blocks, rows: evidence.rows, citations: evidence.citations } };
}
