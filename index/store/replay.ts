import type { Kysely } from 'kysely';
import type { SourceText } from '../document/source-text.js';
import { chooseCurrent } from './current.js';
import type { Tables } from './database.js';
import { DERIVED_WITH, readMeta, readSources } from './read.js';
import type { WrittenReport } from './written.js';
import { keep, markDerived, touch } from './write.js';

/**
 * Makes everything that was derived again, from the sources alone and in the order they came: what an upgrade of parser or forms needs.
 * Whole or not at all. Editions get new numbers; ids and versions stay unless the new parser reads another organisation or year, and then the old ones still open.
 */
export async function replayAll(database: Kysely<Tables>, prepare: (source: SourceText) => WrittenReport, mark: string): Promise<void> {
  await database.transaction().execute(async (write) => {
    // Another process that opened the store at the same time may have done it while this one waited.
    if ((await readMeta(write, DERIVED_WITH)) === mark) return;
    const held = await write.selectFrom('report').select(['id', 'version', 'edition', 'source', 'ingested_at', 'withdrawn']).orderBy('edition').execute();
    const given = new Map<string, number>();
    for (const { id, version } of held) given.set(id, Math.max(version, given.get(id) ?? 0));
    // `moved` stays: what an id named once it must name for ever.
    for (const table of ['report', 'organisation', 'figure', 'metric_places', 'role', 'list'] as const) await write.deleteFrom(table).execute();
    for (const { id, version, edition, source, ingested_at, withdrawn } of held) {
      const { card } = await keep(write, prepare((await readSources(write, [source])).get(source)!), ingested_at, { was: { report: id, version, edition }, given });
      await write.updateTable('moved').set({ edition: card.edition }).where('edition', '=', edition).execute();
      await write.insertInto('moved').values({ id, version, edition: card.edition }).onConflict((conflict) => conflict.doNothing()).execute();
      if (withdrawn === null) continue;
      await write.updateTable('report').set({ withdrawn, current: 0 }).where('edition', '=', card.edition).execute();
      await chooseCurrent(write, card.report);
    }
    // Only ids that no longer name their version need the way back.
    await write
      .deleteFrom('moved')
      .where((row) => row.exists(row.selectFrom('report').select('report.edition').whereRef('report.id', '=', 'moved.id').whereRef('report.version', '=', 'moved.version').whereRef('report.edition', '=', 'moved.edition')))
      .execute();
    await markDerived(write, mark);
    await touch(write);
  });
}
