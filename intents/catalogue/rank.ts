import type { ReportCard } from '../../index/mod.js';
import type { Block } from '../answer/answer.js';
import { counted, labelOfRows, nameAmong, nobodyOfGroup, organisationsOf, placesOfValues, rosterBlocks, valueLine, wordedVariously } from '../answer/across-lines.js';
import { coverageBlocks, lackingDraft, nothingBesideDraft, otherCount, unlikeDraft } from '../answer/coverage.js';
import { say, wordsOf } from '../answer/phrases.js';
import { Evidence, named } from '../answer/present.js';
import { whichFigure } from '../answer/which-figure.js';
import { seriesByRank } from '../answer/series-points.js';
import type { Context, Intent, Outcome } from '../intent.js';
import { acrossValues, newestOfEach, ranked, type AcrossValue } from '../question/across-values.js';
import { nameAsked } from '../question/counties.js';
import { asksOver, asksWhichYear, fromBelow, inRegion, namesAFigure, overSeveral, recentYears, regionOf, topAsked } from '../question/many-asked.js';
import { asksForEachOf, placeAsked, whichOfNamed, withoutPlace, type Place } from '../question/place-asked.js';
import { groupCue } from '../language/cue-words.js';
import { groupOf } from '../question/follow-up-said.js';
import { asks, type Question } from '../question/read.js';
import { unitsAmong } from '../question/units.js';

const SHOWN = 10;
const MOST_SHOWN = 50;

/** 「哪个乡镇处罚最多」「各乡镇办件排名」: organisations by one figure, among those held. */
export const rank: Intent = {
  name: 'rank',
  about: { zh: '谁最多、谁最少、排名', en: 'most, least, ranking' },
  examples: { zh: ['哪个乡镇行政处罚最多', '各单位新收申请排名'], en: ['Which township received the most requests?'] },
  examplesOver: 'several',
  match(question) {
    if (asksForPlaces(question) && overSeveral(question)) return { score: 0.92, because: ['asks for a rank'] };
    return asksForEachOf(question) || namesGroupOnly(question) ? { score: 0.92, because: ['asks for each of them'] } : null;
  },
  takesMany: (question) => asksForPlaces(question) || asksForEachOf(question) || namesGroupOnly(question),
  async answer(asked, context) {
    const question = withoutPlace(asked);
    const inScope = inRegion(question, context.reports, context.roster);
    const { units: cards, whole } = unitsAmong(question, newestOfEach(inScope), inScope);
    const nobody = nobodyOfGroup(question, context, cards);
    if (nobody !== null) return { draft: nobody };
    // Where did the office rank: of the one report that is held no other figure need be named, for it may tell the place itself.
    if (cards.length === 0 || (cards.length === 1 && !(await holdsSeveral(context)))) return null;
    const figure = whichFigure(question, context);
    if (figure !== null) return { draft: figure };
    if (!namesAFigure(question)) return null;
    const others = otherCount(question, context, cards);
    if (others !== null) return { draft: others };
    const across = await acrossValues(question, context, cards);
    if (across === null) return null;
    if (across.values.length === 0) return across.unlike.length > 0 ? { draft: await unlikeDraft(context, across) } : null;
    const lacking = (await lackingDraft(question, context, across)) ?? (asksForPlaces(asked) ? await nothingBesideDraft(question, context, across, cards) : null);
    if (lacking !== null) return { draft: lacking };
    const place = placeAsked(asked);
    const inOrder = asksForPlaces(asked);
    const least = place?.below ?? (inOrder && (fromBelow(question) || whichOfNamed(question) === 'smaller'));
    const order = ranked(across.values, least);
    // One that may be before them all, or may be something else: nobody is known to be first.
    if (across.unlike.some((other) => other.quantity.unit === order[0]!.quantity.unit && ranked([order[(place?.n ?? 1) - 1] ?? order[0]!, other], least)[0] === other)) return { draft: await unlikeDraft(context, across) };
    const evidence = new Evidence(context.library);
    const lines: Block[] = [];
    const shown = withTied(order, Math.min(topAsked(question) ?? Math.max(inOrder ? SHOWN : MOST_SHOWN, place?.n ?? 0), MOST_SHOWN));
    await evidence.readAhead(placesOfValues(shown));
    const labelled = await wordedVariously(evidence, across);
    for (const [i, value] of shown.entries()) lines.push((await valueLine(context, evidence, value, { ordinal: ordinalOf(order, i), labelled })).block);
    const first = order[(place?.n ?? 1) - 1];
    const tied = order.filter(({ quantity }) => quantity.value === first?.quantity.value);
    const series = await seriesByRank(context, evidence, across, shown, wordsOf([labelOfRows(evidence, across, context.lang)]));
    const blocks: Block[] = [
      ...(order.length === 1 && cards.length === 1 ? [{ type: 'text' as const, inlines: say(context.lang, 'rankOne') }] : []),
      { type: 'text', inlines: say(context.lang, least ? 'rankLeast' : 'rankMost', { label: labelOfRows(evidence, across, context.lang) }) },
      ...lines,
      ...placeBlocks(context, place, first, order.length),
      ...(await coverageBlocks(context, evidence, across, await absentOf(question, context, cards))),
      ...rosterBlocks(question, context, cards),
      ...wholeBlocks(context, whole),
      ...(series === null ? [] : [{ type: 'series' as const, series }]),
      { type: 'quote', citation: evidence.rows[0]!.citation },
    ];
    // Several that share the first place, or one with none beside it: no single name is the answer.
    const value = inOrder && tied.length === 1 && order.length > 1 ? nameAsked(question, first!.card) : null;
    return { draft: { status: 'answered', blocks, value, rows: evidence.rows, citations: evidence.citations }, remember: { ...rememberOf(question, context), ...(value !== null && { winner: nameAmong(first!.card, context.reports) }) } };
  },
};

/** The first `most`, and whoever shares the last of their places. */
function withTied(order: readonly AcrossValue[], most: number): readonly AcrossValue[] {
  const last = order[most - 1]?.quantity.value;
  return order.filter(({ quantity }, i) => i < most || (i < MOST_SHOWN && quantity.value === last));
}

/** Equal ones share a place. */
function ordinalOf(order: readonly AcrossValue[], at: number): number {
  return order.findIndex(({ quantity }) => quantity.value === order[at]!.quantity.value) + 1;
}

function asksForPlaces(question: Question): boolean {
  // 全县哪年申请最多 sets years against each other.
  if (asksWhichYear(question) && regionOf(question) !== null) return false;
  return asksOver(question, 'rank') || whichOfNamed(question) !== null || (placeAsked(question) !== null && (regionOf(question) !== null || question.organisations.length > 1 || (question.organisations.length === 0 && asks(question, 'who'))));
}

/** 各乡镇23年申请: a group, each of which is meant, and a figure; nothing says what is wanted of them. */
function namesGroupOnly(question: Question): boolean {
  const { counter, cues, lang, section } = question;
  // 各乡镇近三年行政许可 asks for each year's.
  if (recentYears(question) !== null) return false;
  return lang === 'zh' && cues.length === 0 && counter === null && section === null && groupCue(lang, 'every').test(question.folded) && groupOf(question) !== null && groupOf(question)?.weak === false && regionOf(question) !== null && namesTable(question);
}

/** What every form counts by rows (申请, 许可, 处罚), which a sentence about all of them does not. */
function namesTable({ folded, lang }: Question): boolean {
  return groupCue(lang, 'tabled').test(folded);
}

/** Who holds the place asked for, or that there are not so many. */
function placeBlocks({ lang }: Context, place: Place | null, at: AcrossValue | undefined, all: number): Block[] {
  if (place === null) return [];
  const n = counted(String(place.n));
  const key = place.below ? 'rankPlaceBelow' : 'rankPlace';
  return [{ type: 'text', inlines: at === undefined ? say(lang, 'rankNoPlace', { n, all: counted(String(all)) }) : say(lang, key, { n, name: named(at.card.org.name) }) }];
}

/** Says whose report is about all of those that are ranked or looked through, and therefore not among them. */
export function wholeBlocks({ lang }: Pick<Context, 'lang'>, whole: readonly ReportCard[]): Block[] {
  return whole.length === 0 ? [] : [{ type: 'text', inlines: say(lang, 'acrossWhole', { names: organisationsOf(whole) }) }];
}

/** One report is ranked only where others are held that lack the year: else nobody asked about several. */
async function holdsSeveral({ library }: Context): Promise<boolean> {
  return new Set((await library.reports()).map(({ orgKey }) => orgKey)).size > 1;
}

/** Of the organisations a question is about, those of which some report is held and none of the year that is named; none where no year is. A roster tells that better. */
export async function absentOf(question: Question, context: Context, cards: readonly ReportCard[]): Promise<readonly ReportCard[]> {
  const places = question.organisations.filter(({ keys }) => keys.length > 1);
  if (context.roster.organisations.length > 0 || context.years.length === 0 || question.organisations.length > places.length) return [];
  const present = new Set(cards.map(({ orgKey }) => orgKey));
  const others = unitsAmong(question, newestOfEach(inRegion(question, await context.library.reports(), context.roster))).units.filter(({ orgKey }) => !present.has(orgKey));
  return places.length === 0 ? others : others.filter(({ orgKey }) => places.some(({ keys }) => keys.includes(orgKey)));
}

/** What a follow-up keeps: the words of the figure, and that no single organisation was meant. */
export function rememberOf(question: Question, _context: Context): NonNullable<Outcome['remember']> {
  return { terms: question.terms, organisations: [], figure: null };
}
