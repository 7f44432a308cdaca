import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApp, storedFor } from '../app.js';
import { TerminalChannel } from '../channels/terminal/terminal.js';
import { createDesk } from '../desk/desk.js';
import { rosterDesk } from '../roster-desk.js';
import { StagedConversations } from '../desk/memory.js';
import type { DeskTables } from '../desk/tables.js';
import { EXIT, type ExitCode } from '../exit.js';
import { owingFrom } from '../owing.js';
import { peopleReminders } from '../people-reminders.js';
import { startSchedule } from '../schedule.js';
import { momentFrom, type Settings } from '../settings.js';

const HISTORY = 'chat-history';
const LEAVE = new Set(['exit', 'quit', '退出', '再见', ':q']);
const FAULTS = {
  info: () => {},
  warn: () => {},
  error: (event: string, facts: Readonly<Record<string, unknown>> = {}) => void process.stderr.write(`${event} ${JSON.stringify(facts)}\n`),
};

/** `wenbao chat`: a conversation in the terminal, with line editing and a history that outlives it. */
export async function chat(told: { readonly at?: string | undefined }, settings: Settings): Promise<ExitCode> {
  const now = (): Date => momentFrom(told.at, settings.now);
  now();
  const opened: { memory?: StagedConversations } = {};
  const app = await openApp(settings, { samples: true, conversations: (held) => (opened.memory = new StagedConversations(storedFor(held, { group: Infinity, direct: Infinity }, now))) });
  const person = process.stdin.isTTY === true;
  const historyFile = join(settings.data, HISTORY);
  const history = person ? (await readFile(historyFile, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '').reverse() : [];
  const channel = new TerminalChannel({
    input: process.stdin,
    output: process.stdout,
    person,
    colour: process.stdout.isTTY === true,
    history,
    leave: LEAVE,
    ...(person && { onLine: (line) => appendFile(historyFile, `${line}\n`).catch(() => {}) }),
    now,
  });
  try {
    if (person) {
      const cards = await app.held.library.reports();
      process.stdout.write(`问报 wenbao · 已收录 ${cards.length} 份报告 · ${cards.length} reports held · 退出/exit\n例：村为民服务站办理了多少件？ · Who leads the working group?\n`);
    }
    const desk = createDesk({ assistant: app.assistant, memory: opened.memory!, database: app.held.database<DeskTables>(), config: app.config, ...rosterDesk(app), channel: () => channel, reminders: peopleReminders(app), log: FAULTS, now });
    await channel.start((incoming) => desk.receive(incoming, channel));
    // What somebody asked for at a terminal is said at a terminal; what goes elsewhere is left to `serve`.
    const schedule = startSchedule({ config: app.config, held: app.held, owing: owingFrom(app.standings, app.config.reminders), channel: () => channel, only: 'terminal', now, log: FAULTS });
    await channel.ended;
    await schedule.stop();
    return EXIT.done;
  } finally {
    await channel.stop();
    await app.close();
  }
}
