import { randomUUID } from 'node:crypto';
import type { OpenLibrary } from '../index/mod.js';
import type { Channel, ChannelHealth, ChannelLog, ChannelName } from './channels/channel.js';
import type { Config } from './config/parts.js';
import { configuredBook, policyOf } from './reminders/config.js';
import { startReminders } from './reminders/dispatcher.js';
import type { ReminderTables } from './reminders/migrations.js';
import { outboxIn } from './reminders/outbox.js';
import { planningBook, type OwingNow } from './reminders/planning-book.js';

/** What the schedule of a run needs. */
export interface SchedulePorts {
  readonly config: Config;
  readonly held: OpenLibrary;
  /** Who owes what, from the roster. */
  readonly owing: OwingNow;
  readonly channel: (name: string) => Channel | null;
  /** Only what is said on this channel; all of them when not given. */
  readonly only?: ChannelName;
  readonly now: () => Date;
  readonly log: ChannelLog;
}

/** What the product does unasked, minute by minute. */
export interface Schedule {
  health(): { readonly name: 'schedule'; readonly health: ChannelHealth };
  /** Somebody wrote in a conversation: what could not be said there before is said now. */
  heard(place: { readonly channel: ChannelName; readonly conversation: string }): Promise<void>;
  /** When it last ended a turn well; null before the first has. */
  lastTurn(): Date | null;
  /** Resolves when what is being said is settled. */
  stop(): Promise<void>;
}

/** Starts the schedule: the reminders. */
export function startSchedule({ config, held, owing, channel, only, now, log }: SchedulePorts): Schedule {
  const database = held.database<ReminderTables>();
  const configured = configuredBook(config.deadlines, config.reminders);
  const reminders = startReminders({ book: (at) => planningBook(database, configured, owing, at), outbox: outboxIn(database, randomUUID()), channel, policy: policyOf(config.reminders), ...(only && { only }), now, log });
  const many = config.reminders.to.length + config.roster.organisations.filter(({ rooms, owner }) => rooms.length > 0 || owner?.slack !== undefined || owner?.wechat !== undefined).length;
  const detail = many === 0 ? { zh: '没有配置提醒', en: 'no reminders are configured' } : { zh: `提醒 ${many} 处`, en: `reminders go to ${many} places` };
  return { health: () => ({ name: 'schedule', health: { state: 'up', detail } }), heard: (place) => reminders.heard(place), lastTurn: () => reminders.lastTurn(), stop: () => reminders.stop() };
}
