import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openLibrary, standardSteps, type OpenLibrary } from '../../../../index/mod.js';
import { createAssistant } from '../../../../intents/mod.js';
import { aliasesIn } from '../../../../src/aliases/aliases.js';
import type { AliasTables } from '../../../../src/aliases/migrations.js';
import { explanationsIn } from '../../../../src/checks/explained.js';
import type { CheckTables } from '../../../../src/checks/migrations.js';
import { SlackConfig } from '../../../../src/channels/slack/config.js';
import { SlackChannel } from '../../../../src/channels/slack/slack.js';
import { configSchema } from '../../../../src/config/parts.js';
import { accessBy } from '../../../../src/desk/access.js';
import { createDesk, type Desk } from '../../../../src/desk/desk.js';
import { keepFeedback } from '../../../../src/desk/feedback.js';
import { createIntake } from '../../../../src/desk/intake.js';
import { StagedConversations, StoredConversations } from '../../../../src/desk/memory.js';
import type { DeskTables } from '../../../../src/desk/tables.js';
import { createFront } from '../../../../src/front/front.js';
import { takenInSince } from '../../../../src/front/taken-in-since.js';
import { calendarOf, localRules } from '../../../../src/reminders/config.js';
import { changesIn } from '../../../../src/roster/changes.js';
import type { RosterTables } from '../../../../src/roster/migrations.js';
import { rosterOf } from '../../../../src/roster/roster.js';
import { ownMigrations } from '../../../../src/tables.js';
import { channelPorts } from '../ports.js';
import { samples } from '../web/site-over.js';
import { SlackEdge } from './edge.js';
import { signed } from './events.js';
import { BOT, freePort, openWorkspace } from './workspace.js';

export const SECRET = '0123456789abcdef0123456789abcdef';

/** The whole product behind Slack: real library, assistant, desk and channel with Bolt's own receiver; Slack is the edge with the emulator behind it. */
export interface Office {
  readonly channel: SlackChannel;
  readonly desk: Desk;
  readonly edge: SlackEdge;
  readonly held: OpenLibrary;
  readonly database: Kysely<DeskTables>;
  readonly workspace: Awaited<ReturnType<typeof openWorkspace>>;
  readonly lines: ReturnType<typeof channelPorts>['lines'];
  now: Date;
  /** The desk of the process that comes after a killed one. */
  successor(): Desk;
  /** Signs and posts an event as Slack does. */
  send(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The same for a pressed button, a shortcut, a form that is sent off. */
  interact(payload: unknown): Promise<Response>;
  command(text: string, user?: string): Promise<Response>;
  /** Texts of what was posted, oldest first. */
  posted(): string[];
  /** Resolves when nothing is being worked at, posted or uploaded. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Opens it in the mode given; files are read in this thread. */
export async function openOffice({ config = {}, slack = {}, mode = 'http' as 'http' | 'socket', files = samples() } = {}): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-office-'));
  const workspace = await openWorkspace();
  const edge = await SlackEdge.open(workspace.url);
  const held = await openLibrary(folder, { steps: standardSteps, migrations: ownMigrations });
  await held.ingest(Object.entries(files).map(([name, text]) => ({ name, path: name, bytes: () => new TextEncoder().encode(text) })), () => {});
  const settings = configSchema([]).parse(config);
  const database = held.database<DeskTables>();
  const clock = { now: new Date() };
  const now = (): Date => clock.now;
  const memory = new StagedConversations(new StoredConversations(database, { group: 300_000, direct: 1_800_000 }, now));
  const deadlines = { local: localRules(settings.deadlines), calendar: calendarOf(settings.deadlines) };
  const assistant = createAssistant({ library: held.library, conversations: memory, aliases: aliasesIn(held.database<AliasTables>()), deadlines, onFault: (_, error) => { throw error; } });
  const ports = channelPorts({ now });
  const deskOfProcess = (): Desk => createDesk({ assistant, memory, database, config: settings, channel: () => channel, takenInSince: takenInSince(held.library), log: ports.log, now });
  const desk = deskOfProcess();
  const standings = { roster: rosterOf(settings.roster), changes: changesIn(held.database<RosterTables>()), library: held.library, ...deadlines };
  const access = accessBy(settings.access);
  const front = createFront({ desk, held, takeIn: createIntake(held, settings.access), read: standardSteps.read, explanations: explanationsIn(held.database<CheckTables>()), access, standings, database, now });
  const port = await freePort();
  const secrets = new Map([['SLACK_BOT_TOKEN', BOT.token], ['SLACK_SIGNING_SECRET', SECRET], ['SLACK_APP_TOKEN', 'xapp-1-A0123-456-abcdef0123']]);
  const channel: SlackChannel = new SlackChannel(
    SlackConfig.parse({ mode, port, api: edge.api, ...slack }),
    secrets,
    { ...ports, access, front, reply: (incoming, to, takenIn) => desk.receive(incoming, to, takenIn), feedback: (verdict) => keepFeedback(database, verdict, now()) },
    { delaysMs: [0, 5, 10], lockedOutMs: 20, settledMs: 60_000 },
  );
  await channel.start((incoming, takenIn) => desk.receive(incoming, channel, takenIn));
  const send = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', body: text, headers: { ...signed(text, SECRET, Math.floor(Date.now() / 1000)), ...headers } });
  };
  const form = (fields: Record<string, string>): Promise<Response> => send(new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });
  return {
    channel,
    desk,
    edge,
    held,
    database,
    workspace,
    successor: deskOfProcess,
    lines: ports.lines,
    get now() {
      return clock.now;
    },
    set now(moment) {
      clock.now = moment;
    },
    send,
    interact: (payload) => form({ payload: JSON.stringify(payload) }),
    command: (text, user = 'U000000001') => form({ command: '/wenbao', text, user_id: user, channel_id: 'C000000001', team_id: 'T000000001', trigger_id: `t${(triggers += 1)}`, response_url: `${edge.api}response/1` }),
    posted: () => edge.callsOf('chat.postMessage').map(({ params }) => String(params['text'])),
    settled: async () => {
      await desk.idle();
      await channel.idle();
      await desk.idle();
    },
    close: async () => {
      await channel.stop();
      await edge.close();
      await workspace.close();
      await held.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let triggers = 0;
