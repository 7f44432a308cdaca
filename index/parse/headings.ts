import { z } from 'zod';
import { loadData } from '../data.js';
import { isBlank } from './characters.js';
import { ladder, type LadderNumber } from './ladder.js';
import type { Line } from './lines.js';
import { isSubheading, isTableLabel, officialNumber, officialNumberUnnumbered, officialPrefix } from './vocabulary.js';

const words = loadData('index/parse/heading-words.json', z.object({
  about: z.string(), counters: z.string(), notAfterNumber: z.string(), cutEndings: z.array(z.string()), nounEndings: z.array(z.string()), pageFields: z.array(z.string()), continues: z.string(), sentenceWords: z.array(z.string()),
}));

/** A line that begins a section. */
export interface Heading {
  readonly level: 1 | 2 | 3;
  readonly number: LadderNumber | null;
  /** Offset in `line.text` at which the heading ends; what follows is the section's first paragraph. */
  readonly cut: number;
  /** Without number, blanks and closing mark. */
  readonly title: string;
  /** `alone`: the whole line · `glued`: running text follows on the same line · `marked`: set in bold or with `#`. */
  readonly style: 'alone' | 'glued' | 'marked';
  /** Number of the official section that the title names. */
  readonly official: number | null;
}

const MAX_TITLE = 45;
const NOT_AFTER_NUMBER = new RegExp(words.notAfterNumber);
const FIGURE = new RegExp(`\\d[余多]?[万亿]?[余多]?[${words.counters}]|[一二两三四五六七八九十百千]+[余多]?[件条次份起宗](?!事)`);
const DOT_LEADERS = /[.…·]{3,}\d*$/;

/**
 * Reads a line as a heading, or null. `before` is the bare text of the running text that stands before it ('' after a heading or table).
 * A sentence with a figure, with 我 or with 未收到 is never a heading: it has something to say.
 */
export function headingOf(line: Line, before: string): Heading | null {
  if (DOT_LEADERS.test(line.bare)) return null;
  const number = ladder(line.bare);
  const heading = number === null ? unnumbered(line) : numbered(line, number);
  if (heading === null || (heading.official !== null && heading.level === 1)) return heading;
  return words.cutEndings.some((ending) => before.endsWith(ending)) ? null : heading;
}

function numbered(line: Line, number: LadderNumber): Heading | null {
  const rest = line.bare.slice(number.length);
  if (rest.length < 2 || NOT_AFTER_NUMBER.test(rest)) return null;
  const official = number.level === 3 ? null : officialNumber(titleOf(rest));
  const length = number.level === 1 ? officialCut(line, number, rest) : 0;
  if (length > 0) return { level: 1, number, cut: textOffset(line.text, number.length + length), title: titleOf(rest.slice(0, length)), style: 'glued', official: officialNumber(titleOf(rest.slice(0, length))) };
  if (isTitle(rest) && (official !== null && number.level === 1 || !saysSomething(rest))) {
    return { level: number.level, number, cut: line.text.length, title: titleOf(rest), style: line.bold || line.hashes > 0 ? 'marked' : 'alone', official };
  }
  if (number.level === 3) return null;
  const stop = rest.indexOf('。');
  const head = rest.slice(0, stop + 1);
  if (stop < 2 || stop === rest.length - 1 || !isTitle(head) || saysSomething(head)) return null;
  return { level: number.level, number, cut: textOffset(line.text, number.length + head.length), title: titleOf(head), style: 'glued', official: officialNumber(titleOf(head)) };
}

/** 六、其他需要报告的事项 无。: the official title ends where a blank, a colon or a stop follows it. Length in bare characters; 0 for no cut. */
function officialCut(line: Line, number: LadderNumber, rest: string): number {
  const length = officialPrefix(rest);
  if (length === 0 || length === rest.length) return 0;
  const at = textOffset(line.text, number.length + length);
  if (/[：:。]/.test(rest[length]!)) return length + 1 === rest.length ? 0 : length + 1;
  if (isBlank(line.text.charCodeAt(at))) return length;
  return rest.includes('。') && !/[（(、的和及与]/.test(rest[length]!) ? length : 0;
}

function unnumbered(line: Line): Heading | null {
  const official = officialNumberUnnumbered(titleOf(line.bare));
  const marked = line.bold || line.hashes > 0;
  const known = official !== null || isSubheading(line.bare);
  if (!known && !marked) return null;
  if (!isTitle(line.bare) || line.bare.length < 2 || saysSomething(line.bare) || (official === null && isTableLabel(line.bare)) || (!marked && line.bare.endsWith('。'))) return null;
  const level = official !== null ? 1 : line.hashes > 0 ? (Math.min(3, Math.max(1, line.hashes - 1)) as 1 | 2 | 3) : 2;
  return { level, number: null, cut: line.text.length, title: titleOf(line.bare), style: marked ? 'marked' : 'alone', official };
}

function isTitle(rest: string): boolean {
  return rest.length <= MAX_TITLE && !/[。！？；：:].|[；，、（(《“]$/.test(rest);
}

function saysSomething(rest: string): boolean {
  return FIGURE.test(rest) || words.sentenceWords.some((word) => rest.includes(word));
}

function titleOf(rest: string): string {
  return rest.replace(/[。：:！？!?.]+$/, '');
}

/** The offset in `text` just after its first `count` characters that are not blank. */
function textOffset(text: string, count: number): number {
  let left = count;
  let at = 0;
  while (at < text.length && left > 0) {
    if (!isBlank(text.charCodeAt(at))) left -= 1;
    at += 1;
  }
  return at;
}

/** Endings after which a line goes on (the break cut it), endings of titles, and what only continues a line. */
export const lineWords = { cutEndings: words.cutEndings, nounEndings: words.nounEndings, pageFields: new RegExp(`^(?:${words.pageFields.join('|')})[：:]`), continues: new Set(words.continues) } as const;
