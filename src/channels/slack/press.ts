import { z } from 'zod';
import type { Lang } from '../../../index/mod.js';
import { languageOf } from '../../../intents/mod.js';
import { ASK_ACTION, FEEDBACK_ACTIONS, FILE_ACTIONS, LANGUAGE_ACTION, WORKBOOK_ACTION } from '../../render/slack-actions.js';
import { LONGEST_INCOMING, type Incoming, type Verdict } from '../channel.js';
import { WORKBOOKS, type Workbook } from '../front.js';
import { SharedFile } from './shared-file.js';

const Timestamp = z.string().regex(/^\d+\.\d+$/);

const Press = z.object({
  type: z.literal('block_actions'),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  team: z.object({ id: z.string() }).nullish(),
  channel: z.object({ id: z.string().min(1) }).optional(),
  message: z.object({ ts: Timestamp, thread_ts: Timestamp.optional() }).optional(),
  /** App Home has no message; it bears where its user is answered. */
  view: z.object({ id: z.string(), private_metadata: z.string().default('') }).optional(),
  response_url: z.url({ protocol: /^https?$/ }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().min(1), action_ts: Timestamp, text: z.object({ text: z.string() }).optional() })).min(1),
});

/** What a pressed button wants. `old`: it is of a version that is gone. */
export type Wish =
  | { readonly kind: 'ask' }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'file'; readonly deed: keyof typeof FILE_ACTIONS; readonly file: SharedFile }
  | { readonly kind: 'workbook'; readonly which: Workbook; readonly year: number }
  | { readonly kind: 'language'; readonly lang: Lang | null }
  | { readonly kind: 'old' };

/** A pressed button: who and where, and what was wanted. `incoming.text` is its value. */
export interface Pressed {
  readonly incoming: Incoming;
  readonly wish: Wish;
  /** The message it stands on; null for App Home. */
  readonly ts: string | null;
  readonly workspace: string | null;
}

/** Reads a pressed button; null for what is none. */
export function pressedOf(body: unknown): Pressed | null {
  const parsed = Press.safeParse(body);
  if (!parsed.success) return null;
  const { user, team, channel, message, view } = parsed.data;
  const action = parsed.data.actions[0]!;
  const where = channel !== undefined && message !== undefined ? { conversation: channel.id, ts: message.ts, thread: message.thread_ts ?? (channel.id.startsWith('D') ? null : message.ts) } : view === undefined ? null : { conversation: view.private_metadata || user.id, ts: null, thread: null };
  if (where === null) return null;
  const { conversation, thread, ts } = where;
  const pressed = new Date(Number(action.action_ts) * 1000);
  const incoming: Incoming = {
    id: `press:${conversation}:${ts ?? 'home'}:${user.id}:${action.action_ts}`,
    from: { channel: 'slack', conversation, thread },
    speaker: user.id,
    speakerName: null,
    direct: /^[DU]/.test(conversation),
    text: action.value.slice(0, LONGEST_INCOMING),
    sentAt: pressed,
  };
  const wish = wishOf(action, incoming);
  // A question is in a language of its own; else who pressed reads the one that the button is written in.
  const lang = wish.kind === 'ask' || action.text === undefined ? {} : { lang: languageOf(action.text.text) };
  return { incoming: { ...incoming, ...lang }, wish, ts, workspace: user.team_id ?? team?.id ?? null };
}

function wishOf({ action_id: id, value }: { readonly action_id: string; readonly value: string }, { from, speaker, sentAt }: Incoming): Wish {
  const [first = '', ...rest] = value.split(' ');
  if (id === FEEDBACK_ACTIONS.helpful || id === FEEDBACK_ACTIONS.unhelpful) return { kind: 'verdict', verdict: { answerId: value, channel: 'slack', conversation: from.conversation, speaker, helpful: id === FEEDBACK_ACTIONS.helpful, at: sentAt } };
  if (id.startsWith(ASK_ACTION)) return { kind: 'ask' };
  const deed = (['take', 'check'] as const).find((one) => id.startsWith(FILE_ACTIONS[one]));
  const file = deed === undefined ? undefined : SharedFile.safeParse({ id: first, name: rest.join(' ') || 'file' }).data;
  if (deed !== undefined && file !== undefined) return { kind: 'file', deed, file };
  const which = WORKBOOKS.find((one) => id === WORKBOOK_ACTION + one);
  if (which !== undefined && /^(?:19|20)\d{2}$/.test(rest[0] ?? '')) return { kind: 'workbook', which, year: Number(rest[0]) };
  if (id.startsWith(LANGUAGE_ACTION) && ['zh', 'en', 'follow'].includes(value)) return { kind: 'language', lang: value === 'follow' ? null : (value as Lang) };
  return { kind: 'old' };
}
