import { unansweredQuestions } from '../ledger/ledger.js';
import type { LedgerTables } from '../ledger/migrations.js';
import { openApp } from '../app.js';
import { EXIT, type ExitCode } from '../exit.js';
import { harmless } from '../render/harmless.js';
import type { Settings } from '../settings.js';
import { printLine, UnansweredLine } from './output.js';

/** `wenbao unanswered`: what was asked and not answered, most often asked first. */
export async function unansweredCommand(settings: Settings): Promise<ExitCode> {
  const app = await openApp(settings, { samples: false });
  try {
    const questions = await unansweredQuestions(app.held.database<LedgerTables>());
    for (const { question, times, lastAt, reason, nearest, ...more } of questions) {
      if (settings.json) printLine(UnansweredLine, { question, times, lastAt, reason, nearest: [...nearest], ...more });
      else process.stdout.write(`${times}×\t${lastAt.slice(0, 10)}\t${reason}\t${harmless(question)}\n${nearest.map((near) => `\t→ ${harmless(near)}\n`).join('')}`);
    }
    if (questions.length === 0 && !settings.json) process.stderr.write('没有未答的问题 · nothing was left unanswered\n');
    return EXIT.done;
  } finally {
    await app.close();
  }
}
