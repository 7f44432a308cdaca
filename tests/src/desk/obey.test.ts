import { afterEach, expect, it } from 'vitest';
import { changesIn } from '../../../src/roster/changes.js';
import type { RosterTables } from '../../../src/roster/migrations.js';
import { rosterOf } from '../../../src/roster/roster.js';
import { rosterDesk } from '../../../src/roster-desk.js';
import { officialCalendar } from '../../../index/mod.js';
import { configSchema } from '../../../src/config/parts.js';
import { createDesk } from '../../../src/desk/desk.js';
import { StagedConversations, StoredConversations } from '../../../src/desk/memory.js';
import { benchOver, EchoingAssistant, incoming, KeepingChannel, KeepingLog, NOON, type Bench } from './desk-over.js';

let bench: Bench;
afterEach(() => bench.close());

it('what a message says of a report is done by the desk, by who may, and audited; the rest is asked with whose room it is', async () => {
  bench = await benchOver();
  const config = configSchema([]).parse({ access: { everyone: ['ask'], rules: [{ channel: 'slack', speaker: 'U9', roles: ['ask', 'roster'] }] }, roster: { organisations: [{ name: '云岭县青石镇', rooms: [{ channel: 'slack', conversation: 'C1' }] }] } });
  const standings = { roster: rosterOf(config.roster), changes: changesIn(bench.held.database<RosterTables>()), library: bench.held.library, local: [], calendar: officialCalendar() };
  const memory = new StagedConversations(new StoredConversations(bench.database, { group: 60_000, direct: 60_000 }, () => NOON));
  const assistant = new EchoingAssistant(memory);
  const channel = new KeepingChannel();
  const desk = createDesk({ assistant, memory, database: bench.database, config, ...rosterDesk({ standings, config }), channel: () => channel, log: new KeepingLog(), now: () => NOON });
  await desk.receive(incoming('已发布 https://example.cn/1'), channel);
  await desk.receive(incoming('已发布 https://example.cn/1', { speaker: 'U9' }), channel);
  await desk.receive(incoming('新收多少'), channel);
  expect(channel.texts).toEqual([expect.stringContaining('你没有权限登记青石镇'), expect.stringContaining('已登记：青石镇2025年度报告，已发布 https://example.cn/1'), '新收多少']);
  expect(assistant.asked.map(({ text, options }) => [text, options.bound])).toEqual([['新收多少', ['云岭县青石镇']]]);
  expect(await standings.changes.of()).toHaveLength(1);
  const audit = await bench.database.selectFrom('desk_audit').select(['status', 'reason', 'intent']).orderBy('id').execute();
  expect(audit).toEqual([{ status: 'refused', reason: 'no_permission', intent: 'roster' }, { status: 'answered', reason: null, intent: 'roster' }, { status: 'answered', reason: null, intent: 'echo' }]);
});
