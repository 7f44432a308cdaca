import { quotient, speaksForOthers, toJsonValue, unitOfFigure, type ReportCard } from '../../index/mod.js';
import { counted, labelOfRows, nobodyOfGroup, placesOfValues, rosterBlocks, totalOf, valueLine, valueShown, wordedVariously } from '../answer/across-lines.js';
import type { Block, Draft, Inline } from '../answer/answer.js';
import { coverageBlocks, lackingDraft, lackingYearsDraft, nothingBesideDraft, otherCount, unlikeDraft } from '../answer/coverage.js';
import { say } from '../answer/phrases.js';
import { Evidence, named } from '../answer/present.js';
import { whichCounty } from '../answer/which-county.js';
import { whichFigure } from '../answer/which-figure.js';
import { yearlyTotals } from '../answer/yearly-totals.js';
import type { Context, Intent } from '../intent.js';
import { questionWords } from '../language/words.js';
import { acrossValues, newestYears, ranked, type Across, type AcrossValue } from '../question/across-values.js';
import { asksAllYears, asksForTotal, asksOver, asksPerYear, asksWhichYear, inRegion, namesAFigure, namesYearRange, organisationsCounted, recentYears, regionOf } from '../question/many-asked.js';
import { mentionsApart } from '../question/counties.js';
import { asksForNumber } from '../question/find.js';
import { placeNames } from '../question/organisation-names.js';
import { addsNamed, withoutPlace } from '../question/place-asked.js';
import { asks, type Question } from '../question/read.js';
import { absentOf, rememberOf } from './rank.js';

/** Operands that are cited one by one; of more the first are, and the answer says where all of them stand. */
const MOST_CITED = 300;
/** Operands that are told in the text. */
const MOST_TOLD = 50;
const HALF_UP = 'half-up, 2 decimals';

/** 「全县一共收到多少申请」「各乡镇平均办件」: one figure added over the organisations held, each operand shown. */
export const total: Intent = {
  name: 'total',
  about: { zh: '各单位合计、平均', en: 'totals and averages over organisations' },
  examples: { zh: ['全县2021年一共新收多少件申请', '2021年各乡镇行政许可合计'], en: ['How many requests were received in all townships in 2021?'] },
  examplesOver: 'several',
  match(question) {
    if (overGroup(question)) return { score: 0.91, because: ['asks for a total over organisations'] };
    if (namesMany(question)) return { score: 0.91, because: ['adds up the organisations named'] };
    if (seriesOfGroup(question)) return { score: 0.91, because: ['asks for the years of a group'] };
    if (averagesYears(question)) return { score: 0.94, because: ['asks for an average over years'] };
    return namesYearRange(question) && asksForTotal(question) ? { score: 0.91, because: ['asks for a total over years'] } : null;
  },
  takesMany: (question) => overGroup(question) || namesMany(question) || seriesOfGroup(question),
  async answer(asked, context) {
    const question = withoutPlace(asked);
    const together = asksAllYears(question) || asksWhichYear(question) || recentYears(question) !== null || asksOver(question, 'trend') || context.years.length > 1;
    const group = inRegion(question, context.reports, context.roster);
    const inScope = addable(question, group);
    // What one organisation's figure changed by is told by its reports.
    if (asksForChange(question) && new Set(inScope.map(({ orgKey }) => orgKey)).size < 2) return null;
    const isEverybody = !together && isWhoIsMeant(question, inScope);
    const one = together ? [] : isEverybody ? inScope : oneYear(inScope);
    const earlier = one.length === 0 || !asksForChange(question) ? [] : await yearBefore(question, context, one);
    const cards = together ? newestYears(inScope, recentYears(question)) : [...one, ...earlier];
    const nobody = nobodyOfGroup(question, context, inScope);
    if (nobody !== null) return { draft: nobody };
    const figure = asksForTotal(question) || asksForAverage(question) ? whichFigure(question, context) : null;
    if (figure !== null) return { draft: figure };
    if (cards.length < 2 || !namesAFigure(question)) return null;
    const others = otherCount(question, context, cards);
    if (others !== null) return { draft: others };
    // Organisations that were named and are not of the one year that is added up would be left out without a word.
    if (namesMany(question) && !mentionsApart(question).every(({ keys }) => cards.some(({ orgKey }) => keys.includes(orgKey)))) return null;
    const county = isEverybody ? null : whichCounty(question, context, cards);
    if (county !== null) return { draft: county };
    const across = await acrossValues(question, context, cards);
    if (across === null) return null;
    // A sum without one of them would be taken for the sum of all.
    if (across.unlike.length > 0) return { draft: await unlikeDraft(context, across) };
    if (across.values.length === 0) return null;
    const ofSeveral = new Set(cards.map(({ orgKey }) => orgKey)).size > 1;
    const lacking = (await lackingDraft(question, context, across)) ?? (ofSeveral ? await nothingBesideDraft(question, context, across, cards) : null);
    if (lacking !== null) return { draft: lacking };
    const short = asksForChange(question) ? null : await lackingYearsDraft(context, across, yearsAsked(question));
    if (short !== null) return { draft: short };
    const years = new Set(cards.map(({ year }) => year));
    const leftOut = group.filter((card) => years.has(card.year) && !inScope.includes(card));
    return { draft: await totalDraft(question, context, across, cards, { severalYears: together || earlier.length > 0, leftOut }), remember: rememberOf(question, context) };
  },
};

/** Two with a word that says sum between them and behind them are a sum of two figures (`derive`); others are a total. */
const MANY = 3;

function namesMany(question: Question): boolean {
  const named = mentionsApart(question).length;
  return named >= MANY ? asksForTotal(question) || asks(question, 'sum') : named > 1 && (addsNamed(question) || asksForTotal(question)) && !asks(question, 'sum', 'average', 'difference');
}

/** 全县一共多少, 各乡镇平均. 全县有什么问题 asks for no number. */
function overGroup(question: Question): boolean {
  if (asks(question, 'list', 'why', 'how', 'summary', 'when') && !asksForNumber(question) && !asksForTotal(question) && !asks(question, 'average')) return false;
  // 全县平均每个村 is no average over organisations.
  const perOther = asks(question, 'average') && !asksOver(question, 'average') && [...question.folded.matchAll(questionWords(question.lang).patterns.per)].some(({ groups }) => (groups?.['over'] ?? '') !== '');
  return !perOther && (asksOver(question, 'total') || asksOver(question, 'average'));
}

/** 全县平均 too, which says no word for each of them. */
function asksForAverage(question: Question): boolean {
  return asksOver(question, 'average') || (asks(question, 'average') && question.organisations.length === 0 && regionOf(question) !== null);
}

/** 各乡镇近三年行政许可, 全县哪年申请最多: year by year, each year added up over the group, be it that of a place that is named. */
function seriesOfGroup(question: Question): boolean {
  return (asksOver(question, 'trend') || asksWhichYear(question)) && question.organisations.every(({ keys }) => keys.length > 1) && regionOf(question) !== null;
}

/** 全县比上年增加多少: the years are told side by side, since not the same offices need have reported in both; their sum is no change. */
function asksForChange(question: Question): boolean {
  return asksOver(question, 'change') || asks(question, 'change', 'difference');
}

/** 近三年平均每年多少, of one organisation or none by name. */
function averagesYears(question: Question): boolean {
  const severalYears = recentYears(question) !== null || new Set(question.years.map((mention) => (mention.kind === 'year' ? mention.year : -mention.back))).size > 1;
  return asksPerYear(question) && severalYears && mentionsApart(question).length === 1;
}

/** How many years are to be added up or averaged by a question that counts or names them; 0 where it says no number. */
function yearsAsked(question: Question): number {
  const named = new Set(question.years.flatMap((mention) => (mention.kind === 'year' ? [mention.year] : []))).size;
  return recentYears(question) ?? (namesYearRange(question) || averagesYears(question) ? named : 0);
}

/** The group's reports of the year before. */
async function yearBefore(question: Question, { library, roster }: Context, cards: readonly ReportCard[]): Promise<readonly ReportCard[]> {
  const year = (cards[0]?.year ?? 0) - 1;
  const named = new Set(question.organisations.flatMap(({ keys }) => keys));
  const held = (await library.reports()).filter((card) => card.year === year && (named.size === 0 || named.has(card.orgKey)));
  return addable(question, inRegion(question, held, roster));
}

async function totalDraft(question: Question, context: Context, across: Across, cards: readonly ReportCard[], { severalYears, leftOut }: { readonly severalYears: boolean; readonly leftOut: readonly ReportCard[] }): Promise<Draft> {
  const { lang } = context;
  const evidence = new Evidence(context.library);
  const rows: number[] = [];
  const lines: Block[] = [];
  const shown: { readonly value: AcrossValue; readonly rows: readonly number[] }[] = [];
  const order = ranked(across.values, false);
  const cited = order.slice(0, MOST_CITED);
  await evidence.readAhead(placesOfValues(cited));
  const labelled = await wordedVariously(evidence, across);
  for (const value of cited) {
    // What is not told needs no words, only its place.
    if (lines.length >= MOST_TOLD) {
      const { rows: places } = await valueShown(context, evidence, value);
      rows.push(...places);
      shown.push({ value, rows: places });
      continue;
    }
    const line = await valueLine(context, evidence, value, { labelled });
    rows.push(...line.rows);
    lines.push(line.block);
    shown.push({ value, rows: line.rows });
  }
  const sum = totalOf(across.values);
  const average = asksForAverage(question) || averagesYears(question);
  const value = average ? quotient(sum, String(across.values.length), 2) : sum;
  const unit = unitOfFigure(await evidence.held({ report: order[0]!.card.report, id: order[0]!.id }));
  const whole = order.length <= MOST_CITED;
  const result: Inline = whole ? { type: 'derived', text: `${value}${unit ?? ''}`, from: rows } : counted(`${value}${unit ?? ''}`);
  const formula = average ? `${sum} ÷ ${across.values.length} = ${value}` : `${rows.map((row) => evidence.rows[row]!.value).join(' + ')} = ${sum}`;
  const years = new Set(order.map(({ card }) => card.year));
  const year = years.size > 1 ? null : order[0]!.card.year;
  const key = average ? (severalYears ? 'averageYears' : 'averageOver') : !severalYears ? 'totalOver' : asksForChange(question) ? 'totalByYear' : 'totalYears';
  const lead = say(lang, key, { year: year === null ? [] : say(lang, 'year', { n: counted(String(year)) }), label: labelOfRows(evidence, across, lang), n: counted(String(across.values.length)), result });
  const elsewhere: Block[] = whole ? (order.length > lines.length ? [{ type: 'text', inlines: say(lang, 'operandsMore', { n: counted(String(lines.length)) }) }] : []) : [{ type: 'text', inlines: say(lang, 'operandsElsewhere', { n: counted(String(MOST_CITED)), all: counted(String(order.length)), year: counted(String(year ?? '')) }) }];
  const blocks: Block[] = [{ type: 'text', inlines: lead }, ...(severalYears && whole ? yearlyTotals(context, shown, unit) : []), ...lines, ...elsewhere, ...(await coverageBlocks(context, evidence, across, severalYears ? [] : await absentOf(question, context, cards))), ...(severalYears ? [] : rosterBlocks(question, context, cards)), ...leftOutBlocks(context, leftOut), { type: 'quote', citation: evidence.rows[0]!.citation }];
  // Who asked for the years of a group asked for no one number.
  const mixed = average && severalYears && new Set(across.values.map(({ card }) => card.orgKey)).size > 1;
  const one = !mixed && !asksForChange(question) && (!seriesOfGroup(question) || asksForTotal(question) || average);
  return { status: 'answered', blocks, value: one ? toJsonValue(value) : null, unit: one ? unit : null, rows: evidence.rows, citations: evidence.citations, ...(whole && { derived: { formula, operands: rows, rounding: average ? HALF_UP : null } }) };
}

/** 沅浦县两年一共, and no word for those in it: the county's own report is meant where it is held; none where the question counts or names a group. */
function ofThePlaceItself(question: Question, cards: readonly ReportCard[]): readonly ReportCard[] {
  const [place, ...others] = mentionsApart(question);
  if (place === undefined || others.length > 0 || regionOf(question) !== null || organisationsCounted(question) !== null) return [];
  return cards.filter(({ org, orgKey }) => speaksForOthers(org) && place.keys.includes(orgKey) && placeNames(org.name).includes(place.text));
}

/** What is added up of a group: not a government whose report counts the others' again, unless it was named itself (岚漪县各乡镇 names a place) or nobody else is there. */
function addable(question: Question, cards: readonly ReportCard[]): readonly ReportCard[] {
  const { organisations } = question;
  const itself = ofThePlaceItself(question, cards);
  if (itself.length > 0) return itself;
  const named = new Set(organisations.flatMap(({ keys }) => (keys.length === 1 ? keys : [])));
  const own = cards.filter(({ org, orgKey }) => !speaksForOthers(org) || named.has(orgKey));
  return own.length === 0 ? cards : own;
}

function leftOutBlocks({ lang }: Context, cards: readonly ReportCard[]): Block[] {
  return cards.length === 0 ? [] : [{ type: 'text', inlines: say(lang, 'countyTableLeftOut', { names: named(cards.map(({ org }) => org.name).join('、')) }) }];
}

/** 四个局合计, 甲局和乙局一共: everybody counted or named has handed in one report and no other. Their years are said where they differ. */
function isWhoIsMeant(question: Question, cards: readonly ReportCard[]): boolean {
  const named = mentionsApart(question);
  const asked = organisationsCounted(question) ?? (named.every(({ keys }) => keys.length === 1 && cards.some(({ orgKey }) => keys.includes(orgKey))) ? named.length : 0);
  return cards.length === asked && new Set(cards.map(({ orgKey }) => orgKey)).size === asked;
}

/** A total is of one year: the one named, else the newest of which more than one report is held. */
function oneYear(cards: readonly ReportCard[]): ReportCard[] {
  const years = [...new Set(cards.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => b - a);
  const byYear = years.map((year) => cards.filter((card) => card.year === year));
  return byYear.find((group) => group.length > 1) ?? byYear[0] ?? [];
}
