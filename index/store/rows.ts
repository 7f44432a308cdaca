import type { Insertable, Kysely } from 'kysely';
import { CompiledQuery } from 'kysely';
import type { FoundFigure } from '../document/figure.js';
import { passageAt } from '../document/passage.js';
import type { Tables, FigureRow } from './database.js';
import { readSpans, Wording, writeSpans } from './encoding.js';
import type { StoredPassage } from './prepared.js';

/** A figure as a row; its lists of words go into `wording`. */
export function figureRow(n: number, figure: FoundFigure, wording: Wording): Omit<FigureRow, 'edition'> {
  const { quantity } = figure;
  return {
    n,
    metric: figure.metric,
    labels: wording.numberOf(figure.labels),
    inherited: wording.numberOf(figure.inherited),
    path: wording.numberOf(figure.path),
    scope: figure.scope,
    part_of: figure.partOf,
    stat: figure.stat,
    trust: figure.trust,
    year: figure.year,
    period: figure.period,
    state: quantity.state,
    value: quantity.value,
    unit: quantity.unit,
    approx: quantity.approx,
    as_written: quantity.asWritten,
    place: figure.place === null ? null : writeSpans(figure.place),
    quote: writeSpans(figure.quote),
    quoted_unit: figure.unit,
  };
}

/** The figure that `figureRow` made the row of. */
export function figureOf(row: FigureRow, wording: readonly (readonly string[])[]): FoundFigure {
  return {
    quantity: { value: row.value, state: row.state as FoundFigure['quantity']['state'], unit: row.unit, approx: row.approx, asWritten: row.as_written },
    place: row.place === null ? null : readSpans(row.place),
    labels: wording[row.labels]!,
    inherited: wording[row.inherited]!,
    metric: row.metric,
    scope: row.scope,
    partOf: row.part_of,
    stat: row.stat as FoundFigure['stat'],
    trust: row.trust as FoundFigure['trust'],
    year: row.year,
    period: row.period,
    quote: readSpans(row.quote),
    unit: row.quoted_unit as FoundFigure['unit'],
    path: wording[row.path]!,
  };
}

type WrittenPassage = readonly [kind: StoredPassage['kind'], path: number, units: readonly string[]];

/** Passages as JSON: places only, the words stand in the source's text. */
export function writePassages(passages: readonly StoredPassage[], wording: Wording): string {
  return JSON.stringify(passages.map(({ kind, path, units }): WrittenPassage => [kind, wording.numberOf(path), units.map(({ spans }) => writeSpans(spans))]));
}

export function readPassages(written: string, wording: readonly (readonly string[])[], text: string): StoredPassage[] {
  return (JSON.parse(written) as WrittenPassage[]).map(([kind, path, units]) => ({ kind, path: wording[path]!, units: units.map((spans) => passageAt(text, readSpans(spans))) }));
}

/** Rows per statement: large enough to amortise a call, small enough that its text is prepared once and used again. */
const CHUNKS = [64, 8, 1] as const;
const texts = new Map<string, string>();

/** Inserts many rows of one shape and edition. Kysely writes the statement once per chunk size; afterwards only values travel. */
export async function insertMany<T extends 'figure' | 'role' | 'list'>(database: Kysely<Tables>, table: T, edition: number, rows: readonly Omit<Insertable<Tables[T]>, 'edition'>[]): Promise<void> {
  let at = 0;
  for (const size of CHUNKS) {
    for (; rows.length - at >= size; at += size) {
      const chunk = rows.slice(at, at + size);
      const key = `${table} ${size}`;
      let text = texts.get(key);
      if (text === undefined) {
        text = database.insertInto(table).values(chunk.map((row) => ({ edition, ...row })) as never).compile().sql;
        texts.set(key, text);
      }
      await database.executeQuery(CompiledQuery.raw(text, chunk.flatMap((row) => [edition, ...Object.values(row)])));
    }
  }
}
