import { openLibrary, standardSteps } from '../../index/mod.js';
import type { ChannelName } from '../channels/channel.js';
import { bounded } from '../desk/message-key.js';
import { forget } from '../desk/retention.js';
import type { DeskTables } from '../desk/tables.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { ReminderTables } from '../reminders/migrations.js';
import { forgetReminders } from '../reminders/own-store.js';
import type { Settings } from '../settings.js';
import { ownMigrations } from '../tables.js';
import { ForgetLine, printLine } from './output.js';

const CHANNEL = /^(terminal|web|slack|wechat):(.+)$/s;

/** `wenbao forget PERSON|CONVERSATION`: deletes what is kept of them and says how much. `slack:U0123` names one channel's, `U0123` any channel's. */
export async function forgetCommand(target: string, settings: Settings): Promise<ExitCode> {
  const [, channel = null, id = target] = CHANNEL.exec(target) ?? [];
  const held = await openLibrary(settings.data, { steps: standardSteps, now: settings.now, migrations: ownMigrations });
  try {
    const forgotten = await forget(held.database<DeskTables>(), bounded(id), channel as ChannelName | null);
    const reminders = await forgetReminders(held.database<ReminderTables>(), bounded(id), channel as ChannelName | null);
    const { memories, audit, unanswered, messages } = forgotten;
    if (settings.json) printLine(ForgetLine, { target, ...forgotten, reminders });
    else process.stdout.write(`已删除：对话记忆 ${memories} 条，台账 ${audit} 行，未答问题 ${unanswered} 条，消息文字 ${messages} 条，提醒 ${reminders} 个\ndeleted: ${memories} conversation memories, ${audit} lines of audit, ${unanswered} unanswered questions, the words of ${messages} messages, ${reminders} reminders\n`);
    return EXIT.done;
  } finally {
    await held.close();
  }
}
