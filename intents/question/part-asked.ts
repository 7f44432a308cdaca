import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, earliestFit, fits } from '../language/cue-words.js';
import type { Question } from './read.js';
import { DISTINGUISHING } from './strength.js';
import type { Claimed, Term } from './terms.js';

/** The official tables as the handbook numbers them: what was disclosed, requests, reconsideration and litigation. */
export type TableNumber = 'T2' | 'T3' | 'T4';

const wordsIn = (lang: Lang) => z.strictObject({
  /** A part of a report: a section, a table, a row. */
  part: cues(lang),
  /** Asks for the figures that stand in it, all of them. */
  figures: cues(lang),
  tables: z.strictObject({ T2: cues(lang), T3: cues(lang), T4: cues(lang) }),
  row: cues(lang),
  /** A whole section rather than one of its paragraphs. */
  whole: cues(lang),
  /** Asks what differs from the report of another year. */
  news: cues(lang),
});
const PartWords = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof PartWords> | undefined;
function wordsOf({ lang }: Pick<Question, 'lang'>): z.output<typeof PartWords>[Lang] {
  loaded ??= loadData('intents/language/parts.json', PartWords);
  return loaded[lang];
}

/** A part whose figures are asked for. */
export interface PartAsked {
  /** The table that is meant by its number or subject; null when another part is. */
  readonly table: TableNumber | null;
  readonly row: boolean;
  /** True when a whole section is meant. */
  readonly whole: boolean;
  /** The words that name the part, without those that ask. */
  readonly terms: readonly Term[];
}

/** The part whose figures a question asks for (表二有哪些数, 收到申请那一行都是多少); null when it asks for no such thing. */
export function partAsked(question: Question): PartAsked | null {
  const { part, figures, tables, row, whole } = wordsOf(question);
  const places = [part, figures].map((patterns) => earliestFit(patterns, question.folded));
  if (places.some((place) => place === null)) return null;
  const [named, asked] = places.map((place) => placeOf(place!)) as [Claimed, Claimed];
  // 强制那行的处理决定填的啥: behind the row a column is named, and one cell is asked for.
  const isCell = fits(row, places[0]![0]) && question.terms.some(({ start, end, weight }) => weight >= DISTINGUISHING && start >= named.end && end <= asked.start);
  if (isCell) return null;
  const table = (['T2', 'T3', 'T4'] as const).find((number) => fits(tables[number], question.folded)) ?? null;
  return { table, row: fits(row, places[0]![0]), whole: fits(whole, places[0]![0]), terms: termsBeside(question, [named, asked]) };
}

/** True when a question asks what is new or changed in a report, and of no figure in particular. */
export function asksForNews(question: Question): boolean {
  const match = earliestFit(wordsOf(question).news, question.folded);
  return match !== null && termsBeside(question, [placeOf(match)]).every(({ weight, concept }) => weight < DISTINGUISHING || (concept !== null && GENERAL.includes(concept)));
}

/** What any report is about. */
const GENERAL: readonly string[] = ['ogi', 'publish', 'report', 'annual-report', 'work', 'last-year'];

function placeOf(match: RegExpExecArray): Claimed {
  return { start: match.index, end: match.index + match[0].length };
}

function termsBeside({ terms }: Question, places: readonly Claimed[]): Term[] {
  return terms.filter((term) => !places.some((place) => term.start < place.end && place.start < term.end));
}
