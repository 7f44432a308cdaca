import { compare, sum, unitOfFigure, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { isShare } from '../language/unit-families.js';
import type { AmongAsked } from './among.js';
import type { Term } from './terms.js';
import { wholeOf } from './whole.js';

/** A figure with the report that it stands in. */
export interface ShownFigure {
  readonly report: ReportCard;
  readonly figure: Figure;
  /** The words that it was asked by; none for a part that nobody asked for by itself. */
  readonly by?: string;
}

/** The words that figures are asked by, so that those of one question are known again. */
export function askedBy(terms: readonly Term[]): string {
  return terms.map(({ concept, text }) => concept ?? text).join(' ');
}

/**
 * The figures that 两个加起来, 差多少, 哪个最多 are about: those that the last answers gave, one each, or the parts that the last one showed. In the
 * order of asking; null where it is not clear which, or where they do not go together.
 */
export async function operandsAmong(asked: AmongAsked, context: Context): Promise<readonly ShownFigure[] | null> {
  const recent = await recentFigures(context);
  const last = recent.at(-1);
  if (last === undefined) return null;
  const figures = await context.library.figures(last.report.report);
  const parts = partsOf(last, figures);
  const beside = besideIt(recent, last, figures);
  const chosen = ((): readonly ShownFigure[] => {
    if (asked.n !== null) return recent.length >= asked.n ? recent.slice(-asked.n) : [parts, beside].find(({ length }) => length === asked.n) ?? [];
    switch (asked.kind) {
      case 'most':
      case 'least':
        if (!asked.isOfAll && recent.length > 1 && !holdsWhole(recent.slice(-2), figures)) return recent.slice(-2);
        return [parts, beside, asked.isOfAll && asked.ofKind ? [] : alike(recent, figures)].find(({ length }) => length > 1) ?? [];
      case 'sum':
      case 'average':
        return alike(recent, figures);
      default:
        return recent.length > 1 ? lastTwo(recent, figures) : parts;
    }
  })();
  if (chosen.length < 2 || !areOfOneKind(chosen) || (takesTwo(asked) && chosen.length !== 2)) return null;
  // Rates do not add up, nor does a total with its parts.
  const addsUp = asked.kind === 'sum' || asked.kind === 'average';
  return addsUp && (isShare(unitOfFigure(chosen[0]!.figure)) || holdsWhole(chosen, figures) || countsTwice(chosen, figures)) ? null : chosen;
}

/** The last two; where the one before the last is of another report and of another thing, the last and what was asked of that thing before (接件 of one year, 办结 of it, 接件 of the next). */
function lastTwo(recent: readonly ShownFigure[], figures: readonly Figure[]): readonly ShownFigure[] {
  const [before, last] = [recent.at(-2)!, recent.at(-1)!];
  if (before.report.report === last.report.report || isAlike(before, last, figures)) return [before, last];
  const same = recent.slice(0, -2).findLast((one) => isAlike(one, last, figures));
  return [same ?? before, last];
}

function countsTwice(chosen: readonly ShownFigure[], figures: readonly Figure[]): boolean {
  const last = chosen.at(-1)!;
  return chosen.some((one) => one !== last && one.report.report === last.report.report && one.figure.partOf !== null && one.figure.partOf === last.figure.partOf && !standTogether(one, last, figures));
}

function takesTwo({ kind }: AmongAsked): boolean {
  return kind === 'difference' || kind === 'more' || kind === 'less';
}

/** The figures of the last answers that are held still, the last one last. */
export async function recentFigures({ library, memory }: Context): Promise<ShownFigure[]> {
  const places = memory?.recent ?? [];
  const found: ShownFigure[] = [];
  for (const { report: id, id: figureId, by } of places) {
    const report = await library.report(id);
    const figure = report === null ? undefined : (await library.figures(report.report))[figureId];
    if (report !== null && figure !== undefined && figure.quantity.state === 'number') found.push({ report, figure, by });
  }
  return found;
}

/** The parts of a figure as they stand one after another and add up to it: 已办结 beside 咨询, 投诉 and 建议 is no part of the same kind. A total may be told apart twice (by place, by kind): then those that `holding` is one of. Empty where none do. */
export function partsOf({ report, figure }: ShownFigure, figures: readonly Figure[], holding?: Figure): ShownFigure[] {
  const total = figure.quantity.value;
  const parts = figures.filter((other) => other.partOf === (figure.id as number) && other.quantity.value !== null && unitOfFigure(other) === unitOfFigure(figure));
  if (total === null) return [];
  for (let start = 0; start < parts.length; start += 1) {
    for (let end = parts.length; end > start + 1; end -= 1) {
      const run = parts.slice(start, end);
      if (holding !== undefined && !run.includes(holding)) continue;
      if (compare(sum(run.map(({ quantity }) => quantity.value!)), total) === 0) return run.map((part) => ({ report, figure: part }));
    }
  }
  return [];
}

/** After a total and one of its parts, or two parts of one total: all the parts of that total. */
function besideIt(recent: readonly ShownFigure[], last: ShownFigure, figures: readonly Figure[]): ShownFigure[] {
  const whole = wholeOf(last.figure, figures, false);
  if (whole === null) return [];
  const isNear = ({ report, figure }: ShownFigure): boolean => report.report === last.report.report && figure.id !== last.figure.id && (figure.id === whole.id || wholeOf(figure, figures, false)?.id === whole.id);
  return recent.some(isNear) ? partsOf({ report: last.report, figure: whole }, figures, last.figure) : [];
}

/** The last answers as far back as they are about one thing: parts of one total, one metric, one label or one question in several years or of several organisations; two that were asked one after the other are, if nothing else was asked. */
function alike(recent: readonly ShownFigure[], figures: readonly Figure[]): readonly ShownFigure[] {
  const last = recent.at(-1)!;
  let start = recent.length - 1;
  while (start > 0 && isAlike(recent[start - 1]!, last, figures)) start -= 1;
  const run = recent.slice(start);
  return run.length > 1 || recent.length > 2 ? run : recent;
}

/** True for two figures that one question asks for: parts of one total, or one metric, label or wording in two reports. `figures` are those of the report of `b`. */
export function isAlike(a: ShownFigure, b: ShownFigure, figures: readonly Figure[]): boolean {
  if (a.report.report === b.report.report && a.figure.partOf !== null && a.figure.partOf === b.figure.partOf) return standTogether(a, b, figures);
  if (a.report.report === b.report.report) return false;
  if (a.by !== undefined && a.by !== '' && a.by === b.by) return true;
  if (a.figure.metric !== null && b.figure.metric !== null) return a.figure.metric === b.figure.metric;
  return a.figure.metric === b.figure.metric && a.figure.labels.join(' ') === b.figure.labels.join(' ');
}

/** False for two parts of one total that it is told apart into in two ways: added up they count things twice. `figures` are those of the report that both stand in. */
function standTogether(a: ShownFigure, b: ShownFigure, figures: readonly Figure[]): boolean {
  const whole = figures.find(({ id }) => (id as number) === b.figure.partOf);
  const run = whole === undefined ? [] : partsOf({ report: b.report, figure: whole }, figures, figures[b.figure.id]);
  return run.length === 0 || run.some(({ figure }) => figure.id === a.figure.id);
}

function areOfOneKind(chosen: readonly ShownFigure[]): boolean {
  const [first] = chosen;
  return chosen.every(({ figure }) => figure.quantity.value !== null && unitOfFigure(figure) === unitOfFigure(first!.figure) && figure.stat === first!.figure.stat);
}

function holdsWhole(chosen: readonly ShownFigure[], figures: readonly Figure[]): boolean {
  return chosen.some(({ report, figure }) => {
    const whole = wholeOf(figure, figures, false);
    return whole !== null && chosen.some((other) => other.report.report === report.report && other.figure.id === whole.id);
  });
}
