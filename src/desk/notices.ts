import { z } from 'zod';
import { bothLanguages, loadData } from '../../index/mod.js';
import type { Inline } from '../../intents/mod.js';
import type { Role } from '../channels/channel.js';
import { harmlessWithin } from '../render/harmless.js';
import type { Message } from '../render/message.js';

const Interrupted = z.strictObject({ ingest: bothLanguages, ingestHeld: bothLanguages, check: bothLanguages, export: bothLanguages, setting: bothLanguages, offer: bothLanguages });
const Notices = z.strictObject({ interrupted: Interrupted, noPermission: z.strictObject({ ask: bothLanguages, ingest: bothLanguages, roster: bothLanguages, admin: bothLanguages }), language: z.strictObject({ zh: bothLanguages, en: bothLanguages, follow: bothLanguages }), operator: bothLanguages, fault: bothLanguages, duplicate: bothLanguages, stale: bothLanguages });

let loaded: z.output<typeof Notices> | undefined;

function notices(): z.output<typeof Notices> {
  loaded ??= loadData('src/desk/notices.json', Notices);
  return loaded;
}

/** Says that somebody may not do something, and whom to ask for access. */
export function noPermission(lang: Message['lang'], contact: string | null, role: Role = 'ask'): Message {
  const whom: Inline = contact === null ? notices().operator[lang] : { type: 'counted', text: contact, basis: 'config' };
  return notice(lang, 'out_of_scope', notices().noPermission[role][lang], { contact: whom }, null);
}

/** Says that something broke, with the id under which the log tells what. */
export function faultNotice(lang: Message['lang'], id: string): Message {
  return notice(lang, 'fault', notices().fault[lang], { id: { type: 'counted', text: id, basis: 'answer' } }, id);
}

/** Says in which language answers will be; null is that of the question. */
export function languageKept(lang: Message['lang'], chosen: Message['lang'] | null): Message {
  return notice(lang, 'notice', notices().language[chosen ?? 'follow'][lang], {}, null);
}

/** Says why a message gets no answer, to one who waits for a response to it. */
export function notAnswered(lang: Message['lang'], why: 'duplicate' | 'stale'): Message {
  return notice(lang, 'notice', notices()[why][lang], {}, null);
}

/** Says that the program stopped in the middle of something; `what` a file's name, a workbook, a setting, `held` the reports that came of it. */
export function interruptedNotice(lang: Message['lang'], what: keyof z.output<typeof Interrupted>, slots: { readonly what: string; readonly held?: string }): Message {
  const { held } = slots;
  return harmlessWithin(notice(lang, 'notice', notices().interrupted[what][lang], { what: { type: 'echo', text: slots.what }, ...(held !== undefined && { held: { type: 'counted', text: held, basis: 'held' } }) }, null));
}

function notice(lang: Message['lang'], status: Message['status'], frame: string, slots: Readonly<Record<string, Inline>>, answerId: string | null): Message {
  // Split by a group, every second piece is the name of a slot.
  const inlines = frame.split(/\{(\w+)\}/).map((piece, i): Inline => (i % 2 === 0 ? piece : slots[piece]!)).filter((inline) => inline !== '');
  const text = inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
  return { lang, status, blocks: [{ type: 'text', inlines }], citations: [], text, answerId };
}
