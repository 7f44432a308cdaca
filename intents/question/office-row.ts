import { nameWords } from '../language/name-words.js';
import { valueIn } from '../language/cue-words.js';
import type { Claimed } from './terms.js';

/** The fewest offices that make a row. */
const FEWEST = 2;
/** The longest word for what an office does (市场监督管理). */
const LONGEST = 8;
const SHORTEST = 2;

/**
 * 自然、卫健、教育三家, 民政、农业两个局: offices, each by the word for what it does, in a row that is counted. `called`: keys of those that a name stands for. Empty
 * where one of them is none that is held, or where they are not so many.
 */
export function officesInARow(text: string, called: (name: string) => readonly string[]): readonly (Claimed & { readonly keys: readonly string[] })[] {
  const { officeEnds, rowCount, rowJoints } = nameWords();
  for (const pattern of rowCount) {
    const match = pattern.exec(text);
    const count = valueIn('zh', ['numeral'], match?.groups?.['n']);
    if (match === null || count === null || count < FEWEST) continue;
    const row: (Claimed & { readonly keys: readonly string[] })[] = [];
    for (let end = match.index; row.length < count; ) {
      const office = officeBefore(text, end, (word) => [word, ...officeEnds.map((ending) => word + ending)].flatMap((name) => called(name)));
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

/** The longest word that ends at `end` and is an office. */
function officeBefore(text: string, end: number, keysOf: (word: string) => readonly string[]): (Claimed & { readonly keys: readonly string[] }) | null {
  for (let start = Math.max(0, end - LONGEST); start <= end - SHORTEST; start += 1) {
    const keys = [...new Set(keysOf(text.slice(start, end)))];
    if (keys.length > 0) return { start, end, keys };
  }
  return null;
}
