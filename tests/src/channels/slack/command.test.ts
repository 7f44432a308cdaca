import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askForm, commandOf, submittedOf } from '../../../../src/channels/slack/command.js';

const NOW = new Date('2026-11-26T02:00:00Z');
const COMMAND = { command: '/wenbao', text: '多少件', user_id: 'U1', channel_id: 'C1', trigger_id: 't1', response_url: 'https://hooks.slack.com/commands/1' };
const submission = (view: object = {}) => {
  const form = askForm(commandOf(COMMAND, NOW)!) as { callback_id: string; private_metadata: string };
  return { type: 'view_submission', user: { id: 'U2' }, view: { id: 'V1', callback_id: form.callback_id, private_metadata: form.private_metadata, state: { values: { question: { question: { value: '多少件' } } } }, ...view } };
};

describe('commandOf', () => {
  it('reads a question for its asker alone', () => {
    expect(commandOf(COMMAND, NOW)).toEqual({
      incoming: { id: 'command:t1', from: { channel: 'slack', conversation: 'C1', thread: null }, speaker: 'U1', speakerName: null, direct: false, text: '多少件', sentAt: NOW, alone: true },
      responseUrl: 'https://hooks.slack.com/commands/1',
      lang: 'zh',
      workspace: null,
      triggerId: 't1',
    });
  });

  it.each([[{ ...COMMAND, response_url: 'file:///etc/passwd' }], [{ ...COMMAND, user_id: '' }], [null], ['x']])('reads nothing out of %j', (body) => {
    expect(commandOf(body, NOW)).toBeNull();
  });
});

describe('submittedOf', () => {
  it('reads the form, the same however often it is sent off, with its answer going where it was asked for', () => {
    expect(submittedOf(submission(), NOW)).toEqual(submittedOf(submission(), NOW));
    expect(submittedOf(submission(), NOW)).toMatchObject({ incoming: { id: 'form:V1', speaker: 'U2', from: { conversation: 'C1' }, text: '多少件' }, responseUrl: COMMAND.response_url });
  });

  it.each([[submission({ callback_id: 'other' })], [submission({ private_metadata: '{' })], [submission({ private_metadata: '{"conversation":"C1"}' })], [submission({ state: { values: {} } })]])('reads nothing out of %j', (body) => {
    expect(submittedOf(body, NOW)).toBeNull();
  });

  it('throws on nothing that may come', () => {
    fc.assert(fc.property(fc.anything(), (any) => {
      commandOf(any, NOW);
      submittedOf(any, NOW);
    }));
  });

  it('keeps the form within Slack’s limits', () => {
    const { title, submit, close, private_metadata } = askForm(commandOf({ ...COMMAND, channel_id: `C${'0'.repeat(200)}` }, NOW)!) as Record<'title' | 'submit' | 'close', { readonly text: string }> & { readonly private_metadata: string };
    for (const { text } of [title, submit, close]) expect([...text].length).toBeLessThanOrEqual(24);
    expect(private_metadata.length).toBeLessThanOrEqual(3000);
  });
});
