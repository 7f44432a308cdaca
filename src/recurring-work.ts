import type { App } from './app.js';
import type { ChannelName } from './channels/channel.js';
import type { Done, NamedRoom, PromisedLine, RecurringWish, RecurringWork } from './channels/operations.js';
import { openPeriod } from './reminders/asker-book.js';
import { calendarOf } from './reminders/config.js';
import type { ReminderTables } from './reminders/migrations.js';
import type { Recurrence } from './reminders/recurrence.js';
import { promisedIn, RecurrenceStore, type Promised } from './reminders/recurrence-store.js';

type Ports = Pick<App, 'held' | 'config'>;

/** Recurring work that somebody switched on, with the period that is to be done now and those that are done. */
export async function recurringWork({ held, config }: Ports, now: Date): Promise<RecurringWork[]> {
  const store = new RecurrenceStore(held.database<ReminderTables>());
  const [running, done] = [await store.on(), await store.done()];
  return running.map((one) => ({
    id: one.id,
    report: one.citation.report,
    organisation: one.citation.org,
    what: one.what,
    owner: one.owner,
    to: one.to,
    open: openNow(one, config, now),
    done: done.filter(({ recurrence }) => recurrence === one.id).map(({ period, evidence, by, at }) => ({ period, evidence, by, at })),
    citation: one.citation,
  }));
}

/** What the reports in use of one organisation promise to do again and again, newest report first. */
export async function promisedBy({ held }: Ports, orgKey: string): Promise<PromisedLine[]> {
  const cards = (await held.library.reports()).filter((card) => card.orgKey === orgKey).sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const on = new Set((await new RecurrenceStore(held.database<ReminderTables>()).on()).map(({ id }) => id));
  return (await promisedIn(held.library, cards)).map(({ id, interval, times, what, citation }) => ({ id, organisation: citation.org, interval, times, what, citation, on: on.has(id) }));
}

/** Conversations that the configuration names and where something can be asked after, each once. */
export function namedRooms({ config, standings }: Pick<App, 'config' | 'standings'>): NamedRoom[] {
  const ofRoster = standings.roster.organisations.flatMap(({ name, rooms }) => rooms.map((room) => ({ ...room, organisation: name })));
  const all = [...ofRoster, ...config.reminders.to.map((room) => ({ ...room, organisation: null }))];
  const rooms = new Map(all.map(({ channel, conversation, organisation }): [string, NamedRoom] => [`${channel}:${conversation}`, { place: `${channel}:${conversation}`, organisation }]));
  return [...rooms.values()].filter(({ place }) => placeOf(place) !== null);
}

const PLACE = /^(slack|wechat):(\S.*)$/su;

/** The conversation that `slack:CHANNEL` or `wechat:ROOM` names; null for anything else. */
export function placeOf(to: string): Recurrence['to'] | null {
  const [, channel, conversation] = PLACE.exec(to.trim()) ?? [];
  return channel === undefined || conversation === undefined ? null : { channel: channel as ChannelName, conversation, thread: null };
}

/** Said to whoever names no place. */
export const NO_PLACE = { zh: '要写明提醒到哪里：slack:频道编号 或 wechat:群编号', en: 'say where it is asked after: slack:CHANNEL or wechat:ROOM' } as const;
const NO_PROMISE: Done = { ok: false, why: { zh: '现行报告里没有这项承诺', en: 'no report in use promises that' } };

/** Switches on what a report in use promises. `orgKey` spares looking through the reports of others. */
export async function switchRecurringOn({ held }: Ports, id: string, orgKey: string | null, { owner, to, lang }: RecurringWish, by: string, now: Date): Promise<Done> {
  const place = placeOf(to);
  if (place === null) return { ok: false, why: NO_PLACE };
  const cards = (await held.library.reports()).filter((card) => orgKey === null || card.orgKey === orgKey);
  const promised: Promised | undefined = (await promisedIn(held.library, cards)).find((one) => one.id === id);
  if (promised === undefined) return NO_PROMISE;
  await new RecurrenceStore(held.database<ReminderTables>()).switchOn(promised, { to: place, lang }, owner.trim() || promised.citation.org, by, now);
  return { ok: true };
}

const NOTHING_OPEN: Done = { ok: false, why: { zh: '没有这项定期工作，或它没有启用、没有到期的', en: 'there is no such recurring work, or it is not switched on, or nothing of it is open' } };
const NO_EVIDENCE: Done = { ok: false, why: { zh: '要写依据：说明或链接', en: 'say what shows it: a note or a link' } };

/** Records the period that is open as done, with what shows it. */
export async function recordRecurringDone({ held, config }: Ports, id: string, evidence: string, by: string, now: Date): Promise<Done> {
  if (evidence.trim() === '') return NO_EVIDENCE;
  const store = new RecurrenceStore(held.database<ReminderTables>());
  const running = (await store.on()).find((one) => one.id === id);
  const open = running && openNow(running, config, now);
  if (!open) return NOTHING_OPEN;
  await store.recordDone(id, open.period, evidence.trim(), by, now);
  return { ok: true };
}

function openNow(running: Recurrence, config: App['config'], now: Date): RecurringWork['open'] {
  const open = openPeriod(running, now, { calendar: calendarOf(config.deadlines) });
  return open && { period: open.name, due: open.due };
}
