import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { cite, INTERVALS, promisesIn, type FoundPromise, type Interval, type Library, type ReportCard } from '../../index/mod.js';
import type { ReportCitation } from '../../intents/mod.js';
import type { Conversation } from './book.js';
import type { RecurrenceRow, ReminderTables } from './migrations.js';
import type { Recurrence } from './recurrence.js';

/** A promise as a report of the library makes it. */
export interface Promised extends Pick<FoundPromise, 'interval' | 'times' | 'what'> {
  readonly id: string;
  readonly citation: ReportCitation;
}

/** Digits only: letters between them would make a Chinese sentence look English. */
const ID_DIGITS = 8;

/** What reports promise, in the order of the reports and of their words, each with its sentence. */
export async function promisedIn(library: Library, cards: readonly ReportCard[]): Promise<Promised[]> {
  const found: Promised[] = [];
  for (const card of cards) {
    const source = await library.source(card.report);
    for (const { interval, times, what, sentence, path } of promisesIn(await library.document(card.report))) {
      const { quotes } = cite(card.report, source, 'passage', sentence.spans, path);
      const hash = createHash('sha256').update(`${card.report} ${interval} ${what}`).digest();
      const id = String(hash.readUIntBE(0, 6) % 10 ** ID_DIGITS).padStart(ID_DIGITS, '0');
      const spans = sentence.spans.map(({ start, end }) => ({ start, end }));
      found.push({ id, interval, times, what, citation: { kind: 'report', report: card.report, source: source.id, org: card.org.name, year: card.year, title: card.title, path: [...path], quotes: [...quotes], quote: quotes.join(''), spans } });
    }
  }
  return found;
}

/** The recurrences that somebody switched on, and what of them is done. Every call is one statement. */
export class RecurrenceStore {
  readonly #database: Kysely<ReminderTables>;

  constructor(database: Kysely<ReminderTables>) {
    this.#database = database;
  }

  async on(): Promise<Recurrence[]> {
    const rows = await this.#database.selectFrom('reminder_recurrence').selectAll().where('state', '=', 'on').orderBy('id').execute();
    const done = await this.done();
    return rows.map((row) => recurrenceOf(row, new Set(done.filter(({ recurrence }) => recurrence === row.id).map(({ period }) => period))));
  }

  /** Every period that is done, with its evidence, latest first. */
  done(): Promise<{ readonly recurrence: string; readonly period: string; readonly evidence: string; readonly by: string; readonly at: string }[]> {
    return this.#database.selectFrom('reminder_recurrence_done').selectAll().orderBy('at', 'desc').orderBy('recurrence').execute();
  }

  /** Switching on again changes owner and conversation and counts from now. */
  async switchOn({ id, interval, what, citation }: Promised, { to, lang }: Conversation, owner: string, by: string, now: Date): Promise<void> {
    const set = { channel: to.channel, conversation: to.conversation, thread: to.thread, lang, owner, state: 'on' as const, since: now.toISOString(), by, what, citation: JSON.stringify(citation) };
    await this.#database
      .insertInto('reminder_recurrence')
      .values({ id, report: citation.report, interval, ...set })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
      .execute();
  }

  /** False when it was not on. */
  async switchOff(id: string): Promise<boolean> {
    const off = await this.#database.updateTable('reminder_recurrence').set({ state: 'off' }).where('id', '=', id).where('state', '=', 'on').executeTakeFirst();
    return off.numUpdatedRows === 1n;
  }

  async recordDone(recurrence: string, period: string, evidence: string, by: string, now: Date): Promise<void> {
    const noted = { evidence, by, at: now.toISOString() };
    await this.#database.insertInto('reminder_recurrence_done').values({ recurrence, period, ...noted }).onConflict((conflict) => conflict.columns(['recurrence', 'period']).doUpdateSet(noted)).execute();
  }
}

function recurrenceOf(row: RecurrenceRow, done: ReadonlySet<string>): Recurrence {
  return {
    id: row.id,
    interval: INTERVALS.find((one) => one === row.interval) ?? ('month' satisfies Interval),
    what: row.what,
    citation: JSON.parse(row.citation) as ReportCitation,
    owner: row.owner,
    to: { channel: row.channel, conversation: row.conversation, thread: row.thread },
    lang: row.lang === 'en' ? 'en' : 'zh',
    since: new Date(row.since),
    done,
  };
}
