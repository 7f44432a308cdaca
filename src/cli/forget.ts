import { openLibrary, standardSteps } from '../../index/mod.js';
import { EXIT, type ExitCode } from '../exit.js';
import { forgetEverywhere } from '../forgetting.js';
import type { Settings } from '../settings.js';
import { ownMigrations } from '../tables.js';
import { ForgetLine, printLine } from './output.js';

/** `wenbao forget PERSON|CONVERSATION`: deletes what is kept of them and says how much. `slack:U0123` names one channel's, `U0123` any channel's. */
export async function forgetCommand(target: string, settings: Settings): Promise<ExitCode> {
  const held = await openLibrary(settings.data, { steps: standardSteps, now: settings.now, migrations: ownMigrations });
  try {
    const forgotten = await forgetEverywhere(held, target);
    const { memories, audit, unanswered, messages, reminders } = forgotten;
    if (settings.json) printLine(ForgetLine, { target, ...forgotten });
    else process.stdout.write(`已删除：对话记忆 ${memories} 条，台账 ${audit} 行，未答问题 ${unanswered} 条，消息文字 ${messages} 条，提醒 ${reminders} 个\ndeleted: ${memories} conversation memories, ${audit} lines of audit, ${unanswered} unanswered questions, the words of ${messages} messages, ${reminders} reminders\n`);
    return EXIT.done;
  } finally {
    await held.close();
  }
}
