import type { OpenLibrary } from '../index/mod.js';
import type { Channel, ChannelHealth, ChannelLog } from './channels/channel.js';
import type { Config } from './config/parts.js';
import { reminderBook } from './reminders/config.js';
import { startReminders } from './reminders/dispatcher.js';
import type { ReminderTables } from './reminders/migrations.js';
import { outboxIn } from './reminders/outbox.js';

export interface SchedulePorts {
  readonly config: Config;
  readonly held: OpenLibrary;
  readonly channel: (name: string) => Channel | null;
  readonly now: () => Date;
  readonly log: ChannelLog;
}

/** What the product does unasked, minute by minute. */
export interface Schedule {
  health(): { readonly name: 'schedule'; readonly health: ChannelHealth };
  /** Resolves when what is being said is settled. */
  stop(): Promise<void>;
}

/** Starts the schedule: the reminders. */
export function startSchedule({ config, held, channel, now, log }: SchedulePorts): Schedule {
  const reminders = startReminders({ book: reminderBook(config.deadlines, config.reminders), outbox: outboxIn(held.database<ReminderTables>()), channel, now, log });
  const many = config.reminders.to.length;
  const detail = many === 0 ? { zh: '没有配置提醒', en: 'no reminders are configured' } : { zh: `提醒 ${many} 处`, en: `reminders go to ${many} places` };
  return { health: () => ({ name: 'schedule', health: { state: 'up', detail } }), stop: () => reminders.stop() };
}
