import { z } from 'zod';
import { languageOf, LONGEST_QUESTION } from '../../../intents/mod.js';
import { formBlocks, FORM_FIELDS, type FormWant } from '../../render/slack-form.js';
import { slackFormWord } from '../../render/slack-words.js';
import type { Incoming } from '../channel.js';
import type { Pickable, Workbook } from '../front.js';
import { privateIncoming, type PrivateQuestion } from './command.js';
import { readableText } from './text.js';

/** The form's name for itself. */
export const FORM = 'ask-form';

const Origin = z.strictObject({ conversation: z.string().min(1), responseUrl: z.url({ protocol: /^https?$/ }) });

/** The form for a longer question or a workbook. It bears where it was asked for, so that the answer goes there. */
export function askForm({ incoming: { from }, responseUrl }: Pick<PrivateQuestion, 'incoming' | 'responseUrl'>, pickable: Pickable): Record<string, unknown> {
  const plain = (key: string): Record<string, unknown> => ({ type: 'plain_text', text: slackFormWord(key), emoji: false });
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: JSON.stringify({ conversation: from.conversation, responseUrl } satisfies z.output<typeof Origin>),
    title: plain('formTitle'),
    submit: plain('formSubmit'),
    close: plain('formClose'),
    blocks: formBlocks(pickable),
  };
}

const Selected = z.object({ selected_option: z.object({ value: z.string().min(1) }).nullish() });
const field = (name: keyof typeof FORM_FIELDS): typeof FORM_FIELDS[typeof name] => FORM_FIELDS[name];
const selected = (name: 'want' | 'organisation' | 'year') => z.object({ [field(name)]: Selected }).optional();

const Submission = z.object({
  type: z.literal('view_submission'),
  user: z.object({ id: z.string().min(1), team_id: z.string().optional() }),
  view: z.object({
    id: z.string().min(1),
    callback_id: z.literal(FORM),
    private_metadata: z.string(),
    state: z.object({ values: z.object({ want: selected('want'), organisation: selected('organisation'), year: selected('year'), question: z.object({ question: z.object({ value: z.string().nullish() }) }) }) }),
  }),
});

/** A form that was sent off, the same however often it is. `errors` names what is lacking, by field, for Slack to show in the form. */
export type Submitted =
  | ({ readonly kind: 'ask' } & PrivateQuestion)
  | { readonly kind: 'workbook'; readonly which: Workbook; readonly year: number; readonly incoming: Incoming; readonly responseUrl: string; readonly workspace: string | null }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> };

/** Reads a form that was sent off; null for anything else. */
export function submittedOf(body: unknown, now: Date): Submitted | null {
  const parsed = Submission.safeParse(body);
  if (!parsed.success) return null;
  const { user, view } = parsed.data;
  const origin = originIn(view.private_metadata);
  if (origin === null) return null;
  const { want, organisation, year, question } = view.state.values;
  const wanted = (picked(want, 'want') ?? 'ask') as FormWant;
  const named = { organisation: picked(organisation, 'organisation'), year: picked(year, 'year') };
  const typed = readableText(question.question.value ?? '');
  const at = { responseUrl: origin.responseUrl, workspace: user.team_id ?? null };
  const incoming = (text: string): Incoming => privateIncoming(`form:${view.id}`, origin.conversation, user.id, text, now);
  if (wanted === 'totals' || wanted === 'findings') {
    if (named.year === null || !/^\d{4}$/.test(named.year)) return { kind: 'errors', errors: { year: slackFormWord('formNoYear') } };
    return { kind: 'workbook', which: wanted, year: Number(named.year), incoming: incoming(`${wanted} ${named.year}`), ...at };
  }
  if (typed === '') return { kind: 'errors', errors: { question: slackFormWord('formNoQuestion') } };
  return { kind: 'ask', incoming: incoming(questionFrom(typed, named)), lang: languageOf(typed.slice(0, LONGEST_QUESTION)), ...at };
}

/** What was typed, with what was picked and is not named in it. */
function questionFrom(typed: string, { organisation, year }: { readonly organisation: string | null; readonly year: string | null }): string {
  const org = organisation === null || typed.includes(organisation) ? null : organisation;
  const inYear = year === null || typed.includes(year) ? null : year;
  if (languageOf(typed.slice(0, LONGEST_QUESTION)) === 'zh') return `${org ?? ''}${inYear === null ? '' : `${inYear}年`}${typed}`;
  const added = [org, inYear].filter((one) => one !== null);
  return added.length === 0 ? typed : `${added.join(' ')}: ${typed}`;
}

function picked(block: Readonly<Record<string, z.output<typeof Selected>>> | undefined, name: 'want' | 'organisation' | 'year'): string | null {
  return block?.[field(name)]?.selected_option?.value ?? null;
}

function originIn(metadata: string): z.output<typeof Origin> | null {
  try {
    return Origin.parse(JSON.parse(metadata));
  } catch {
    return null;
  }
}
