import type { Kysely, Selectable } from 'kysely';
import type { RosterChangeRow, RosterTables } from './migrations.js';
import type { Happened } from './standing.js';

/** A change to be kept. */
export interface NewChange extends Omit<Happened, 'how'> {
  readonly organisation: string;
  readonly year: number;
  readonly how: RosterChangeRow['how'];
  /** The same for every delivery of what caused it; null where it cannot come twice. */
  readonly cause: string | null;
}

/** One that is kept. */
export interface KeptChange extends NewChange {
  readonly id: number;
}

/** What people said of reports. Every call is one transaction; what returned is on the disk. */
export interface ChangeBook {
  /** Keeps all or none; causes that are known are left out. Returns how many were new. */
  add(changes: readonly NewChange[]): Promise<number>;
  /** Oldest first, of one year or of all. */
  of(wanted?: { readonly year?: number; readonly organisation?: string }): Promise<KeptChange[]>;
}

/** Rows that go into one statement: SQLite takes 32,766 values. */
const AT_ONCE = 1000;

/** The change book over the tables of `migrations.ts`. */
export function changesIn(database: Kysely<RosterTables>): ChangeBook {
  return {
    add: (changes) =>
      database.transaction().execute(async (transaction) => {
        let added = 0;
        for (let from = 0; from < changes.length; from += AT_ONCE) {
          const rows = changes.slice(from, from + AT_ONCE).map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() }));
          const results = await transaction.insertInto('roster_change').values(rows.map(rowOf)).onConflict((conflict) => conflict.column('cause').doNothing()).execute();
          added += results.reduce((count, result) => count + Number(result.numInsertedOrUpdatedRows ?? 0n), 0);
        }
        return added;
      }),
    of: async ({ year, organisation } = {}) => {
      let query = database.selectFrom('roster_change').selectAll().orderBy('at').orderBy('id');
      if (year !== undefined) query = query.where('year', '=', year);
      if (organisation !== undefined) query = query.where('organisation', '=', organisation);
      return (await query.execute()).map(kept);
    },
  };
}

function rowOf({ cause, organisation, year, change, at, by, how, why, link }: Omit<NewChange, 'at'> & { readonly at: string }): Omit<Selectable<RosterChangeRow>, 'id'> {
  return { cause, organisation, year, change, at, by, how, why, link };
}

function kept(row: Selectable<RosterChangeRow>): KeptChange {
  return { ...row, at: new Date(row.at) };
}
