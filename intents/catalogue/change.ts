import { compare, difference, quotient, product, toJsonValue, unitOfFigure, type ConceptId, type Figure, type ReportCard } from '../../index/mod.js';
import { labelOfRows, valueShown } from '../answer/across-lines.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import { coverageBlocks, unlikeDraft } from '../answer/coverage.js';
import { say } from '../answer/phrases.js';
import { Evidence, named, orgYear } from '../answer/present.js';
import { trustNotes } from '../answer/trust-note.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { isShare, unitFor } from '../language/unit-families.js';
import { compares } from '../question/course-asked.js';
import { acrossValues, type Across, type AcrossValue } from '../question/across-values.js';
import { asksOver, asksPercentage, namesAFigure, namesYearRange } from '../question/many-asked.js';
import { comparesWithYear, startsAsFollowUp } from '../question/find.js';
import { levelChange } from '../question/level-change.js';
import { changeAsked, surelyAsksForChange, withoutAgainst, type Against } from '../question/change-asked.js';
import { takesEarlierFromLater } from '../question/order-said.js';
import { asks, type Question } from '../question/read.js';
import { changeTold, goneAsAsked, isToldOfPart, wayTold } from './change-told.js';
import type { Term } from '../question/terms.js';
import { answerFor, figureLookup } from './figure-lookup.js';
import { noFigure } from './no-figure.js';

/** 「新收申请比去年多多少」「同比」: one organisation's figure against the year before, both cited; what the report itself states comes first. */
export const change: Intent = {
  name: 'change',
  about: { zh: '比上年多多少', en: 'change against the year before' },
  examples: { zh: ['青石镇新收申请比去年多多少', '青石镇行政许可同比'], en: ['How did requests change compared with last year in Qingshi Town?'] },
  examplesOver: 'several',
  match(question, memory) {
    // A change is later minus earlier; any other way round it is a difference.
    if (question.order !== undefined && !takesEarlierFromLater(question.order, question.years.length === 0)) return null;
    if (memory !== null && !namesAFigure(question) && comparesWithYear(question) && (asks(question, 'difference', 'change') || startsAsFollowUp(question))) return { score: 0.93, because: ['asks for a change of the figure before'] };
    if (asksOver(question, 'change') || asksAgainstOneYear(question)) return { score: namesTwoYears(question) ? 0.93 : 0.88, because: ['asks for a change against the year before'] };
    const against = againstUnnamed(question);
    if (against !== null) return { score: namesTwoYears(question) ? 0.93 : surelyAsksForChange(question) ? 0.88 : 0.805, because: ['asks for a change and names no year before'] };
    if (!namesTwoYears(question) || asks(question, 'share', 'ratio', 'average', 'sum')) return null;
    if (asks(question, 'change') || saysMoved(question)) return { score: 0.93, because: ['asks for a change between two years'] };
    return asks(question, 'difference') ? { score: 0.84, because: ['asks for the difference of two years'] } : null;
  },
  async answer(question, context) {
    if (!namesAFigure(question) && context.memory?.figure != null && question.organisations.length === 0) return (await changeOfLast(question, context)) ?? noFigure(question, context, []);
    const [later, earlier] = await twoYears(question, context);
    if (later === null) return null;
    // 涨了几个 over one report is told by that report in its own words.
    if (earlier === null && againstUnnamed(question) === 'unsaid') return null;
    if (!namesAFigure(question)) return onlyChangeIn(question, context, later);
    const isSinceYearBefore = yearsApart(question).every((year) => year === later.year || year === later.year! - 1);
    const told = isSinceYearBefore && !asksForShareOf(question) ? await changeTold(question, context, later) : null;
    if (namesTwoYears(question)) {
      const between = earlier === null ? null : await changeBetween(question, context, [later, earlier]);
      if (between?.draft.status === 'answered') return between;
      return told ?? between ?? (earlier === null ? { draft: notHeld(context, later, yearsApart(question).find((year) => year !== later.year)) } : null);
    }
    if (told !== null) return told;
    const ofLater = { ...context, reports: [later], years: context.years.filter((year) => year === later.year) };
    const stated = await figureLookup.answer(question.lang === 'en' && asksPercent(question) ? withoutAgainst(question) : question, ofLater);
    const isAsked = stated?.draft.status === 'answered' ? await asChangeAsked(question, context, later, stated) : null;
    if (isAsked !== null) return isAsked;
    const ofForm = earlier === null || question.counter === unitFor('matter') ? await deltaOfForm(question, ofLater, later) : null;
    if (ofForm !== null) return ofForm;
    const eitherWay = await statedEitherWay(question, ofLater, later);
    if (eitherWay !== null) return eitherWay;
    if (earlier !== null) return changeBetween(question, context, [later, earlier]);
    if (stated?.draft.status === 'clarify') return stated;
    // 账号减少了几个, told as 由46个整合为31个: nothing is asked of another year.
    if (question.years.length === 0 && (await levelChange(question, ofLater)) !== null) return null;
    return { draft: notHeld(context, later) };
  },
};

/** 比上年变化几件: by how much the report says that it grew or fell; less than nothing where it fell. Null where it says neither, or both. */
async function statedEitherWay(question: Question, context: Context, later: ReportCard): Promise<Outcome | null> {
  const at = question.terms.findIndex(({ concept }) => concept !== null && EITHER_WAY.includes(concept));
  if (at < 0) return null;
  const told: { readonly way: string; readonly outcome: Outcome }[] = [];
  const figures = await context.library.figures(later.report);
  const asked = changeAsked(question);
  for (const way of MOVES) {
    const outcome = await figureLookup.answer({ ...question, terms: question.terms.with(at, { ...question.terms[at]!, concept: way }) }, context);
    const figure = figures[outcome?.draft.status === 'answered' ? (outcome.remember?.figure?.id ?? -1) : -1];
    if (outcome && figure !== undefined && isChange(figure) && !(asked !== null && (await isToldOfPart(asked, context, later, figure)))) told.push({ way, outcome });
  }
  const [only, ...others] = told;
  if (only === undefined || others.length > 0) return null;
  const { value } = only.outcome.draft;
  return only.way === FELL && typeof value === 'number' ? { ...only.outcome, draft: { ...only.outcome.draft, value: -value } } : only.outcome;
}

/** 2023年较2022年增减几件, 2023年比2022年涨了多少: the word asks which way it went, and is no row of a form and no label. */
function saysMoved(question: Question): boolean {
  return (comparesWithYear(question) || asksOver(question, 'change')) && question.terms.some(isMove);
}

function isMove({ concept }: Term): boolean {
  return concept !== null && (EITHER_WAY.includes(concept) || MOVES.includes(concept));
}

/** 行政许可项目比上年增减几项: the 2019 form has a column for that, which need not say against what. Null where what is asked for is no such cell. */
async function deltaOfForm(question: Question, context: Context, later: ReportCard): Promise<Outcome | null> {
  const terms = question.terms.filter(({ concept }) => concept === null || !compares(concept)).map((term) => (term.concept === CHANGE ? { ...term, concept: ITEMS_DELTA } : term));
  const countsItems = question.counter === unitFor('matter');
  // 行政许可比上年变化多少 may ask for the decisions as well.
  if (!countsItems && (question.counter !== null || !question.terms.some(({ concept }) => concept === ITEMS_DELTA))) return null;
  if (!terms.some(({ concept }) => concept === ITEMS_DELTA)) return null;
  const outcome = await figureLookup.answer({ ...question, terms }, context);
  const id = outcome?.draft.status === 'answered' ? outcome.remember?.figure?.id : undefined;
  return outcome && id !== undefined && isDelta((await context.library.figures(later.report))[id]!) ? outcome : null;
}

const CHANGE: ConceptId = 'change-any';
const ITEMS_DELTA: ConceptId = 'items-delta';
/** 变化, 增减. */
const EITHER_WAY: readonly ConceptId[] = [CHANGE, ITEMS_DELTA];
const FELL = 'decrease';

/** The figure that the question names in both reports; null when either lacks it. */
async function changeBetween(question: Question, context: Context, pair: readonly [ReportCard, ReportCard], plain: Question = thingChanged(question)): Promise<Outcome | null> {
  // 百分之几 asks for a share of the change, not for a figure in percent; by how much for no money.
  const across = await acrossValues(asksPercent(question) || question.lang === 'en' ? { ...plain, terms: withoutMoves(plain), counter: null, counterEnd: null } : plain, { ...context, years: yearsApart(question) }, pair);
  const [now, before] = pair.map((card) => across?.values.find((value) => value.card === card));
  if (!now || !before) {
    if (across === null) return null;
    if (across.unlike.length > 0) return { draft: await unlikeDraft(context, across) };
    return across.incomparable.length > 0 ? { draft: { status: 'not_found', reason: 'wrong_form', blocks: await coverageBlocks(context, new Evidence(context.library), across) } } : null;
  }
  const notes = across!.notes.map((note): Block => ({ type: 'text', inlines: say(context.lang, 'acrossNote', { note: named(note[context.lang]) }) }));
  return { draft: await changeDraft(context, across!, [now, before], notes, asksPercent(question)), remember: { terms: question.terms, organisations: [pair[0].orgKey], figure: now.parts ? null : { report: now.card.report, id: now.id } } };
}

/** What is asked to have changed, without the words for changing. */
function thingChanged(question: Question): Question {
  const asked = changeAsked(question);
  if (asked !== null) return asked.thing;
  return saysMoved(question) ? { ...question, terms: question.terms.filter((term) => !isMove(term)) } : question;
}

/** By how many did X grow: the verb says what is asked of X, and no label of X. In Chinese 增加 may name a thing as well. */
function withoutMoves({ lang, terms }: Question): Question['terms'] {
  return lang === 'en' ? terms.filter(({ concept }) => concept === null || !MOVES.includes(concept)) : terms;
}

const MOVES: readonly string[] = ['increase', 'decrease'];

/** 比上年多多少 after a figure: that figure against the year before it, or against the year that is named. */
export async function changeOfLast(question: Question, context: Context): Promise<Outcome | null> {
  const { memory } = context;
  const held = await context.library.reports();
  const later = held.find(({ report }) => (report as string) === memory?.figure?.report);
  if (memory === null || later === undefined || later.year === null) return null;
  const named = question.years.find((mention) => mention.kind === 'year');
  const year = named?.kind === 'year' ? named.year : later.year - 1;
  const earlier = held.find((card) => card.orgKey === later.orgKey && card.year === year);
  if (earlier === undefined) return { draft: notHeld(context, later) };
  // 比上年呢: what changed was said in the turn before.
  const ofLast: Question = { ...question, terms: memory.terms, counter: question.counter ?? memory.counter };
  return changeBetween(ofLast, { ...context, reports: [later, earlier] }, [later, earlier], ofLast);
}

/** 两年间增减几件, 变化几件: what a change is set against where no year before is named; null where one is, or where no change is asked for. */
function againstUnnamed(question: Question): Against | null {
  if (asksOver(question, 'change') || asks(question, ...NO_CHANGE) || (asks(question, 'list') && !asks(question, 'difference'))) return null;
  const against = changeAsked(question)?.against ?? null;
  return against === 'year' ? null : against;
}

/** What is asked beside a change, so that the change is not what is asked. */
const NO_CHANGE = ['share', 'ratio', 'average', 'sum', 'why', 'how', 'which', 'who'] as const;

function asksPercent(question: Question): boolean {
  return isShare(question.counter) || asksPercentage(question);
}

/** The two years that are set against each other, as named: two of them, or the ends of a stretch (2020年到2022年); empty when the question names no such two. */
function yearsApart(question: Question): readonly number[] {
  const years = [...new Set(question.years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : [])))];
  if (years.length === 2) return years;
  const stretch = years.length > 2 && namesYearRange(question) && question.years.every(({ start }) => start === question.years[0]!.start);
  return stretch ? [Math.min(...years), Math.max(...years)] : [];
}

function namesTwoYears(question: Question): boolean {
  return yearsApart(question).length === 2 || againstUnnamed(question) === 'other year' || setsThisYearAgainstOne(question) || setsRelativeYearsApart(question);
}

/** 去年比前年: both counted back from now, neither of them this year. */
function setsRelativeYearsApart({ years }: Question): boolean {
  return years.length === 2 && years.every((mention) => mention.kind === 'relative' && mention.back > 0) && years[0]!.kind === 'relative' && years[1]!.kind === 'relative' && years[0]!.back !== years[1]!.back;
}

/** 罚没款比2023年变化多少: set against the one year that is named. */
function asksAgainstOneYear(question: Question): boolean {
  const [year, ...others] = question.years;
  return year?.kind === 'year' && others.length === 0 && comparesWithYear(question) && changeAsked(question) !== null && !asks(question, ...NO_CHANGE);
}

/** 今年比2020年增加多少. */
function setsThisYearAgainstOne(question: Question): boolean {
  const [first, second] = question.years.toSorted((a, b) => a.kind.localeCompare(b.kind));
  return question.years.length === 2 && first?.kind === 'relative' && first.back === 0 && second?.kind === 'year' && comparesWithYear(question);
}

/** The report asked about and the one of the year before it (or of the other year named), null what is not held; both null when several organisations are in scope. The year that comes later stands first, as a change is told; 2020年比2021年多 names the order itself. */
async function twoYears(question: Question, context: Context): Promise<[ReportCard | null, ReportCard | null]> {
  const keys = new Set(context.reports.map(({ orgKey }) => orgKey));
  if (keys.size !== 1) return [null, null];
  const held = (await context.library.reports()).filter(({ orgKey, year }) => keys.has(orgKey) && year !== null).sort((a, b) => b.year! - a.year!);
  const of = (year: number): ReportCard | null => held.find((card) => card.year === year) ?? null;
  const apart = setsThisYearAgainstOne(question) || setsRelativeYearsApart(question) ? [...context.years] : yearsApart(question);
  if (apart.length === 2) {
    const [first, second] = asks(question, 'change') || asksOver(question, 'change') || againstUnnamed(question) !== null ? apart.toSorted((a, b) => b - a) : apart;
    return [of(first!), of(second!)];
  }
  const heldYears = [...new Set(held.map(({ year }) => year!))];
  if (againstUnnamed(question) === 'other year' && heldYears.length === 2) return [of(heldYears[0]!), of(heldYears[1]!)];
  const absolute = question.years.find((mention) => mention.kind === 'year');
  // 比2023年变化多少: what was counted the year after is set against it.
  const later = absolute?.kind === 'year' ? of(asksAgainstOneYear(question) ? absolute.year + 1 : absolute.year) : (held[0] ?? null);
  return [later, later === null ? null : of(later.year! - 1)];
}

/** Without the other year's report nothing can be compared, however this year's is worded. */
function notHeld({ lang }: Context, later: ReportCard, other?: number): Draft {
  const year = later.year === null ? [] : say(lang, 'year', { n: { type: 'counted', text: String(other ?? later.year - 1), basis: 'held' } });
  return { status: 'not_found', reason: 'no_document', blocks: [{ type: 'text', inlines: say(lang, 'changeNotHeld', { org: named(later.org.name), year }) }] };
}

/** 比上年多好多条: the one change that the report tells in that unit; null when it tells none or several, or the turn before says what is meant. */
async function onlyChangeIn(question: Question, context: Context, later: ReportCard): Promise<Outcome | null> {
  if (context.memory !== null || question.counter === null) return null;
  const changes = (await context.candidates(later)).filter(({ figures: [figure] }) => figure.stat === 'change' && figure.trust === 'stated' && figure.quantity.unit === question.counter && (figure.year ?? later.year! - 1) === later.year! - 1);
  return changes.length === 1 ? answerFor(question, { ...context, reports: [later] }, changes[0]!) : null;
}

/** A figure that the question found by itself, as the change that is asked for; null where it is no change, went the other way, or is that of a part of what is asked. */
async function asChangeAsked(question: Question, context: Context, card: ReportCard, stated: Outcome): Promise<Outcome | null> {
  const id = stated.remember?.figure?.id;
  const figure = id === undefined ? undefined : (await context.library.figures(card.report))[id];
  if (figure === undefined || !isChange(figure)) return null;
  if (figure.trust === 'stated' && asksForShareOf(question) && ![...figure.labels, ...figure.inherited].some((label) => context.terms(label).some(({ concept }) => concept === SHARE))) return null;
  const asked = changeAsked(question);
  if (asked === null || figure.trust !== 'stated') return stated;
  return (await isToldOfPart(asked, context, card, figure)) ? null : goneAsAsked(stated, asked.way, wayTold(figure));
}

/** 占比下降多少: no change of what it is a share of answers. By what percentage only says what it is wanted in. */
function asksForShareOf({ terms, folded, lang }: Question): boolean {
  return !(lang === 'en' && asksPercentage({ folded, lang })) && terms.some(({ concept }) => concept === SHARE);
}

const SHARE: ConceptId = 'share';

function isChange(figure: Figure): boolean {
  return figure.stat === 'change' || isDelta(figure);
}

/** 项目本年增/减 is a change that the 2019 form itself asks for. */
function isDelta({ metric }: Figure): boolean {
  return metric?.endsWith('.items_delta') === true;
}

async function changeDraft(context: Context, across: Across, [now, before]: readonly [AcrossValue, AcrossValue], notes: readonly Block[], asksPercent: boolean): Promise<Draft> {
  const { lang, library } = context;
  const evidence = new Evidence(library);
  const [a, b] = [await valueShown(context, evidence, now), await valueShown(context, evidence, before)];
  const rows = [...a.rows, ...b.rows];
  const [later, earlier] = [now.card, before.card];
  const [size, base] = [now.quantity.value!, before.quantity.value!];
  const value = difference(size, base);
  const plain = value.replace('-', '');
  const ofRates = unitOfFigure(a.figures[0]!) === '%';
  const unit = ofRates ? '个百分点' : unitOfFigure(a.figures[0]!);
  const noBase = compare(base, '0') === 0;
  const percent = noBase || ofRates ? null : quotient(product(plain, '100'), base, 2);
  const derived = (text: string): Inline => ({ type: 'derived', text, from: rows });
  const key = ofRates ? 'changePoints' : value === '0' ? 'changeSame' : noBase ? 'changeNoBase' : value.startsWith('-') ? 'changeLess' : 'changeMore';
  const told = say(lang, key, { n: derived(`${ofRates ? value : plain}${ofRates ? '' : (unit ?? '')}`), percent: derived(`${percent ?? ''}%`) });
  const lead = say(lang, 'changeFrom', { org: named(later.org.name), label: labelOfRows(evidence, across, lang), year: orgYear(lang, later).year, a: a.value, yearBefore: orgYear(lang, earlier).year, b: b.value, change: told });
  const formula = `${size} − ${base} = ${value}${percent === null ? '' : `；${plain} ÷ ${base} × 100% = ${percent}%`}`;
  const trust = await trustNotes(context, [...a.figures.map((figure) => [later.report, figure] as const), ...b.figures.map((figure) => [earlier.report, figure] as const)]);
  const blocks: Block[] = [{ type: 'text', inlines: lead }, { type: 'text', inlines: say(lang, 'formula', { formula: derived(formula) }) }, ...notes, ...trust, ...[...new Set(rows.map((row) => evidence.rows[row]!.citation))].map((citation): Block => ({ type: 'quote', citation }))];
  const inPercent = asksPercent && !ofRates;
  if (inPercent && percent === null) return { status: 'not_found', reason: 'no_base', blocks, rows: evidence.rows, citations: evidence.citations };
  const signed = inPercent && value.startsWith('-') ? `-${percent!}` : percent;
  return { status: 'answered', blocks, value: toJsonValue(inPercent ? signed! : value), unit: inPercent ? '%' : unit, derived: { formula, operands: rows, rounding: percent === null ? null : 'half-up, 2 decimals' }, rows: evidence.rows, citations: evidence.citations };
}
