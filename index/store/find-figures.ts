import type { Kysely } from 'kysely';
import type { ReportId } from '../document/tree.js';
import { FIGURES, type FigureRow, type Tables } from './database.js';
import { readFewLists, readWording } from './encoding.js';
import { listOf, placesOfMetrics, reportsInScope, type FigurePlace, type ReportScope } from './metric-places.js';
import { figureOf, valueOf, type Figure, type HeldValue } from './rows.js';

/** Which figures of the versions in use are meant. */
export interface FigureQuery {
  /** Metric ids; absent: any, with or without one. */
  readonly metrics?: readonly string[];
  /** Report ids, organisation keys, years of reports; what is absent does not narrow. */
  readonly reports?: readonly ReportId[];
  readonly organisations?: readonly string[];
  readonly years?: readonly number[];
}

type Row = Pick<FigureRow, 'id' | 'metric' | 'content'>;

/** Figures of the versions in use, by organisation, year and reading order. Filters, never ranks. */
export async function findFigures(database: Kysely<Tables>, query: FigureQuery): Promise<Figure[]> {
  const found = await rowsOf(database, query);
  const words = await wordingsOf(database, found.map(({ edition }) => edition));
  return found.flatMap(({ edition, report, rows }) => {
    const wording = readWording(words.get(edition)!);
    return rows.map((row) => figureOf(row, wording, report, row.id % FIGURES));
  });
}

/** The same without words. They are most of what a figure weighs, and a question over everything shows few of the figures it looks at. */
export async function findValues(database: Kysely<Tables>, query: FigureQuery): Promise<HeldValue[]> {
  return (await rowsOf(database, query)).flatMap(({ report, rows }) => rows.map((row) => valueOf(row, report, row.id % FIGURES)));
}

/** A figure by the version of its report and its number in it. */
export interface FigureNumber {
  readonly edition: number;
  readonly report: ReportId;
  readonly n: number;
}

/** Single figures of any versions, in the order of asking, two statements for thousands of them; null for what a version does not have. */
export async function figuresAt(database: Kysely<Tables>, wanted: readonly FigureNumber[]): Promise<(Figure | null)[]> {
  const ids = wanted.map(({ edition, n }) => edition * FIGURES + n);
  const rows = await rowsAt(database, ids);
  const words = await wordingsOf(database, [...new Set(wanted.map(({ edition }) => edition))]);
  const read = new Map<number, ReturnType<typeof readFewLists>>();
  return wanted.map(({ edition, report, n }, i) => {
    const row = rows.get(ids[i]!);
    const written = words.get(edition);
    if (row === undefined || written === undefined) return null;
    const wording = read.get(edition) ?? readFewLists(written);
    read.set(edition, wording);
    return figureOf(row, wording, report, n);
  });
}

function rowsOf(database: Kysely<Tables>, { metrics, ...scope }: FigureQuery): Promise<FoundRows[]> {
  return metrics === undefined ? allFigures(database, scope) : figuresWith(database, metrics, scope);
}

interface FoundRows {
  readonly edition: number;
  readonly report: ReportId;
  readonly rows: readonly Row[];
}

/** Figures of one statement: bounds how large its list of places gets. */
const AT_A_TIME = 4000;

async function figuresWith(database: Kysely<Tables>, metrics: readonly string[], scope: ReportScope): Promise<FoundRows[]> {
  const placed = await placesOfMetrics(database, metrics, scope);
  const places = placed.flatMap((report) => report.places);
  const wanted = new Set<string | null>(metrics);
  const rows = await rowsAt(database, places);
  const having = (place: FigurePlace): Row[] => [rows.get(place)].filter((row): row is Row => row !== undefined && wanted.has(row.metric));
  return placed.map(({ edition, report, places: own }) => ({ edition, report, rows: own.flatMap(having) })).filter((report) => report.rows.length > 0);
}

async function rowsAt(database: Kysely<Tables>, places: readonly FigurePlace[]): Promise<Map<FigurePlace, Row>> {
  const rows = new Map<FigurePlace, Row>();
  for (let at = 0; at < places.length; at += AT_A_TIME) {
    for (const row of await database.selectFrom('figure').select(['id', 'metric', 'content']).where('id', 'in', listOf<number>(places.slice(at, at + AT_A_TIME))).execute()) rows.set(row.id, row);
  }
  return rows;
}

async function allFigures(database: Kysely<Tables>, scope: ReportScope): Promise<FoundRows[]> {
  const found: FoundRows[] = [];
  for (const { edition, report } of await reportsInScope(database, scope)) {
    const rows = await database.selectFrom('figure').select(['id', 'metric', 'content']).where('id', '>=', edition * FIGURES).where('id', '<', (edition + 1) * FIGURES).orderBy('id').execute();
    if (rows.length > 0) found.push({ edition, report, rows });
  }
  return found;
}

async function wordingsOf(database: Kysely<Tables>, editions: readonly number[]): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (let at = 0; at < editions.length; at += AT_A_TIME) {
    const rows = await database.selectFrom('report').select(['edition', 'wording']).where('edition', 'in', listOf<number>(editions.slice(at, at + AT_A_TIME))).execute();
    for (const { edition, wording } of rows) found.set(edition, wording);
  }
  return found;
}
