import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLibrary, openReadingRoom, projectRoot, standardSteps, type IngestSteps, type OpenLibrary } from '../index/mod.js';
import { createAssistant, type Assistant, type ConversationBook } from '../intents/mod.js';
import { aliasesIn, type AliasBook } from './aliases/aliases.js';
import type { AliasTables } from './aliases/migrations.js';
import { configOf } from './config/load.js';
import type { Config } from './config/parts.js';
import { StoredConversations, type MemoryLimits } from './desk/memory.js';
import type { DeskTables } from './desk/tables.js';
import { WrongCall } from './exit.js';
import { calendarOf, localRules } from './reminders/config.js';
import { changesIn } from './roster/changes.js';
import type { RosterTables } from './roster/migrations.js';
import { rosterOf } from './roster/roster.js';
import { rosterPort, type StandingPorts } from './roster/standings.js';
import type { Settings } from './settings.js';
import { ownMigrations } from './tables.js';

/** The product put together over one data folder. */
export interface App {
  readonly held: OpenLibrary;
  readonly config: Config;
  readonly assistant: Assistant;
  readonly aliases: AliasBook;
  /** Everything that `standingsOf` needs: the roster, what was said of it, what is held, the deadlines. */
  readonly standings: StandingPorts;
  /** Reads a file that is not to be kept, in a thread of its own. */
  readonly read: IngestSteps['read'];
  close(): Promise<void>;
}

/** How the application is opened. */
export interface AppOptions {
  /** Loads the bundled samples when the folder is the default one and holds nothing (contract, "Running"). */
  readonly samples: boolean;
  /** Where conversations are remembered; when not given, in the store, for as long as the assistant lets them count. */
  readonly conversations?: (held: OpenLibrary, config: Config) => ConversationBook;
  readonly onFault?: (answerId: string, error: unknown) => void;
}

/** Opens the data folder and everything over it. Throws `WrongCall` when the folder cannot be used or the configuration is wrong. */
export async function openApp(settings: Settings, options: AppOptions): Promise<App> {
  const config = await configOf(settings);
  await mkdir(settings.data, { recursive: true }).catch((error: Error) => {
    throw new WrongCall(`数据目录不能用：${settings.data}（${error.message}）`, `The data folder cannot be used: ${settings.data} (${error.message})`);
  });
  const room = openReadingRoom();
  const held = await openLibrary(settings.data, { steps: { ...standardSteps, read: room.read }, now: settings.now, migrations: ownMigrations });
  if (options.samples && settings.dataIsDefault && (await held.library.reports({ history: true })).length === 0) await loadSamples(held);
  const conversations = options.conversations?.(held, config) ?? storedFor(held, { group: Infinity, direct: Infinity }, settings.now);
  const onFault = options.onFault ?? ((answerId, error) => process.stderr.write(`${answerId} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`));
  const aliases = aliasesIn(held.database<AliasTables>());
  const deadlines = { local: localRules(config.deadlines), calendar: calendarOf(config.deadlines) };
  const standings: StandingPorts = { roster: rosterOf(config.roster), changes: changesIn(held.database<RosterTables>()), library: held.library, ...deadlines };
  const assistant = createAssistant({ library: held.library, conversations, aliases, deadlines, roster: rosterPort(standings), onFault });
  return { held, config, read: room.read, aliases, standings, assistant, close: () => Promise.all([held.close(), room.close()]).then(() => {}) };
}

/** The conversations that the store holds, over an open library. */
export function storedFor(held: OpenLibrary, limits: MemoryLimits, now: () => Date): StoredConversations {
  return new StoredConversations(held.database<DeskTables>(), limits, now);
}

async function loadSamples(held: OpenLibrary): Promise<void> {
  const folder = join(projectRoot, 'samples');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  await held.ingest(
    names.map((name) => ({ name, path: join(folder, name), bytes: () => readFile(join(folder, name)) })),
    () => {},
  );
}
