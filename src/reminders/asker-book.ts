import type { Kysely } from 'kysely';
import { addDays, dayInChina, momentInChina, type Library, type OrganisationLevel } from '../../index/mod.js';
import type { OwnReminderTold, PromisedWork, ReminderBook, ReminderWish, WishRefused } from '../../intents/mod.js';
import { addressKey, type PlanningBook } from './book.js';
import type { ReminderTables } from './migrations.js';
import type { Outbox } from './outbox.js';
import { momentBefore, ownOccurrences, type OwnReminder } from './own.js';
import { OwnStore, type Owner } from './own-store.js';
import { periodsAround, type Recurrence } from './recurrence.js';
import { promisedIn, RecurrenceStore, type Promised } from './recurrence-store.js';

/** Who asks, where, and what they may. */
export interface Asker extends Owner {
  /** The channel's id of the message: what it asks for is done once, however often it is delivered. */
  readonly message: string;
  /** Alone with the bot, or with the right to administrate: may stop digests. */
  readonly mayStop: boolean;
  /** May switch promised work on and off. */
  readonly mayAdminister: boolean;
  /** Whether something can be said unasked there. */
  readonly reachable: boolean;
}

/** What the reminders of one asker need. */
export interface AskerBookPorts {
  readonly database: Kysely<ReminderTables>;
  readonly outbox: Pick<Outbox, 'lastSaid'>;
  readonly library: Library;
  /** The planning book as it stands. */
  readonly book: (now: Date) => Promise<PlanningBook>;
  /** The organisation of the roster that the person or the conversation belongs to; null when that is none or several. */
  readonly organisation: { readonly id: string; readonly level: OrganisationLevel } | null;
}

/** What was said so lately can be put off. */
const LATELY_MS = 3 * 86_400_000;

/** The reminders of one asker, over the store. */
export function askerBook(asker: Asker, { database, outbox, library, book, organisation }: AskerBookPorts): ReminderBook {
  const own = new OwnStore(database);
  const recurrences = new RecurrenceStore(database);
  const digests = addressKey({ ...asker.to, thread: null });
  const told = (one: OwnReminder, now: Date, planning: PlanningBook): OwnReminderTold => {
    const next = ownOccurrences(one, now, planning).map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now).sort((a, b) => a.getTime() - b.getTime())[0];
    return { number: one.number, kind: one.kind, text: one.text, reportYear: one.reportYear, next: next ?? null, everyDay: one.everyDay, endsWithReport: one.org !== null && one.reportYear !== null };
  };
  const promisedOf = async (): Promise<Promised[]> => promisedIn(library, await library.reports());
  const workOf = async (promised: Promised, now: Date): Promise<PromisedWork> => withState(promised, await recurrences.on(), now, await book(now));
  return {
    level: organisation?.level ?? null,
    async add(wish, now): Promise<OwnReminderTold | WishRefused> {
      if (!asker.reachable) return 'not_here';
      const planning = await book(now);
      const row = rowOf(wish, organisation?.id ?? null);
      const first = row.kind === 'once' ? row.at : row.kind === 'before' ? (momentBefore(row, planning)?.dueAt ?? null) : now;
      if (first === null || first < now) return 'past';
      const added = await own.add(asker, row, asker.message, now);
      return added === null ? 'too_many' : told(added, now, planning);
    },
    async list(now) {
      const planning = await book(now);
      return (await own.of(asker)).map((one) => told(one, now, planning));
    },
    async end(number, how, now) {
      const ended = await own.end(asker, number, how, now);
      return ended === null ? null : told(ended, now, await book(now));
    },
    async snooze(now) {
      const said = await outbox.lastSaid(asker.to, new Date(now.getTime() - LATELY_MS));
      if (said === null) return null;
      const until = nextMorning(now, await book(now));
      for (const { kind, key, subject } of said.items) {
        if (kind === 'own') await own.putOff(Number(subject), until);
        else await putOff(database, key, until, asker.speaker, now);
      }
      return until;
    },
    async stop(now) {
      await own.endAll(asker, now);
      if (!asker.mayStop) return 'own_only';
      await database.insertInto('reminder_muted').values({ address: digests, by: asker.speaker, at: now.toISOString() }).onConflict((conflict) => conflict.column('address').doNothing()).execute();
      return 'stopped';
    },
    async resume() {
      if (!asker.mayStop) return 'no_permission';
      await database.deleteFrom('reminder_muted').where('address', '=', digests).execute();
      return 'resumed';
    },
    async promised(reports, now) {
      const cards = (await library.reports()).filter(({ report }) => reports.includes(report));
      const [on, planning] = await Promise.all([recurrences.on(), book(now)]);
      return (await promisedIn(library, cards)).map((one) => withState(one, on, now, planning));
    },
    async switchOn(id, owner, now) {
      if (!asker.mayAdminister) return 'no_permission';
      if (!asker.reachable) return 'not_here';
      const promised = (await promisedOf()).find((one) => one.id === id);
      if (promised === undefined) return null;
      await recurrences.switchOn(promised, { to: { ...asker.to, thread: null }, lang: asker.lang }, owner ?? promised.citation.org, asker.speaker, now);
      return workOf(promised, now);
    },
    async switchOff(id, now) {
      if (!asker.mayAdminister) return 'no_permission';
      const on = (await recurrences.on()).find((one) => one.id === id);
      if (on === undefined || !(await recurrences.switchOff(id))) return null;
      return workOf({ ...on, times: null }, now);
    },
    async recordDone(id, evidence, now) {
      const on = (await recurrences.on()).find((one) => one.id === id);
      if (on === undefined) return null;
      // Whoever is where it is asked after may say that it is done.
      if (!asker.mayAdminister && addressKey(on.to) !== digests) return 'no_permission';
      const period = openPeriod(on, now, await book(now));
      if (period === null) return null;
      await recurrences.recordDone(id, period.name, evidence, asker.speaker, now);
      return { work: await workOf({ ...on, times: null }, now), period: period.name };
    },
  };
}

function rowOf(wish: ReminderWish, org: string | null): Parameters<OwnStore['add']>[1] {
  const none = { text: '', at: null, minutes: null, daysBefore: null, everyDay: false, rule: null, reportYear: null, org: null };
  if (wish.kind === 'once') return { ...none, kind: 'once', text: wish.text, at: wish.at };
  const of = wish.deadline === null ? {} : { rule: wish.deadline.rule.id, reportYear: wish.deadline.reportYear, org };
  if (wish.kind === 'before') return { ...none, kind: 'before', daysBefore: wish.daysBefore, minutes: wish.minutes, ...of };
  return { ...none, kind: 'daily', minutes: wish.minutes, everyDay: wish.everyDay, text: wish.text, ...of };
}

/** When the working hours of the next working day begin. */
function nextMorning(now: Date, { calendar, hours }: PlanningBook): Date {
  for (let day = addDays(dayInChina(now), 1); ; day = addDays(day, 1)) if (hours.everyDay || calendar.kindOf(day).working) return momentInChina(day, hours.from);
}

async function putOff(database: Kysely<ReminderTables>, key: string, until: Date, by: string, now: Date): Promise<void> {
  // What was put off before and said again is known by its first key.
  const first = key.replace(/\/again\/.*$/u, '');
  const set = { until: until.toISOString(), by, at: now.toISOString() };
  await database.insertInto('reminder_put_off').values({ key: first, ...set }).onConflict((conflict) => conflict.column('key').doUpdateSet(set)).execute();
}

function withState({ id, interval, times, what, citation }: Promised, on: readonly Recurrence[], now: Date, planning: PlanningBook): PromisedWork {
  const found = on.find((one) => one.id === id);
  return { id, interval, times, what, citation, on: found === undefined ? null : { owner: found.owner, open: openPeriod(found, now, planning) } };
}

/** The first period that is not done and not over before it was switched on: one that is past due, else the one under way. */
export function openPeriod({ interval, since, done }: Recurrence, now: Date, { calendar }: Pick<PlanningBook, 'calendar'>): { readonly name: string; readonly due: ReturnType<typeof dayInChina> } | null {
  const today = dayInChina(now);
  const open = periodsAround(interval, now, calendar).find(({ name, first, due }) => !done.has(name) && due >= dayInChina(since) && first <= today);
  return open === undefined ? null : { name: open.name, due: open.due };
}
