import type { Context } from '../intent.js';
import type { Across, AcrossValue } from '../question/across-values.js';
import type { ReportCard } from '../../index/mod.js';
import type { Row } from './answer.js';
import { wordsOf } from './phrases.js';
import { printed, type Evidence } from './present.js';
import type { Gap, Series, SeriesPoint } from './series.js';

/** Years of one series; beyond these a hole in the years held would make it mostly empty. */
const MOST_YEARS = 60;

/** A figure over the years, a line for each organisation; null when fewer than two values could be drawn. */
export async function seriesOverYears(context: Pick<Context, 'library' | 'lang'>, evidence: Evidence, across: Across, cards: readonly ReportCard[], title: string): Promise<Series | null> {
  const years = yearsWithoutHoles(cards);
  if (years.length < 2 || across.values.length < 2) return null;
  const points = await pointsOf(context, evidence, across);
  if (points.size < 2) return null;
  const unit = commonUnit([...points.values()].map(({ row }) => row));
  const keys = [...new Set(cards.map(({ orgKey }) => orgKey))];
  const lines = keys.map((key) => {
    const own = cards.filter(({ orgKey }) => orgKey === key);
    return {
      name: nameAmong(own[0]!, cards),
      points: years.map((year): SeriesPoint => {
        const card = own.find((one) => one.year === year);
        return card === undefined ? { gap: 'missing' } : pointOf(points.get(card.report), gapOf(across, card), unit);
      }),
    };
  });
  return { kind: 'years', title, unit, categories: years.map(String), lines, breaks: breaksOf(across, cards, years), notes: notesOf(across, context.lang) };
}

/** Organisations by one figure in the order given, those that left it blank at the end; null when fewer than two values could be drawn. */
export async function seriesByRank(context: Pick<Context, 'library' | 'lang'>, evidence: Evidence, across: Across, order: readonly AcrossValue[], title: string): Promise<Series | null> {
  if (order.length < 2) return null;
  const points = await pointsOf(context, evidence, { ...across, values: order });
  if (points.size < 2) return null;
  const unit = commonUnit([...points.values()].map(({ row }) => row));
  const cards = [...order, ...across.blank].map(({ card }) => card);
  const oneYear = new Set(cards.map(({ year }) => year)).size === 1;
  const names = cards.map(({ org, orgKey, year }) => (oneYear || year === null ? nameAmong({ org, orgKey }, cards) : `${nameAmong({ org, orgKey }, cards)} ${year}`));
  const line = { name: title, points: cards.map((card) => pointOf(points.get(card.report), gapOf(across, card), unit)) };
  return { kind: 'rank', title, unit, categories: names, lines: [line], breaks: [], notes: notesOf(across, context.lang) };
}

/** The short name, or the whole path where another organisation bears the same. */
function nameAmong({ org, orgKey }: Pick<ReportCard, 'org' | 'orgKey'>, cards: readonly ReportCard[]): string {
  return cards.some((other) => other.orgKey !== orgKey && other.org.name === org.name) ? org.path.join('') : org.name;
}

interface Placed {
  readonly row: Row;
  readonly text: string;
}

/** Each value's row and printed words, by report. */
async function pointsOf({ lang }: Pick<Context, 'lang'>, evidence: Evidence, { values }: Across): Promise<Map<string, Placed>> {
  const points = new Map<string, Placed>();
  for (const { card, id, parts } of values) {
    // A sum of several cells stands at no one place: its point stays empty, the text tells it.
    if (parts !== undefined) continue;
    const figure = await evidence.held({ report: card.report, id });
    const row = evidence.rows[await evidence.figure(card, figure)]!;
    points.set(card.report, { row, text: wordsOf(printed(lang, figure, row.citation, evidence.citations[row.citation]!.quote)) });
  }
  return points;
}

function pointOf(placed: Placed | undefined, gap: Gap, unit: string | null): SeriesPoint {
  if (placed === undefined || placed.row.value === null) return { gap };
  const { row, text } = placed;
  return { value: row.value!, shown: unit !== null && text.endsWith(unit) ? text.slice(0, -unit.length) : text, citation: row.citation };
}

function commonUnit(rows: readonly Row[]): string | null {
  const units = new Set(rows.map(({ unit }) => unit));
  return units.size === 1 ? (rows[0]?.unit ?? null) : null;
}

function gapOf(across: Across, card: ReportCard): Gap {
  if (across.blank.some((value) => value.card === card)) return 'blank';
  return across.incomparable.some((one) => one.card === card) || across.values.some((value) => value.card === card) ? 'not-comparable' : 'missing';
}

/** From the first year held to the last, also those of which nothing is held; years too far apart for that only where something is held. */
function yearsWithoutHoles(cards: readonly ReportCard[]): number[] {
  const held = [...new Set(cards.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  const [first] = held;
  if (first === undefined || held.at(-1)! - first >= MOST_YEARS) return held;
  return Array.from({ length: held.at(-1)! - first + 1 }, (_, i) => first + i);
}

/** Where a form gives way to another that counts otherwise; between forms that count alike there is nothing to see. */
function breaksOf({ notes, incomparable }: Across, cards: readonly ReportCard[], years: readonly number[]): number[] {
  if (notes.length === 0 && incomparable.length === 0) return [];
  const formsOf = (year: number): string | null => {
    const forms = new Set(cards.filter((card) => card.year === year).map((card) => card.forms.join()));
    return forms.size === 1 ? [...forms][0]! : null;
  };
  const breaks: number[] = [];
  let before: string | null = null;
  for (const [i, year] of years.entries()) {
    const forms = formsOf(year);
    if (forms === null || forms === '') continue;
    if (before !== null && forms !== before) breaks.push(i);
    before = forms;
  }
  return breaks;
}

function notesOf({ notes, incomparable }: Across, lang: Context['lang']): string[] {
  return [...new Set([...notes.map((note) => note[lang]), ...incomparable.map(({ why }) => why[lang])])];
}
