import { describe, expect, it } from 'vitest';
import { configuredBook, deadlinesPart, ladderIn, remindersPart } from '../../../src/reminders/config.js';

const LOCAL = { id: 'townships', levels: ['township'], date: '01-15', who: '各乡镇', notice: '关于编制年度报告的通知', says: '各乡镇应于1月15日前报送。' };

const deadlines = deadlinesPart.schema;
const reminders = remindersPart.schema;

describe('deadlines', () => {
  it('become rules that name their notice and their place in the configuration', () => {
    const book = configuredBook(deadlines.parse({ local: [LOCAL] }), reminders.parse(undefined));
    expect(book.deadlinesOf(2025)[0]).toMatchObject({ stated: '2026-01-15', rule: { kind: 'config', basis: { title: LOCAL.notice, article: 'wenbao.config.yaml: deadlines.local[0]', quote: LOCAL.says } } });
  });

  it('go by the configured arrangement of a year', () => {
    const book = configuredBook(deadlines.parse({ holidays: { 2027: { off: {}, work: { '2027-01-31': '春节' } } } }), reminders.parse(undefined));
    expect(book.deadlinesOf(2026)[0]).toMatchObject({ effective: '2027-01-31', provisional: false });
  });

  it.each([
    ['a date that does not exist', { local: [{ ...LOCAL, date: '02-30' }] }, ['local', 0, 'date']],
    ['a date in another form', { local: [{ ...LOCAL, date: '1-15' }] }, ['local', 0, 'date']],
    ['no basis', { local: [{ ...LOCAL, notice: '' }] }, ['local', 0, 'notice']],
    ['one id twice', { local: [LOCAL, LOCAL] }, ['local']],
    ['the id of one of the law', { local: [{ ...LOCAL, id: 'departments' }] }, ['local', 0, 'id']],
    ['years that end before they begin', { local: [{ ...LOCAL, from: 2024, to: 2023 }] }, ['local', 0, 'to']],
    ['an unknown key', { local: [], lokal: [] }, []],
    ['a holiday on no day', { holidays: { 2027: { off: { '2027-02-30': '春节' } } } }, ['holidays', '2027', 'off', '2027-02-30']],
  ])('refuse %s', (_what, config, path) => {
    const parsed = deadlines.safeParse(config);
    expect(parsed.success).toBe(false);
    expect(parsed.error!.issues[0]!.path).toEqual(path);
  });
});

describe('reminders', () => {
  it('have hours and a ladder without being configured, and nobody to remind', () => {
    expect(configuredBook(deadlines.parse(undefined), reminders.parse(undefined))).toMatchObject({ reminded: [], hours: { from: 540, to: 1050, everyDay: false }, ladder: { daysBefore: [60, 43, 22, 15, 10, 5, 1, 0], overdue: { everyWorkingDays: 3, times: 5 }, escalate: [1, 7] } });
  });

  it('have another ladder for the organisations of a place, of several the last', () => {
    const config = reminders.parse({ ladders: [{ within: '青石县', daysBefore: [30, 14] }, { within: '西坪镇', escalate: [3] }] });
    expect(ladderIn(config, ['青石县', '民政局'])).toMatchObject({ daysBefore: [30, 14], escalate: [1, 7] });
    expect(ladderIn(config, ['青石县', '西坪镇'])).toMatchObject({ daysBefore: [60, 43, 22, 15, 10, 5, 1, 0], escalate: [3] });
    expect(ladderIn(config, ['六合县'])).toMatchObject({ escalate: [1, 7] });
  });

  it.each([
    ['a time of day that is none', { hours: { from: '9:00' } }],
    ['hours that end before they begin, so that nothing would ever be said', { hours: { from: '18:00', to: '09:00' } }],
    ['hours without a minute', { hours: { from: '09:00', to: '09:00' } }],
    ['a channel that cannot be told unasked', { to: [{ channel: 'terminal', conversation: 'x' }] }],
  ])('refuse %s', (_what, config) => expect(reminders.safeParse(config).success).toBe(false));
});
