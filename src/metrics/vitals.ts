import type { ChannelHealth, Health, Vitals } from '../channels/channel.js';
import { familyText } from './exposition.js';
import type { Metrics } from './metrics.js';

/** What the state of the run is read from. */
export interface VitalsPorts {
  readonly metrics: Metrics;
  readonly channels: () => readonly { readonly name: string; readonly health: ChannelHealth }[];
  /** When the schedule last ended a turn well; null before the first, or when it has not started. */
  readonly lastTurn: () => Date | null;
  /** When the run began. */
  readonly since: Date;
  /** Number of reports held; rejects when the store cannot be read. */
  readonly reports: () => Promise<number>;
  /** Reminders by state. */
  readonly reminders: () => Promise<Readonly<Record<string, number>>>;
  readonly memory: () => { readonly rss: number; readonly heapUsed: number };
  readonly now: () => Date;
  readonly version: string;
}

/** The schedule turns every minute; one that missed three stands still. */
const STANDSTILL_MS = 3 * 60_000 + 30_000;

/** How the run is, for those who watch over it. Tells states and counts only. */
export function createVitals(ports: VitalsPorts): Vitals {
  const { metrics, channels, lastTurn, since, reports, reminders, memory, now, version } = ports;
  return {
    async health(): Promise<Health> {
      const readable = await reports().then(() => true, () => false);
      const turned = lastTurn();
      const turning = now().getTime() - (turned ?? since).getTime() <= STANDSTILL_MS;
      const checks: Health['checks'] = [
        { name: 'store', state: readable ? 'up' : 'down' },
        ...channels().map(({ name, health }) => ({ name, state: health.state })),
        { name: 'schedule', state: turning ? (turned === null ? 'starting' : 'up') : 'down', lastTurn: turned?.toISOString() ?? null },
      ];
      return { ok: checks.every(({ state }) => state !== 'down'), checks };
    },

    async metrics(): Promise<string> {
      const [held, posted] = await Promise.all([reports(), reminders()]);
      const { rss, heapUsed } = memory();
      const gauge = (name: string, help: string, value: number): string => familyText({ name, type: 'gauge', help, samples: [{ labels: {}, value }] });
      return [
        metrics.text(),
        familyText({ name: 'wenbao_reminders', type: 'gauge', help: 'Reminders kept, by state.', samples: Object.entries(posted).map(([state, value]) => ({ labels: { state }, value })) }),
        familyText({ name: 'wenbao_channel_up', type: 'gauge', help: 'Whether a channel is connected.', samples: channels().map(({ name, health }) => ({ labels: { channel: name }, value: health.state === 'up' ? 1 : 0 })) }),
        gauge('wenbao_schedule_last_turn_seconds', 'When the schedule last ended a turn, in Unix time; 0 before the first.', (lastTurn()?.getTime() ?? 0) / 1000),
        gauge('wenbao_reports', 'Reports held, by organisation and year.', held),
        gauge('process_resident_memory_bytes', 'Memory that the process takes.', rss),
        gauge('nodejs_heap_size_used_bytes', 'Memory that its objects take.', heapUsed),
        gauge('process_start_time_seconds', 'When the run began, in Unix time.', since.getTime() / 1000),
        familyText({ name: 'wenbao_info', type: 'gauge', help: 'The version that runs.', samples: [{ labels: { version }, value: 1 }] }),
      ].join('');
    },
  };
}
