import { unansweredOf, type Answer } from '../../intents/mod.js';
import type { App } from '../app.js';
import { bounded } from '../desk/message-key.js';
import type { DeskTables } from '../desk/tables.js';
import { ledgerIn } from '../ledger/ledger.js';

/**
 * Keeps a question that was not answered for the operator, as long as the audit is kept; nothing where it keeps nothing. `speaker` and `session`
 * (else the speaker) are the ids that `wenbao forget terminal:…` takes.
 */
export async function noteUnanswered({ held, config }: Pick<App, 'held' | 'config'>, answer: Answer, { speaker, session }: { readonly speaker: string; readonly session?: string | undefined }, now: Date): Promise<void> {
  const unanswered = unansweredOf(answer);
  if (unanswered === null || config.audit.keepDays === 0) return;
  await ledgerIn(held.database<DeskTables>()).note(unanswered, { channel: 'terminal', conversation: bounded(session ?? speaker), speaker }, now);
}
