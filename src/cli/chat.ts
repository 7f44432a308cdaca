import { createInterface } from 'node:readline';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConversationsInMemory } from '../../intents/mod.js';
import { openApp } from '../app.js';
import { EXIT, type ExitCode } from '../exit.js';
import { renderForTerminal } from '../render/ansi.js';
import { momentFrom, type Settings } from '../settings.js';

const HISTORY = 'chat-history';
const KEPT_LINES = 500;
const LEAVE = new Set(['exit', 'quit', '退出', '再见', ':q']);

/** `wenbao chat`: a conversation in the terminal, with line editing and a history that outlives it. */
export async function chat(told: { readonly at?: string | undefined }, settings: Settings): Promise<ExitCode> {
  const app = await openApp(settings, { samples: true, conversations: () => new ConversationsInMemory() });
  const person = process.stdin.isTTY === true;
  const historyFile = join(settings.data, HISTORY);
  const history = person ? (await readFile(historyFile, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '').slice(-KEPT_LINES).reverse() : [];
  const terminal = createInterface({ input: process.stdin, output: person ? process.stdout : undefined, prompt: '问> ', history, historySize: KEPT_LINES });
  try {
    if (person) {
      const cards = await app.held.library.reports();
      process.stdout.write(`问报 wenbao · 已收录 ${cards.length} 份报告 · ${cards.length} reports held · 退出/exit\n例：村为民服务站办理了多少件？ · Who leads the working group?\n`);
      terminal.prompt();
    }
    for await (const line of terminal) {
      const question = line.trim();
      if (LEAVE.has(question.toLowerCase())) break;
      if (question !== '') {
        if (person) await appendFile(historyFile, `${question}\n`).catch(() => {});
        const answer = await app.assistant.ask(question, { at: momentFrom(told.at, settings.now), session: 'terminal' });
        process.stdout.write(`${renderForTerminal(answer, process.stdout.isTTY === true)}\n\n`);
      }
      if (person) terminal.prompt();
    }
    return EXIT.done;
  } finally {
    terminal.close();
    await app.close();
  }
}
