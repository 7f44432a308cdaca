import { compare, fold, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context, Outcome } from '../intent.js';
import { changeAsked, type ChangeAsked } from '../question/change-asked.js';
import { changeSinceYearBefore, courseOf, isSinceYearBefore, toldBeside, type Course } from '../question/course.js';
import { movedBy } from '../question/course-asked.js';
import type { Candidate } from '../question/candidates.js';
import type { Question } from '../question/read.js';
import { told } from './among-shown.js';
import { answerFor, figureLookup } from './figure-lookup.js';

/**
 * 公众号比上年多推几篇: the change that `report` tells of the figure which the rest of the question names (推送386篇，比上年多推62篇), else what that figure
 * and the one of the year before come to where both are told there (比上年的27件多). Null where that is not one figure, where no such change from the year before is
 * told, or one that went the other way.
 */
export async function changeTold(question: Question, context: Context, report: ReportCard): Promise<Outcome | null> {
  const asked = changeAsked(question);
  if (asked === null || asked.thing.terms.length === 0) return null;
  const ofReport = inReport(context, report);
  const candidates = await context.candidates(report);
  const figure = await thingAsked(asked, context, report);
  if (figure === null || figure.trust !== 'stated' || figure.stat === 'change') return null;
  const read = (label: string) => context.terms(label);
  const course = courseOf(figure, candidates, read);
  const change = changeSinceYearBefore(course, asked.inPercent, read, report) ?? (asked.way === null && !asked.inPercent && course.by === null ? changeSinceYearBefore(course, true, read, report) : null);
  if (change === null) return asked.inPercent ? null : fromBothYears(course, asked.way, ofReport, report);
  const way = wayTold(change.figures[0]);
  return goneAsAsked(await answerFor(question, ofReport, change), asked.way, way);
}

function inReport(context: Context, report: ReportCard): Context {
  return { ...context, reports: [report], years: report.year === null ? [] : [report.year], memory: null };
}

/** The one figure of `report` that the thing asked for is; what a sentence says of a cell stands for it. Null where it is none, or several. */
async function thingAsked({ thing }: ChangeAsked, context: Context, report: ReportCard): Promise<Figure | null> {
  const found = await figureLookup.answer(thing, inReport(context, report));
  const id = found?.draft.status === 'answered' ? found.remember?.figure?.id : undefined;
  const candidates = await context.candidates(report);
  const own = id === undefined ? undefined : candidates.find(({ subtotal, figures: [one] }) => subtotal === null && one.id === id);
  return own === undefined ? null : (toldBeside(own, candidates) ?? own.figures[0]);
}

/** 公开信息310条，其中门户网站120条（同比增加9条）: whether `change` is told of a part of the thing that is asked for. */
export async function isToldOfPart(asked: ChangeAsked, context: Context, report: ReportCard, change: Figure): Promise<boolean> {
  const thing = await thingAsked(asked, context, report);
  if (thing === null) return false;
  const figures = await context.library.figures(report.report);
  const before = figures.slice(0, change.id).findLast(({ stat, quote }) => stat !== 'change' && quote[0].start === change.quote[0].start);
  for (let at = before?.partOf ?? null, steps = 0; at !== null && steps < DEEPEST; steps += 1) {
    if (at === (thing.id as number)) return true;
    at = figures[at]?.partOf ?? null;
  }
  return false;
}

/** Totals of totals that are looked at above a part. */
const DEEPEST = 6;

/**
 * The answer that shows a change, where the change went (`told`) as `asked`; null where it went the other way. 变化多少 asks for no way: what became less is told with
 * its sign, as every change is.
 */
export function goneAsAsked(outcome: Outcome, asked: 1 | -1 | null, told: 1 | -1 | null): Outcome | null {
  if (asked !== null) return told !== null && told !== asked ? null : outcome;
  const { value } = outcome.draft;
  return told === -1 && typeof value === 'number' ? { ...outcome, draft: { ...outcome.draft, value: -value } } : outcome;
}

/** 收到32件，上年27件: by how much, where the report tells both. */
async function fromBothYears({ before, now, by }: Course, way: 1 | -1 | null, context: Context, report: ReportCard): Promise<Outcome | null> {
  const read = (label: string) => context.terms(label);
  if (before === null || now === null || by !== null || !(isOfYearBefore(before, report) || isSinceYearBefore(before.figures[0], read, report))) return null;
  const moved = compare(now.figures[0].quantity.value!, before.figures[0].quantity.value!);
  if (way !== null && moved !== 0 && Math.sign(moved) !== way) return null;
  return told({ kind: way === null ? 'difference' : way > 0 ? 'more' : 'less', n: null, isOfAll: false }, [now, before].map(({ figures: [one] }) => ({ report, figure: one })), context);
}

function isOfYearBefore({ figures: [{ year }] }: Candidate, report: ReportCard): boolean {
  return year !== null && report.year !== null && year === report.year - 1;
}

/** Up or down, by the words that a change is told in; null where they say neither, or both. */
export function wayTold({ labels }: Pick<Figure, 'labels'>): 1 | -1 | null {
  const ways = new Set(labels.flatMap((label) => movedBy(fold(label).text) ?? []));
  return ways.size === 1 ? [...ways][0]! : null;
}
