import type { Kysely, Selectable } from 'kysely';
import { LONGEST_QUESTION } from '../../intents/mod.js';
import type { Address, ChannelName } from '../channels/channel.js';
import type { OwnRow, ReminderTables } from './migrations.js';
import type { OwnReminder } from './own.js';

/** Who owns reminders: a person in a conversation. */
export interface Owner {
  readonly to: Address;
  readonly speaker: string;
  readonly lang: 'zh' | 'en';
}

/** More would be a mistake, or somebody who means harm. */
const MOST_OWN = 20;

/** The reminders that people asked for. Every call is one transaction. */
export class OwnStore {
  readonly #database: Kysely<ReminderTables>;

  constructor(database: Kysely<ReminderTables>) {
    this.#database = database;
  }

  /** Those that are not ended, oldest first. */
  async active(): Promise<OwnReminder[]> {
    return (await this.#database.selectFrom('reminder_own').selectAll().where('state', '=', 'active').orderBy('id').execute()).map(ownOf);
  }

  async of({ to, speaker }: Owner): Promise<OwnReminder[]> {
    const rows = await this.#database.selectFrom('reminder_own').selectAll().where('channel', '=', to.channel).where('conversation', '=', to.conversation).where('speaker', '=', speaker).where('state', '=', 'active').orderBy('id').execute();
    return rows.map(ownOf);
  }

  /** Takes what a message asks for, once however often it is delivered; null when the person has as many as one may have. */
  add({ to, speaker, lang }: Owner, wish: Pick<OwnReminder, 'kind' | 'text' | 'at' | 'minutes' | 'daysBefore' | 'everyDay' | 'rule' | 'reportYear' | 'org'>, message: string, now: Date): Promise<OwnReminder | null> {
    return this.#database.transaction().execute(async (transaction) => {
      const before = await transaction.selectFrom('reminder_own').selectAll().where('channel', '=', to.channel).where('message', '=', message).executeTakeFirst();
      if (before !== undefined) return ownOf(before);
      const rows = await transaction.selectFrom('reminder_own').select(['number', 'speaker', 'state']).where('channel', '=', to.channel).where('conversation', '=', to.conversation).execute();
      if (rows.filter((row) => row.speaker === speaker && row.state === 'active').length >= MOST_OWN) return null;
      // Numbers are not used again, so that 「取消提醒2」 said late never ends another.
      const number = Math.max(0, ...rows.map((row) => row.number)) + 1;
      const row = await transaction
        .insertInto('reminder_own')
        .values({
          number,
          message,
          channel: to.channel,
          conversation: to.conversation,
          thread: to.thread,
          lang,
          speaker,
          kind: wish.kind,
          text: wish.text.slice(0, LONGEST_QUESTION),
          at: wish.at?.toISOString() ?? null,
          minutes: wish.minutes,
          days_before: wish.daysBefore,
          every_day: wish.everyDay ? 1 : 0,
          rule: wish.rule,
          report_year: wish.reportYear,
          org: wish.org,
          state: 'active',
          until: null,
          created_at: now.toISOString(),
          ended_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return ownOf(row);
    });
  }

  /** Ends one of the person's own; null when there is none of that number. */
  async end({ to, speaker }: Owner, number: number, state: 'done' | 'cancelled', now: Date): Promise<OwnReminder | null> {
    const row = await this.#database
      .updateTable('reminder_own')
      .set({ state, ended_at: now.toISOString() })
      .where('channel', '=', to.channel)
      .where('conversation', '=', to.conversation)
      .where('speaker', '=', speaker)
      .where('number', '=', number)
      .where('state', '=', 'active')
      .returningAll()
      .executeTakeFirst();
    return row === undefined ? null : ownOf(row);
  }

  /** Ends anybody's, for an operator; false when it is none that is still active. */
  async endById(id: number, now: Date): Promise<boolean> {
    const ended = await this.#database.updateTable('reminder_own').set({ state: 'cancelled', ended_at: now.toISOString() }).where('id', '=', id).where('state', '=', 'active').executeTakeFirst();
    return ended.numUpdatedRows > 0n;
  }

  async endAll({ to, speaker }: Owner, now: Date): Promise<void> {
    await this.#database.updateTable('reminder_own').set({ state: 'cancelled', ended_at: now.toISOString() }).where('channel', '=', to.channel).where('conversation', '=', to.conversation).where('speaker', '=', speaker).where('state', '=', 'active').execute();
  }

  async putOff(id: number, until: Date): Promise<void> {
    await this.#database.updateTable('reminder_own').set({ until: until.toISOString() }).where('id', '=', id).execute();
  }
}

/** Deletes the reminders that a person asked for or that are said in a conversation; returns how many that were. */
export async function forgetReminders(database: Kysely<ReminderTables>, id: string, channel: ChannelName | null): Promise<number> {
  const gone = await database
    .deleteFrom('reminder_own')
    .where(({ eb, or }) => or([eb('speaker', '=', id), eb('conversation', '=', id)]))
    .$if(channel !== null, (query) => query.where('channel', '=', channel!))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

function ownOf(row: Selectable<OwnRow>): OwnReminder {
  return {
    id: row.id,
    number: row.number,
    to: { channel: row.channel, conversation: row.conversation, thread: row.thread },
    lang: row.lang === 'en' ? 'en' : 'zh',
    speaker: row.speaker,
    kind: row.kind,
    text: row.text,
    at: row.at === null ? null : new Date(row.at),
    minutes: row.minutes,
    daysBefore: row.days_before,
    everyDay: row.every_day === 1,
    rule: row.rule,
    reportYear: row.report_year,
    org: row.org,
    state: row.state,
    until: row.until === null ? null : new Date(row.until),
    createdAt: new Date(row.created_at),
  };
}
