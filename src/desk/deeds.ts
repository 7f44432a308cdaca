import { randomUUID } from 'node:crypto';
import type { Lang } from '../../index/mod.js';
import type { ChannelLog, Incoming, Role } from '../channels/channel.js';
import { faultFacts } from '../log-facts.js';
import type { Message } from '../render/message.js';
import type { AuditLine } from './audit.js';
import type { ClaimedMessage, MessageBook } from './messages.js';
import { faultNotice, noPermission } from './notices.js';

/** Something that a person does beside asking: hands in a report, has a draft checked, takes a workbook along, sets something. */
export interface Deed {
  /** Stands as `intent` in the audit. */
  readonly name: 'ingest' | 'check' | 'export' | 'setting' | 'offer' | 'turned away';
  /** What one must be allowed to; null is nobody's right. */
  readonly role: Role | null;
  /** Does it and says how it went. */
  run(lang: Lang): Promise<{ readonly message: Message; /** Reports that were taken in or looked at. */ readonly reports?: readonly string[] }>;
}

export interface DeedPorts {
  readonly book: MessageBook;
  readonly may: (role: Role, who: Incoming) => boolean;
  readonly contact: string | null;
  readonly languageFor: (who: Incoming) => Promise<Lang>;
  readonly audited: (line: AuditLine) => AuditLine | null;
  readonly log: ChannelLog;
  readonly now: () => Date;
}

/**
 * Does something once for each id, whoever delivers it how often; null when it was done before. `incoming.text` says what is done (a file's
 * name, a year) and stands in the audit. Who may not is told whom to ask; what breaks is told with an id. Never rejects.
 */
export async function act(incoming: Incoming, deed: Deed, { book, may, contact, languageFor, audited, log, now }: DeedPorts): Promise<Message | null> {
  const at = now();
  const line = (status: AuditLine['status'], over: Partial<AuditLine> = {}): AuditLine | null => audited({ at, answerId: null, status, reason: null, intent: deed.name, citations: [], ms: now().getTime() - at.getTime(), ...over });
  let message: ClaimedMessage | null = null;
  let lang: Lang = 'zh';
  try {
    message = await book.claim(incoming, 'posting');
    if (message === null) return null;
    lang = await languageFor(incoming);
    if (deed.role === null || !may(deed.role, incoming)) {
      await book.settle(message, 'handed over', line('refused', { reason: 'no_permission' }));
      return noPermission(lang, contact, deed.role ?? 'ask');
    }
    const done = await deed.run(lang);
    await book.settle(message, 'handed over', line(done.message.status === 'fault' ? 'fault' : 'answered', { citations: done.reports ?? [] }));
    return done.message;
  } catch (error) {
    const id = randomUUID();
    log.error('desk failed', { id, channel: incoming.from.channel, message: message?.id ?? null, deed: deed.name, ...faultFacts(error) });
    if (message !== null) await book.settle(message, 'fault', line('fault', { answerId: id, reason: 'internal' })).catch((again: unknown) => log.error('message not settled', { id, ...faultFacts(again) }));
    return faultNotice(lang, id);
  }
}
