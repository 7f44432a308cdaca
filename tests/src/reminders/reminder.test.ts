import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFrom, dayInChina, deadlinesOf, momentInChina, officialCalendar, type Day } from '../../../index/mod.js';
import { planReminders, remindersToCome, withinHours, type Reminder, type ReminderBook } from '../../../src/reminders/reminder.js';

const calendar = officialCalendar();
const day = (text: string): Day => dayFrom(text)!;
const china = (text: string): Date => new Date(`${text}+08:00`);
const TO = { channel: 'wechat', conversation: 'room@1', thread: null } as const;
const book = (over: Partial<ReminderBook> = {}): ReminderBook => ({
  reminded: [{ to: TO, lang: 'zh', deadlines: [] }],
  ladder: [60, 15, 5, 1, 0],
  hours: { from: 9 * 60, to: 17 * 60 + 30, everyDay: false },
  calendar,
  deadlinesOf: (year) => deadlinesOf(year, [], calendar),
  ...over,
});
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
    const due = remindersToCome(china('2025-01-01T00:00'), book({ ladder: [2, 1, 0] })).filter(({ rule, reportYear }) => rule === 'departments' && reportYear === 2024);
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
          const { stated } = deadlinesOf(reportYear, [], calendar).find((deadline) => deadline.rule.id === rule)!;
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
