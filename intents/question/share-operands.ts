import type { Figure, ReportCard } from '../../index/mod.js';
import type { Context } from '../intent.js';
import { calculations } from '../language/calculations.js';
import { questionWords } from '../language/words.js';
import { longestMention } from './cue.js';
import { ofOwnShare } from './left-out.js';
import { DISTINGUISHING } from './strength.js';
import { findFigures } from './find.js';
import { fitsWords, isOneOf, one, PAIR_MARGIN, ranked, wholesAbove, type Operands } from './operand-search.js';
import { twoOperands } from './operands.js';
import { followUpWords } from './follow-up-words.js';
import type { Question } from './read.js';
import { sidesOf, type Sides } from './split.js';
import type { Term } from './terms.js';
import { wholeBySum, wholeOf } from './whole.js';

/** Part and whole of a share question; null when either cannot be told for sure. */
export async function shareOperands(question: Question, context: Context): Promise<Operands | null> {
  const first = await wholeNamedFirst(question, context);
  const ofLast = first === undefined ? await wholeNamedAlone(question, context) : first;
  if (ofLast !== undefined) return ofLast;
  const sides = sidesOf(question, 'share');
  const left = (sides?.left ?? question.terms).filter((term) => !isOneOf(term, ['share']));
  const ofPart = sides === null ? question : withoutRight(question, sides);
  const within = await partWithin(ofPart, context, left);
  if (within) return within;
  // 征地类申请占申请总数: what the whole is called need not be said of the part.
  const own = left.filter((term) => !(sides?.right ?? []).some((other) => other.concept !== null && other.concept === term.concept));
  let part = (await one(ofPart, context, left)) ?? (await partWithWhole(ofPart, context, left)) ?? (own.length < left.length && own.some((term) => term.weight >= DISTINGUISHING) ? await partWithWhole(ofPart, context, own) : null);
  if (!part) return null;
  const figures = await context.library.figures(part.report.report);
  if (wholeOf(part.figure, figures, false) === null) {
    // A number told twice is told once with its total.
    const again = await partWithWhole(ofPart, context, left);
    if (again && again.figure.quantity.value === part.figure.quantity.value && again.figure.quantity.unit === part.figure.quantity.unit) part = again;
  }
  const itsOwnSaid = questionWords(question.lang).patterns.ofItsOwn.exec(sides?.rightText ?? '');
  // 占它自己办理量: the word that says whose it is names nothing.
  const named = (sides?.right ?? []).filter((term) => !(itsOwnSaid?.[0].includes(term.text) ?? false) && !isOneOf(term, calculations().calculation) && term.weight > 0);
  const saysWhole = longestMention(sides?.rightText ?? question.folded, questionWords(question.lang).whole, question.lang) !== null;
  if (named.length > 0) {
    const itsOwn = itsOwnSaid === null ? null : wholeOf(part.figure, figures, false);
    const telling = named.filter(({ weight }) => weight >= DISTINGUISHING);
    if (itsOwn && (telling.length === 0 || fitsWords(itsOwn, telling, context))) return { report: part.report, figures: [part.figure, itsOwn] };
    const fitting = wholesAbove(part.figure, figures).find((whole) => fitsWords(whole, named, context));
    if (fitting) return { report: part.report, figures: [part.figure, fitting] };
    const whole = await one(question, context, named, part.figure, saysWhole);
    // What is a part of one total is no share of another that only sounds like it; 村站受理 is one of 受理 where both come of one total.
    const above = wholesAbove(part.figure, figures);
    if (whole && above.length > 0 && !above.some((total) => total.id === whole.figure.id || isSaidTwice(total, whole.figure)) && !(above.at(-1) === wholesAbove(whole.figure, figures).at(-1) && fitsWords(part.figure, named, context))) return null;
    if (whole && whole.figure.id !== part.figure.id) return { report: part.report, figures: [part.figure, whole.figure] };
    const ancestor = wholeOf(part.figure, figures, saysWhole);
    return ancestor && (await couldBe(question, context, named, ancestor)) ? { report: part.report, figures: [part.figure, ancestor] } : null;
  }
  // 占它自己总数: its own total, and not the one above that.
  const whole = wholeOf(part.figure, figures, saysWhole && itsOwnSaid === null) ?? (saysWhole ? wholeBySum(part.figure, figures) : null);
  return whole ? { report: part.report, figures: [part.figure, whole] } : null;
}

/** 村级河长占全部河长的比例: that all of them are the whole is not said of the part. */
function withoutRight(question: Question, { rightText }: Sides): Question {
  const { folded } = question;
  return { ...question, folded: folded.slice(0, folded.length - rightText.length).padEnd(folded.length) };
}

/** What share of the accepted items came from the village stations: undefined when the question does not put it so, null when either is unsure. */
async function wholeNamedFirst(question: Question, context: Context): Promise<Operands | null | undefined> {
  const { whole: wholeAt, part: partAt } = questionWords(question.lang).patterns.wholeFirst.exec(question.folded)?.indices?.groups ?? {};
  if (!wholeAt || !partAt) return undefined;
  const within = ([from, to]: readonly [number, number]): Term[] => question.terms.filter((term) => term.start >= from && term.end <= to && !isOneOf(term, calculations().calculation));
  const [whole, part] = [within(wholeAt), within(partAt)];
  if (![whole, part].every((terms) => terms.some((term) => term.weight >= DISTINGUISHING))) return undefined;
  const [all, some] = [await one(question, context, whole), await one(question, context, [...whole, ...part])];
  if (all && some) return all.figure.id !== some.figure.id ? { report: some.report, figures: [some.figure, all.figure] } : null;
  const found = some ?? all;
  if (found === null) return null;
  const figures = await context.library.figures(found.report.report);
  // Where other figures are called so as well, the whole is the total of the part; where the whole's name is not said of the part, the part is the one of it that is called so.
  const others = some ? wholesAbove(some.figure, figures).filter((total) => fitsWords(total, whole, context)) : figures.filter((figure) => figure.partOf === (found.figure.id as number) && fitsWords(figure, part, context));
  const [other] = others;
  if (other === undefined || (all !== null && others.length > 1)) return null;
  return { report: found.report, figures: some ? [some.figure, other] : [other, found.figure] };
}

/**
 * 占中心办的百分之几: what is named is the whole, the part is the last answer. Undefined when the question does not put it so, null when there was no such answer or
 * it is no part of what is named.
 */
async function wholeNamedAlone(question: Question, context: Context): Promise<Operands | null | undefined> {
  const { lang, folded, terms } = question;
  const said = questionWords(lang).patterns.share;
  const at = [...folded.matchAll(said)][0]?.index ?? -1;
  if (at < 0 || folded.slice(0, at).replace(followUpWords(lang).lead, '').trim() !== '') return undefined;
  const named = terms.filter((term) => term.start > at && !isOneOf(term, calculations().calculation) && term.weight > 0);
  if (!named.some(({ weight }) => weight >= DISTINGUISHING)) return undefined;
  const part = await one(question, context, []);
  const whole = part === null ? undefined : wholesAbove(part.figure, await context.library.figures(part.report.report)).find((above) => fitsWords(above, named, context));
  return part !== null && whole !== undefined ? { report: part.report, figures: [part.figure, whole] } : null;
}

/** Of several figures that fit, the only one that is part of a total. */
async function partWithWhole(question: Question, context: Context, terms: readonly Term[]): Promise<{ report: ReportCard; figure: Figure } | null> {
  const [report] = context.reports;
  if (context.reports.length !== 1 || !report) return null;
  const figures = await context.library.figures(report.report);
  const [best, next] = (await ranked(question, context, terms)).filter(({ figure }) => wholeOf(figure, figures, false) !== null);
  return best && (!next || best.score - next.score >= PAIR_MARGIN) ? { report, figure: best.figure } : null;
}

/** 受理件里村站占几成: the words before 里 name the whole, all words together the part. */
async function partWithin(question: Question, context: Context, terms: readonly Term[]): Promise<Operands | null> {
  for (const match of question.folded.matchAll(questionWords(question.lang).patterns.within)) {
    const end = match.index + match[0].length;
    const before = terms.filter((term) => term.end <= match.index);
    const after = terms.filter((term) => term.start >= end);
    const [named, partTerms] = question.lang === 'zh' ? [before, after] : [after, before];
    // 村站自己办的里面: what they handled themselves, where the report tells it beside what others did.
    const wholeTerms = (await ofOwnShare({ ...question, terms: named }, context))?.terms ?? named;
    if (wholeTerms.length === 0 || partTerms.length === 0) continue;
    const whole = await one(question, context, wholeTerms);
    const part = await one(question, context, [...wholeTerms, ...partTerms]);
    if (whole && part && whole.figure.id !== part.figure.id) return { report: part.report, figures: [part.figure, whole.figure] };
  }
  return null;
}

/** The same number of the same unit in a sentence and in a table, or in two sentences. */
function isSaidTwice(a: Figure, b: Figure): boolean {
  return a.quantity.value !== null && a.quantity.value === b.quantity.value && (a.quantity.unit === b.quantity.unit || a.trust !== b.trust);
}

async function couldBe(question: Question, context: Context, terms: readonly Term[], figure: Figure): Promise<boolean> {
  const found = await findFigures(question, context, { terms, counter: null, cues: new Set() });
  return found.some(({ selection }) => selection.kind === 'several' && selection.ranked.some(({ candidate }) => candidate.figures[0].id === figure.id));
}


/** 村站受理占比比中心受理占比高几个百分点: both parts, each with the total that it is stated to be of; null when any of the four is unsure. */
export async function pointsOperands(question: Question, context: Context): Promise<{ readonly report: ReportCard; readonly figures: readonly [Figure, Figure, Figure, Figure] } | null> {
  const parts = await twoOperands(question, context, 'against');
  if (!parts || parts.second) return null;
  const figures = await context.library.figures(parts.report.report);
  const [a, b] = parts.figures;
  const [wholeA, wholeB] = [wholeOf(a, figures, false), b ? wholeOf(b, figures, false) : null];
  return b && wholeA && wholeB ? { report: parts.report, figures: [a, wholeA, b, wholeB] } : null;
}
