import { codePoints } from './cut.js';
import { loadSlackLimits } from './slack-limits.js';
import { plain, type SlackPlainText } from './slack-text.js';
import { slackFormWord } from './slack-words.js';

/** Ids of the form's fields, as blocks and as actions. */
export const FORM_FIELDS = { want: 'want', organisation: 'organisation', year: 'year', question: 'question' } as const;

/** What a form may be sent off for: an answer, or a workbook. */
const FORM_WANTS = ['ask', 'totals', 'findings'] as const;
/** One of `FORM_WANTS`: what a form asks for. */
export type FormWant = (typeof FORM_WANTS)[number];

interface Option {
  readonly text: SlackPlainText;
  readonly value: string;
}

/** A field of a form. */
export interface SlackInput {
  readonly type: 'input';
  readonly block_id: string;
  readonly optional?: true;
  readonly label: SlackPlainText;
  readonly hint?: SlackPlainText;
  readonly element: Readonly<Record<string, unknown>>;
}

const limits = loadSlackLimits();

/** Ten menus' worth: beyond, a menu is slower than typing, and the view would outgrow what Slack takes. */
const MOST_ORGANISATIONS = 1000;

/** The fields of the form, both languages in each, since nobody knows yet which will be spoken. What cannot be picked, for there is nothing or too much, is typed. */
export function formBlocks({ organisations, years }: { readonly organisations: readonly string[]; readonly years: readonly number[] }): SlackInput[] {
  const wants = FORM_WANTS.map((want) => option(want, slackFormWord(`form_${want}`)));
  const named = organisations.filter((name) => codePoints(name) <= limits.option_text).slice(0, MOST_ORGANISATIONS);
  const inYears = years.slice(0, limits.select_options).map((year) => option(String(year)));
  return [
    field('want', { type: 'static_select', options: wants, initial_option: wants[0] }),
    ...(named.length === 0 ? [] : [field('organisation', { type: 'static_select', placeholder: plain(slackFormWord('formAny')), ...menuOf(named) }, named.length < organisations.length ? 'formMore' : null)]),
    ...(inYears.length === 0 ? [] : [field('year', { type: 'static_select', placeholder: plain(slackFormWord('formAny')), options: inYears })]),
    field('question', { type: 'plain_text_input', multiline: true, max_length: limits.input_text }, 'formHint'),
  ];
}

function field(name: keyof typeof FORM_FIELDS, element: Readonly<Record<string, unknown>>, hint: string | null = null): SlackInput {
  const id = FORM_FIELDS[name];
  // What is lacking depends on what is wanted, and is said when the form is sent off.
  return { type: 'input', block_id: id, ...(name !== 'want' && { optional: true as const }), label: plain(slackFormWord(`form_${name}`)), ...(hint !== null && { hint: plain(slackFormWord(hint)) }), element: { ...element, action_id: id } };
}

/** Options, or groups of them named by first and last where one menu does not hold them. */
function menuOf(names: readonly string[]): Readonly<Record<string, unknown>> {
  if (names.length <= limits.select_options) return { options: names.map((name) => option(name)) };
  const groups = Array.from({ length: Math.ceil(names.length / limits.select_options) }, (_, i) => names.slice(i * limits.select_options, (i + 1) * limits.select_options));
  return { option_groups: groups.map((group, i) => ({ label: plain(`${i * limits.select_options + 1}–${i * limits.select_options + group.length}`), options: group.map((name) => option(name)) })) };
}

function option(value: string, text = value): Option {
  return { text: plain(text), value };
}
