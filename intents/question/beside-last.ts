import type { Context } from '../intent.js';
import { unitFor } from '../language/unit-families.js';
import type { Candidate } from './candidates.js';
import { counterpartsOf, findFigures, isNextOfKin, kindWithin, kinOfMemory, namesMeasure, type Found } from './find.js';
import type { Question } from './read.js';
import type { Ranked } from './ranking.js';
import { valueOf } from './select.js';
import { threadOf } from './thread.js';

/** What a follow-up that leans on the last answer finds: its parts and neighbours first, then what stands elsewhere as it stands there, then all that its kept words fit. */
export async function withMemory(question: Question, context: Context): Promise<Found[]> {
  const memory = context.memory!;
  // 满意率呢 after a number of cases is in no cases; 人大代表几个, which the report counts in 名, 政协呢: the next one is counted so as well.
  const asked = memory.counter === unitFor('thing') && memory.unit !== null ? memory.unit : (memory.counter ?? memory.unit);
  const counter = question.counter ?? (namesMeasure(question) ? null : asked);
  const year = context.reports.length === 1 ? (context.reports[0]!.year ?? null) : null;
  // 头一年呢: what the report says of the year before (比上年的837条).
  if (year !== null && question.terms.length > 0 && question.terms.every((term) => term.concept === 'last-year')) return findFigures(question, { ...context, years: [year - 1] }, { terms: memory.terms, counter });
  if (question.terms.length === 0) return findFigures(question, context, { terms: memory.terms, counter });
  const stays = memory.unmet === true ? isCell : await threadOf(question, context);
  const kin = await kinOfMemory(context);
  const lookup = { terms: question.terms, kept: memory.terms, counter, kin };
  // 承诺件呢 after a centre's 即办件 are the centre's: its own parts and its neighbours before all that hangs together with it.
  const isNear = (candidate: Candidate): boolean => candidate.subtotal === null && isNextOfKin(kin.get(candidate.figures[0].id)) && (stays?.(candidate) ?? true);
  const near = kin.size === 0 ? [] : await findFigures(question, context, { ...lookup, stays: isNear });
  // 中心呢 after what the stations accepted: what the centre accepted, not all that it did.
  const counterparts = kin.size === 0 ? null : await counterpartsOf(context);
  const opposite = counterparts === null ? [] : await findFigures(question, context, { ...lookup, stays: (candidate) => counterparts.has(candidate.figures[0].id) && candidate.subtotal === null && (stays?.(candidate) ?? true) });
  // The centre's consultations after those of the stations: the last figure once more says less of that than what stands for it there.
  const again = onlyOne(near)?.candidate.figures[0].id === memory.figure?.id ? onlyOne(near) : null;
  if (isSure(near) && !(again !== null && (onlyOne(opposite)?.fit.coverage ?? 0) > again.fit.coverage)) return ofTheKind(question, near, context);
  return isSure(opposite) ? opposite : besideItsTotal(question, context, await findFigures(question, context, { ...lookup, stays }));
}

/**
 * 诉讼呢 after 纠正 of reviews: a sum of ours is not told where the words alone name a printed figure in full; which is meant is asked. 上年结转的呢 after what was
 * newly received is the printed figure that the words alone mean, and no sum of the two.
 */
async function besideItsTotal(question: Question, context: Context, found: Found[]): Promise<Found[]> {
  const [only] = found;
  if (found.length === 1 && only?.selection.kind === 'several') {
    const { ranked, others } = only.selection;
    const [printed, ...more] = ranked.filter(({ candidate }) => candidate.subtotal === null);
    if (printed === undefined || more.length > 0 || ranked.length === 1) return found;
    const [byWords] = await findFigures(question, context, { terms: question.terms });
    return byWords?.selection.kind === 'one' && byWords.selection.best.candidate === printed.candidate ? [{ report: only.report, selection: { kind: 'one', best: printed, others } }] : found;
  }
  if (!isSure(found) || only?.selection.kind !== 'one' || only.selection.best.candidate.subtotal === null) return found;
  const [alone] = await findFigures(question, context, { terms: question.terms });
  if (alone?.selection.kind !== 'one' || alone.selection.best.candidate.subtotal !== null || valueOf(alone.selection.best.candidate) === valueOf(only.selection.best.candidate)) return found;
  return [{ report: only.report, selection: { kind: 'several', ranked: [alone.selection.best, only.selection.best], others: [] } }];
}

/** 维持几件 after reviews: of several figures that fit alike, the one that is a part of the last answer, or stands beside it under one total, is meant. */
export async function nextToLast(found: readonly Found[], context: Context): Promise<Found[]> {
  const [only, ...more] = found;
  if (only?.selection.kind !== 'several' || more.length > 0 || context.memory?.figure == null) return [...found];
  const { ranked, others } = only.selection;
  const kin = await kinOfMemory(context);
  const [near, ...rivals] = ranked.filter(({ candidate }) => candidate.subtotal === null && isNextOfKin(kin.get(candidate.figures[0].id)));
  return near === undefined || rivals.length > 0 ? [...found] : [{ report: only.report, selection: { kind: 'one', best: near, others } }];
}

/** What stands beside the last answer, or what it tells of the kind that the last answer told. */
async function ofTheKind(question: Question, near: Found[], context: Context): Promise<Found[]> {
  const [{ report, selection }] = near as [Found];
  if (selection.kind !== 'one') return near;
  const { best } = selection;
  const meant = await kindWithin(question, context, best.candidate.figures[0]);
  if (meant === null) return near;
  const candidate = (await context.candidates(report)).find(({ subtotal, figures: [figure] }) => subtotal === null && figure.id === meant);
  return candidate === undefined ? near : [{ report, selection: { kind: 'one', best: { ...best, candidate }, others: [best] } }];
}

function isSure(found: readonly Found[]): boolean {
  return onlyOne(found) !== null;
}

/** The one figure that was found; null where it is none or several. */
function onlyOne([only, ...others]: readonly Found[]): Ranked | null {
  return others.length === 0 && only?.selection.kind === 'one' ? only.selection.best : null;
}

/** 那代办点呢 after 大厅现场办脱多少, which was not understood, asks for what the stations did on the spot: only the official tables name a figure in one word. */
function isCell({ figures: [figure] }: Candidate): boolean {
  return figure.trust !== 'stated';
}
