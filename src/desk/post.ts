import type { ChannelLog, Delivery, PostingChannel } from '../channels/channel.js';
import { faultFacts } from '../log-facts.js';
import type { Message } from '../render/message.js';
import { LEASE_MS, type ClaimedMessage } from './messages.js';

/** A channel that takes longer has probably lost its connection. Shorter than the lease, so that no other process judges meanwhile. */
export const POST_WITHIN_MS = LEASE_MS - 5_000;

/**
 * Posts a reply where it was asked, naming the asker in a group. Never rejects and never hangs: from a channel that breaks its word in either
 * way nobody can tell whether it posted.
 */
export async function post(to: PostingChannel, { from, speaker, direct }: Pick<ClaimedMessage, 'from' | 'speaker' | 'direct'>, reply: Message, name: string | null, log: ChannelLog): Promise<Delivery> {
  const unknown = (reason: string): Delivery => ({ state: 'unknown', messageId: null, reason, retryAt: null });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Delivery>((resolve) => {
    timer = setTimeout(() => resolve(unknown('the channel did not say in time whether it posted')), POST_WITHIN_MS);
  });
  try {
    return await Promise.race([late, direct ? to.post(from, reply) : to.post(from, reply, { speaker, name })]);
  } catch (error) {
    log.error('channel failed while posting', { channel: from.channel, ...faultFacts(error) });
    return unknown('the channel failed while posting');
  } finally {
    clearTimeout(timer);
  }
}
