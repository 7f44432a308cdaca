import type { OpenLibrary } from '../index/mod.js';
import type { ChannelName } from './channels/channel.js';
import type { ForgottenOf } from './channels/operations.js';
import { bounded } from './desk/message-key.js';
import { forget } from './desk/retention.js';
import type { DeskTables } from './desk/tables.js';
import type { ReminderTables } from './reminders/migrations.js';
import { forgetReminders } from './reminders/own-store.js';

const CHANNEL = /^(terminal|web|slack|wechat):(.+)$/s;

/** Deletes everything that the store keeps of a person or a conversation. `slack:U0123` names one channel's, `U0123` any channel's. */
export async function forgetEverywhere(held: Pick<OpenLibrary, 'database'>, target: string): Promise<ForgottenOf> {
  const [, channel = null, id = target] = CHANNEL.exec(target) ?? [];
  const forgotten = await forget(held.database<DeskTables>(), bounded(id), channel as ChannelName | null);
  return { ...forgotten, reminders: await forgetReminders(held.database<ReminderTables>(), bounded(id), channel as ChannelName | null) };
}
