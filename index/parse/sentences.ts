import type { Passage } from '../document/passage.js';
import { asSpans, type Span } from '../document/span.js';
import { isBlank } from './characters.js';

const OPENERS = '（(《“「『【〔[‘';
const CLOSERS = '）)》”」』】〕]’';
/** A bracket or quotation that is longer than this (in characters) was never closed: it must not swallow the paragraph. */
export const MAX_BRACKET = 200;

/**
 * Parts running text (places in `source`, read as one) into sentences: at 。！？ outside brackets and quotations, and at the end.
 * ；stays inside, because clauses take words from each other across it. Linear. Blanks at a sentence's ends belong to none.
 */
export function sentencesOf(source: string, spans: readonly Span[]): Passage[] {
  const text = spans.map(({ start, end }) => source.slice(start, end)).join('');
  const cut = cutter(spans);
  const sentences: Passage[] = [];
  for (const [start, end] of ranges(text)) {
    let from = start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from += 1;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
    if (from < to) sentences.push({ text: text.slice(from, to), spans: asSpans(cut(from, to)) });
  }
  return sentences;
}

function ranges(text: string): [number, number][] {
  const depthChange = matchedBrackets(text);
  const found: [number, number][] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    const change = depthChange.get(i) ?? 0;
    depth += change;
    const character = text[i]!;
    const ends = depth === 0 && (isStop(character) || (change === -1 && closesSentence(text, i, start)));
    if (!ends || isStop(text[i + 1] ?? '')) continue;
    // A stray closing quote after the stop still belongs to the sentence.
    if (isStop(character) && (text[i + 1] === '”' || text[i + 1] === '’') && !depthChange.has(i + 1)) i += 1;
    found.push([start, i + 1]);
    start = i + 1;
  }
  if (start < text.length) found.push([start, text.length]);
  return found;
}

function isStop(character: string): boolean {
  return character === '。' || character === '！' || character === '？';
}

/** “……。” ends a sentence where no clause follows; （……。） only when the bracket is the whole sentence. */
function closesSentence(text: string, at: number, start: number): boolean {
  if (!isStop(text[at - 1] ?? '')) return false;
  if ('，、；。：！？）)》”,;'.includes(text[at + 1] ?? ' ')) return false;
  return text[at] === '”' || OPENERS.includes(text.slice(start).trimStart()[0] ?? ' ');
}

/** Most characters of a text are none of the brackets: those between these codes. */
const [FIRST_HAN, LAST_HAN] = [0x3400, 0x9fff];

/** +1 at each opener and -1 at its closer; brackets without partner, or longer than `MAX_BRACKET`, do not count. */
function matchedBrackets(text: string): Map<number, number> {
  const change = new Map<number, number>();
  const open: { at: number; kind: number }[] = [];
  const count = Array.from(OPENERS, () => 0);
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= FIRST_HAN && code <= LAST_HAN) continue;
    const opener = OPENERS.indexOf(text[i]!);
    if (opener >= 0) {
      open.push({ at: i, kind: family(opener) });
      count[family(opener)]! += 1;
      continue;
    }
    const closer = CLOSERS.indexOf(text[i]!);
    if (closer < 0 || count[family(closer)] === 0) continue;
    for (let top = open.pop(); top !== undefined; top = open.pop()) {
      count[top.kind]! -= 1;
      if (top.kind !== family(closer)) continue;
      if (i - top.at <= MAX_BRACKET) change.set(top.at, 1).set(i, -1);
      break;
    }
  }
  return change;
}

/** （ and ( close each other: offices mix them. */
function family(kind: number): number {
  return kind === 1 ? 0 : kind;
}

/** Answers growing ranges of the joined text with their places, walking the spans once. */
function cutter(spans: readonly Span[]): (start: number, end: number) => Span[] {
  let index = 0;
  let before = 0;
  return (start, end) => {
    const found: Span[] = [];
    while (index < spans.length && before + length(spans[index]!) <= start) {
      before += length(spans[index]!);
      index += 1;
    }
    for (let at = before, i = index; i < spans.length && at < end; i += 1) {
      const span = spans[i]!;
      const from = Math.max(start, at);
      const to = Math.min(end, at + length(span));
      if (from < to) found.push({ start: span.start + from - at, end: span.start + to - at });
      at += length(span);
    }
    return found;
  };
}

function length({ start, end }: Span): number {
  return end - start;
}
