import { plainText } from '../../../intents/mod.js';
import { codePoints, cutText } from '../../render/cut.js';
import { sourcePath, type Message } from '../../render/message.js';

/** A message cut for a phone: what goes out at once, the rest for whoever asks for more, and the questions that a number stands for. */
export interface Parts {
  readonly parts: readonly string[];
  readonly options: readonly string[];
}

/** A quote is kept whole past the wished length, but no longer than what every puppet passes on. */
const LONGEST_PART = 1800;

/** Room for the line that says that there is more. */
const HINT = 24;

const WORDS = {
  more: { zh: '回复“更多”看下文', en: 'Reply "more" for the rest' },
  choose: { zh: '回复序号即可', en: 'Reply with the number' },
  source: { zh: '原文：', en: 'Source: ' },
} as const;

/**
 * Cuts a message into parts of about `length` code points, between lines, quotes and choices: a part is longer only where a quote is. Lines
 * too long for a part are cut between sentences, never inside a number. Choices bear numbers; quotes are followed by a link to their place.
 */
export function partsOf(message: Message, publicAddress: string | null, length: number): Parts {
  const room = length - HINT;
  const parts: string[] = [];
  let open = '';
  for (const piece of piecesOf(message, publicAddress, room)) {
    if (open !== '' && codePoints(open) + 1 + codePoints(piece) > room) {
      parts.push(open);
      open = piece;
    } else open = open === '' ? piece : `${open}\n${piece}`;
  }
  if (open !== '' || parts.length === 0) parts.push(open);
  const numbered = parts.length === 1 ? parts : parts.map((part, i) => `${part}\n（${i + 1}/${parts.length}${i + 1 < parts.length ? `，${WORDS.more[message.lang]}` : ''}）`);
  return { parts: numbered, options: message.blocks.flatMap((block) => (block.type === 'choices' ? block.options : [])) };
}

/** What stays together, in order. */
function piecesOf(message: Message, publicAddress: string | null, room: number): string[] {
  if (message.blocks.length === 0) return message.text.split('\n').flatMap((line) => cutText(line, room));
  let options = 0;
  const pieces = message.blocks.flatMap((block): string[] => {
    if (block.type === 'choices') return [block.lead, ...block.options.map((option) => `${(options += 1)}. ${option}`), WORDS.choose[message.lang]].flatMap((line) => cutText(line, LONGEST_PART));
    const text = plainText([block], [...message.citations]);
    if (block.type === 'text') return text.split('\n').flatMap((line) => (codePoints(line) <= room ? [line] : cutText(line, room)));
    const citation = message.citations[block.citation]!;
    const link = citation.kind === 'report' && publicAddress !== null ? `\n${WORDS.source[message.lang]}${publicAddress}${sourcePath(citation)}` : '';
    return cutText(text + link, LONGEST_PART);
  });
  return pieces.filter((piece) => piece !== '');
}
