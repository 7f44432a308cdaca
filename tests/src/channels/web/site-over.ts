import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { projectRoot, standardSteps } from '../../../../index/mod.js';
import { createChecking } from '../../../../src/checks/checking.js';
import { aliasesIn } from '../../../../src/aliases/aliases.js';
import type { AliasTables } from '../../../../src/aliases/migrations.js';
import type { App } from '../../../../src/app.js';
import type { HostPorts, Incoming } from '../../../../src/channels/channel.js';
import { Logins } from '../../../../src/channels/logins.js';
import { createSite, type Site, type SiteOptions } from '../../../../src/channels/web/pages.js';
import { configSchema } from '../../../../src/config/parts.js';
import { accessBy } from '../../../../src/desk/access.js';
import { accessPart } from '../../../../src/desk/config.js';
import { createIntake } from '../../../../src/desk/intake.js';
import { operationsOver } from '../../../../src/operations.js';
import { calendarOf, localRules } from '../../../../src/reminders/config.js';
import { changesIn } from '../../../../src/roster/changes.js';
import type { RosterTables } from '../../../../src/roster/migrations.js';
import { rosterOf } from '../../../../src/roster/roster.js';
import { settingsFrom } from '../../../../src/settings.js';
import { ownMigrations } from '../../../../src/tables.js';
import { messageOf } from '../../../../src/render/message.js';
import { idleFront } from '../ports.js';
import { AT, deskOver, type Desk } from '../../../intents/assistant-over.js';

const noExplanations = { ids: () => Promise.resolve(new Set<string>()), of: () => Promise.resolve(new Map()), explain: () => Promise.resolve(), forget: () => Promise.resolve(false) };

/** A site over a desk of its own, without a socket. */
export interface TestSite {
  readonly desk: Desk;
  readonly site: Site;
  readonly app: Hono;
  readonly ports: HostPorts;
  /** Everything that was asked of the desk, with the moment of asking. */
  readonly asked: Incoming[];
  readonly faults: { readonly event: string; readonly facts: unknown }[];
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

export const HOST = 'http://127.0.0.1:8620';

/** The bundled samples, file name → text. */
export function samples(): Record<string, string> {
  const folder = join(projectRoot, 'samples');
  return Object.fromEntries(readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** What the operations need of an app, over a desk and a configuration. */
function appOver({ held, assistant }: Desk, configured: unknown): App {
  const config = configSchema().parse(configured);
  const deadlines = { local: localRules(config.deadlines), calendar: calendarOf(config.deadlines) };
  return { held, assistant, config, aliases: aliasesIn(held.database<AliasTables>()), standings: { roster: rosterOf(config.roster), changes: changesIn(held.database<RosterTables>()), library: held.library, ...deadlines }, read: standardSteps.read, close: () => held.close() };
}

/** Opens a site over `texts`; answers come straight from the assistant, asked at a fixed moment unless the question brings its own. */
export async function siteOver(texts: Readonly<Record<string, string>>, over: Partial<HostPorts> = {}, options: Partial<SiteOptions> = {}, config: unknown = {}): Promise<TestSite> {
  const desk = await deskOver(texts, { migrations: ownMigrations });
  const asked: Incoming[] = [];
  const faults: { event: string; facts: unknown }[] = [];
  const log = { info: () => {}, warn: () => {}, error: (event: string, facts?: unknown) => void faults.push({ event, facts }) };
  const ports: HostPorts = {
    log,
    reply: () => Promise.resolve(),
    now: () => AT,
    folder: '',
    publicAddress: null,
    library: desk.held.library,
    takeIn: createIntake(desk.held, accessPart.schema.parse(undefined)),
    access: accessBy(accessPart.schema.parse(undefined)),
    operations: operationsOver(appOver(desk, config), settingsFrom({ data: desk.folder }, {}, '', () => AT)),
    feedback: async () => undefined,
    front: idleFront(),
    vitals: { health: () => Promise.resolve({ ok: true, checks: [{ name: 'store', state: 'up' }] }), metrics: () => Promise.resolve('wenbao_reports 1\n') },
    check: createChecking(desk.held.library, noExplanations, standardSteps.read),
    health: () => [],
    logins: new Logins(),
    alarm: () => {},
    answer: async (incoming, at) => {
      asked.push({ ...incoming, sentAt: at ?? incoming.sentAt });
      const reply = await desk.assistant.reply(incoming.text, { at: at ?? incoming.sentAt, session: incoming.from.conversation });
      return { message: messageOf(reply), answer: reply.answer };
    },
    ...over,
  };
  const site = createSite(ports, { hosts: [], door: { kind: 'open' }, ...options });
  const request = (path: string, init: RequestInit): Promise<Response> => Promise.resolve(site.app.request(`${HOST}${path}`, init));
  return {
    desk,
    site,
    app: site.app,
    ports,
    asked,
    faults,
    get: (path, headers = {}) => request(path, { headers: { host: '127.0.0.1:8620', ...headers } }),
    post: (path, form, headers = {}) => request(path, { method: 'POST', body: new URLSearchParams(form), headers: { host: '127.0.0.1:8620', origin: HOST, ...headers } }),
    close: () => desk.close(),
  };
}
