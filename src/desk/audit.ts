import type { Kysely } from 'kysely';
import { unansweredOf, type Answer, type Unanswered } from '../../intents/mod.js';
import { ledgerIn } from '../ledger/ledger.js';
import type { ClaimedMessage, Outcome } from './messages.js';
import type { DeskTables } from './tables.js';

/** What the audit keeps of one message beside where and from whom it came. */
export interface AuditLine {
  readonly at: Date;
  readonly answerId: string | null;
  /** An answer's status; `refused` or `stale` when it was turned away, `fault` when something broke. */
  readonly status: Answer['status'] | 'refused' | 'stale';
  readonly reason: string | null;
  readonly intent: string | null;
  /** Reports, or titles of what else the answer rests on. */
  readonly citations: readonly string[];
  readonly ms: number;
  /** What the ledger keeps beside the audit; absent where there was an answer or nothing to learn. */
  readonly unanswered?: Unanswered;
}

/** The line for an answer. */
export function auditOf(answer: Answer, at: Date): AuditLine {
  const citations = [...new Set(answer.citations.map((citation) => (citation.kind === 'report' ? citation.report : citation.title)))];
  const unanswered = unansweredOf(answer);
  return { at, ...(unanswered && { unanswered }), answerId: answer.answerId, status: answer.status, reason: answer.reason, intent: answer.intent, citations, ms: Math.round(answer.tookMs) };
}

/** Writes a line, in the transaction it is given; how it was delivered is filled in when the message is settled. */
export async function insertAudit(database: Kysely<DeskTables>, { id, from, speaker, text, direct, alone }: ClaimedMessage, line: AuditLine): Promise<void> {
  await database
    .insertInto('desk_audit')
    .values({ at: line.at.toISOString(), channel: from.channel, message: id, conversation: from.conversation, speaker, question: text, answer_id: line.answerId, status: line.status, reason: line.reason, intent: line.intent, citations: JSON.stringify(line.citations), delivery: null, ms: line.ms, shared: direct || alone ? 0 : 1 })
    .execute();
  if (line.unanswered) await ledgerIn(database).note(line.unanswered, { channel: from.channel, conversation: from.conversation, speaker }, line.at);
}

/** Fills in how a message's reply was delivered, in the transaction it is given. */
export async function settleAudit(database: Kysely<DeskTables>, { id, from }: ClaimedMessage, outcome: Outcome): Promise<void> {
  await database.updateTable('desk_audit').set({ delivery: outcome }).where('channel', '=', from.channel).where('message', '=', id).execute();
}
