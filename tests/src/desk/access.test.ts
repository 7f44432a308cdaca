import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { may, rolesOf } from '../../../src/desk/access.js';
import { accessPart, ROLES, type AccessConfig } from '../../../src/desk/config.js';
import type { ChannelName } from '../../../src/channels/channel.js';

const access = (told: Record<string, unknown>): AccessConfig => accessPart.schema.parse(told);
const who = (channel: ChannelName, conversation: string, speaker: string) => ({ from: { channel, conversation, thread: null }, speaker });

describe('roles', () => {
  const rules = access({
    everyone: ['ask'],
    rules: [
      { channel: 'slack', roles: [] },
      { channel: 'slack', conversation: 'C1', roles: ['ask'] },
      { channel: 'slack', conversation: 'C1', roles: ['admin'] },
      { channel: 'slack', speaker: 'U1', roles: ['ask', 'ingest'] },
      { channel: 'slack', conversation: 'C2', speaker: 'U1', roles: [] },
    ],
  });

  it.each([
    ['whom no rule names', who('web', 'b', 'x'), ['ask']],
    ['a channel', who('slack', 'C9', 'U9'), []],
    ['a conversation, of equals the first', who('slack', 'C1', 'U9'), ['ask']],
    ['a person, wherever', who('slack', 'C1', 'U1'), ['ask', 'ingest']],
    ['a person in a conversation', who('slack', 'C2', 'U1'), []],
    ['the same ids in another channel', who('wechat', 'C1', 'U1'), ['ask']],
  ] as const)('%s', (_, someone, roles) => {
    expect(rolesOf(someone, rules)).toEqual(roles);
  });

  it('a group is people by name: above a conversation, below a person', () => {
    const grouped = access({
      groups: { 公开办: ['U1', 'U2'] },
      rules: [
        { channel: 'slack', group: '公开办', roles: ['ask', 'ingest'] },
        { channel: 'slack', conversation: 'C1', roles: [] },
        { channel: 'slack', speaker: 'U2', roles: ['admin'] },
      ],
    });
    const roles = (channel: ChannelName, speaker: string) => rolesOf(who(channel, 'C1', speaker), grouped);
    expect([roles('slack', 'U1'), roles('slack', 'U2'), roles('slack', 'U3'), roles('wechat', 'U1')]).toEqual([['ask', 'ingest'], ['admin'], [], ['ask']]);
  });

  it('refuses a rule about a group that nobody listed', () => {
    expect(accessPart.schema.safeParse({ rules: [{ channel: 'slack', group: '没有', roles: ['ask'] }] }).success).toBe(false);
  });

  it('an admin may do everything, nobody else more than is said', () => {
    const all = (roles: readonly string[]) => ROLES.filter((role) => may(role, who('web', 'b', 'x'), access({ everyone: roles })));
    expect([all(['admin']), all(['ask']), all(['ingest']), all([])]).toEqual([[...ROLES], ['ask'], ['ingest'], []]);
  });

  it('a rule never opens a place that it does not name', () => {
    const id = fc.constantFrom('a', 'b', '');
    fc.assert(fc.property(id, id, id, id, (conversation, speaker, otherConversation, otherSpeaker) => {
      fc.pre(conversation !== '' && speaker !== '' && (conversation !== otherConversation || speaker !== otherSpeaker));
      const one = access({ everyone: [], rules: [{ channel: 'slack', conversation, speaker, roles: ['ask'] }] });
      expect(may('ask', who('slack', otherConversation, otherSpeaker), one)).toBe(false);
    }));
  });
});
