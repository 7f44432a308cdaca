import type { Kysely } from 'kysely';
import { foldedAlias, type Ledger, type Unanswered } from '../../intents/mod.js';
import type { ChannelName } from '../channels/channel.js';
import type { LedgerTables } from './migrations.js';

/** Who asked, by the ids under which a person or a conversation is forgotten. */
export interface Asker {
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly speaker: string;
}

/** A question of the ledger, counted over everybody who asked it. */
export interface UnansweredQuestion extends Unanswered {
  readonly times: number;
  /** ISO times in UTC; words, reason and nearest are those of the last. */
  readonly firstAt: string;
  readonly lastAt: string;
}

/** The ledger in the embedded store, in the transaction it is given where there is one. */
export function ledgerIn(database: Kysely<LedgerTables>): Ledger<Asker> {
  return {
    async note({ nearest, ...unanswered }, asker, at) {
      await database
        .insertInto('ledger_unanswered')
        .values({ at: at.toISOString(), ...asker, ...unanswered, same: sameQuestion(unanswered.question), nearest: JSON.stringify(nearest) })
        .execute();
    },
  };
}

/** Equal but for blanks, width, case and the marks behind it. */
function sameQuestion(question: string): string {
  return foldedAlias(question).replace(/[\p{P}\s]+$/u, '');
}

/** At most so many questions are listed. */
const MOST_LISTED = 1000;

/** What was not answered, most often asked first, of equals the one asked last. */
export async function unansweredQuestions(database: Kysely<LedgerTables>, most = MOST_LISTED): Promise<UnansweredQuestion[]> {
  const rows = await database
    .selectFrom('ledger_unanswered as last')
    .innerJoin(
      (from) =>
        from
          .selectFrom('ledger_unanswered')
          .select(({ fn }) => [fn.max('id').as('last'), fn.countAll<number>().as('times'), fn.min('at').as('firstAt')])
          .groupBy('same')
          .as('counted'),
      (join) => join.onRef('counted.last', '=', 'last.id'),
    )
    .select(['last.question', 'last.lang', 'last.status', 'last.reason', 'last.intent', 'last.nearest', 'last.at', 'counted.times', 'counted.firstAt'])
    .orderBy('counted.times', 'desc')
    .orderBy('last.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ nearest, at, ...row }) => ({ ...(row as Omit<UnansweredQuestion, 'nearest' | 'lastAt'>), nearest: JSON.parse(nearest) as string[], lastAt: at }));
}

/** Deletes what is older than `before`. */
export async function purgeUnanswered(database: Kysely<LedgerTables>, before: Date): Promise<void> {
  await database.deleteFrom('ledger_unanswered').where('at', '<', before.toISOString()).execute();
}

/** Deletes what a person asked or what was asked in a conversation, in the transaction it is given; how many rows that were. */
export async function forgetUnanswered(database: Kysely<LedgerTables>, id: string, channel: ChannelName | null): Promise<number> {
  const gone = await database
    .deleteFrom('ledger_unanswered')
    .where(({ eb, or }) => or([eb('speaker', '=', id), eb('conversation', '=', id)]))
    .$if(channel !== null, (query) => query.where('channel', '=', channel!))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
