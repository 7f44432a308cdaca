import type { Lang } from '../../index/mod.js';
import { cutText } from './cut.js';
import { ASK_ACTION, FILE_ACTIONS, LANGUAGE_ACTION, WORKBOOK_ACTION } from './slack-actions.js';
import { loadSlackLimits } from './slack-limits.js';
import { plain, type SlackBlock, type SlackButton } from './slack-text.js';
import { slackWord } from './slack-words.js';

/** What App Home shows, as the host of the channels makes it. */
export interface HomeData {
  readonly lang: Lang;
  readonly held: readonly { readonly year: number; readonly reports: number }[];
  readonly missing: { readonly year: number; readonly names: readonly string[] } | null;
  readonly deadlines: readonly { readonly who: string; readonly date: string; readonly workingDays: number }[];
  readonly findings: readonly { readonly org: string; readonly year: number; readonly errors: number; readonly warnings: number; readonly worst: { readonly zh: string; readonly en: string }; readonly question: string }[];
  readonly asked: readonly { readonly question: string; readonly times: number }[];
}

/** Names that a page in passing shows. */
const MOST_NAMES = 30;

const limits = loadSlackLimits();

/** App Home: what is held, who is missing, what is due, what to look at, what is asked most, and buttons for it. Names and questions are plain text, so nothing in them acts. */
export function homeBlocks({ lang, held, missing, deadlines, findings, asked }: HomeData, chosen: Lang | null): SlackBlock[] {
  const word = (key: string, slots: Readonly<Record<string, string | number>> = {}): string => slackWord(lang, key, slots);
  const newest = held[0]?.year;
  return [
    header(word('home')),
    line(word('homeLead')),
    header(word('held')),
    line(held.length === 0 ? word('heldNone') : held.map(({ year, reports }) => word('heldYear', { year, n: reports })).join('\n')),
    ...(newest === undefined ? [] : [buttons([workbook('totals', newest, word('totals', { year: newest })), workbook('findings', newest, word('findingsBook', { year: newest }))])]),
    ...(missing === null ? [header(word('missingUnknown')), line(word('noRoster'))] : [header(word('missing', { year: missing.year })), line(missing.names.length === 0 ? word('missingNone') : namesLine(lang, missing.names))]),
    header(word('deadlines')),
    ...deadlines.map(({ who, date, workingDays }) => line(word('deadline', { who, date, n: workingDays }))),
    header(word('findings')),
    ...(findings.length === 0 ? [line(word('findingsNone'))] : findings.map((one, i) => line(`${word('finding', { org: one.org, year: one.year, errors: one.errors, warnings: one.warnings })}\n${one.worst[lang]}`, askButton(`f${i}`, one.question, word('look'))))),
    header(word('asked')),
    ...(asked.length === 0 ? [line(word('askedNone'))] : asked.map(({ question, times }, i) => line(word('times', { question, n: times }), askButton(`q${i}`, question, word('ask'))))),
    header(word('language')),
    buttons((['zh', 'en', 'follow'] as const).map((value) => ({ type: 'button', text: plain(`${value === (chosen ?? 'follow') ? '✓ ' : ''}${word(value)}`), action_id: LANGUAGE_ACTION + value, value }))),
  ];
}

/** App Home for who may not ask. */
export function closedHomeBlocks(contact: string | null): SlackBlock[] {
  return (['zh', 'en'] as const).map((lang) => line(slackWord(lang, 'closed', { contact: contact ?? slackWord(lang, 'operator') })));
}

/** Buttons below an offer to take files in, two for each; of several each is named above its own. */
export function fileButtons(lang: Lang, files: readonly { readonly id: string; readonly name: string }[]): SlackBlock[] {
  return files.slice(0, MOST_FILES).flatMap(({ id, name }, i) => {
    const value = cutText(`${id} ${name}`, limits.button_value)[0]!;
    const button = (action: keyof typeof FILE_ACTIONS): SlackButton => ({ type: 'button', text: plain(slackWord(lang, action)), action_id: `${FILE_ACTIONS[action]}:${i}`, value });
    return [...(files.length > 1 ? [line(name)] : []), buttons([button('take'), button('check')])];
  });
}

/** Files of one message that are offered. */
const MOST_FILES = 10;

function namesLine(lang: Lang, names: readonly string[]): string {
  return names.slice(0, MOST_NAMES).join('、') + (names.length > MOST_NAMES ? slackWord(lang, 'missingMore', { n: names.length }) : '');
}

function header(text: string): SlackBlock {
  return { type: 'header', text: plain(cutText(text, limits.header_text)[0]!) };
}

function line(text: string, accessory?: SlackButton): SlackBlock {
  return { type: 'section', text: plain(cutText(text, limits.section_text)[0]!), ...(accessory !== undefined && accessory.value !== '' && { accessory }) };
}

function buttons(elements: readonly SlackButton[]): SlackBlock {
  return { type: 'actions', elements };
}

function askButton(id: string, question: string, text: string): SlackButton {
  return { type: 'button', text: plain(text), action_id: ASK_ACTION + id, value: cutText(question, limits.button_value)[0] ?? '' };
}

function workbook(which: 'totals' | 'findings', year: number, text: string): SlackButton {
  return { type: 'button', text: plain(text), action_id: WORKBOOK_ACTION + which, value: `${which} ${year}` };
}
