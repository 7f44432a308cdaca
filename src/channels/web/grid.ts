import { dayInChina, yearOf, type ReportCard, type Severity } from '../../../index/mod.js';
import type { HostPorts } from '../channel.js';
import type { OwedReport } from '../operations.js';

/** One organisation's report of one year: held (with what was found in it), withdrawn, or how it stands with what it owes. */
export type GridCell =
  | { readonly kind: 'held'; readonly card: ReportCard; readonly findings: Readonly<Record<Severity, number>> | null }
  | { readonly kind: 'withdrawn'; readonly card: ReportCard }
  | { readonly kind: 'owed'; readonly state: string; readonly due: string | null }
  | { readonly kind: 'none' };

/** An organisation's line of the grid of reports. */
export interface GridRow {
  readonly name: string;
  /** Places around it, outermost first. */
  readonly within: readonly string[];
  /** One for each year of the grid. */
  readonly cells: readonly GridCell[];
  /** Reports whose year nobody knows. */
  readonly undated: readonly ReportCard[];
}

/** What is held, by organisation and year, one page of it. */
export interface Grid {
  readonly years: readonly number[];
  readonly rows: readonly GridRow[];
  readonly hasUndated: boolean;
  /** Over everything, not this page. */
  readonly reports: number;
  readonly organisations: number;
  /** Reports that are owed and not held, of the years shown; null without a roster. */
  readonly missing: number | null;
  /** True while findings of this page are still being counted. */
  readonly counting: boolean;
  readonly wanted: string;
  readonly page: number;
  readonly pages: number;
}

const ROWS = 60;
/** A lone misread year must not make a hundred columns. */
const MOST_COLUMNS = 25;
const COUNT_WITHIN_MS = 800;
/** States of the roster in which a report is still to come. */
const MISSING: ReadonlySet<string> = new Set(['due', 'returned', 'overdue']);

interface Line {
  readonly name: string;
  readonly path: readonly string[];
  readonly cards: ReportCard[];
  readonly owed: Map<number, OwedReport>;
}

/** The grid as `query` asks for it: `q` narrows to names that hold it, `page` counts from 1. */
export async function shownGrid({ library, operations, now }: Pick<HostPorts, 'library' | 'operations' | 'now'>, query: Readonly<Record<string, string>>): Promise<Grid> {
  const [cards, history] = await Promise.all([library.reports(), library.reports({ history: true })]);
  const due = yearOf(dayInChina(now())) - 1;
  const hasRoster = (await operations.owed(due)).length > 0;
  const years = yearsBetween(cards, hasRoster ? [due] : []);
  const owed = hasRoster ? await Promise.all(years.map(async (year) => [year, await operations.owed(year)] as const)) : [];
  const lines = linesOf(cards, owed);
  const wanted = (query['q'] ?? '').trim().slice(0, 100);
  const chosen = wanted === '' ? lines : lines.filter(({ name, path }) => name.includes(wanted) || path.join('').includes(wanted));
  const pages = Math.max(1, Math.ceil(chosen.length / ROWS));
  const page = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
  const shown = chosen.slice((page - 1) * ROWS, page * ROWS);
  const held = shown.flatMap((line) => line.cards);
  const counts = await operations.findingCounts(held, COUNT_WITHIN_MS);
  const withdrawn = new Map(history.filter((card) => card.withdrawn !== null).map((card) => [`${card.orgKey} ${card.year}`, card]));
  const cellOf = ({ cards: own, owed: states }: Line, year: number): GridCell => {
    const card = own.find((one) => one.year === year);
    if (card !== undefined) return { kind: 'held', card, findings: counts.get(card.edition) ?? null };
    const gone = own[0] === undefined ? undefined : withdrawn.get(`${own[0].orgKey} ${year}`);
    if (gone !== undefined) return { kind: 'withdrawn', card: gone };
    const state = states.get(year);
    return state === undefined || state.report !== null ? { kind: 'none' } : { kind: 'owed', state: state.state, due: state.due };
  };
  return {
    years,
    rows: shown.map((line) => ({ name: line.name, within: line.path.slice(0, -1), cells: years.map((year) => cellOf(line, year)), undated: line.cards.filter(({ year }) => year === null) })),
    hasUndated: held.some(({ year }) => year === null),
    reports: cards.length,
    organisations: new Set(cards.map(({ orgKey }) => orgKey)).size,
    missing: hasRoster ? owed.flatMap(([, of]) => of).filter(({ state }) => MISSING.has(state)).length : null,
    counting: held.some(({ edition }) => !counts.has(edition)),
    wanted,
    page,
    pages,
  };
}

/** A line for each organisation that is held or owes a report; the roster's come first, in its order. */
function linesOf(cards: readonly ReportCard[], owed: readonly (readonly [year: number, of: readonly OwedReport[]])[]): Line[] {
  const byReport = new Map<string, Line>();
  const lines = new Map<string, Line>();
  const line = (key: string, name: string, path: readonly string[]): Line => {
    const known = lines.get(key) ?? { name, path, cards: [], owed: new Map() };
    lines.set(key, known);
    return known;
  };
  for (const [year, of] of owed) {
    for (const one of of) {
      const own = line(one.orgPath.join('/'), one.organisation, one.orgPath);
      own.owed.set(year, one);
      if (one.report !== null) byReport.set(one.report, own);
    }
  }
  const byOrganisation = new Map<string, Line>();
  for (const card of cards) {
    const own = byReport.get(card.report);
    if (own !== undefined) byOrganisation.set(card.orgKey, own);
  }
  for (const card of cards) {
    const own = byOrganisation.get(card.orgKey) ?? line(card.orgKey, card.org.name, card.org.path);
    byOrganisation.set(card.orgKey, own);
    own.cards.push(card);
  }
  return [...lines.values()];
}

/** Every year from the first held to the last: a year that nobody has is a gap too. */
function yearsBetween(cards: readonly ReportCard[], also: readonly number[]): number[] {
  const held = [...new Set([...cards.flatMap(({ year }) => (year === null ? [] : [year])), ...also])].sort((a, b) => a - b);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined || last - first >= MOST_COLUMNS) return held.slice(-MOST_COLUMNS);
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}
