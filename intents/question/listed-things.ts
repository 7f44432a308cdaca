import { unitOfFigure, type Figure, type ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { calculations } from '../language/calculations.js';
import { labelCues } from '../language/label-cues.js';
import { findFigures, kinOfMemory } from './find.js';
import { isOneOf } from './operand-search.js';
import type { Question } from './read.js';
import type { Term } from './terms.js';

/** Two things are for `pair-asked.ts` and its neighbours first. */
const FEWEST = 3;
const MOST = 8;

/** Figures that a question lists by their names, in its order. */
export interface Listed {
  readonly report: ReportCard;
  readonly figures: readonly Figure[];
}

/**
 * 检索费、邮寄费、复制费加起来多少: the figure that each of `fewest` or more listed things means. Null where one of them means none or several, where
 * the words together name one figure, or where the figures are no parts of one thing: they stand in one sentence or under one total, in one unit.
 */
export async function listedFigures(question: Question, context: Context, fewest = FEWEST): Promise<Listed | null> {
  const [report] = context.reports;
  const groups = groupsIn(question);
  if (report === undefined || context.reports.length !== 1 || groups.length < fewest || groups.length > MOST) return null;
  if ((await figureFor(question, context, groups.flat())) !== null) return null;
  for (const words of readings(groups)) {
    const found: Figure[] = [];
    for (const terms of words) {
      const figure = await figureFor(question, context, terms);
      if (figure === null) break;
      found.push(figure);
    }
    if (found.length === groups.length && standTogether(found)) return { report, figures: found };
  }
  return null;
}

/** True when a question for a sum lists three things or more: the sum of two of them is not what it asks. */
export function listsSeveral(question: Question): boolean {
  return groupsIn(question).length >= FEWEST;
}

/** The words of each thing up to the word that asks for the sum: between two things stands a mark of a list, within one nothing of the kind. */
function groupsIn({ cues, folded, lang, terms }: Question): Term[][] {
  const asked = cues.find(({ cue }) => cue === 'sum');
  if (lang !== 'zh' || asked === undefined) return [];
  const groups: Term[][] = [];
  let end = 0;
  for (const term of terms.filter((one) => !isOneOf(one, calculations().calculation)).toSorted((a, b) => a.start - b.start)) {
    const gap = folded.slice(end, term.start);
    const joins = groups.length === 0 || labelCues().between.some((mark) => gap.includes(mark));
    if (joins) groups.push([term]);
    else groups.at(-1)!.push(term);
    end = term.end;
  }
  return groups;
}

/** The things as they stand; then with what only the last one says of all of them (网站、微信、微博|发布的), or only the first (网站发布的|动态、公告、法规). */
function readings(groups: readonly (readonly Term[])[]): (readonly Term[])[][] {
  const [first, last] = [groups[0]!, groups.at(-1)!];
  const behind = last.slice(1);
  const before = first.slice(0, -1);
  const each = (change: (group: readonly Term[], at: number) => readonly Term[]): (readonly Term[])[] => groups.map(change);
  return [
    each((group) => group),
    ...(behind.length > 0 ? [each((group, at) => (at === groups.length - 1 ? group : [...group, ...behind]))] : []),
    ...(before.length > 0 ? [each((group, at) => (at === 0 ? group : [...before, ...group]))] : []),
  ];
}

/** The only figure that these words mean, where it holds a number. */
async function figureFor(question: Question, context: Context, terms: readonly Term[]): Promise<Figure | null> {
  // 投诉和建议加起来 after 咨询的呢 are parts beside the last answer.
  const kin = await kinOfMemory(context);
  const [found] = await findFigures(question, context, { terms, cues: new Set(), ...(kin.size > 0 && { kin }) });
  if (found?.selection.kind !== 'one' || found.selection.best.candidate.subtotal !== null) return null;
  const [figure] = found.selection.best.candidate.figures;
  return figure.quantity.value === null ? null : figure;
}

function standTogether(figures: readonly Figure[]): boolean {
  const [first] = figures;
  if (first === undefined || new Set(figures.map(({ id }) => id)).size < figures.length) return false;
  if (figures.some((one) => unitOfFigure(one) !== unitOfFigure(first) || one.stat !== first.stat)) return false;
  if (figures.some(({ partOf }) => figures.some(({ id }) => (id as number) === partOf))) return false;
  return first.partOf !== null ? figures.every(({ partOf }) => partOf === first.partOf) : first.trust === 'stated' && figures.every((one) => one.partOf === null && one.trust === 'stated' && one.quote[0].start === first.quote[0].start);
}
