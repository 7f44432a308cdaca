import { plainText, quoteOf, type AnswerCitation } from '../../../intents/mod.js';
import { besideQuote, placeOfAll, samePlace, unquotedPlaces, type CitedPlace } from '../../render/cited-place.js';
import { codePoints, cutText } from '../../render/cut.js';
import type { Message } from '../../render/message.js';

/** A message cut for a phone: what goes out at once, the rest for whoever asks for more, and the questions that a number stands for. */
export interface Parts {
  readonly parts: readonly string[];
  readonly options: readonly string[];
}

/** A quote is kept whole past the wished length, but no longer than what every puppet passes on. */
const LONGEST_PART = 1800;
/** Longest that the words for a place may be, so that a quote has room beside them. */
const LONGEST_PLACE = 400;
/** Places of figures without a quote: more are read on the web page. */
const MOST_PLACES = 10;

/** Room for the line that says that there is more. */
const HINT = 24;

const WORDS = {
  more: { zh: '回复“更多”看下文', en: 'Reply "more" for the rest' },
  choose: { zh: '回复序号即可', en: 'Reply with the number' },
  source: { zh: '原文：', en: 'Source: ' },
} as const;

/** What stays together. A quote bears its citation and those of figures beside it: quotes of one place that come together share the line that names it. */
type Piece = { readonly line: string } | { readonly quote: string; readonly citation: AnswerCitation; readonly beside: readonly AnswerCitation[] } | { readonly place: CitedPlace };

/**
 * Cuts a message into parts of about `length` code points, between lines, quotes and choices: a part is longer only where a quote is, and by
 * the addresses in it, which nobody reads. Lines too long for a part are cut between sentences, never inside a number, and what is set in
 * stays with the line before it. Choices bear numbers; quotes are followed by their place and a link to it, figures without a quote at the end.
 */
export function partsOf(message: Message, publicAddress: string | null, length: number): Parts {
  const room = length - HINT;
  const shown = (part: readonly Piece[], address: string | null): string => textOf(part, message.lang, address);
  const parts: Piece[][] = [[]];
  for (const piece of piecesOf(message, room)) {
    const open = parts.at(-1)!;
    if (open.length > 0 && codePoints(shown([...open, piece], null)) > room) parts.push([piece]);
    else open.push(piece);
  }
  const texts = parts.map((part) => shown(part, publicAddress));
  const numbered = texts.length === 1 ? texts : texts.map((part, i) => `${part}\n（${i + 1}/${texts.length}${i + 1 < texts.length ? `，${WORDS.more[message.lang]}` : ''}）`);
  return { parts: numbered, options: message.blocks.flatMap((block) => (block.type === 'choices' ? block.options : [])) };
}

function piecesOf(message: Message, room: number): Piece[] {
  if (message.blocks.length === 0) return linesOf(message.text, room);
  let options = 0;
  const pieces = message.blocks.flatMap((block): Piece[] => {
    if (block.type === 'choices') return [block.lead, ...block.options.map((option) => `${(options += 1)}. ${option}`), WORDS.choose[message.lang]].flatMap((line) => cutText(line, LONGEST_PART)).map((line) => ({ line }));
    if (block.type === 'series') return [];
    if (block.type === 'text') return linesOf(plainText([block], []), room);
    const citation = message.citations[block.citation]!;
    return cutText(`「${quoteOf(citation)}」`, LONGEST_PART - LONGEST_PLACE).map((quote) => ({ quote, citation, beside: besideQuote(citation, message) }));
  });
  const places = unquotedPlaces(message, false).slice(0, MOST_PLACES).map((place) => ({ place }));
  return [...pieces.filter((piece) => !('line' in piece) || piece.line !== ''), ...places];
}

/** A text's lines; one that is set in belongs to the line before it and is kept with it where both have room. */
function linesOf(text: string, room: number): Piece[] {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const before = lines.at(-1);
    if (before !== undefined && /^\s/u.test(line) && codePoints(before) + 1 + codePoints(line) <= room) lines[lines.length - 1] = `${before}\n${line}`;
    else lines.push(...cutText(line, room));
  }
  return lines.map((line) => ({ line }));
}

function textOf(pieces: readonly Piece[], lang: Message['lang'], publicAddress: string | null): string {
  const lines: string[] = [];
  let quoted: AnswerCitation[] = [];
  let beside: AnswerCitation[] = [];
  const name = ({ words, short }: CitedPlace): void => {
    lines.push(`—— ${cutText(words, LONGEST_PLACE)[0]!}`);
    if (short !== null && publicAddress !== null) lines.push(`${WORDS.source[lang]}${publicAddress}${short}`);
  };
  const nameQuoted = (): void => {
    const [first, ...more] = quoted;
    if (first !== undefined) name(placeOfAll([first, ...more, ...beside]));
    [quoted, beside] = [[], []];
  };
  for (const piece of pieces) {
    if (!('quote' in piece) || (quoted[0] !== undefined && !samePlace(quoted[0], piece.citation))) nameQuoted();
    if ('line' in piece) lines.push(piece.line);
    else if ('place' in piece) name(piece.place);
    else {
      lines.push(piece.quote);
      quoted.push(piece.citation);
      beside.push(...piece.beside);
    }
  }
  nameQuoted();
  return lines.join('\n').trimStart();
}
