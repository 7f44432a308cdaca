import type { Transaction } from 'kysely';
import type { Diagnostic } from '../document/diagnostic.js';
import type { SourceText } from '../document/source-text.js';
import { chooseCurrent } from './current.js';
import { FIGURES, type Tables } from './database.js';
import type { ReportCard } from './prepared.js';
import { readHints } from './read.js';

// A file that is held already comes in again because a person now says whose or of which year it is: what was made of it is made anew, under another id.

type Write = Transaction<Tables>;

/** True when `source`, which is held, comes with another word of a person than before. Without any word what was said before still holds. */
export async function toldAnew(write: Write, { id, hints }: SourceText): Promise<boolean> {
  if (hints?.told === undefined) return false;
  const before = (await readHints(write, id))?.told;
  return before?.organisation !== hints.told.organisation || before?.year !== hints.told.year;
}

/** Takes what was made of a version out of the store and remembers what a person says of its source now. `putBack` has to follow in the same transaction. */
export async function takeOut(write: Write, { edition }: ReportCard, { id, hints }: SourceText): Promise<void> {
  const { stated } = await write.selectFrom('report').select('stated').where('edition', '=', edition).executeTakeFirstOrThrow();
  await write.updateTable('source').set({ hints: JSON.stringify(hints) }).where('id', '=', id).execute();
  await write.deleteFrom('figure').where('id', '>=', edition * FIGURES).where('id', '<', (edition + 1) * FIGURES).execute();
  for (const table of ['report', 'metric_places', 'role', 'list'] as const) await write.deleteFrom(table).where('edition', '=', edition).execute();
  // A name that no report states any more must not make others ambiguous.
  const named = await write.selectFrom('report').select('edition').where((row) => row.or([row('stated', '=', stated), row('organisation', '=', stated)])).executeTakeFirst();
  if (named === undefined) await write.deleteFrom('organisation').where('key', '=', stated).execute();
}

/** Makes ids that named the version before name `edition`; a withdrawn one stays withdrawn. */
export async function putBack(write: Write, before: ReportCard, id: string, edition: number): Promise<void> {
  await write.updateTable('moved').set({ edition }).where('edition', '=', before.edition).execute();
  if (before.withdrawn !== null) await write.updateTable('report').set({ withdrawn: before.withdrawn, current: 0 }).where('edition', '=', edition).execute();
  if (before.report !== id) {
    await write.insertInto('moved').values({ id: before.report, version: before.version, edition }).onConflict((conflict) => conflict.doNothing()).execute();
    await chooseCurrent(write, before.report);
  }
  await chooseCurrent(write, id);
}

/** Tells that a report was filed under another id than the one it had; nothing when the id is the same. */
export function refiled({ report, version }: ReportCard, id: string): Diagnostic[] {
  if (report === id) return [];
  return [{ code: 'refiled', severity: 'info', message: { zh: `这份文件原来存为 ${report}@${version}，按指定改存为 ${id}；旧编号仍能打开`, en: `this file was filed as ${report}@${version} and now is ${id}, as told; the old id still opens` }, span: null }];
}
