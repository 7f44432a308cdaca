import { randomUUID } from 'node:crypto';
import type { Lang } from '../../index/mod.js';
import type { ChannelLog, Incoming, PostingChannel, Role, Telling } from '../channels/channel.js';
import { faultFacts } from '../log-facts.js';
import type { Message } from '../render/message.js';
import type { AuditLine } from './audit.js';
import { LEASE_MS, type ClaimedMessage, type MessageBook } from './messages.js';
import { faultNotice, noPermission } from './notices.js';
import { post } from './post.js';

/** Stands as `intent` in the audit, and says of what was left unfinished what it was. */
export type DeedName = 'ingest' | 'check' | 'export' | 'setting' | 'offer' | 'turned away';

/** Something that a person does beside asking: hands in a report, has a draft checked, takes a workbook along, sets something. */
export interface Deed {
  readonly name: DeedName;
  /** What one must be allowed to; null is nobody's right. */
  readonly role: Role | null;
  /** Does it and says how it went. */
  run(lang: Lang): Promise<{ readonly message: Message; /** Reports that were taken in or looked at. */ readonly reports?: readonly string[] }>;
}

/** What doing something for somebody, once, needs. `contact` is whom to ask for access; null when nobody is named. */
export interface DeedPorts {
  readonly book: MessageBook;
  readonly may: (role: Role, who: Incoming) => boolean;
  readonly contact: string | null;
  readonly languageFor: (who: Incoming) => Promise<Lang>;
  readonly audited: (line: AuditLine) => AuditLine | null;
  /** Posts a reply that is kept, and settles the message. */
  readonly deliver: (message: ClaimedMessage, reply: Message, to: PostingChannel) => Promise<void>;
  readonly log: ChannelLog;
  readonly now: () => Date;
}

/**
 * Does something once for each id, whoever delivers it how often; null when it was done before. `incoming.text` says what is done (a file's
 * name, a year) and stands in the audit. Who may not is told whom to ask; what breaks is told with an id. What came of it is kept before it is
 * told, so that a process killed at any moment leaves something to tell (`interrupted.ts`). Never rejects.
 */
export async function act(incoming: Incoming, deed: Deed, ports: DeedPorts, { to, takenIn = () => {} }: Telling): Promise<Message | null> {
  const { book, log } = ports;
  let message: ClaimedMessage | null;
  try {
    message = await book.claim(incoming, 'received', deed.name);
  } catch (error) {
    const notice = broken(error, incoming, deed, incoming.lang ?? 'zh', log).message;
    if (to !== undefined) await post(to, incoming, notice, null, log);
    return notice;
  } finally {
    takenIn();
  }
  if (message === null) return null;
  const alive = setInterval(() => void book.keep(message).catch(() => undefined), LEASE_MS / 3);
  try {
    const { reply, line } = await done(incoming, deed, ports);
    // Another process took it for left behind, and told so.
    if (!(await book.answered(message, reply, line, null))) return null;
    if (to === undefined) await book.settle(message, 'handed over');
    else await ports.deliver(message, reply, to);
    return reply;
  } catch (error) {
    const notice = broken(error, incoming, deed, incoming.lang ?? 'zh', log).message;
    await book.settle(message, 'fault').catch((again: unknown) => log.error('message not settled', { ...faultFacts(again) }));
    if (to !== undefined) await post(to, incoming, notice, null, log);
    return notice;
  } finally {
    clearInterval(alive);
  }
}

async function done(incoming: Incoming, deed: Deed, { may, contact, languageFor, audited, log, now }: DeedPorts): Promise<{ readonly reply: Message; readonly line: AuditLine | null }> {
  const at = now();
  const line = (status: AuditLine['status'], over: Partial<AuditLine> = {}): AuditLine | null => audited({ at, answerId: null, status, reason: null, intent: deed.name, citations: [], ms: now().getTime() - at.getTime(), ...over });
  let lang: Lang = incoming.lang ?? 'zh';
  try {
    lang = await languageFor(incoming);
    if (deed.role === null || !may(deed.role, incoming)) return { reply: noPermission(lang, contact, deed.role ?? 'ask'), line: line('refused', { reason: 'no_permission' }) };
    const { message, reports = [] } = await deed.run(lang);
    return { reply: message, line: line(message.status === 'fault' ? 'fault' : 'answered', { citations: reports }) };
  } catch (error) {
    const { id, message } = broken(error, incoming, deed, lang, log);
    return { reply: message, line: line('fault', { answerId: id, reason: 'internal' }) };
  }
}

function broken(error: unknown, { id: message, from }: Incoming, { name }: Deed, lang: Lang, log: ChannelLog): { readonly id: string; readonly message: Message } {
  const id = randomUUID();
  log.error('desk failed', { id, channel: from.channel, message: message.slice(0, 80), deed: name, ...faultFacts(error) });
  return { id, message: faultNotice(lang, id) };
}
