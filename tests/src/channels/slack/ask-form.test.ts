import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askForm, submittedOf } from '../../../../src/channels/slack/ask-form.js';
import { commandOf } from '../../../../src/channels/slack/command.js';
import { viewRefusals } from '../../render/slack-payload.js';

const NOW = new Date('2026-11-26T02:00:00Z');
const COMMAND = { command: '/wenbao', text: '', user_id: 'U1', channel_id: 'C1', trigger_id: 't1', response_url: 'https://hooks.slack.com/commands/1' };
const NOTHING = { organisations: [], years: [] };
const form = askForm(commandOf(COMMAND, NOW)!, NOTHING) as { callback_id: string; private_metadata: string };
const values = (picked: Readonly<Record<string, string>>, typed: string | null) => ({ ...Object.fromEntries(Object.entries(picked).map(([name, value]) => [name, { [name]: { selected_option: { value } } }])), question: { question: { value: typed } } });
const submission = (picked: Readonly<Record<string, string>>, typed: string | null, view: object = {}) => ({ type: 'view_submission', user: { id: 'U2' }, view: { id: 'V1', callback_id: form.callback_id, private_metadata: form.private_metadata, state: { values: values(picked, typed) }, ...view } });

describe('a form that was sent off', () => {
  it('is the same however often it is, with its answer going where it was asked for', () => {
    expect(submittedOf(submission({}, '多少件'), NOW)).toEqual(submittedOf(submission({}, '多少件'), NOW));
    expect(submittedOf(submission({}, '多少件'), NOW)).toMatchObject({ kind: 'ask', incoming: { id: 'form:V1', speaker: 'U2', from: { conversation: 'C1' }, text: '多少件', alone: true }, responseUrl: COMMAND.response_url });
  });

  it.each<[Readonly<Record<string, string>>, string, string, string]>([
    [{ organisation: '勐来乡', year: '2020' }, '办理了多少件？', '勐来乡2020年办理了多少件？', 'zh'],
    [{ organisation: '勐来乡', year: '2020' }, '勐来乡办理了多少件？', '2020年勐来乡办理了多少件？', 'zh'],
    [{ organisation: '勐来乡', year: '2020' }, '勐来乡2020年办理了多少件？', '勐来乡2020年办理了多少件？', 'zh'],
    [{ organisation: '青石镇', year: '2021' }, 'How many requests were received?', '青石镇 2021: How many requests were received?', 'en'],
    [{ year: '2021' }, 'How many in 2021?', 'How many in 2021?', 'en'],
  ])('with %j and %j asks %j', (picked, typed, text, lang) => {
    expect(submittedOf(submission(picked, typed), NOW)).toMatchObject({ kind: 'ask', incoming: { text }, lang });
  });

  it.each([
    [{ want: 'ask' }, ' ', 'question'],
    [{ want: 'findings' }, null, 'year'],
    [{ want: 'totals', year: 'x' }, null, 'year'],
  ])('with %j and %j lacks a %s', (picked, typed, lacking) => {
    const submitted = submittedOf(submission(picked as unknown as Record<string, string>, typed), NOW);
    expect(submitted).toMatchObject({ kind: 'errors' });
    expect(Object.keys((submitted as { errors: object }).errors)).toEqual([lacking]);
  });

  it('may want a workbook of a year', () => {
    expect(submittedOf(submission({ want: 'findings', year: '2021' }, null), NOW)).toMatchObject({ kind: 'workbook', which: 'findings', year: 2021, incoming: { id: 'form:V1', text: 'findings 2021', alone: true } });
  });

  it.each([[submission({}, 'x', { callback_id: 'other' })], [submission({}, 'x', { private_metadata: '{' })], [submission({}, 'x', { private_metadata: '{"conversation":"C1"}' })], [submission({}, 'x', { state: { values: {} } })], [submission({}, 'x', { state: { values: { ...values({}, 'x'), year: { year: { selected_option: 5 } } } } })]])('reads nothing out of %j', (body) => {
    expect(submittedOf(body, NOW)).toBeNull();
  });

  it('throws on nothing that may come', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (any, state) => {
      submittedOf(any, NOW);
      submittedOf(submission({}, 'x', { state: { values: state } }), NOW);
    }));
  });
});

describe('the form', () => {
  it.each([0, 1, 100, 101, 2500])('keeps within Slack’s limits with %i organisations and years', (many) => {
    const pickable = { organisations: Array.from({ length: many }, (_, i) => (i === 7 ? '长'.repeat(100) : `第${i}乡`)), years: Array.from({ length: Math.min(many, 150) }, (_, i) => 2100 - i) };
    const view = askForm(commandOf({ ...COMMAND, channel_id: `C${'0'.repeat(200)}` }, NOW)!, pickable);
    expect(viewRefusals(view)).toEqual([]);
    // Slack takes a view of 250 kB (https://docs.slack.dev/reference/methods/views.open/).
    expect(JSON.stringify(view).length).toBeLessThan(250_000);
  });
});
