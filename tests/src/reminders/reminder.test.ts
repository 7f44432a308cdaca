import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFrom, dayInChina, deadlinesOf, momentInChina, officialCalendar, type Day } from '../../../index/mod.js';
import type { PlanningBook } from '../../../src/reminders/book.js';
import { planReminders, remindersToCome, withinHours, type Reminder } from '../../../src/reminders/reminder.js';
import { bookHere, china, LADDER, owingHere } from './book-here.js';

const calendar = officialCalendar();
const day = (text: string): Day => dayFrom(text)!;
const TO = { channel: 'wechat', conversation: 'room@1', thread: null } as const;
const book = (over: Partial<PlanningBook> = {}): PlanningBook => bookHere({ reminded: [{ to: TO, lang: 'zh', deadlines: [] }], ...over });
const steps = (reminders: readonly Reminder[]): string[] => reminders.map(({ rule, reportYear, step }) => `${rule} ${reportYear} ${step}`);

describe('planning', () => {
  it.each([
    ['2025-11-01T10:00', []],
    ['2025-12-01T08:59', []],
    ['2025-12-01T09:00', ['departments 2025 60']],
    ['2026-01-15T09:00', ['departments 2025 15']],
    ['2026-01-20T12:00', ['departments 2025 15']],
    ['2026-01-30T09:00', ['departments 2025 0', 'governments 2025 60']],
    ['2026-01-31T23:59', ['departments 2025 0', 'governments 2025 60']],
    ['2026-02-01T00:00', ['governments 2025 60']],
    ['2026-03-31T23:59', ['governments 2025 0']],
    ['2026-04-01T00:00', []],
  ])('at %s in China: %j', (at, expected) => {
    expect(steps(planReminders(china(at), book()))).toEqual(expected);
  });

  it('moves a step to the working day before, and lets the nearer of two on one day stand', () => {
    const due = remindersToCome(china('2025-01-01T00:00'), book({ ladder: { ...LADDER, daysBefore: [2, 1, 0] } })).filter(({ rule, reportYear }) => rule === 'departments' && reportYear === 2024);
    expect(due.map(({ step, dueAt }) => [step, dayInChina(dueAt)])).toEqual([[2, '2025-01-24'], [1, '2025-01-26'], [0, '2025-01-27']]);
  });

  it('tells only those concerned', () => {
    expect(planReminders(china('2026-01-30T09:00'), book({ reminded: [{ to: TO, lang: 'en', deadlines: ['governments'] }] })).map(({ rule, lang }) => [rule, lang])).toEqual([['governments', 'en']]);
  });

  const anyMoment = fc.integer({ min: 0, max: 3 * 365 * 24 * 12 }).map((n) => new Date(Date.parse('2024-06-01T00:00:00Z') + n * 5 * 60_000));

  it('is idempotent and plans nothing after the date that the law names', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const planned = planReminders(now, book());
        expect(planReminders(now, book())).toEqual(planned);
        expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length);
        for (const { rule, reportYear } of planned) {
          const { stated } = deadlinesOf(reportYear!, [], calendar).find((deadline) => deadline.rule.id === rule)!;
          expect(dayInChina(now) <= stated).toBe(true);
        }
      }),
    );
  });

  it('says every step whose time a running turn saw, and no other, whatever the downtimes', () => {
    const noons = Array.from({ length: 130 }, (_, i) => momentInChina(addDays(day('2025-11-25'), i), 12 * 60));
    const all = remindersToCome(noons[0]!, book()).filter(({ reportYear }) => reportYear === 2025);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: noons.length, maxLength: noons.length }), (up) => {
        const running = noons.filter((_, i) => up[i]);
        const told = new Set(running.flatMap((now) => planReminders(now, book()).map(({ key }) => key)));
        const seen = all.filter(({ dueAt, expiresAt }) => running.some((now) => dueAt <= now && now < expiresAt)).map(({ key }) => key);
        expect([...told].sort()).toEqual(seen.sort());
      }),
    );
    expect(new Set(noons.flatMap((now) => planReminders(now, book()).map(({ rule, step }) => `${rule} ${step}`)))).toEqual(new Set(['departments', 'governments'].flatMap((rule) => [0, 1, 5, 15, 60].map((step) => `${rule} ${step}`))));
  });

  it('has at most one reminder for each person and deadline at any moment', () => {
    fc.assert(
      fc.property(anyMoment, (now) => {
        const planned = planReminders(now, book()).map(({ rule, reportYear }) => `${rule} ${reportYear}`);
        expect(new Set(planned).size).toBe(planned.length);
      }),
    );
  });
});

describe('with a roster', () => {
  const owing = ['民政局', '教育局'].map((name) => owingHere(name));
  const of = (now: string, over: Partial<PlanningBook> = {}): string[] => planReminders(china(now), bookHere({ owing, ...over })).map(({ kind, rule, step, org, to }) => `${kind} ${rule} ${step} ${org} ${to.conversation}`);

  it.each([
    ['2026-01-30T09:00', ['deadline departments 0 民政局 room@民政局', 'deadline departments 0 教育局 room@教育局']],
    ['2026-01-31T23:59', ['deadline departments 0 民政局 room@民政局', 'deadline departments 0 教育局 room@教育局']],
    ['2026-02-01T12:00', []],
    ['2026-02-02T09:00', ['overdue departments -2 民政局 room@民政局', 'escalation departments -2 民政局 C-office', 'overdue departments -2 教育局 room@教育局', 'escalation departments -2 教育局 C-office']],
    ['2026-02-05T09:00', ['overdue departments -5 民政局 room@民政局', 'escalation departments -2 民政局 C-office', 'overdue departments -5 教育局 room@教育局', 'escalation departments -2 教育局 C-office']],
  ])('at %s whoever owes is told, after the date the supervisor too', (now, expected) => expect(of(now)).toEqual(expected));

  it('skips whoever is done, and says nothing to all once nobody owes', () => {
    const [first, second] = [owingHere('民政局', { done: (year) => year === 2025 }), owingHere('教育局')];
    expect(of('2026-01-30T09:00', { owing: [first, second] })).toEqual(['deadline departments 0 教育局 room@教育局']);
    const told = (done: boolean): string[] => planReminders(china('2026-01-30T09:00'), book({ owing: [first, { ...second, conversations: [], done: () => done }] })).map(({ rule, org }) => `${rule} ${org}`);
    expect(told(false)).toEqual(['departments null', 'governments null']);
    expect(told(true)).toEqual(['governments null']);
  });

  it('of two dates that bind one organisation only the one that passed last is asked after', () => {
    const rule = { ...deadlinesOf(2025, [], calendar)[0]!.rule, kind: 'config' as const, id: 'county', day: 15 };
    const deadlines = (year: number) => deadlinesOf(year, [rule], calendar);
    const kinds = (now: string): string[] => planReminders(china(now), bookHere({ owing: [owingHere('民政局')], deadlinesOf: deadlines })).filter(({ kind }) => kind === 'overdue').map(({ rule: id }) => id!);
    expect(kinds('2026-01-20T10:00')).toEqual(['county']);
    expect(kinds('2026-02-02T10:00')).toEqual(['departments']);
  });

  it('stops where somebody stopped it, and says again what was put off, while it makes sense', () => {
    const [one] = planReminders(china('2026-01-16T10:00'), bookHere({ owing }));
    expect(of('2026-01-16T10:00', { muted: new Set(['wechat/room@民政局/']) })).toEqual(['deadline departments 15 教育局 room@教育局']);
    const again = (now: string, until: string): string[] => planReminders(china(now), bookHere({ owing, putOff: [{ key: one!.key, until: china(until) }] })).map(({ key }) => key).filter((key) => key.includes('again'));
    expect(again('2026-01-17T10:00', '2026-01-19T09:00')).toEqual([]);
    expect(again('2026-01-19T09:00', '2026-01-19T09:00')).toEqual([`${one!.key}/again/2026-01-19T01:00:00.000Z`]);
    expect(again('2026-02-10T09:00', '2026-02-10T09:00')).toEqual([]);
  });
});

describe('whatever the moment, the roster and the downtimes', () => {
  const HOURS = 18 * 30 * 24;
  const hour = (n: number): Date => new Date(Date.parse('2025-11-01T00:00:00Z') + n * 3_600_000);
  const anyBook = fc.record({
    done: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    levels: fc.array(fc.constantFrom('department' as const, 'county' as const), { minLength: 3, maxLength: 3 }),
    daysBefore: fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 6 }),
    every: fc.integer({ min: 1, max: 9 }),
    times: fc.integer({ min: 0, max: 6 }),
    escalate: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 3 }),
    everyDay: fc.boolean(),
  }).map(({ done, levels, daysBefore, every, times, escalate, everyDay }) => {
    const ladder = { daysBefore, overdue: { everyWorkingDays: every, times }, escalate };
    const owing = levels.map((level, i) => owingHere(`第${i}`, { level, ladder, done: () => done[i]! }));
    return bookHere({ reminded: [{ to: TO, lang: 'zh', deadlines: [] }], ladder, owing, hours: { from: 540, to: 1050, everyDay } });
  });

  it('planning is idempotent, keys are told apart, and nothing is called in time after the date of the law', () => {
    fc.assert(
      fc.property(anyBook, fc.integer({ min: 0, max: HOURS }), (any, n) => {
        const now = hour(n);
        const planned = planReminders(now, any);
        expect(planReminders(now, any)).toEqual(planned);
        expect(new Set(planned.map(({ key }) => key)).size).toBe(planned.length);
        for (const { kind, rule, reportYear, step } of planned) {
          const { stated } = any.deadlinesOf(reportYear!).find((deadline) => deadline.rule.id === rule)!;
          expect(kind === 'deadline' ? dayInChina(now) <= stated && step >= 0 : dayInChina(now) > stated && step < 0).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('each is planned by exactly those turns that fall into its time: once by an outbox that takes a key once, never when every turn was down', () => {
    fc.assert(
      fc.property(anyBook, fc.uniqueArray(fc.integer({ min: 0, max: HOURS }), { minLength: 1, maxLength: 40 }), (any, turns) => {
        const up = turns.toSorted((a, b) => a - b).map(hour);
        const taken = up.flatMap((now) => planReminders(now, any).map(({ key }) => key));
        const ever = [hour(0), hour(HOURS / 2), hour(HOURS)].flatMap((now) => [...planReminders(now, any), ...remindersToCome(now, any)]);
        const due = new Map(ever.map((one) => [one.key, one]));
        const seen = [...due.values()].filter(({ dueAt, expiresAt }) => up.some((now) => dueAt <= now && now < expiresAt)).map(({ key }) => key);
        expect([...new Set(taken)].filter((key) => due.has(key)).sort()).toEqual(seen.sort());
        for (const { dueAt, expiresAt } of due.values()) expect(dueAt < expiresAt).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('hours', () => {
  it.each([
    ['2026-01-30T08:59', false],
    ['2026-01-30T09:00', true],
    ['2026-01-30T17:29', true],
    ['2026-01-30T17:30', false],
    ['2026-01-31T10:00', false],
    ['2026-02-28T10:00', true],
  ])('%s: %s', (at, expected) => expect(withinHours(china(at), book())).toBe(expected));

  it('of every day hold on weekends too', () => {
    expect(withinHours(china('2026-01-31T10:00'), book({ hours: { from: 0, to: 24 * 60, everyDay: true } }))).toBe(true);
  });
});
