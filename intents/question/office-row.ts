import { nameWords } from '../language/name-words.js';
import { fits, valueIn } from '../language/cue-words.js';
import type { Claimed } from './terms.js';

/** The fewest offices that make a row. */
const FEWEST = 2;
/** The longest word for what an office does (市场监督管理). */
const LONGEST = 8;
const SHORTEST = 2;

/**
 * 自然、卫健、教育三家, 民政、农业两个局: offices, each by the word for what it does, in a row that is counted. `called`: keys of those that a word stands for. Empty
 * where one of them is none that is held, or where they are not so many.
 */
export function officesInARow(text: string, called: (word: string) => readonly string[]): readonly NamedBody[] {
  const { rowCount, rowJoints } = nameWords();
  for (const pattern of rowCount) {
    const match = pattern.exec(text);
    const count = valueIn('zh', ['numeral'], match?.groups?.['n']);
    if (match === null || count === null || count < FEWEST) continue;
    const row: NamedBody[] = [];
    for (let end = match.index; row.length < count; ) {
      const office = officeBefore(text, end, called);
      if (office === null) return [];
      row.unshift(office);
      const joint = rowJoints.find((one) => text.slice(0, office.start).endsWith(one));
      end = office.start - (joint?.length ?? 0);
      if (joint === undefined && row.length < count) return [];
    }
    return row;
  }
  return [];
}

/** A body that a question names, with the keys of those held that it may be. */
export type NamedBody = Claimed & { readonly keys: readonly string[] };

/**
 * 教育和交通一共多少, 街道比市监局多几件: of two that are set against each other or added up, those named by the word for what they do or for their level alone. `named`: what
 * is named in full; `called`: keys of those that a word stands for. Each must be one that is held and another than the one beside it.
 */
export function bodiesPaired(text: string, named: readonly NamedBody[], called: (word: string) => readonly string[]): readonly NamedBody[] {
  const { pairAsked, pairJoints } = nameWords();
  if (!fits(pairAsked, text)) return [];
  for (const { index, 0: joint } of text.matchAll(new RegExp(pairJoints.join('|'), 'gu'))) {
    const behind = index + joint.length;
    const first = named.find(({ end }) => end === index) ?? officeOpening(text, index, called);
    const second = named.find(({ start }) => start === behind) ?? officeAfter(text, behind, called);
    const isPair = first !== null && second !== null && first.keys.length === 1 && second.keys.length === 1 && first.keys[0] !== second.keys[0];
    if (isPair) return [first, second].filter((body) => !named.includes(body));
  }
  return [];
}

/** The office that ends at `end` and opens the text or a clause of it. */
function officeOpening(text: string, end: number, called: (word: string) => readonly string[]): NamedBody | null {
  const office = officeBefore(text, end, called);
  return office !== null && (office.start === 0 || /[,，:：;；]/u.test(text[office.start - 1]!)) ? office : null;
}

/** The longest office that begins at `start`. */
function officeAfter(text: string, start: number, called: (word: string) => readonly string[]): NamedBody | null {
  for (let end = Math.min(text.length, start + LONGEST); end >= start + SHORTEST; end -= 1) {
    const keys = called(text.slice(start, end));
    if (keys.length > 0) return { start, end, keys };
  }
  return null;
}

/** The longest word that ends at `end` and is an office. */
function officeBefore(text: string, end: number, called: (word: string) => readonly string[]): NamedBody | null {
  for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST; start += 1) {
    const keys = called(text.slice(start, end));
    if (keys.length > 0) return { start, end, keys };
  }
  return null;
}
