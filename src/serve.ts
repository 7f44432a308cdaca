import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Text2 } from '../index/mod.js';
import { alarmOver } from './alarms.js';
import { openApp, storedFor, type App } from './app.js';
import { ChannelHost } from './channel-host.js';
import type { ChannelHealth, ChannelModule, ChannelName, HostPorts } from './channels/channel.js';
import { Logins } from './channels/logins.js';
import type { Pace } from './channels/supervisor.js';
import { createChecking } from './checks/checking.js';
import { explanationsIn } from './checks/explained.js';
import type { CheckTables } from './checks/migrations.js';
import { configOf } from './config/load.js';
import { secretsFrom } from './config/secrets.js';
import { accessBy } from './desk/access.js';
import { createDesk, type Desk } from './desk/desk.js';
import { createIntake } from './desk/intake.js';
import { keepFeedback } from './desk/feedback.js';
import { StagedConversations } from './desk/memory.js';
import type { DeskTables } from './desk/tables.js';
import { createFront } from './front/front.js';
import { takenInSince } from './front/taken-in-since.js';
import { WrongCall } from './exit.js';
import { blotter, createLog, type Log } from './log.js';
import { faultFacts } from './log-facts.js';
import { Metrics } from './metrics/metrics.js';
import { createVitals } from './metrics/vitals.js';
import { owingFrom } from './owing.js';
import { operationsOver } from './operations.js';
import { peopleReminders } from './people-reminders.js';
import { productVersion } from './product-version.js';
import { postingsByState } from './reminders/counts.js';
import type { ReminderTables } from './reminders/migrations.js';
import { rosterDesk } from './roster-desk.js';
import { startSchedule, type Schedule } from './schedule.js';
import type { Settings } from './settings.js';

/** How a run is started. */
export interface ServeTold {
  readonly modules: readonly ChannelModule<never, HostPorts>[];
  /** Aborted when the run is to end. */
  readonly stop: AbortSignal;
  /** Says something to the person at the terminal. */
  readonly say: (line: Text2) => void;
  /** Takes the lines of the log. */
  readonly write: (line: string) => void;
  /** A person reads along: the log says only what is not well, since the rest is said already. */
  readonly quiet?: boolean;
  readonly pace?: Pace;
}

/** What was left by a killed process or a channel that was down is looked for so often. */
const RESUME_EVERY_MS = 1_000;
/** How long what was begun may take to finish when the run is to end: longer than a reply takes, shorter than a supervisor waits. */
const FINISH_WITHIN_MS = 8_000;
const MINUTE = 60_000;

/**
 * Runs the desk, every channel that the configuration wants, and the schedule, until told to stop; then finishes what was begun and closes.
 * Throws `WrongCall` when the configuration is wrong or wants no channel at all.
 */
export async function serve(settings: Settings, told: ServeTold): Promise<void> {
  const { log: level } = await configOf(settings);
  const secrets = secretsFrom(settings.variable, told.modules);
  const log = createLog({ level: told.quiet === true && level.level === 'info' ? 'warn' : level.level, secrets: [...secrets.values()], write: told.write });
  const { app, memory } = await openWithMemory(settings, log);
  try {
    await run(app, memory, log, secrets, settings, told);
  } finally {
    await app.close();
  }
}

async function openWithMemory(settings: Settings, log: Log): Promise<{ app: App; memory: StagedConversations }> {
  let memory: StagedConversations | undefined;
  const app = await openApp(settings, {
    samples: true,
    conversations: (held, { conversations }) => (memory = new StagedConversations(storedFor(held, { group: conversations.groupMinutes * MINUTE, direct: conversations.directMinutes * MINUTE }, settings.now))),
    onFault: (id, error) => log.error('answering failed', { id, ...faultFacts(error) }),
  });
  return { app, memory: memory! };
}

async function run(app: App, memory: StagedConversations, log: Log, secrets: ReadonlyMap<string, string>, settings: Settings, told: ServeTold): Promise<void> {
  const { config, held } = app;
  const blot = blotter([...secrets.values()]);
  const shown = ({ zh, en }: Text2): Text2 => ({ zh: blot(zh), en: blot(en) });
  const metrics = new Metrics();
  const vitals = createVitals({
    metrics,
    channels: () => host.health(),
    lastTurn: () => schedule?.lastTurn() ?? null,
    since: settings.now(),
    reports: async () => (await held.library.reports()).length,
    reminders: () => postingsByState(held.database<ReminderTables>()),
    memory: () => process.memoryUsage(),
    now: settings.now,
    version: productVersion(),
  });
  const desk: Desk = createDesk({ assistant: app.assistant, memory, database: held.database<DeskTables>(), config, ...rosterDesk(app), channel: (name) => host.channel(name), reminders: peopleReminders(app), takenInSince: takenInSince(held.library), log: log.of('desk'), now: settings.now, observer: metrics });
  const takeIn = createIntake(held, config.access);
  const checking = createChecking(held.library, explanationsIn(held.database<CheckTables>()), app.read);
  const operations = operationsOver(app, settings);
  const front = createFront({ desk, held, takeIn, read: app.read, explanations: explanationsIn(held.database<CheckTables>()), access: accessBy(config.access), standings: app.standings, database: held.database<DeskTables>(), now: settings.now });
  const logins = new Logins();
  const alarm = alarmOver({ config: config.alarms, channel: (name) => host.channel(name), log: log.of('alarms'), now: settings.now });
  const host: ChannelHost = new ChannelHost({
    modules: told.modules,
    config,
    secrets,
    ports: async (name) => ({
      log: log.of(name),
      now: settings.now,
      folder: await sessionFolder(settings, name),
      publicAddress: config.publicAddress,
      answer: (incoming, at, takenIn) => desk.answer(incoming, at, takenIn),
      reply: (incoming, to, takenIn) => desk.receive(incoming, to, takenIn),
      front,
      feedback: (verdict) => keepFeedback(held.database<DeskTables>(), verdict, settings.now()).catch((error: unknown) => log.error('feedback not kept', faultFacts(error))),
      library: held.library,
      access: accessBy(config.access),
      operations,
      takeIn,
      check: checking,
      vitals,
      logins,
      alarm,
      health: () => [...host.health(), ...(schedule === null ? [] : [schedule.health()])],
    }),
    receive: async (incoming, channel, takenIn) => {
      await desk.receive(incoming, channel, takenIn);
      await schedule?.heard(incoming.from);
    },
    changed: (name, health) => {
      log.of(name)[health.state === 'down' ? 'warn' : 'info']('channel', { state: health.state, detail: health.detail.en });
      told.say(shown(lineOf(name, health)));
    },
    now: settings.now,
    ...(told.pace && { pace: told.pace }),
  });
  if (host.names.length === 0) throw new WrongCall('没有启用任何渠道：请在配置里启用网页、Slack 或微信', 'no channel is enabled: enable the web page, Slack or WeChat in the configuration');
  let schedule: Schedule | null = null;
  const rehearsing = new AbortController();
  const resuming = setInterval(() => void desk.resume(), RESUME_EVERY_MS);
  // Dictionary and tables take more than a second in which nothing is heard: now nobody waits for an acknowledgement yet. What has to be indexed
  // anew may take longer: nobody need wait for that to be heard.
  void app.assistant.prepare();
  try {
    await host.start();
    // Not before: what is due now would find every channel still starting.
    schedule = startSchedule({ config, held, owing: owingFrom(app.standings, config.reminders), channel: (name) => host.channel(name), now: settings.now, log: log.of('schedule') });
    await desk.resume();
    // Not awaited: it gives way to whoever asks.
    void app.assistant.rehearse({ at: settings.now(), stop: rehearsing.signal });
    await stopped(told.stop);
    told.say({ zh: '正在收尾…', en: 'finishing what was begun…' });
    log.info('stopping');
  } finally {
    clearInterval(resuming);
    rehearsing.abort();
    // First what is being answered, while its channel still stands; then what came in meanwhile.
    const finished = await inTime(desk.idle()) && (await inTime(Promise.all([schedule?.stop(), host.stop()]))) && (await inTime(desk.idle()));
    if (!finished) log.warn('not everything that was begun was finished; it is gone on with at the next start');
  }
}

async function sessionFolder(settings: Settings, name: ChannelName): Promise<string> {
  const folder = join(settings.data, 'channels', name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

const SIGNS: Readonly<Record<ChannelHealth['state'], string>> = { starting: '…', up: '✓', down: '✗', stopped: '·' };

function lineOf(name: ChannelName, { state, detail }: ChannelHealth): Text2 {
  return { zh: `${SIGNS[state]} ${name} ${detail.zh}`, en: `${SIGNS[state]} ${name} ${detail.en}` };
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Whether something ended in time; it goes on all the same. */
async function inTime(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), FINISH_WITHIN_MS);
  });
  const done = await Promise.race([work.then(() => true, () => true), late]);
  clearTimeout(timer);
  return done;
}
