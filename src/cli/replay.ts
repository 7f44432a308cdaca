import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary, standardSteps } from '../../index/mod.js';
import { openApp } from '../app.js';
import type { Channel, Delivery, Incoming } from '../channels/channel.js';
import { createDesk } from '../desk/desk.js';
import { changesIn } from '../roster/changes.js';
import type { RosterTables } from '../roster/migrations.js';
import { rosterDesk } from '../roster-desk.js';
import { IncomingJson } from '../desk/incoming-json.js';
import { StagedConversations, StoredConversations } from '../desk/memory.js';
import type { DeskTables } from '../desk/tables.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { harmless } from '../render/harmless.js';
import type { Settings } from '../settings.js';
import { ownMigrations } from '../tables.js';
import { printLine, ReplayLine } from './output.js';

const SENT: Delivery = { state: 'sent', messageId: null, reason: null, retryAt: null };
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };

/**
 * `wenbao ask --replay FILE`: puts a saved incoming message through the desk at the moment it was sent and prints what would be posted.
 * The desk's own tables are thrown away: nothing is posted, remembered or written into the audit, and it can be replayed again.
 */
export async function replay(file: string, settings: Settings): Promise<ExitCode> {
  const incoming = await readIncoming(file);
  const folder = await mkdtemp(join(tmpdir(), 'wenbao-replay-'));
  const scratch = await openLibrary(folder, { steps: standardSteps, migrations: ownMigrations });
  try {
    const database = scratch.database<DeskTables>();
    const now = (): Date => incoming.sentAt;
    const memory = new StagedConversations(new StoredConversations(database, { group: 0, direct: 0 }, now));
    const app = await openApp(settings, { samples: true, conversations: () => memory });
    try {
      const channel: Pick<Channel, 'post'> = {
        post: async (to, message, mention) => {
          if (settings.json) printLine(ReplayLine, { to, mention: mention ?? null, message: { ...message } });
          else process.stdout.write(`→ ${to.channel} ${to.conversation}${to.thread === null ? '' : ` (${to.thread})`}${mention ? ` @${mention.name ?? mention.speaker}` : ''}\n${harmless(message.text)}\n`);
          return SENT;
        },
      };
      const desk = createDesk({ assistant: app.assistant, memory, database, config: app.config, ...rosterDesk({ config: app.config, standings: { ...app.standings, changes: changesIn(scratch.database<RosterTables>()) } }), channel: () => channel, log: SILENT, now });
      await desk.receive(incoming, channel);
      return EXIT.done;
    } finally {
      await app.close();
    }
  } finally {
    await scratch.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function readIncoming(file: string): Promise<Incoming> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new WrongCall(`读不了：${file}（${error.message}）`, `Cannot read ${file} (${error.message})`);
  });
  try {
    return IncomingJson.parse(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    throw new WrongCall(`${file} 不是一条保存的消息（{"id","from":{"channel","conversation"},"speaker","text","sentAt"}）`, `${file} is no saved message ({"id","from":{"channel","conversation"},"speaker","text","sentAt"})`);
  }
}
