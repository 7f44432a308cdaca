import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Address, LookedUp } from '../channel.js';

/** Names the kind of our message metadata (https://docs.slack.dev/messaging/message-metadata/). */
const EVENT = 'wenbao_posting';

/** What a message carries so that it can be found again: its key as a hash, since keys name conversations. */
export interface PostingMetadata {
  readonly event_type: typeof EVENT;
  readonly event_payload: { readonly key: string };
}

/** The mark that a posting carries, by which it is found again: a hash of its key, so that nothing of the key is shown. */
export function metadataOf(key: string): PostingMetadata {
  return { event_type: EVENT, event_payload: { key: createHash('sha256').update(key).digest('hex').slice(0, 32) } };
}

const History = z.object({
  messages: z.array(z.looseObject({ ts: z.string(), metadata: z.looseObject({ event_type: z.string().optional(), event_payload: z.looseObject({ key: z.unknown() }).optional() }).optional() })),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/** Slack gives so many messages at once; a conversation busier than `MOST_PAGES` of them cannot be told. */
const PAGE = 200;
const MOST_PAGES = 5;

/** Looks for a posting among what stands in a conversation since a moment; `read` gives a page of the conversation's history, or of the thread's. Throws what the Web API throws. */
export async function lookUpIn(read: (params: Record<string, unknown>) => Promise<unknown>, { conversation, thread }: Address, key: string, since: Date): Promise<LookedUp> {
  const wanted = metadataOf(key).event_payload.key;
  let cursor = '';
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages, response_metadata: more } = History.parse(await read({ channel: conversation, ...(thread !== null && { ts: thread }), oldest: String(since.getTime() / 1000), limit: PAGE, include_all_metadata: true, ...(cursor !== '' && { cursor }) }));
    const found = messages.find(({ metadata }) => metadata?.event_type === EVENT && metadata.event_payload?.key === wanted);
    if (found) return { found: 'posted', messageId: found.ts };
    cursor = more?.next_cursor ?? '';
    if (cursor === '') return { found: 'absent' };
  }
  return { found: 'cannot tell' };
}
