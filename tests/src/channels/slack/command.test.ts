import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandOf } from '../../../../src/channels/slack/command.js';

const NOW = new Date('2026-11-26T02:00:00Z');
const COMMAND = { command: '/wenbao', text: '多少件', user_id: 'U1', channel_id: 'C1', trigger_id: 't1', response_url: 'https://hooks.slack.com/commands/1' };

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

it('throws on nothing that may come', () => {
  fc.assert(fc.property(fc.anything(), (any) => void commandOf(any, NOW)));
});
