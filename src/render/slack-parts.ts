import { quoteOf, type AnswerCitation, type Inline } from '../../intents/mod.js';
import { placeOfAll, quotedTogether, unquotedPlaces, type CitedPlace } from './cited-place.js';
import { codePoints, cutText } from './cut.js';
import type { Message } from './message.js';
import { tableWithin } from './charts/table-of-message.js';
import { LEAST_ROWS, linesOf } from './list-item.js';
import { ASK_ACTION, FEEDBACK_ACTIONS } from './slack-actions.js';
import { loadSlackLimits } from './slack-limits.js';
import { tablePart } from './slack-table.js';
import { plain, type SlackBlock, type SlackInline } from './slack-text.js';

/** A part of a message that is shown whole or not at all: a line of the text, or blocks of its own. `size` counts code points. */
export type SlackPart = { readonly line: readonly SlackInline[]; readonly size: number } | { readonly blocks: readonly SlackBlock[]; readonly size: number };

const FEEDBACK = { helpful: { zh: '👍 有用', en: '👍 Helpful' }, unhelpful: { zh: '👎 不对', en: '👎 Not right' } } as const;

const OPEN_SOURCE = { zh: '打开原文', en: 'Open the source' } as const;
const LONG_QUOTE = { zh: '引文太长，此处不录，请看原文。', en: 'The passage is too long for a message; please see the source.' } as const;

const limits = loadSlackLimits();

/** From how many values on a list is a table. */
export interface Tables {
  readonly leastRows?: number | undefined;
}

/** The parts of a message in reading order; with `tables` its longest list of values as a table. A message without blocks is its text. */
export function slackParts(message: Message, publicAddress: string | null, tables: Tables | null): SlackPart[] {
  if (message.blocks.length === 0) return message.text.split('\n').flatMap((line) => lines([{ type: 'text', text: line }]));
  const found = tables === null ? null : tableWithin(message);
  const table = found !== null && found.table.rows.length >= (tables?.leastRows ?? LEAST_ROWS) ? tablePart(found.table) : null;
  let at = 0;
  const textParts = (inlines: readonly Inline[]): SlackPart[] =>
    linesOf(inlines).flatMap((line): SlackPart[] => {
      const index = at++;
      if (index < found!.from || index >= found!.to) return lines(line.map(inlineOf));
      return index === found!.from ? [table!] : [];
    });
  const parts = quotedTogether(message).flatMap((block): SlackPart[] => {
    if (block.type === 'text') return table === null ? lines(block.inlines.map(inlineOf)) : textParts(block.inlines);
    if (block.type === 'choices') return choices(block.lead, block.options);
    return quotes(message.lang, block.citations, publicAddress);
  });
  return [...parts, ...unquotedPlaces(message).slice(0, limits.context_elements).map((place) => context(message.lang, place, publicAddress)).map(({ block, size }) => ({ blocks: [block], size }))];
}

function inlineOf(inline: Inline): SlackInline {
  if (typeof inline === 'string') return { type: 'text', text: inline };
  const figure = inline.type === 'cited' || inline.type === 'derived';
  return { type: 'text', text: inline.text, ...(figure && { style: { bold: true } as const }) };
}

/** One line of text, or several where it is longer than a block may be. */
function lines(inlines: readonly SlackInline[]): SlackPart[] {
  const parts: { line: SlackInline[]; size: number }[] = [{ line: [], size: 0 }];
  for (const inline of inlines.flatMap((whole) => (codePoints(whole.text) <= limits.section_text ? [whole] : cutText(whole.text, limits.section_text).map((text) => ({ ...whole, text }))))) {
    if (inline.text === '') continue;
    const size = codePoints(inline.text);
    const last = parts.at(-1)!;
    if (last.size + size > limits.section_text) parts.push({ line: [inline], size });
    else {
      last.line.push(inline);
      last.size += size;
    }
  }
  return parts.filter(({ line }) => line.length > 0);
}

/** Quotes that share the block which names their place; more would not leave room for what else a message says. */
const MOST_TOGETHER = 10;

/** Quotes of one place, which is named below them. Some of many come as a part of their own, since a part is shown whole or not at all. */
function quotes(lang: Message['lang'], citations: readonly [AnswerCitation, ...AnswerCitation[]], publicAddress: string | null): SlackPart[] {
  const together: [AnswerCitation, ...AnswerCitation[]][] = [];
  let size = 0;
  for (const citation of citations) {
    const last = together.at(-1);
    size += codePoints(quoteOf(citation));
    if (last !== undefined && last.length < MOST_TOGETHER && size <= limits.section_text) last.push(citation);
    else {
      together.push([citation]);
      size = codePoints(quoteOf(citation));
    }
  }
  return together.map((group): SlackPart => {
    const place = context(lang, placeOfAll(group), publicAddress);
    const shown = group.map((citation) => quote(lang, quoteOf(citation)));
    return { blocks: [...shown.flatMap(({ blocks }) => blocks), place.block], size: shown.reduce((sum, one) => sum + one.size, place.size) };
  });
}

function quote(lang: Message['lang'], words: string): { readonly blocks: SlackBlock[]; readonly size: number } {
  // Several blocks of one quote still are one part: half a citation is never shown.
  const whole = codePoints(words) <= limits.message_text_budget / 2;
  const shown = whole ? cutText(words, limits.section_text) : [LONG_QUOTE[lang]];
  const blocks = shown.map((text): SlackBlock => ({ type: 'rich_text', elements: [{ type: whole ? 'rich_text_quote' : 'rich_text_section', elements: [{ type: 'text', text }] }] }));
  return { blocks, size: shown.reduce((sum, text) => sum + codePoints(text), 0) };
}

function context(lang: Message['lang'], { words, short }: CitedPlace, publicAddress: string | null): { block: SlackBlock; size: number } {
  const place = cutText(words, limits.section_text)[0]!;
  const url = short !== null && publicAddress !== null ? publicAddress + short : null;
  // The address holds no character that mrkdwn reads: ids are encoded, the rest is digits.
  const link = url !== null && codePoints(url) <= limits.url ? [{ type: 'mrkdwn', text: `<${url}|${OPEN_SOURCE[lang]}>`, verbatim: true } as const] : [];
  return { block: { type: 'context', elements: [plain(place), ...link] }, size: codePoints(place) + (link[0] ? codePoints(link[0].text) : 0) };
}

/** Buttons for what somebody thinks of an answer; none for what is no answer. */
export function feedbackButtons({ status, answerId, lang }: Message): SlackBlock[] {
  if (status !== 'answered' || answerId === null) return [];
  return [{ type: 'actions', elements: (['helpful', 'unhelpful'] as const).map((verdict) => ({ type: 'button', text: plain(FEEDBACK[verdict][lang]), action_id: FEEDBACK_ACTIONS[verdict], value: answerId })) }];
}

/** Buttons that ask; a question too long to be read on a button is written out with a number, and the button bears the number. */
function choices(lead: string, options: readonly string[]): SlackPart[] {
  const short = options.length <= limits.actions_elements && options.every((option) => codePoints(option) <= limits.button_text_shown);
  const written = short ? [] : options.flatMap((option, i) => lines([{ type: 'text', text: `${i + 1}. ${option}` }]));
  const buttons = options
    .map((option, i) => ({ type: 'button' as const, text: plain(short ? option : String(i + 1)), action_id: `${ASK_ACTION}${i}`, value: option }))
    .filter(({ value }) => value !== '' && codePoints(value) <= limits.button_value)
    .slice(0, limits.actions_elements);
  const size = buttons.reduce((sum, button) => sum + codePoints(button.text.text), 0);
  return [...lines([{ type: 'text', text: lead }]), ...written, ...(buttons.length > 0 ? [{ blocks: [{ type: 'actions', elements: buttons } satisfies SlackBlock], size }] : [])];
}
