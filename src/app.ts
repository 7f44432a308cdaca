import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibrary, projectRoot, standardSteps, type OpenLibrary } from '../index/mod.js';
import { createAssistant, type Assistant, type ConversationBook } from '../intents/mod.js';
import { FileConversations } from './conversations.js';
import { WrongCall } from './exit.js';
import type { Settings } from './settings.js';
import { ownMigrations } from './tables.js';

/** The product put together over one data folder. */
export interface App {
  readonly held: OpenLibrary;
  readonly assistant: Assistant;
  close(): Promise<void>;
}

export interface AppOptions {
  /** Loads the bundled samples when the folder is the default one and holds nothing (contract, "Running"). */
  readonly samples: boolean;
  readonly conversations?: ConversationBook;
  readonly onFault?: (answerId: string, error: unknown) => void;
}

/** Opens the data folder and everything over it. Throws `WrongCall` when the folder cannot be used. */
export async function openApp(settings: Settings, options: AppOptions): Promise<App> {
  await mkdir(settings.data, { recursive: true }).catch((error: Error) => {
    throw new WrongCall(`数据目录不能用：${settings.data}（${error.message}）`, `The data folder cannot be used: ${settings.data} (${error.message})`);
  });
  const held = await openLibrary(settings.data, { steps: standardSteps, now: settings.now, migrations: ownMigrations });
  if (options.samples && settings.dataIsDefault && (await held.library.reports({ history: true })).length === 0) await loadSamples(held);
  const conversations = options.conversations ?? new FileConversations(join(settings.data, 'conversations'));
  const onFault = options.onFault ?? ((answerId, error) => process.stderr.write(`${answerId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`));
  return { held, assistant: createAssistant({ library: held.library, conversations, onFault }), close: () => held.close() };
}

async function loadSamples(held: OpenLibrary): Promise<void> {
  const folder = join(projectRoot, 'samples');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  await held.ingest(
    names.map((name) => ({ name, path: join(folder, name), bytes: () => readFile(join(folder, name)) })),
    () => {},
  );
}
