import type { Lang, ReportCard } from '../../index/mod.js';
import type { Message } from '../render/message.js';
import type { UnfinishedMessage } from './messages.js';
import { interruptedNotice, noPermission } from './notices.js';

/** Reports of a file that was taken in since a moment, by the file's name. */
export type TakenInSince = (file: string, since: Date) => Promise<readonly Pick<ReportCard, 'org' | 'year'>[]>;

/** What to say of a deed that a process left unfinished: what was begun, what is known of how far it came, and what to do. */
export async function interrupted({ deed, text, receivedAt }: UnfinishedMessage, lang: Lang, contact: string | null, takenInSince: TakenInSince): Promise<Message> {
  if (deed === null || deed === 'turned away') return noPermission(lang, contact);
  if (deed !== 'ingest') return interruptedNotice(lang, deed, { what: text });
  const held = await takenInSince(text, receivedAt);
  if (held.length === 0) return interruptedNotice(lang, 'ingest', { what: text });
  return interruptedNotice(lang, 'ingestHeld', { what: text, held: held.map(({ org, year }) => `${org.name}${year === null ? '' : ` ${year}`}`).join('、') });
}
