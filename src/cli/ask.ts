import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AnswerJson, ConversationsInMemory } from '../../intents/mod.js';
import { openApp, type App } from '../app.js';
import { terminalSession } from '../desk/memory.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { renderForTerminal } from '../render/ansi.js';
import { momentFrom, type Settings } from '../settings.js';
import { noteUnanswered } from './note-unanswered.js';
import { printLine } from './output.js';
import { replay } from './replay.js';

/** Options of `wenbao ask`. */
export interface AskTold {
  readonly session?: string | undefined;
  readonly at?: string | undefined;
  readonly batch?: string | undefined;
  readonly replay?: string | undefined;
  readonly debug?: boolean | undefined;
}

/** `wenbao ask QUESTION…`, `wenbao ask --batch FILE|-` or `wenbao ask --replay FILE`. Exit code 0 for every status but `fault`. */
export async function ask(words: readonly string[], told: AskTold, settings: Settings): Promise<ExitCode> {
  if (told.batch !== undefined) return batch(told.batch, told, settings);
  if (told.replay !== undefined) return replay(told.replay, settings);
  if (words.length === 0) throw new WrongCall('请给出问题，例如：wenbao ask 村为民服务站办理了多少件？', 'Give a question, for example: wenbao ask "How many service items did the village stations handle?"');
  const at = momentFrom(told.at, settings.now);
  const app = await openApp(settings, { samples: true });
  try {
    const answer = await app.assistant.ask(words.join(' '), { at, bound: boundTo(app, told.session), ...(told.session !== undefined && { session: terminalSession(told.session) }), ...(told.debug && { debug: true }) });
    // A batch is somebody's test, not somebody's question: it keeps nothing.
    await noteUnanswered(app, answer, { speaker: TERMINAL, session: told.session }, settings.now());
    if (settings.json) printLine(AnswerJson, answer);
    else process.stdout.write(`${renderForTerminal(answer, process.stdout.isTTY === true)}\n`);
    return answer.status === 'fault' ? EXIT.fault : EXIT.done;
  } finally {
    await app.close();
  }
}

/** A session of the command line can be an organisation's room, as a channel's conversation can. */
function boundTo({ standings: { roster } }: App, session: string | undefined): string[] {
  return session === undefined ? [] : roster.ofRoom(TERMINAL, session).map(({ id }) => id);
}

const TERMINAL = 'terminal';

const BatchLine = z.object({ id: z.union([z.string(), z.number()]), q: z.string(), session: z.string().optional(), at: z.string().optional() });
const BatchAnswer = AnswerJson.extend({ id: z.union([z.string(), z.number()]) });

/** Lines in, lines out, in order; one session's lines share a conversation that lives as long as the batch. */
async function batch(file: string, told: AskTold, settings: Settings): Promise<ExitCode> {
  if (file !== '-') {
    await access(file).catch((error: Error) => {
      throw new WrongCall(`读不了：${file}（${error.message}）`, `Cannot read ${file} (${error.message})`);
    });
  }
  const app = await openApp(settings, { samples: true, conversations: () => new ConversationsInMemory() });
  let exit: ExitCode = EXIT.done;
  try {
    const lines = createInterface({ input: file === '-' ? process.stdin : createReadStream(file, 'utf8'), crlfDelay: Infinity });
    let number = 0;
    for await (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      if ((await answerLine(app, line, number, told, settings)) === 'fault') exit = EXIT.fault;
    }
    return exit;
  } finally {
    await app.close();
  }
}

async function answerLine(app: App, line: string, number: number, told: AskTold, settings: Settings): Promise<string> {
  const { id, q, session, at } = parseLine(line, number);
  const answer = await app.assistant.ask(q, { at: momentFrom(at ?? told.at, settings.now), bound: boundTo(app, session), ...(session !== undefined && { session }), ...(told.debug && { debug: true }) });
  printLine(BatchAnswer, { id, ...answer });
  return answer.status;
}

function parseLine(line: string, number: number): z.output<typeof BatchLine> {
  try {
    return BatchLine.parse(JSON.parse(line.replace(/^\ufeff/, '')));
  } catch {
    throw new WrongCall(`第 ${number} 行不是 {"id","q"} 形式的 JSON`, `Line ${number} is no JSON of the form {"id","q"}`);
  }
}
