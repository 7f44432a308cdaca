import { randomUUID } from 'node:crypto';
import { ConversationsInMemory } from '../../intents/mod.js';
import { openApp } from '../app.js';
import { createChecking } from '../checks/checking.js';
import { explanationsIn } from '../checks/explained.js';
import type { CheckTables } from '../checks/migrations.js';
import { EXIT, type ExitCode } from '../exit.js';
import { faultFacts } from '../log-facts.js';
import { productVersion } from '../product-version.js';
import type { Settings } from '../settings.js';
import { noteUnanswered } from './note-unanswered.js';

/** Under whose name the questions of agents are kept: `wenbao forget mcp` deletes them. */
const AGENT = 'mcp';

/** `wenbao mcp`: the tools for agents over standard input and output, until the client leaves. Everything else that is to be said goes to standard error. */
export async function mcpCommand(settings: Settings, stop: AbortSignal): Promise<ExitCode> {
  const tell = (id: string, error: unknown): void => void process.stderr.write(`${JSON.stringify({ level: 'error', msg: 'tool failed', id, ...faultFacts(error) })}\n`);
  const app = await openApp(settings, { samples: true, conversations: () => new ConversationsInMemory(), onFault: tell });
  try {
    const { library } = app.held;
    const { serveTools } = await import('../mcp/server.js');
    await serveTools(
      {
        library,
        check: createChecking(library, explanationsIn(app.held.database<CheckTables>()), app.read),
        answer: async (question, { session, at }) => {
          const answer = await app.assistant.ask(question, { at: at ?? settings.now(), ...(session !== undefined && { session }) });
          // Whoever asked gets the answer also where the store takes nothing more.
          await noteUnanswered(app, answer, { speaker: AGENT, session }, settings.now()).catch((error: unknown) => tell(answer.answerId, error));
          return answer;
        },
      },
      { input: process.stdin, output: process.stdout, version: productVersion(), stop, onFault: tell, newId: randomUUID },
    );
    return EXIT.done;
  } finally {
    await app.close();
  }
}
