import { matchesOf } from '../../document/matches.js';
import { anyOf, oneOf } from '../pattern.js';
import { markWords, tails } from './words.js';

/** A mark that opens an item of an enumeration: 一是, 1., （一）, 首先 …; offsets in folded text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Marks continue one another only within a family. */
  readonly family: string;
  /** From 1; `null` for marks without a number (bullets) and for 最后, which follow whatever came before. */
  readonly n: number | null;
}

const HAN = oneOf(markWords.numerals);
const CIRCLED = oneOf(markWords.circled);
const SPOKEN = new Map(markWords.spoken.flatMap((words, at) => words.map((word) => [word, at + 1 < markWords.spoken.length ? at + 1 : null] as const)));
const MARK = new RegExp(
  [
    `(?<is>十?${HAN})是`,
    `(?<must>${HAN})要`,
    `第(?<th>${HAN})[,、是:]`,
    `其(?<its>${HAN})[,、是:]`,
    `\\((?<bracketHan>十?${HAN})\\)[、.]?`,
    `\\((?<bracket>\\d{1,2})\\)[、.]?`,
    `(?<half>\\d{1,2})\\)`,
    `(?<number>\\d{1,2})[.、](?!\\d)`,
    `(?<han>十?${HAN})、`,
    `(?<circled>${CIRCLED})`,
    `(?<spoken>${anyOf([...SPOKEN.keys()])})[,:是]?`,
    `(?<bullet>${oneOf(tails.bullets)})`,
  ].join('|'),
  'y',
);
const FAMILIES = matchesOf(/\(\?<(\w+)>/g, MARK.source).map(([, family]) => family!);
/** A circled number is a mark wherever it stands (①配齐人员②统一模板). */
const AT_BOUNDARY = new RegExp(`(?:^|${oneOf(markWords.boundary)})(?!${CIRCLED})|(?=${CIRCLED})`, 'g');

/** All marks of folded `text` that stand at its start or behind punctuation. Linear in the text. */
export function marksIn(text: string): Mark[] {
  const found: Mark[] = [];
  for (const boundary of matchesOf(AT_BOUNDARY, text)) {
    const start = boundary.index + boundary[0].length;
    MARK.lastIndex = start;
    const match = MARK.exec(text);
    if (match === null) continue;
    const end = start + match[0].length;
    for (const family of FAMILIES) {
      const word = match.groups![family];
      if (word === undefined || end >= text.length || (family === 'bullet' && start > 0)) continue;
      found.push({ start, end, family: family === 'bullet' ? `bullet ${word}` : family, n: numberOf(family, word) });
    }
  }
  return found;
}

function numberOf(family: string, word: string): number | null {
  if (family === 'bullet') return null;
  if (family === 'spoken') return SPOKEN.get(word) ?? null;
  if (family === 'circled') return markWords.circled.indexOf(word) + 1;
  if (/^\d/.test(word)) return Number(word);
  return (word.length === 2 ? 10 : 0) + markWords.numerals.indexOf(word.at(-1)!) + 1;
}
