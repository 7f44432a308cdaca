import { compare, sum, type Figure, type Lang, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { questionWords } from '../language/words.js';
import type { Candidate } from './candidates.js';
import { explain } from './explain.js';
import { DISTINGUISHING, NEGATION } from './strength.js';
import { findFigures } from './find.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** True when a question leaves something out of what it asks for: 咨询的不算, not counting consultations. */
export function leavesOut({ folded, lang }: Question): boolean {
  return questionWords(lang).patterns.leavesOut.test(folded);
}

/**
 * 受理的有几件，咨询的不算; 中心（不含村站）受理几件: the question without what it leaves out, where that changes nothing because the report tells it beside
 * the figure asked for, or beside a total of it (中心1988件，村站2091件), and not within it. Null otherwise: what is left of a number without one of its
 * parts is another number.
 */
export async function withoutNeighbourLeftOut(question: Question, context: Context): Promise<Question | null> {
  const [report] = context.reports;
  if (report === undefined || context.reports.length !== 1) return null;
  for (const run of runsLeftOut(question)) {
    const rest = await without(run, question, report, context);
    if (rest !== null) return rest;
  }
  return null;
}

/** What may be left out, with the words that say so, the shortest first: 不含村站受理多少件 does not say by a mark where it ends. */
function runsLeftOut({ folded, lang, terms }: Question): Run[] {
  const match = questionWords(lang).patterns.leavesOut.exec(folded);
  if (match === null) return [];
  const { leavesOutBehind, leavesOutFirst } = questionWords(lang).patterns;
  const start = leavesOutBehind.test(match[0]) ? match.index : beginningOf(terms, match.index);
  const ends = leavesOutFirst.test(folded.slice(start)) ? [] : [match.index + match[0].length];
  if (ends.length === 0) {
    const mark = MARK.exec(folded.slice(match.index + 1));
    const stop = mark === null ? folded.length : match.index + 1 + mark.index;
    const within = [...new Set(terms.filter((term) => term.start > match.index && term.end <= stop).map(({ end }) => end))].toSorted((x, y) => x - y);
    ends.push(...(mark === null ? within : [stop]));
  }
  const said = match[0].replace(CLOSING, '');
  return ends.map((end) => ({ start, end, said }));
}

interface Run {
  readonly start: number;
  readonly end: number;
  /** The words that leave it out, with some of it. */
  readonly said: string;
}

const MARK = /[),，;；:：。?？(]/u;
const CLOSING = /[)?？。]+$/u;

async function without({ start, end, said }: Run, question: Question, report: ReportCard, context: Context): Promise<Question | null> {
  const isLeftOut = (term: Term): boolean => term.start < end && start < term.end;
  const left = question.terms.filter((term) => isLeftOut(term) && !saysSo(term, said, question.lang) && term.weight >= DISTINGUISHING);
  const terms = withoutOwnShare(question).terms.filter((term) => !isLeftOut(term));
  if (left.length === 0 || !terms.some(({ weight }) => weight >= DISTINGUISHING)) return null;
  const rest = { ...question, terms, folded: blotted(question.folded, start, end) };
  const [found] = await findFigures(rest, context, { terms });
  if (found?.selection.kind !== 'one' || found.selection.best.candidate.subtotal !== null) return null;
  const asked = found.selection.best.candidate;
  const says = ({ facets }: Candidate): boolean => explain(left, { ...facets, inherited: [], inheritedText: '' }).unexplained.length === 0;
  const printed = (await context.candidates(report)).filter(({ subtotal }) => subtotal === null);
  const saying = printed.filter(says);
  if (says(asked) || saying.some(({ figures: [figure] }) => standsUnder(figure, asked.figures[0], printed))) return null;
  const figures = printed.map(({ figures: [figure] }) => figure);
  return lineOf(asked.figures[0], printed).some((one) => saying.some(({ figures: [other] }) => areApart(one, other, figures))) ? rest : null;
}

/**
 * 中心自己办了几件: the question without that word, where the report tells the figure as one of several parts of a total (中心1988件，村站2091件). Null
 * otherwise: of what is told of all, nobody's own share is known.
 */
export async function ofOwnShare(question: Question, context: Context): Promise<Question | null> {
  const [report] = context.reports;
  const rest = withoutOwnShare(question);
  if (rest === question || report === undefined || context.reports.length !== 1) return null;
  const [found] = await findFigures(rest, context, { terms: rest.terms });
  if (found?.selection.kind !== 'one' || found.selection.best.candidate.subtotal !== null) return null;
  const printed = (await context.candidates(report)).filter(({ subtotal }) => subtotal === null);
  const figures = printed.map(({ figures: [figure] }) => figure);
  return lineOf(found.selection.best.candidate.figures[0], printed).some((one) => figures.some((other) => areApart(one, other, figures))) ? rest : null;
}

/** The question without 自己: who leaves the others out has said it. */
function withoutOwnShare(question: Question): Question {
  const match = questionWords(question.lang).patterns.ownShare.exec(question.folded);
  if (match === null) return question;
  const [start, end] = [match.index, match.index + match[0].length];
  return { ...question, terms: question.terms.filter((term) => term.end <= start || term.start >= end), folded: blotted(question.folded, start, end) };
}

/** Two parts of one total that stand in one split of it: of 受理 and 村站, which split it in two ways, neither is without the other. */
function areApart(one: Figure, other: Figure, figures: readonly Figure[]): boolean {
  if (one.partOf === null || one.partOf !== other.partOf || one.id === other.id) return false;
  const total = figures.find(({ id }) => (id as number) === one.partOf)?.quantity.value ?? null;
  const parts = figures.filter(({ partOf, quantity }) => partOf === one.partOf && quantity.value !== null);
  const valueOf = (among: readonly Figure[]): string => sum(among.map(({ quantity }) => quantity.value ?? '0'));
  if (total === null || compare(valueOf(parts), total) <= 0) return true;
  const others = parts.filter((part) => part !== one && part !== other).slice(0, MOST_PARTS);
  return subsetsOf(others).some((some) => compare(valueOf([one, other, ...some]), total) === 0);
}

/** Parts beside two that are tried together. */
const MOST_PARTS = 6;

function subsetsOf(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  return figures.reduce<readonly (readonly Figure[])[]>((subsets, figure) => [...subsets, ...subsets.map((subset) => [...subset, figure])], [[]]);
}

/** A figure, its total, the total of that, and so on. */
function lineOf(figure: Figure, printed: readonly Candidate[]): Figure[] {
  const line = [figure];
  for (let at = figure.partOf; at !== null && line.length < DEEPEST; at = line.at(-1)!.partOf) {
    const above = printed.find(({ figures: [{ id }] }) => (id as number) === at)?.figures[0];
    if (above === undefined) break;
    line.push(above);
  }
  return line;
}

/** `text` with marks for its characters from `start` to `end`, so that all else stands where it stood. */
function blotted(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}${','.repeat(end - start)}${text.slice(end)}`;
}

/** Where the words begin that touch one another up to `at`: 土地纠纷不算 leaves out more than 纠纷. */
function beginningOf(terms: readonly Term[], at: number): number {
  const before = terms.find(({ start, end }) => start < at && end >= at);
  return before === undefined ? at : beginningOf(terms, before.start);
}

/** 不算, 不含: what leaves out, not what is left out. */
function saysSo({ concept, gloss, text }: Term, said: string, lang: Lang): boolean {
  // 不要 may be an everyday word for 撤回; here it leaves out.
  const isCue = concept === null || (gloss?.of === 'zh' && questionWords(lang).patterns.leavesOutFirst.test(text));
  return concept === NEGATION || (isCue && (said.startsWith(text) || said.endsWith(text)));
}

/** True for a part of a figure, and for parts of its parts. */
function standsUnder(figure: Figure, total: Figure, printed: readonly Candidate[]): boolean {
  return lineOf(figure, printed).slice(1).includes(total);
}

/** Totals of totals that are looked at above a figure. */
const DEEPEST = 6;
