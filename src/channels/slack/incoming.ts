import { z } from 'zod';
import { LONGEST_INCOMING, type Address, type Incoming } from '../channel.js';
import type { Listening, SlackConfig } from './config.js';
import { readable, SharedFile } from './shared-file.js';
import { mentionedIn, readableText } from './text.js';

/** Who the bot is in its workspace, from `auth.test`. */
export interface SlackSelf {
  readonly userId: string;
  readonly botId: string | null;
}

const Timestamp = z.string().regex(/^\d+\.\d+$/);

/** What is read of an `event_callback`; everything else in it is of no interest. */
const Envelope = z.object({
  event_id: z.string().min(1),
  team_id: z.string().optional(),
  event: z.object({
    type: z.enum(['app_mention', 'message']),
    subtype: z.string().optional(),
    channel: z.string().min(1),
    channel_type: z.string().optional(),
    user: z.string().min(1),
    text: z.string().default(''),
    ts: Timestamp,
    thread_ts: Timestamp.optional(),
    bot_id: z.string().nullish(),
    edited: z.unknown().optional(),
    hidden: z.boolean().optional(),
    /** The workspace of who speaks, where it differs from the one that the event came from (shared channels). */
    user_team: z.string().optional(),
    files: z.array(z.unknown()).default([]),
  }),
});

/** Message subtypes that are somebody saying something; every other one is an edit, a deletion, a notice or a bot. */
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** Says of an event why nothing is done about it; for the log and for tests. */
export type Ignored = 'not a message' | 'own' | 'bot' | 'not spoken' | 'edited' | 'not addressed' | 'said to somebody else' | 'mentions come by themselves';

/** What somebody said to the bot, and Slack's name for the message it came in. */
export interface Asked {
  readonly incoming: Incoming;
  readonly ts: string;
  /** Files that came with it and may be reports. */
  readonly files: readonly SharedFile[];
  /** The workspace of who speaks; null where Slack does not say. */
  readonly workspace: string | null;
  /** False for files that were put into a channel without a word to the bot: they concern it when their owner may hand in reports. */
  readonly addressed: boolean;
}

/** Threads in which the bot was mentioned. */
export interface EngagedThreads {
  has(channel: string, thread: string): boolean;
}

/**
 * What an event asks of the bot, or why nothing. Mentions in channels come as `app_mention` only, so a `message` with one is left to that;
 * a channel's mention is answered in its thread, a direct message where it was written.
 */
export function incomingOf(body: unknown, self: SlackSelf, config: Pick<SlackConfig, 'listening' | 'listeningIn'>, engaged: EngagedThreads): Asked | Ignored {
  const parsed = Envelope.safeParse(body);
  if (!parsed.success) return 'not a message';
  const { event, event_id: id, team_id: team } = parsed.data;
  if (event.user === self.userId || (self.botId !== null && event.bot_id === self.botId)) return 'own';
  if (event.bot_id != null) return 'bot';
  if (!SPOKEN.has(event.subtype) || event.hidden === true) return 'not spoken';
  // Slack repeats an edited message to whoever it mentions; the question was answered when it was asked.
  if (event.edited !== undefined) return 'edited';
  const direct = event.channel_type === 'im';
  const files = readable(event.files.flatMap((file) => SharedFile.safeParse(file).data ?? []));
  let addressed = true;
  if (!direct && event.type === 'message') {
    const listening = config.listeningIn[event.channel] ?? config.listening;
    const unasked = unaskedIn(listening, event, self, engaged);
    if (unasked !== null && (unasked !== 'not addressed' || files.length === 0 || listening === 'strict')) return unasked;
    addressed = unasked === null;
  }
  const from: Address = { channel: 'slack', conversation: event.channel, thread: event.thread_ts ?? (direct ? null : event.ts) };
  const text = readableText(event.text).slice(0, LONGEST_INCOMING);
  return { incoming: { id, from, speaker: event.user, speakerName: null, direct, text, sentAt: new Date(Number(event.ts) * 1000) }, ts: event.ts, files, workspace: event.user_team ?? team ?? null, addressed };
}

/** Why a message in a channel that does not mention the bot is not for it; null when it is. */
function unaskedIn(listening: Listening, event: z.output<typeof Envelope>['event'], self: SlackSelf, engaged: EngagedThreads): Ignored | null {
  const mentioned = mentionedIn(event.text);
  if (mentioned.includes(self.userId)) return 'mentions come by themselves';
  if (listening === 'strict' || event.thread_ts === undefined || !engaged.has(event.channel, event.thread_ts)) return 'not addressed';
  return listening === 'polite' && mentioned.length > 0 ? 'said to somebody else' : null;
}
