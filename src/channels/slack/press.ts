import { z } from 'zod';
import { ASK_ACTION, FEEDBACK_ACTIONS } from '../../render/slack-parts.js';
import { LONGEST_INCOMING, type Incoming, type Verdict } from '../channel.js';

const Timestamp = z.string().regex(/^\d+\.\d+$/);

const Press = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id: z.string().min(1) }),
  channel: z.object({ id: z.string().min(1) }),
  message: z.object({ ts: Timestamp, thread_ts: Timestamp.optional() }),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().min(1), action_ts: Timestamp })).min(1),
});

/** What a pressed button says: a question to ask, or what its presser thinks of an answer. */
export type Pressed = { readonly question: Incoming } | { readonly verdict: Verdict; readonly thread: string | null };

/** Reads a pressed button; null for one that is none of ours. */
export function pressedOf(body: unknown): Pressed | null {
  const parsed = Press.safeParse(body);
  if (!parsed.success) return null;
  const { user, channel, message } = parsed.data;
  const { action_id: id, value, action_ts: at } = parsed.data.actions[0]!;
  if (id === FEEDBACK_ACTIONS.helpful || id === FEEDBACK_ACTIONS.unhelpful) {
    return { verdict: { answerId: value, channel: 'slack', conversation: channel.id, speaker: user.id, helpful: id === FEEDBACK_ACTIONS.helpful }, thread: message.thread_ts ?? null };
  }
  if (!id.startsWith(ASK_ACTION)) return null;
  const direct = channel.id.startsWith('D');
  return {
    question: {
      id: `press:${channel.id}:${message.ts}:${user.id}:${at}`,
      from: { channel: 'slack', conversation: channel.id, thread: message.thread_ts ?? (direct ? null : message.ts) },
      speaker: user.id,
      speakerName: null,
      direct,
      text: value.slice(0, LONGEST_INCOMING),
      sentAt: new Date(Number(at) * 1000),
    },
  };
}
