import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { familyText } from '../../../src/metrics/exposition.js';
import { Metrics } from '../../../src/metrics/metrics.js';
import { createVitals, type VitalsPorts } from '../../../src/metrics/vitals.js';

/** A line of the format: a comment, or a name with labels and a number. */
const LINE = /^(?:# (?:HELP|TYPE) [a-z_]+ .+|[a-z_]+(?:\{[a-z]+="(?:[^"\\\n]|\\[\\"n])*"(?:,[a-z]+="(?:[^"\\\n]|\\[\\"n])*")*\})? -?(?:\d+(?:\.\d+)?(?:e[+-]\d+)?|\+Inf))$/;

describe('metrics', () => {
  it('count questions by channel and status, deliveries by state, and how long answers took', () => {
    const metrics = new Metrics();
    for (const ms of [4, 30, 700]) metrics.answered({ channel: 'web', status: 'answered', ms });
    metrics.answered({ channel: 'slack', status: 'not_found', ms: 20_000 });
    metrics.answered({ channel: 'slack', status: 'fault', ms: null });
    metrics.delivered({ channel: 'slack', state: 'handed over' });
    const lines = metrics.text().split('\n');
    for (const told of [
      'wenbao_questions_total{channel="web",status="answered"} 3',
      'wenbao_questions_total{channel="slack",status="fault"} 1',
      'wenbao_answer_seconds_bucket{le="0.005"} 1',
      'wenbao_answer_seconds_bucket{le="0.05"} 2',
      'wenbao_answer_seconds_bucket{le="10"} 3',
      'wenbao_answer_seconds_bucket{le="+Inf"} 4',
      'wenbao_answer_seconds_count 4',
      'wenbao_deliveries_total{channel="slack",state="handed over"} 1',
    ])
      expect(lines).toContain(told);
  });

  it('are in Prometheus’ format, whatever a label holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer(), (label, value) => {
        const lines = familyText({ name: 'a_b', type: 'gauge', help: 'x', samples: [{ labels: { state: label }, value }] }).split('\n');
        expect(lines.at(-1)).toBe('');
        expect(lines.slice(0, -1).filter((line) => !LINE.test(line))).toEqual([]);
        expect(lines).toHaveLength(4);
      }),
    );
  });
});

describe('how the run is', () => {
  const since = new Date('2026-11-26T08:00:00Z');
  const ports = (over: Partial<VitalsPorts> = {}): VitalsPorts => ({
    metrics: new Metrics(),
    channels: () => [{ name: 'web', health: { state: 'up', detail: { zh: '在 127.0.0.1', en: 'at 127.0.0.1' } } }],
    lastTurn: () => new Date('2026-11-26T08:01:00Z'),
    since,
    reports: () => Promise.resolve(10),
    reminders: () => Promise.resolve({ sent: 2 }),
    memory: () => ({ rss: 5, heapUsed: 3 }),
    now: () => new Date('2026-11-26T08:02:00Z'),
    version: '0.1.0',
    ...over,
  });
  const down = { state: 'down', detail: { zh: '令牌不对', en: 'wrong token' } } as const;

  it.each<[string, Partial<VitalsPorts>, boolean, string]>([
    ['all is well', {}, true, 'up'],
    ['the store cannot be read', { reports: () => Promise.reject(new Error('x')) }, false, 'up'],
    ['a channel is down', { channels: () => [{ name: 'slack', health: down }] }, false, 'up'],
    ['a channel is still starting', { channels: () => [{ name: 'slack', health: { ...down, state: 'starting' } }] }, true, 'up'],
    ['the schedule stands still', { now: () => new Date('2026-11-26T08:05:00Z') }, false, 'down'],
    ['the schedule has not turned yet', { lastTurn: () => null }, true, 'starting'],
    ['the schedule never turned', { lastTurn: () => null, now: () => new Date('2026-11-26T09:00:00Z') }, false, 'down'],
  ])('%s', async (_, over, ok, schedule) => {
    const health = await createVitals(ports(over)).health();
    expect([health.ok, health.checks.at(-1)]).toMatchObject([ok, { name: 'schedule', state: schedule }]);
    expect(JSON.stringify(health)).not.toMatch(/127|token/);
  });

  it('metrics hold what is kept, each line in the format', async () => {
    const text = await createVitals(ports()).metrics();
    expect(text.split('\n').filter((line) => line !== '' && !LINE.test(line))).toEqual([]);
    for (const told of ['wenbao_reports 10', 'wenbao_reminders{state="sent"} 2', 'wenbao_channel_up{channel="web"} 1', 'process_resident_memory_bytes 5', 'wenbao_info{version="0.1.0"} 1']) expect(text.split('\n')).toContain(told);
  });
});
