import { describe, expect, it } from 'vitest';
import { lookUpIn, metadataOf } from '../../../../src/channels/slack/look-up.js';

const KEY = 'digest/2026-01-15/slack/C1/';
const SINCE = new Date('2026-01-15T01:00:00Z');
const to = (thread: string | null) => ({ channel: 'slack', conversation: 'C1', thread }) as const;
const ours = (ts: string, key = KEY): unknown => ({ ts, text: 'x', metadata: metadataOf(key) });

/** Answers with these pages, one after the other, and keeps what was asked. */
function paged(...pages: unknown[][]): { readonly asked: Record<string, unknown>[]; call(params: Record<string, unknown>): Promise<unknown> } {
  const asked: Record<string, unknown>[] = [];
  return {
    asked,
    call: async (params) => {
      const messages = pages[asked.length] ?? [];
      asked.push(params);
      return { ok: true, messages, ...(asked.length < pages.length && { response_metadata: { next_cursor: `c${asked.length}` } }) };
    },
  };
}

describe('looking a posting up in Slack', () => {
  it.each([
    ['among others', [[{ ts: '1.0', text: 'hello' }, ours('2.0', 'another'), ours('3.0')]], { found: 'posted', messageId: '3.0' }],
    ['on a later page', [[{ ts: '1.0' }], [ours('4.0')]], { found: 'posted', messageId: '4.0' }],
    ['nowhere', [[{ ts: '1.0', metadata: {} }, ours('2.0', 'another')]], { found: 'absent' }],
    ['in a conversation too busy to read', Array.from({ length: 9 }, () => [{ ts: '1.0' }]), { found: 'cannot tell' }],
  ])('%s', async (_where, pages, expected) => expect(await lookUpIn(paged(...pages).call, to(null), KEY, SINCE)).toEqual(expected));

  it('asks for metadata since the moment, in the thread where there is one', async () => {
    const channel = paged([ours('1.0')]);
    await lookUpIn(channel.call, to('9.0'), KEY, SINCE);
    expect(channel.asked).toEqual([{ channel: 'C1', ts: '9.0', oldest: '1768438800', limit: 200, include_all_metadata: true }]);
  });

  it('carries no name of a conversation in the message', () => expect(JSON.stringify(metadataOf(KEY))).not.toContain('C1'));
});
