import { z } from 'zod';
import type { Lang } from '../../../index/mod.js';
import { languageOf, LONGEST_QUESTION } from '../../../intents/mod.js';
import { LONGEST_INCOMING, type Incoming } from '../channel.js';
import { readableText } from './text.js';

/** A question that is answered to its asker only, where they asked it. */
export interface PrivateQuestion {
  readonly incoming: Incoming;
  /** Slack's address for the answer, good for half an hour. */
  readonly responseUrl: string;
  /** The language of the question. */
  readonly lang: Lang;
  readonly workspace: string | null;
}

const Command = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  trigger_id: z.string().min(1),
  response_url: z.url({ protocol: /^https?$/ }),
  team_id: z.string().optional(),
});

/** `/wenbao …` as a question; with nothing behind it, a wish for the form. Null for anything else. */
export function commandOf(body: unknown, now: Date): (PrivateQuestion & { readonly triggerId: string }) | null {
  const parsed = Command.safeParse(body);
  if (!parsed.success) return null;
  const { text, user_id: speaker, channel_id: conversation, trigger_id: triggerId, response_url: responseUrl, team_id: workspace = null } = parsed.data;
  return { incoming: privateIncoming(`command:${triggerId}`, conversation, speaker, readableText(text), now), responseUrl, lang: languageOf(text.slice(0, LONGEST_QUESTION)), workspace, triggerId };
}

/** A question that its asker alone is answered. */
export function privateIncoming(id: string, conversation: string, speaker: string, text: string, sentAt: Date): Incoming {
  return { id, from: { channel: 'slack', conversation, thread: null }, speaker, speakerName: null, direct: conversation.startsWith('D'), text: text.slice(0, LONGEST_INCOMING), sentAt, alone: true };
}
