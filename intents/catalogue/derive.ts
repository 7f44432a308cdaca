import { compare, difference, NoBaseError, product, quotient, sum, toJsonValue, unitOfFigure, type Figure, type ReportCard } from '../../index/mod.js';
import type { Block, Inline } from '../answer/answer.js';
import { say } from '../answer/phrases.js';
import { Evidence, orgYear, printed } from '../answer/present.js';
import { saidLabel, saidLabelOf } from '../answer/said-label.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { fits } from '../language/cue-words.js';
import { labelCues } from '../language/label-cues.js';
import { relatesFigures, unitFor } from '../language/unit-families.js';
import { questionWords, type Cue } from '../language/words.js';
import { mentionsApart } from '../question/counties.js';
import { DISTINGUISHING } from '../question/strength.js';
import { asks, type Question } from '../question/read.js';
import { averageOperands } from '../question/average-operands.js';
import type { Operands } from '../question/operand-search.js';
import { acrossReports, twoOperands } from '../question/operands.js';
import { asksForFresh, freshOperands } from '../question/fresh-operands.js';
import { listedFigures, listsSeveral } from '../question/listed-things.js';
import { asksForChange, levelChange } from '../question/level-change.js';
import { mayNameParts, partsTogether } from '../question/parts-together.js';
import { joinsAPair, pairAsked } from '../question/pair-asked.js';
import { inOrderSaid } from '../question/order-said.js';
import { pointsOperands, shareOperands } from '../question/share-operands.js';
import { asksForRate, asksForRemainder, rateOperands, remainderOperands } from '../question/remainder.js';
import { findFigures } from '../question/find.js';
import { saysItself } from '../question/ranking.js';
import { asksForStock, stockOperands } from '../question/stock-now.js';
import { asksOnlyResult } from '../question/turn-before.js';
import { wholeOf } from '../question/whole.js';
import { told } from './among-shown.js';
import { answerFor, figureLookup } from './figure-lookup.js';
import { noFigure } from './no-figure.js';
import { asksForPoints, percentagePoints } from './percentage-points.js';

const KINDS = ['share', 'ratio', 'average', 'difference', 'sum'] as const;
type Kind = (typeof KINDS)[number];

/** Below this many cases a percentage says little (handbook 5.8). */
const SMALL_SAMPLE = '30';
const FRAMES: Readonly<Record<Kind, string>> = { share: 'derivedShare', ratio: 'derivedRatio', average: 'derivedAverage', difference: 'derivedDifference', sum: 'derivedSum' };
const HALF_UP = 'half-up, 2 decimals';

/** 「村站占比多少」「中心比村站少多少」: a figure computed from held ones, formula and operands shown. */
export const derive: Intent = {
  name: 'derive',
  about: { zh: '占比、差额、合计、平均、倍数', en: 'share, difference, sum, average, ratio' },
  examples: {
    zh: ['乡为民服务中心办理的占总数的比例', '中心比村站少办多少件', '受理和咨询加起来多少件', '平均每个村办多少件'],
    en: ['What share did the village stations account for?', 'What is the difference between the centre and the village stations?'],
  },
  match(question) {
    // 为什么村站比中心办得多 asks for a reason, not for a number.
    if (asks(question, 'why') && question.counter === null) return null;
    const kind = kindsAsked(question)[0];
    if (kind) return { score: 0.85, because: [`asks for a ${kind}`] };
    if (asksForChange(question)) return { score: 0.81, because: ['asks how much something changed'] };
    if (asksForParts(question)) return { score: 0.81, because: ['may name two parts'] };
    if (asksForRate(question)) return { score: 0.81, because: ['asks for a rate'] };
    if (asksForFresh(question)) return { score: 0.81, because: ['asks for what was new'] };
    if (asksForStock(question) && asks(question, 'count')) return { score: 0.81, because: ['asks how many there are now'] };
    return asksForRemainder(question) ? { score: 0.81, because: ['asks what was left'] } : null;
  },
  async answer(question, context) {
    if (asksForPoints(question)) {
      const shares = await pointsOperands(question, context);
      return shares && percentagePoints(shares.report, shares.figures, context, question);
    }
    const kinds = kindsAsked(question);
    for (const kind of kinds) {
      // 网站和公众号合计占多少: their sum is no share.
      if (kind === 'sum' && kinds.includes('share')) return noFigure(question, context, []);
      const listed = kind === 'sum' ? await listedFigures(question, context) : null;
      if (listed) return told({ kind: 'sum', n: listed.figures.length, isOfAll: true }, listed.figures.map((figure) => ({ report: listed.report, figure })), context);
      if (kind === 'sum' && context.reports.length === 1 && listsSeveral(question)) return noFigure(question, context, []);
      const stated = await statedInstead(kind, question, context);
      if (stated && !(kind === 'share' && isRough(stated, question))) return stated;
      const operands = (await acrossReports(kind, question, context)) ?? (await operandsOf(kind, question, context));
      const beside = kind === 'share' && operands ? await statedBeside(operands, question, context) : null;
      if (beside) return beside;
      const behind = kind === 'share' && !operands ? await statedBehind(question, context) : null;
      if (behind) return behind;
      const worked = stated && operands ? await compute(kind, operands, context, question) : null;
      if (stated) return worked?.draft.status === 'answered' ? worked : stated;
      const excess = kind === 'difference' && operands ? await excessTold(operands, question, context) : null;
      if (excess) return excess;
      const inOrder = kind === 'difference' && operands ? await ordered(operands, question, context) : operands;
      if (inOrder) return compute(kind, inOrder, context, question);
      const two = kind === 'sum' ? await listedFigures(question, context, 2) : null;
      if (two) return told({ kind: 'sum', n: two.figures.length, isOfAll: true }, two.figures.map((figure) => ({ report: two.report, figure })), context);
    }
    // Who names two and gets a number of one would take it for both.
    if (context.reports.length !== 1 && mentionsApart(question).length > 1) return null;
    const change = asksForChange(question) ? await levelChange(question, context) : null;
    if (change) return compute('difference', change, context, question);
    const parts = asksForParts(question) ? ((await pairAsked(question, context)) ?? (await partsTogether(question, context))) : null;
    if (parts) return compute('sum', parts, context, question);
    const rate = asksForRate(question) ? await rateOperands(question, context) : null;
    if (rate) return compute('share', rate, context, question);
    const stock = asksForStock(question) ? await stockOperands(question, context) : null;
    if (stock) return compute('sum', stock, context, question);
    const rest = (asksForFresh(question) ? await freshOperands(question, context) : null) ?? (asksForRemainder(question) ? await remainderOperands(question, context) : null);
    return rest && compute('difference', rest, context, question);
  },
};

/** 线上线下招聘会多少场, 中心和村站受理多少件. */
function asksForParts(question: Question): boolean {
  return asks(question, 'count') && !asks(question, 'share', 'difference', 'average', 'ratio', 'breakdown', 'which', 'list') && (mayNameParts(question) || joinsAPair(question));
}

/** 占几件 asks for a count, not for a share; 每个村各办了多少 for the number of each, not for an average. */
function kindsAsked(question: Question): Kind[] {
  const countsThings = question.counter !== null && !relatesFigures(question.counter);
  const ofEach = questionWords(question.lang).patterns.ofEach.test(question.folded);
  return KINDS.filter((kind) => asks(question, kind as Cue) && !(kind === 'share' && countsThings) && !(kind === 'average' && ofEach));
}

/** A share or average that the report itself states is quoted, not computed. */
async function statedInstead(kind: Kind, question: Question, context: Context): Promise<Outcome | null> {
  if (kind !== 'share' && kind !== 'average') return null;
  const found = await findFigures(question, context, { terms: question.terms.filter((term) => term.concept !== 'share') });
  const stated = found.some(({ selection }) => selection.kind === 'one' && ['share', 'rate', 'average'].includes(selection.best.candidate.figures[0].stat) && saysItself(selection.best.candidate.facets, selection.best.fit));
  return stated ? figureLookup.answer({ ...question, terms: question.terms.filter((term) => term.concept !== 'share') }, context) : null;
}

/** 近八成: a share that is only said by and large gives way to the two numbers that it is made of, unless it is asked for in that unit (几成). */
function isRough({ draft: { rows = [] } }: Outcome, { counter }: Question): boolean {
  const unit = rows[0]?.unit ?? null;
  return rows[0] !== undefined && (rows[0].approx !== null || unit !== unitFor('percent')) && (counter === null || counter !== unit);
}

/** 疫情防控类516条，占33.8%: where the report states the very share behind its part, that is quoted. */
async function statedBeside({ report, figures: [part, whole], second }: Operands, question: Question, context: Context): Promise<Outcome | null> {
  if (second || !whole || part.quantity.value === null || whole.quantity.value === null || compare(whole.quantity.value, '0') === 0) return null;
  const stated = (await context.candidates(report)).find(({ subtotal, figures: [figure] }) => subtotal === null && figure.id === part.id + 1);
  const [share] = stated?.figures ?? [];
  if (!share || share.stat !== 'share' || share.quantity.unit !== '%' || share.quantity.value === null || share.quote[0].start !== part.quote[0].start) return null;
  const decimals = share.quantity.value.split('.')[1]?.length ?? 0;
  const exactly = (places: number): string => quotient(product(part.quantity.value!, '100'), whole.quantity.value!, places);
  // Some offices cut the last place off instead of rounding it.
  const isCutOff = exactly(decimals + CHECKED).startsWith(share.quantity.value) && decimals > 0;
  return isCutOff || compare(exactly(decimals), share.quantity.value) === 0 ? answerFor(question, context, stated!) : null;
}

/** Places that a share is worked out to beyond those printed. */
const CHECKED = 4;

/** 占比呢 after 网上办理701人次: the share that the report states right behind that figure (占总数的23.5%). */
async function statedBehind(question: Question, context: Context): Promise<Outcome | null> {
  const last = context.memory?.figure;
  const report = context.reports.find((card) => (card.report as string) === last?.report);
  if (!last || !report || !asksOnlyResult(question)) return null;
  const figures = await context.library.figures(report.report);
  const share = (await context.candidates(report)).find(({ subtotal, figures: [figure] }) => subtotal === null && figure.id === last.id + 1);
  const [figure] = share?.figures ?? [];
  const isBehind = figure?.stat === 'share' && figure.quantity.unit === '%' && figure.quote[0].start === figures[last.id]?.quote[0].start;
  return share && isBehind ? answerFor(question, context, share) : null;
}

/** 比目标多几篇 where the report says 超出目标2篇: by how much it is more, and nothing to be taken from anything. Null where neither operand is told so. */
async function excessTold({ report, figures, second }: Operands, question: Question, context: Context): Promise<Outcome | null> {
  const excess = second ? undefined : figures.slice(1).find(({ trust, labels }) => trust === 'stated' && fits(labelCues().excess, labels.at(-1) ?? ''));
  if (excess === undefined) return null;
  const candidate = (await context.candidates(report)).find(({ subtotal, figures: [figure] }) => subtotal === null && figure.id === excess.id);
  return candidate === undefined || asksHowMuchLess(question) ? noFigure(question, context, []) : answerFor(question, context, candidate);
}

/** As a remark says (后者减前者), else as they are named; null where the remark does not tell which is which. */
async function ordered(operands: Operands, question: Question, context: Context): Promise<Operands | null> {
  if (question.order === undefined) return asksHowMuchLess(question) ? turned(operands) : operands;
  const candidates = await context.candidates(operands.report);
  return inOrderSaid(question.order, operands, (i) => candidates.find(({ subtotal, figures: [figure] }) => subtotal === null && figure.id === operands.figures[i]?.id));
}

/** 中心比村站少多少: the centre's is taken from the stations'. */
function asksHowMuchLess(question: Question): boolean {
  return questionWords(question.lang).patterns.less.test(question.folded);
}

function turned({ report, figures, second }: Operands): Operands {
  const [a, b] = figures;
  if (!b) return { report, figures, ...(second && { second }) };
  return second ? { report: second, figures: [b, a], second: report } : { report, figures: [b, a] };
}

async function operandsOf(kind: Kind, question: Question, context: Context): Promise<Operands | null> {
  switch (kind) {
    case 'share':
      return shareOperands(question, context);
    case 'average':
      return averageOperands(question, context);
    case 'difference':
      return twoOperands(question, context, 'against');
    case 'ratio':
      return twoOperands(question, context, 'times');
    case 'sum':
      return (await pairAsked(question, context)) ?? twoOperands(question, context, 'together');
  }
}

async function compute(kind: Kind, { report, figures, second }: Operands, context: Context, question: Question): Promise<Outcome | null> {
  const [a, b] = figures;
  if (!b || a.quantity.value === null || b.quantity.value === null) return null;
  const units = [unitOfFigure(a), unitOfFigure(b)];
  if (kind === 'share' && compare(a.quantity.value, b.quantity.value) > 0) return null;
  if (kind !== 'average' && units[0] !== units[1] && units[0] !== null && units[1] !== null) return null;
  const evidence = new Evidence(context.library);
  const rows = [await evidence.figure(report, a), await evidence.figure(second ?? report, b)];
  const { lang } = context;
  const kept = question.terms.some((term) => term.concept !== 'share' && term.weight >= DISTINGUISHING) ? question.terms : (context.memory?.terms ?? []);
  // What follows is asked of both.
  const ofTwo = second !== undefined && second.orgKey !== report.orgKey;
  const shown = (kind === 'sum' && !second ? await wholeOfBoth([a, b], report, context) : null) ?? a;
  const remember = { terms: kept, unit: units[0] ?? null, ...(ofTwo ? { organisations: [report.orgKey, second.orgKey], figure: null } : { figure: { report: report.report as string, id: shown.id } }) };
  const piece = (figure: Figure, i: number): Inline[] => printed(lang, figure, evidence.rows[rows[i]!]!.citation, evidence.citations[evidence.rows[rows[i]!]!.citation]!.quote);
  const whose = (i: number): Inline[] => (i === 0 || second ? say(lang, 'whose', orgYear(lang, i === 0 ? report : second!)) : []);
  const labelled = (i: number, value: readonly Inline[]): Inline[] => [...whose(i), saidLabel(lang, evidence.rows[rows[i]!]!), ' ', ...value];
  const doubts = await trustNotes(context, [[report.report, a], [(second ?? report).report, b]]);
  const quotes: Block[] = [...doubts, ...[...new Set(rows.map((row) => evidence.rows[row]!.citation))].map((citation): Block => ({ type: 'quote', citation }))];
  try {
    const { value, unit, formula, rounding } = calculate(kind, a.quantity.value, b.quantity.value, units[0] ?? units[1] ?? null);
    const result: Inline = { type: 'derived', text: `${kind === 'difference' ? value.replace('-', '') : value}${unit ?? ''}`, from: rows };
    const blocks: Block[] = [
      { type: 'text', inlines: say(lang, frameOf(kind, value), { a: labelled(0, piece(a, 0)), b: labelled(1, piece(b, 1)), result }) },
      { type: 'text', inlines: say(lang, 'formula', { formula: { type: 'derived', text: formula, from: rows } }) },
    ];
    if (kind === 'share' && compare(b.quantity.value, SMALL_SAMPLE) < 0) blocks.push({ type: 'text', inlines: say(lang, 'small') });
    return {
      draft: { status: 'answered', blocks: [...blocks, ...quotes], value: toJsonValue(value), unit, derived: { formula, operands: rows, rounding }, rows: evidence.rows, citations: evidence.citations },
      remember,
    };
  } catch (error) {
    if (!(error instanceof NoBaseError)) throw error;
    const inlines = say(lang, 'noBase', { label: saidLabelOf(lang, b), value: piece(b, 1) });
    return { draft: { status: 'not_found', reason: 'no_base', blocks: [{ type: 'text', inlines }, ...quotes], rows: evidence.rows, citations: evidence.citations }, remember };
  }
}

/** 中心加村站一共办了多少: the total that both are parts of, where they make it up; what is asked next is asked of it. */
async function wholeOfBoth([a, b]: readonly [Figure, Figure], report: ReportCard, context: Context): Promise<Figure | null> {
  const whole = a.partOf === b.partOf ? wholeOf(a, await context.library.figures(report.report), false) : null;
  return whole?.quantity.value != null && compare(whole.quantity.value, sum([a.quantity.value!, b.quantity.value!])) === 0 ? whole : null;
}

/** A difference says which side is larger; its value keeps the sign. */
function frameOf(kind: Kind, value: string): string {
  if (kind !== 'difference' || value === '0') return FRAMES[kind];
  return value.startsWith('-') ? 'derivedLess' : 'derivedMore';
}

/** Exact arithmetic; percentages, averages and ratios to two decimals, half up. Percentages of percentages become 个百分点. */
function calculate(kind: Kind, a: string, b: string, unit: string | null): { value: string; unit: string | null; formula: string; rounding: string | null } {
  switch (kind) {
    case 'share': {
      const value = quotient(product(a, '100'), b, 2);
      return { value, unit: '%', formula: `${a} ÷ ${b} × 100% = ${value}%`, rounding: HALF_UP };
    }
    case 'average': {
      const value = quotient(a, b, 2);
      return { value, unit, formula: `${a} ÷ ${b} = ${value}`, rounding: HALF_UP };
    }
    case 'ratio': {
      const value = quotient(a, b, 2);
      return { value, unit: '倍', formula: `${a} ÷ ${b} = ${value}`, rounding: HALF_UP };
    }
    case 'difference': {
      const value = difference(a, b);
      return { value, unit: unit === '%' ? '个百分点' : unit, formula: `${a} − ${b} = ${value}`, rounding: null };
    }
    case 'sum': {
      const value = sum([a, b]);
      return { value, unit, formula: `${a} + ${b.startsWith('-') ? `(${b})` : b} = ${value}`, rounding: null };
    }
  }
}
