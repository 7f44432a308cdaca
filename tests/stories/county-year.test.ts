import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLibrary } from '../../index/mod.js';
import type { Delivery } from '../../src/channels/channel.js';
import { owingFrom } from '../../src/owing.js';
import { calendarOf, configuredBook, deadlinesPart, localRules, remindersPart } from '../../src/reminders/config.js';
import { remindOnce, type ReminderPorts } from '../../src/reminders/dispatcher.js';
import type { ReminderTables } from '../../src/reminders/migrations.js';
import { outboxIn } from '../../src/reminders/outbox.js';
import { planningBook } from '../../src/reminders/planning-book.js';
import type { Message } from '../../src/render/message.js';
import type { KeptChange } from '../../src/roster/changes.js';
import { rosterPart } from '../../src/roster/config.js';
import { rosterOf } from '../../src/roster/roster.js';
import { ownMigrations } from '../../src/tables.js';
import { CLOSED, DEADLINES, DOWNTIMES, GONE, happeningsOf, ROSTER } from './county.js';

/**
 * A year of an invented county with a clock of its own. The timeline beside this file is for people to read; after a change that means to
 * change it: `npx vitest run tests/stories -u`, then read what differs.
 */
const SEED = 45;
const FROM = new Date('2025-11-10T00:00:00+08:00');
const DAYS = 365;
/** Moments of each day at which the schedule looks: before the hours, when they begin, in the afternoon. */
const LOOKS = [8, 9, 16];

const clock = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
/** What a message says, without quotes and choices. */
const lines = (message: Message): string[] => message.blocks.flatMap((block) => (block.type === 'text' ? block.inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('').split('\n') : [])).map((line) => line.trim());

interface Said {
  readonly at: Date;
  readonly to: string;
  readonly message: Message;
  readonly state: Delivery['state'];
}

it('a county of 45 organisations, a year from its first reminder to the next winter', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-county-'));
  const held = await openLibrary(folder, { migrations: ownMigrations });
  try {
    const roster = rosterOf(rosterPart.schema.parse(ROSTER));
    expect(roster.organisations).toHaveLength(45);
    const deadlines = deadlinesPart.schema.parse(DEADLINES);
    const reminders = remindersPart.schema.parse({ overdue: { everyWorkingDays: 3, times: 4 } });
    const happenings = happeningsOf(SEED);
    const told: string[] = [];
    const said: Said[] = [];
    let now = FROM;
    const changes = { add: () => Promise.resolve(0), of: async ({ year }: { year?: number } = {}) => (year === 2025 ? happenings.filter(({ at }) => at <= now).map(({ at, who, change, why }, id): KeptChange => ({ id, organisation: roster.named(who)[0]!.id, year, change, at, by: who, how: 'chat', why, link: null, cause: null })) : []) };
    const owing = owingFrom({ roster, changes, library: { reports: async () => [] }, local: localRules(deadlines), calendar: calendarOf(deadlines) }, reminders);
    const database = held.database<ReminderTables>();
    const outbox = outboxIn(database, 'county');
    const configured = configuredBook(deadlines, reminders);
    const isClosed = (room: string): boolean => CLOSED.rooms.includes(room) && now >= CLOSED.from && !(room === CLOSED.writes.room && now >= CLOSED.writes.at);
    const isGone = (room: string): boolean => room === GONE.room && now >= GONE.from;
    const ports: ReminderPorts = {
      book: (at) => planningBook(database, configured, owing, at),
      outbox,
      channel: () => ({
        health: () => ({ state: 'up', detail: { zh: '', en: '' } }),
        post: async (to, message) => {
          const delivery: Delivery = isGone(to.conversation) ? { state: 'refused', messageId: null, reason: '群不存在', retryAt: null } : isClosed(to.conversation) ? { state: 'pending', messageId: null, reason: '窗口关着', retryAt: null, closed: true } : { state: to.channel === 'slack' ? 'sent' : 'handed over', messageId: null, reason: null, retryAt: null };
          said.push({ at: now, to: `${to.channel} ${to.conversation}`, message, state: delivery.state });
          const reached = delivery.state === 'sent' || delivery.state === 'handed over';
          told.push(`${clock(now)}  ${to.channel} ${to.conversation} · ${delivery.state}${delivery.reason === null ? '' : `（${delivery.reason}）`}`, ...(reached ? lines(message).map((line) => `    ${line}`) : []));
          return delivery;
        },
      }),
      policy: { resendUnknown: 0, elsewhereAfterMs: 3_600_000 },
      now: () => now,
      log: { info() {}, warn() {}, error() {} },
    };
    const waiting = [...happenings.map((one) => ({ at: one.at, line: `${one.who} ${one.change}${one.why === null ? '' : `（${one.why}）`}` })), ...DOWNTIMES.flatMap(({ from, to, why }) => [{ at: from, line: `程序停了：${why}` }, { at: to, line: '程序恢复' }]), { at: CLOSED.writes.at, line: `有人在 ${CLOSED.writes.room} 说话，窗口打开` }, { at: GONE.from, line: `${GONE.room} 被解散` }].sort((a, b) => a.at.getTime() - b.at.getTime());
    const looks = Array.from({ length: DAYS }, (_, i) => LOOKS.map((hour) => new Date(FROM.getTime() + i * 86_400_000 + hour * 3_600_000))).flat();
    for (const at of looks) {
      for (; waiting[0] !== undefined && waiting[0].at <= at; waiting.shift()) told.push(`${clock(waiting[0].at)}  — ${waiting[0].line}`);
      now = at;
      if (DOWNTIMES.some(({ from, to }) => from <= at && at < to)) continue;
      if (at.getTime() === CLOSED.writes.at.getTime()) await outbox.heard({ channel: 'wechat', conversation: CLOSED.writes.room }, at);
      await remindOnce(ports);
    }
    const delivered = said.filter(({ state }) => state === 'sent' || state === 'handed over');
    // One digest a day and conversation.
    const perDay = delivered.map(({ at, to }) => `${clock(at).slice(0, 10)} ${to}`);
    expect(perDay.filter((one, i) => perDay.indexOf(one) !== i)).toEqual([]);
    // Within the hours, and nothing is called in time after its date.
    for (const { at } of delivered) expect(Number(clock(at).slice(11, 13))).toBeGreaterThanOrEqual(9);
    for (const { message } of delivered) if (lines(message).some((line) => line.startsWith('已经逾期'))) expect(lines(message).join('\n')).toContain('已经过了');
    // Whoever is done is not named any more.
    for (const { at, who } of happenings.filter(({ change }) => change === 'published')) expect(delivered.filter((one) => one.at > at && one.at < new Date('2026-10-01') && lines(one.message).some((line) => line.includes(`：${who}`))).map((one) => clock(one.at))).toEqual([]);
    const ended = (await outbox.history(10_000)).map(({ row }) => row.state);
    const states = [...new Set(ended)].sort().map((state) => `${state} ${ended.filter((one) => one === state).length}`);
    await expect([`# ${roster.organisations.length} organisations, seed ${SEED}; ${states.join(', ')}`, ...told, ''].join('\n')).toMatchFileSnapshot('county-year.txt');
  } finally {
    await held.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
