import { z } from 'zod';
import { loadData } from '../../index/mod.js';
import type { Inline } from '../../intents/mod.js';
import type { Role } from '../channels/channel.js';
import type { Message } from '../render/message.js';

const Notice = z.strictObject({ zh: z.string(), en: z.string() });
const Notices = z.strictObject({ noPermission: z.strictObject({ ask: Notice, ingest: Notice, roster: Notice, admin: Notice }), language: z.strictObject({ zh: Notice, en: Notice, follow: Notice }), operator: Notice, fault: Notice, duplicate: Notice, stale: Notice });

let loaded: z.output<typeof Notices> | undefined;

function notices(): z.output<typeof Notices> {
  loaded ??= loadData('src/desk/notices.json', Notices);
  return loaded;
}

/** Says that somebody may not do something, and whom to ask for access. */
export function noPermission(lang: Message['lang'], contact: string | null, role: Role = 'ask'): Message {
  const whom: Inline = contact === null ? notices().operator[lang] : { type: 'counted', text: contact, basis: 'config' };
  return notice(lang, 'out_of_scope', notices().noPermission[role][lang], 'contact', whom, null);
}

/** Says that something broke, with the id under which the log tells what. */
export function faultNotice(lang: Message['lang'], id: string): Message {
  return notice(lang, 'fault', notices().fault[lang], 'id', { type: 'counted', text: id, basis: 'answer' }, id);
}

/** Says in which language answers will be; null is that of the question. */
export function languageKept(lang: Message['lang'], chosen: Message['lang'] | null): Message {
  return notice(lang, 'notice', notices().language[chosen ?? 'follow'][lang], null, '', null);
}

/** Says why a message gets no answer, to one who waits for a response to it. */
export function notAnswered(lang: Message['lang'], why: 'duplicate' | 'stale'): Message {
  return notice(lang, 'notice', notices()[why][lang], null, '', null);
}

function notice(lang: Message['lang'], status: Message['status'], frame: string, slot: string | null, filling: Inline, answerId: string | null): Message {
  const pieces = slot === null ? [frame] : frame.split(`{${slot}}`);
  const inlines = pieces.flatMap((piece, i) => (i === 0 ? [piece] : [filling, piece])).filter((inline) => inline !== '');
  const text = inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
  return { lang, status, blocks: [{ type: 'text', inlines }], citations: [], text, answerId };
}
