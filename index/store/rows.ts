import { CompiledQuery, type Kysely } from 'kysely';
import type { FoundFigure } from '../document/figure.js';
import { passageAt } from '../document/passage.js';
import type { Tables, FigureRow } from './database.js';
import { readSpans, writeSpans, type readWording, type Wording } from './encoding.js';
import type { StoredPassage } from './prepared.js';

/** What a row says of a figure beside its metric, in this order. */
type Content = readonly [
  value: string | null,
  state: FoundFigure['quantity']['state'],
  unit: string | null,
  approx: string | null,
  asWritten: string,
  place: string | null,
  labels: number,
  inherited: number,
  scope: string | null,
  partOf: number | null,
  stat: FoundFigure['stat'],
  trust: FoundFigure['trust'],
  year: number | null,
  period: string | null,
  quote: string,
  quotedUnit: FoundFigure['unit'],
  path: number,
];

/** A figure as its row's content; its lists of words go into `wording`. */
export function contentOf(figure: FoundFigure, wording: Wording): string {
  const { value, state, unit, approx, asWritten } = figure.quantity;
  const { labels, inherited, scope, partOf, stat, trust, year, period, path } = figure;
  const place = figure.place === null ? null : writeSpans(figure.place);
  const content: Content = [value, state, unit, approx, asWritten, place, wording.numberOf(labels), wording.numberOf(inherited), scope, partOf, stat, trust, year, period, writeSpans(figure.quote), figure.unit, wording.numberOf(path)];
  return JSON.stringify(content);
}

type ReadWording = ReturnType<typeof readWording>;

/** A figure without its words. */
export type FigureValue = Omit<FoundFigure, 'labels' | 'inherited' | 'path'>;

interface ReadRow {
  readonly value: FigureValue;
  readonly words: { readonly labels: number; readonly inherited: number; readonly path: number };
}

function readRow({ metric, content }: Pick<FigureRow, 'metric' | 'content'>): ReadRow {
  const [value, state, unit, approx, asWritten, place, labels, inherited, scope, partOf, stat, trust, year, period, quote, quotedUnit, path] = JSON.parse(content) as Content;
  const quantity = { value, state, unit, approx, asWritten };
  return { value: { quantity, place: place === null ? null : readSpans(place), metric, scope, partOf, stat, trust, year, period, quote: readSpans(quote), unit: quotedUnit }, words: { labels, inherited, path } };
}

/** The figure that `contentOf` wrote, without its words. */
export function valueOf(row: Pick<FigureRow, 'metric' | 'content'>): FigureValue {
  return readRow(row).value;
}

/** The figure that `contentOf` wrote. */
export function figureOf(row: Pick<FigureRow, 'metric' | 'content'>, wording: ReadWording): FoundFigure {
  const { value, words } = readRow(row);
  return { ...value, labels: wording(words.labels), inherited: wording(words.inherited), path: wording(words.path) };
}

type WrittenPassage = readonly [kind: StoredPassage['kind'], path: number, units: readonly string[]];

/** Passages as JSON: places only, the words stand in the source's text. */
export function writePassages(passages: readonly StoredPassage[], wording: Wording): string {
  return JSON.stringify(passages.map(({ kind, path, units }): WrittenPassage => [kind, wording.numberOf(path), units.map(({ spans }) => writeSpans(spans))]));
}

export function readPassages(written: string, wording: ReadWording, text: string): StoredPassage[] {
  return (JSON.parse(written) as WrittenPassage[]).map(([kind, path, units]) => ({ kind, path: wording(path), units: units.map((spans) => passageAt(text, readSpans(spans))) }));
}

/** Rows per statement: large enough to amortise a call, small enough that its text is prepared once and used again. */
const CHUNKS = [64, 16, 4, 1] as const;
const texts = new Map<string, string>();

/** Inserts many rows, each the values of `columns` in their order. Kysely writes the statement once per chunk size; afterwards only values travel. */
export async function insertMany(database: Kysely<Tables>, table: 'figure' | 'role' | 'list', columns: readonly string[], rows: readonly (readonly unknown[])[]): Promise<void> {
  let at = 0;
  for (const size of CHUNKS) {
    for (; rows.length - at >= size; at += size) {
      const chunk = rows.slice(at, at + size);
      const key = `${table} ${size}`;
      let text = texts.get(key);
      if (text === undefined) {
        const named = chunk.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]])));
        text = database.insertInto(table).values(named as never).compile().sql;
        texts.set(key, text);
      }
      await database.executeQuery(CompiledQuery.raw(text, chunk.flat()));
    }
  }
}
