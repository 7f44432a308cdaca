import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlinesOf, officialCalendar, type ReportCard } from '../../../index/mod.js';
import type { ReportState } from '../../../intents/mod.js';
import { rosterPart } from '../../../src/roster/config.js';
import { rosterOf } from '../../../src/roster/roster.js';
import { CHANGES, owes, standingAt, type Change, type Happened } from '../../../src/roster/standing.js';

const [bureau, town, merged] = rosterOf(rosterPart.schema.parse({ organisations: [{ name: '云岭县教育局' }, { name: '云岭县青石镇' }, { name: '云岭县档案局', exempt: { why: '撤并', from: 2021 } }] })).organisations;
const deadlines = deadlinesOf(2025, [], officialCalendar());
const on = (day: string): Date => new Date(`${day}T12:00:00+08:00`);
const happened = (change: Change, day: string): Happened => ({ change, at: on(day), by: '李明', how: 'chat', why: null, link: null });
const held = (day: string): ReportCard => ({ report: 'r', version: 1, ingestedAt: on(day).toISOString() }) as ReportCard;

describe('how an organisation stands', () => {
  it.each<[string, string, Happened[], ReportCard | null, ReportState]>([
    ['the year is not over', '2025-12-31', [], null, 'not due'],
    ['the year is over', '2026-01-01', [], null, 'due'],
    ['the last working day is past, the date itself is not', '2026-01-31', [], null, 'due'],
    ['the date is past', '2026-02-01', [], null, 'overdue'],
    ['a report is held', '2026-02-01', [], held('2026-01-20'), 'submitted'],
    ['it was sent back', '2026-01-25', [happened('returned', '2026-01-22')], held('2026-01-20'), 'returned'],
    ['it was sent back and the date is past', '2026-02-03', [happened('returned', '2026-01-22')], held('2026-01-20'), 'overdue'],
    ['it was sent back and came again', '2026-02-03', [happened('returned', '2026-01-22')], held('2026-01-24'), 'submitted'],
    ['it is published', '2026-02-03', [happened('published', '2026-01-22')], null, 'published'],
    ['it is published and came again', '2026-02-03', [happened('published', '2026-01-22')], held('2026-01-24'), 'published'],
    ['it was exempted', '2026-02-03', [happened('exempt', '2026-01-22')], null, 'exempt'],
    ['what was said is taken back', '2026-02-03', [happened('published', '2026-01-22'), happened('reopened', '2026-01-23')], null, 'overdue'],
    ['what was said is taken back, the report stays', '2026-02-03', [happened('returned', '2026-01-22'), happened('reopened', '2026-01-23')], held('2026-01-20'), 'submitted'],
  ])('%s', (_what, day, all, report, state) => {
    expect(standingAt(on(day), { organisation: bureau!, year: 2025, happened: all, report, deadlines }).state).toBe(state);
  });

  it('a township without a local notice is due but never overdue: no law names its date', () => {
    const standing = standingAt(on('2026-06-01'), { organisation: town!, year: 2025, happened: [], report: null, deadlines });
    expect([standing.state, standing.deadlines]).toEqual(['due', []]);
  });

  it('an exemption of the roster holds for its years, and what was handed in all the same counts', () => {
    const at = (year: number, report: ReportCard | null): ReportState => standingAt(on('2026-02-03'), { organisation: merged!, year, happened: [], report, deadlines: deadlinesOf(year, [], officialCalendar()) }).state;
    expect([at(2025, null), at(2020, null), at(2025, held('2026-01-20'))]).toEqual(['exempt', 'overdue', 'submitted']);
  });

  it('the earliest of several stages counts', () => {
    const local = [{ ...deadlines[0]!.rule, kind: 'config' as const, id: 'local', month: 1, day: 20 }];
    const standing = standingAt(on('2026-01-21'), { organisation: bureau!, year: 2025, happened: [], report: null, deadlines: deadlinesOf(2025, local, officialCalendar()) });
    expect([standing.state, standing.deadlines.map(({ stated }) => stated)]).toEqual(['overdue', ['2026-01-20', '2026-01-31']]);
  });

  it('is the same in whatever order the facts come, and is never overdue up to the date itself', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => new Date(on('2025-06-01').getTime() + n * 86_400_000));
    const changes = fc.uniqueArray(fc.record({ change: fc.constantFrom(...CHANGES), at: days }), { selector: ({ at }) => at.getTime(), maxLength: 8 });
    fc.assert(
      fc.property(changes, days, fc.boolean(), (all, now, isHeld) => {
        const facts = { organisation: bureau!, year: 2025, report: isHeld ? held('2026-01-10') : null, deadlines };
        const told = all.map((one): Happened => ({ ...happened(one.change, '2026-01-01'), at: new Date(one.at.getTime() + 1) }));
        const standing = standingAt(now, { ...facts, happened: told });
        expect(standingAt(now, { ...facts, happened: told.toReversed() })).toEqual(standing);
        if (now < on('2026-02-01')) expect(standing.state).not.toBe('overdue');
        expect(owes(standing)).toBe(['due', 'returned', 'overdue'].includes(standing.state));
      }),
    );
  });
});
