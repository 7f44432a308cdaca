import { z } from 'zod';
import type { Lang } from '../../../index/mod.js';
import { languageOf, LONGEST_QUESTION } from '../../../intents/mod.js';
import { LONGEST_INCOMING, type Incoming } from '../channel.js';
import { readableText } from './text.js';

/** A question that is answered to its asker only, where they asked it. */
export interface PrivateQuestion {
  readonly incoming: Incoming;
  /** Slack's address for the answer, good for half an hour. */
  readonly responseUrl: string;
  /** The language of the question. */
  readonly lang: Lang;
  readonly workspace: string | null;
}

const Command = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string().min(1),
  channel_id: z.string().min(1),
  trigger_id: z.string().min(1),
  response_url: z.url({ protocol: /^https?$/ }),
  team_id: z.string().optional(),
});

/** `/wenbao …` as a question; with nothing behind it, a wish for the form. Null for anything else. */
export function commandOf(body: unknown, now: Date): (PrivateQuestion & { readonly triggerId: string }) | null {
  const parsed = Command.safeParse(body);
  if (!parsed.success) return null;
  const { text, user_id: speaker, channel_id: conversation, trigger_id: triggerId, response_url: responseUrl, team_id: workspace = null } = parsed.data;
  return { incoming: incoming(`command:${triggerId}`, conversation, speaker, readableText(text), now), responseUrl, lang: languageOf(text.slice(0, LONGEST_QUESTION)), workspace, triggerId };
}

/** The form's names for itself and its field. */
export const FORM = 'ask-form';
const QUESTION = 'question';
/** Longest that Slack lets somebody type into a field (https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element/). */
const LONGEST_INPUT = 3000;

const Origin = z.strictObject({ conversation: z.string().min(1), responseUrl: z.url({ protocol: /^https?$/ }) });

/** The form for a question of several lines. It bears where it was asked for, so that the answer goes there. */
export function askForm({ incoming: { from }, responseUrl }: PrivateQuestion): Record<string, unknown> {
  const plain = (text: string): Record<string, unknown> => ({ type: 'plain_text', text, emoji: false });
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: JSON.stringify({ conversation: from.conversation, responseUrl } satisfies z.output<typeof Origin>),
    title: plain('问报 · wenbao'),
    submit: plain('提问 · Ask'),
    close: plain('取消 · Cancel'),
    blocks: [
      {
        type: 'input',
        block_id: QUESTION,
        label: plain('问题 · Question'),
        hint: plain('写明单位、年份和要问的事项。 Name the organisation, the year and what you want to know.'),
        element: { type: 'plain_text_input', action_id: QUESTION, multiline: true, max_length: LONGEST_INPUT },
      },
    ],
  };
}

const Submission = z.object({
  type: z.literal('view_submission'),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  view: z.object({
    id: z.string().min(1),
    callback_id: z.literal(FORM),
    private_metadata: z.string(),
    state: z.object({ values: z.object({ [QUESTION]: z.object({ [QUESTION]: z.object({ value: z.string().nullish() }) }) }) }),
  }),
});

/** A form that was sent off, the same however often it is; null for anything else. */
export function submittedOf(body: unknown, now: Date): PrivateQuestion | null {
  const parsed = Submission.safeParse(body);
  if (!parsed.success) return null;
  const { user, view } = parsed.data;
  const origin = originIn(view.private_metadata);
  if (origin === null) return null;
  const text = readableText(view.state.values[QUESTION][QUESTION].value ?? '');
  return { incoming: incoming(`form:${view.id}`, origin.conversation, user.id, text, now), responseUrl: origin.responseUrl, lang: languageOf(text.slice(0, LONGEST_QUESTION)), workspace: user.team_id ?? null };
}

function originIn(metadata: string): z.output<typeof Origin> | null {
  try {
    return Origin.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}

function incoming(id: string, conversation: string, speaker: string, text: string, sentAt: Date): Incoming {
  return { id, from: { channel: 'slack', conversation, thread: null }, speaker, speakerName: null, direct: conversation.startsWith('D'), text: text.slice(0, LONGEST_INCOMING), sentAt, alone: true };
}
