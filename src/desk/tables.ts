import type { Generated } from 'kysely';
import type { ChannelName } from '../channels/channel.js';
import type { LedgerTables } from '../ledger/migrations.js';

/**
 * How far a message has come: `received` claimed, nothing done · `answered` the reply stands here, not yet posted · `posting` handed to the
 * channel, nobody knows whether it arrived · `settled` done; words and reply are gone, the id stays so that no delivery is answered twice.
 */
export type MessageState = 'received' | 'answered' | 'posting' | 'settled';

/** One row a message, by the channel's id of it. Times are ISO 8601 in UTC, so that they compare as text. */
export interface MessageRow {
  readonly channel: ChannelName;
  readonly message: string;
  readonly conversation: string;
  readonly thread: string | null;
  readonly speaker: string;
  readonly direct: number;
  /** What was said; null once settled. */
  readonly text: string | null;
  readonly sent_at: string;
  readonly received_at: string;
  readonly state: MessageState;
  /** How it ended: a delivery state, or `stale`, `fault`, `forgotten`. */
  readonly outcome: string | null;
  /** The `Message` to post as JSON; null before it is answered and once settled. */
  readonly reply: string | null;
  /** The process that works at it, and until when others keep their hands off. */
  readonly holder: string;
  readonly held_until: string;
  /** What its speaker does (a `Deed`'s name); null for what is asked. */
  readonly deed: string | null;
  /** 1 where its speaker alone is answered. */
  readonly alone: number;
}

/** What a conversation is remembered by; `thread` is '' where there is none, because a key may hold no null. */
export interface MemoryRow {
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly thread: string;
  readonly speaker: string;
  readonly direct: number;
  readonly memory: string;
  /** The moment of asking, which need not be that of keeping (`ask --at`). */
  readonly asked_at: string;
  readonly kept_at: string;
}

/** One row a message that was answered or turned away. */
export interface AuditRow {
  readonly id: Generated<number>;
  readonly at: string;
  readonly channel: ChannelName;
  readonly message: string;
  readonly conversation: string;
  readonly speaker: string;
  readonly question: string;
  readonly answer_id: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly intent: string | null;
  /** JSON list of the reports (or titles of what else) that the answer cites. */
  readonly citations: string;
  /** Null until it is settled. */
  readonly delivery: string | null;
  readonly ms: number;
  /** 1 for what was asked and answered where others read it. */
  readonly shared: Generated<number>;
}

/** What one person thinks of one answer. */
export interface FeedbackRow {
  readonly answer_id: string;
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly speaker: string;
  readonly helpful: number;
  readonly at: string;
}

/** In which language somebody wants answers, whatever they ask in; no row where answers follow the question. */
export interface PreferenceRow {
  readonly channel: ChannelName;
  readonly speaker: string;
  readonly lang: 'zh' | 'en';
  readonly at: string;
}

/** The desk's own tables, and the ledger that it writes in the same transaction. */
export interface DeskTables extends LedgerTables {
  desk_message: MessageRow;
  desk_memory: MemoryRow;
  desk_audit: AuditRow;
  desk_feedback: FeedbackRow;
  desk_preference: PreferenceRow;
}
