import { openApp, type App } from '../app.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { NO_PLACE, placeOf, recordRecurringDone, switchRecurringOn } from '../recurring-work.js';
import { openPeriod } from '../reminders/asker-book.js';
import { calendarOf } from '../reminders/config.js';
import type { ReminderTables } from '../reminders/migrations.js';
import { promisedIn, RecurrenceStore } from '../reminders/recurrence-store.js';
import { harmless } from '../render/harmless.js';
import type { Settings } from '../settings.js';
import { printLine, RecurrenceLine } from './output.js';

/** Options of `wenbao recurrences`. */
export interface RecurrenceTold {
  readonly owner?: string | undefined;
  /** Where it is asked after: `slack:C0123` or `wechat:ROOM`. */
  readonly to?: string | undefined;
  readonly lang?: string | undefined;
  readonly evidence?: string | undefined;
  readonly by?: string | undefined;
}

const SOMEBODY = 'terminal';

/** `wenbao recurrences`: what the reports held promise to do again and again, whether somebody switched it on, and what is done. */
export async function recurrencesList(settings: Settings): Promise<ExitCode> {
  return over(settings, async (app, store) => {
    const calendar = calendarOf(app.config.deadlines);
    const [on, done, promised] = [await store.on(), await store.done(), await promisedIn(app.held.library, await app.held.library.reports())];
    for (const { id, interval, times, what, citation } of promised) {
      const running = on.find((one) => one.id === id);
      const open = running === undefined ? null : openPeriod(running, settings.now(), { calendar });
      const ended = done.filter(({ recurrence }) => recurrence === id).map(({ period, evidence, by, at }) => ({ period, evidence, by, at }));
      if (settings.json) printLine(RecurrenceLine, { id, report: citation.report, org: citation.org, interval, times, what, citation, owner: running?.owner ?? null, to: running ? { channel: running.to.channel, conversation: running.to.conversation } : null, open, done: ended });
      else process.stdout.write(harmless(`${id}  ${citation.org} ${citation.year ?? ''}  ${interval}  ${what}\n      「${citation.quote.replace(/\s+/gu, ' ')}」\n${running ? `      已启用 on：${running.owner}${open ? `，${open.name} → ${open.due}` : ''}\n` : ''}${ended.map(({ period, evidence, by }) => `      ✓ ${period}  ${evidence}（${by}）\n`).join('')}`));
    }
    if (promised.length === 0 && !settings.json) process.stdout.write('已收录的报告里没有找到承诺定期做的工作 · the reports held promise no recurring work\n');
  });
}

/** `wenbao recurrences on ID --owner NAME --to slack:C0123`. */
export async function recurrencesOn(id: string, { owner, to = '', lang = 'zh', by = SOMEBODY }: RecurrenceTold, settings: Settings): Promise<ExitCode> {
  if (placeOf(to) === null) throw new WrongCall(`用 --to 写：${NO_PLACE.zh}`, `with --to, ${NO_PLACE.en}`);
  if (lang !== 'zh' && lang !== 'en') throw new WrongCall('--lang 只能是 zh 或 en', '--lang is zh or en');
  return over(settings, async (app) => {
    if (!(await switchRecurringOn(app, id, null, { owner: owner ?? '', to, lang }, by, settings.now())).ok) throw noSuch(id);
  });
}

/** `wenbao recurrences off ID`. */
export async function recurrencesOff(id: string, settings: Settings): Promise<ExitCode> {
  return over(settings, async (_app, store) => {
    if (!(await store.switchOff(id))) throw noSuch(id);
  });
}

/** `wenbao recurrences done ID --evidence TEXT`: the period that is open is done. */
export async function recurrencesDone(id: string, { evidence = '', by = SOMEBODY }: RecurrenceTold, settings: Settings): Promise<ExitCode> {
  if (evidence.trim() === '') throw new WrongCall('用 --evidence 写上依据：说明或链接', 'say with --evidence what shows it: a note or a link');
  return over(settings, async (app) => {
    if (!(await recordRecurringDone(app, id, evidence, by, settings.now())).ok) throw noSuch(id);
  });
}

function noSuch(id: string): WrongCall {
  return new WrongCall(`没有这个编号的定期工作，或它没有启用、没有到期的：${id}；wenbao recurrences 会列出`, `there is no recurring work ${id}, or it is not switched on, or nothing of it is open; wenbao recurrences lists them`);
}

async function over(settings: Settings, work: (app: App, store: RecurrenceStore) => Promise<void>): Promise<ExitCode> {
  const app = await openApp(settings, { samples: false });
  try {
    await work(app, new RecurrenceStore(app.held.database<ReminderTables>()));
    return EXIT.done;
  } finally {
    await app.close();
  }
}
