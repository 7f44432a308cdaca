import type { Kysely } from 'kysely';
import type { CheckTables, ExplainedRow } from './migrations.js';

/** Findings that somebody has explained: they stay listed, but no longer count. */
export interface Explanations {
  of(findings: readonly string[]): Promise<ReadonlyMap<string, ExplainedRow>>;
  /** Ids of everything that is explained. */
  ids(): Promise<ReadonlySet<string>>;
  /** Keeps a reason and who gave it; a later one takes its place. */
  explain(finding: string, why: string, by: string, now: Date): Promise<void>;
  /** False when it was not explained. */
  forget(finding: string): Promise<boolean>;
}

/** Explanations in the embedded store. */
export function explanationsIn(database: Kysely<CheckTables>): Explanations {
  return {
    async of(findings) {
      if (findings.length === 0) return new Map();
      const rows = await database.selectFrom('check_explained').selectAll().where('finding', 'in', [...new Set(findings)]).execute();
      return new Map(rows.map((row) => [row.finding, row]));
    },
    async ids() {
      return new Set((await database.selectFrom('check_explained').select('finding').execute()).map(({ finding }) => finding));
    },
    async explain(finding, why, by, now) {
      const row: ExplainedRow = { finding, why, by, at: now.toISOString() };
      await database.insertInto('check_explained').values(row).onConflict((conflict) => conflict.column('finding').doUpdateSet({ why, by, at: row.at })).execute();
    },
    async forget(finding) {
      const gone = await database.deleteFrom('check_explained').where('finding', '=', finding).executeTakeFirst();
      return gone.numDeletedRows > 0n;
    },
  };
}
