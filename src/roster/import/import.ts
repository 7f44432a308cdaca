import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dayFrom, dayInChina, dayOf, fold, loadData, momentInChina, type Day, type Text2 } from '../../../index/mod.js';
import type { NewChange } from '../changes.js';
import { lacksOf } from '../requirements.js';
import type { Roster, RosterOrganisation } from '../roster.js';
import { CHANGES, type Change } from '../standing.js';
import { lettersOf, readSheet, type SheetCell, type SheetProblem, type SheetRow } from './sheet.js';

const COLUMNS = ['organisation', 'year', 'state', 'date', 'link', 'why', 'by'] as const;
type Column = (typeof COLUMNS)[number];

const Surfaces = z.array(z.string().min(1)).transform((words) => new Set(words.map((word) => fold(word).text.toLowerCase())));
const Words = z.strictObject({
  columns: z.strictObject(Object.fromEntries(COLUMNS.map((column) => [column, Surfaces])) as Record<Column, typeof Surfaces>),
  /** What a state's cell may say; `nothing` for states that say that nothing was handed in. */
  states: z.strictObject(Object.fromEntries([...CHANGES, 'nothing'].map((state) => [state, Surfaces])) as Record<Change | 'nothing', typeof Surfaces>),
});

let loaded: z.output<typeof Words> | undefined;
function words(): z.output<typeof Words> {
  loaded ??= loadData('src/roster/import/words.json', Words);
  return loaded;
}

/** What an import needs to know. */
export interface ImportFacts {
  readonly roster: Roster;
  /** For rows that name none. */
  readonly year: number;
  readonly by: string;
  readonly now: Date;
}

/** `idle` counts rows that say that nothing was handed in. */
export type Imported = { readonly ok: true; readonly changes: readonly NewChange[]; readonly idle: number } | { readonly ok: false; readonly problems: readonly SheetProblem[] };

/**
 * The changes that a spreadsheet tells: a row of heads (单位, 状态, 日期 …), then a row for each organisation. All that is wrong comes back with row and
 * column, and then nothing is to be kept. A file imported twice gives the same causes, so that nothing counts twice.
 */
export async function importedChanges(name: string, bytes: Uint8Array, facts: ImportFacts): Promise<Imported> {
  const sheet = await readSheet(name, bytes);
  if (!sheet.ok) return sheet;
  const head = headOf(sheet.rows);
  if ('problem' in head) return { ok: false, problems: [head.problem] };
  const file = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const problems: SheetProblem[] = [];
  const changes: NewChange[] = [];
  let idle = 0;
  for (const row of sheet.rows.filter(({ number }) => number > head.row)) {
    const read = readRow(row, head.columns, facts);
    if ('problems' in read) problems.push(...read.problems);
    else if (read.change === null) idle += 1;
    else changes.push({ ...read.change, cause: `import/${file}/${facts.year}/${row.number}` });
  }
  if (problems.length === 0 && changes.length + idle === 0) problems.push({ row: null, column: null, message: { zh: '表头下面没有内容', en: 'there is nothing under the heads' } });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes, idle };
}

type Columns = ReadonlyMap<Column, number>;

function headOf(rows: readonly SheetRow[]): { readonly row: number; readonly columns: Columns } | { readonly problem: SheetProblem } {
  for (const { number, cells } of rows) {
    const columns = new Map<Column, number>();
    let twice: SheetProblem | null = null;
    for (const [at, { text }] of cells) {
      const column = COLUMNS.find((one) => words().columns[one].has(fold(text).text.toLowerCase()));
      if (column === undefined) continue;
      const first = columns.get(column);
      if (first === undefined) columns.set(column, at);
      else twice ??= { row: number, column: lettersOf(at), message: { zh: `“${text}”和 ${lettersOf(first)} 列是同一项`, en: `"${text}" says the same as column ${lettersOf(first)}` } };
    }
    if (columns.has('organisation') && columns.has('state')) return twice === null ? { row: number, columns } : { problem: twice };
  }
  return { problem: { row: null, column: null, message: { zh: '没有找到表头：要有“单位”和“状态”两列（另可有年度、日期、链接、原因、经办人）', en: 'no row of heads: there must be columns 单位 (organisation) and 状态 (state), besides year, date, link, reason, by' } } };
}

type RowRead = { readonly change: Omit<NewChange, 'cause'> | null } | { readonly problems: readonly SheetProblem[] };

function readRow(row: SheetRow, columns: Columns, facts: ImportFacts): RowRead {
  const problems: SheetProblem[] = [];
  const cell = (column: Column): SheetCell | undefined => row.cells.get(columns.get(column) ?? 0);
  const text = (column: Column): string => cell(column)?.text ?? '';
  const wrong = (column: Column, message: Text2): null => {
    problems.push({ row: row.number, column: columns.has(column) ? lettersOf(columns.get(column)!) : null, message });
    return null;
  };
  const organisation = organisationIn(text('organisation'), facts.roster, (message) => wrong('organisation', message));
  const year = yearIn(text('year'), facts.year) ?? wrong('year', { zh: `“${text('year')}”不是四位年份`, en: `"${text('year')}" is no year of four digits` });
  const state = stateIn(text('state')) ?? wrong('state', { zh: text('state') === '' ? '没有写状态' : `不认识的状态“${text('state')}”`, en: text('state') === '' ? 'no state is given' : `"${text('state')}" is no state that is known` });
  const at = momentIn(cell('date'), year ?? facts.year, facts.now);
  if ('message' in at) wrong('date', at.message);
  if (problems.length > 0 || organisation === null || year === null || state === null || 'message' in at) return { problems };
  if (state === 'nothing') return { change: null };
  const link = cell('link')?.link ?? (text('link') || null);
  const change = { organisation: organisation.id, year, change: state, at: at.moment, by: text('by') || facts.by, how: 'import' as const, why: text('why') || null, link };
  // A list seldom has a column of links: that it is published is what it says.
  const lack = state === 'published' && link === null ? null : lacksOf(change);
  return lack === null ? { change } : { problems: [{ row: row.number, column: lettersOf(columns.get(state === 'published' || link !== null ? 'link' : 'why') ?? columns.get('state')!), message: lack }] };
}

function organisationIn(name: string, roster: Roster, wrong: (message: Text2) => null): RosterOrganisation | null {
  if (name === '') return wrong({ zh: '没有写单位', en: 'no organisation is named' });
  const found = roster.named(name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) return wrong({ zh: `“${name}”不止一个：${found.map(({ orgPath }) => orgPath.join('')).join('、')}`, en: `"${name}" may be ${found.map(({ orgPath }) => orgPath.join('')).join(', ')}` });
  return wrong({ zh: `名册里没有“${name}”`, en: `the roster has no "${name}"` });
}

function yearIn(text: string, otherwise: number): number | null {
  if (text === '') return otherwise;
  const year = /^((?:19|20)\d{2})年?度?$/u.exec(fold(text).text)?.[1];
  return year === undefined ? null : Number(year);
}

function stateIn(text: string): Change | 'nothing' | null {
  const said = fold(text).text.toLowerCase();
  return ([...CHANGES, 'nothing'] as const).find((state) => words().states[state].has(said)) ?? null;
}

const WRITTEN_DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/u;
const NOON = 12 * 60;

/** Noon of the day that a cell names; now where it names none or today. A day that there is not, one to come, and one before the year reported on are wrong. */
function momentIn(cell: SheetCell | undefined, year: number, now: Date): { readonly moment: Date } | { readonly message: Text2 } {
  if (cell === undefined) return { moment: now };
  const [, y, m, d] = WRITTEN_DAY.exec(fold(cell.text).text) ?? [];
  const day: Day | null = cell.day !== null ? dayFrom(cell.day) : y === undefined ? null : dayOf(Number(y), Number(m), Number(d));
  if (day === null) return { message: y === undefined ? { zh: `“${cell.text}”不是日期（写作 2021-01-20）`, en: `"${cell.text}" is no date (write 2021-01-20)` } : { zh: `没有这一天：${cell.text}`, en: `there is no such day: ${cell.text}` } };
  if (day > dayInChina(now)) return { message: { zh: `${day} 还没有到`, en: `${day} is still to come` } };
  if (day < `${year}-01-01`) return { message: { zh: `${day} 早于 ${year} 年`, en: `${day} is before ${year}` } };
  return { moment: day === dayInChina(now) ? now : momentInChina(day, NOON) };
}
