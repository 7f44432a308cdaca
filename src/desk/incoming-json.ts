import { z } from 'zod';
import { LONGEST_INCOMING, type Incoming } from '../channels/channel.js';

const Id = z.string().min(1);

/** An incoming message as it is saved in a file for `ask --replay`. */
export const IncomingJson: z.ZodType<Incoming> = z.strictObject({
  id: Id,
  from: z.strictObject({ channel: z.enum(['terminal', 'web', 'slack', 'wechat']), conversation: Id, thread: z.string().nullable().default(null) }),
  speaker: Id,
  speakerName: z.string().nullable().default(null),
  direct: z.boolean().default(false),
  text: z.string().max(LONGEST_INCOMING),
  sentAt: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
});
