import { describe, expect, it } from 'vitest';
import { deadlinesOf, officialCalendar, statutoryDeadlines, type DeadlineRule, type YearArrangement } from '../../../index/calendar/mod.js';

const calendar = officialCalendar();
const due = (reportYear: number, id: string, over = calendar) => deadlinesOf(reportYear, [], over).find(({ rule }) => rule.id === id)!;

describe('the date in force and the last working day not after it (handbook 3.4, official arrangements)', () => {
  it.each([
    [2020, '2021-01-31', '2021-01-29', false],
    [2021, '2022-01-31', '2022-01-30', false],
    [2022, '2023-01-31', '2023-01-31', false],
    [2023, '2024-01-31', '2024-01-31', false],
    [2024, '2025-01-31', '2025-01-27', false],
    [2025, '2026-01-31', '2026-01-30', false],
    [2026, '2027-01-31', '2027-01-29', true],
    [2027, '2028-01-31', '2028-01-24', true],
  ])('departments, report of %i', (reportYear, stated, effective, provisional) => {
    expect(due(reportYear, 'departments')).toMatchObject({ stated, effective, provisional });
  });

  it.each([
    [2020, '2021-03-31', '2021-03-31'],
    [2023, '2024-03-31', '2024-03-29'],
    [2025, '2026-03-31', '2026-03-31'],
  ])('governments, report of %i', (reportYear, stated, effective) => {
    expect(due(reportYear, 'governments')).toMatchObject({ stated, effective, provisional: false });
  });

  it('the 2008 rule for reports up to 2018, the 2019 rule after', () => {
    expect(deadlinesOf(2018, [], calendar).map(({ rule, stated }) => [rule.id, stated])).toEqual([['all-2008', '2019-03-31']]);
    expect(deadlinesOf(2019, [], calendar).map(({ rule, stated }) => [rule.id, stated])).toEqual([
      ['departments', '2020-01-31'],
      ['governments', '2020-03-31'],
    ]);
  });
});

describe('a year whose arrangement is not published', () => {
  const announced: YearArrangement = { off: { '2027-02-05': '春节' }, work: { '2027-01-31': '春节' } };

  it('is exact once it is configured', () => {
    expect(due(2026, 'departments', officialCalendar({ 2027: announced }))).toMatchObject({ effective: '2027-01-31', provisional: false });
  });
});

describe('local dates', () => {
  const notice: DeadlineRule = { ...statutoryDeadlines()[0]!, kind: 'config', id: 'townships', levels: ['township'], month: 2, day: 29 };

  it('come first, and 29 February of a plain year is its last day', () => {
    expect(deadlinesOf(2024, [notice], calendar)[0]).toMatchObject({ stated: '2025-02-28', rule: { kind: 'config' } });
    expect(deadlinesOf(2027, [notice], calendar)[0]).toMatchObject({ stated: '2028-02-29' });
  });
});
