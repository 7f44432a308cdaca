import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayFrom, dayInChina, daysBetween, lastWorkingDay, minutesInChina, momentInChina, officialCalendar, workingDaysUntil, type Day } from '../../../index/calendar/mod.js';

const calendar = officialCalendar();
const day = (text: string): Day => dayFrom(text)!;
const anyDay = fc.integer({ min: 0, max: 12_000 }).map((n) => addDays(day('2008-01-01'), n));

describe('kinds of day', () => {
  it.each([
    ['2022-01-30', true, '春节', false],
    ['2022-01-31', false, '春节', false],
    ['2025-01-27', true, null, false],
    ['2026-01-31', false, null, false],
    ['2026-02-28', true, '春节', false],
    ['2027-01-01', false, '元旦', true],
    ['2027-02-08', false, '春节', true],
    ['2027-03-02', true, null, true],
  ])('%s: working %s, holiday %s, provisional %s', (text, working, holiday, provisional) => {
    expect(calendar.kindOf(day(text))).toEqual({ working, holiday, provisional });
  });
});

describe('days', () => {
  it.each(['2026-02-30', '2026-13-01', '2026-1-1', 'x', ''])('%j is no day', (text) => expect(dayFrom(text)).toBeNull());

  it('are those of China, whatever the zone of the machine', () => {
    expect(dayInChina(new Date('2026-01-30T15:59:00Z'))).toBe('2026-01-30');
    expect(dayInChina(new Date('2026-01-30T16:00:00Z'))).toBe('2026-01-31');
    expect(minutesInChina(new Date('2026-01-30T16:05:00Z'))).toBe(5);
  });

  it('go to moments and back', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (at, minutes) => {
      const moment = momentInChina(at, minutes);
      expect([dayInChina(moment), minutesInChina(moment)]).toEqual([at, minutes]);
    }));
  });
});

describe('the last working day', () => {
  it('works, is not after the day, and no working day lies between', () => {
    fc.assert(fc.property(anyDay, (at) => {
      const last = lastWorkingDay(at, calendar);
      expect(calendar.kindOf(last.day).working).toBe(true);
      expect(daysBetween(last.day, at)).toBeGreaterThanOrEqual(0);
      expect(workingDaysUntil(last.day, at, calendar)).toBe(0);
    }));
  });
});
