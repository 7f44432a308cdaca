import { z } from 'zod';
import { loadData } from '../../index/mod.js';

/** Characters of like shape, a group each: what a hurried eye, a hand-written note or a scan takes for another. */
const Groups = z.array(z.string().min(2));

let loaded: readonly string[] | undefined;
function groups(): readonly string[] {
  loaded ??= loadData('intents/language/look-alikes.json', Groups);
  return loaded;
}

let shapes: ReadonlyMap<string, string> | undefined;

/** A text with each character replaced by one that stands for all it may be mixed up with: what looks alike has one shape, though not all of one shape looks alike. */
export function shapeOf(text: string): string {
  if (shapes === undefined) {
    const made = new Map<string, string>();
    for (const group of groups()) {
      const joined = new Set([...group].map((character) => made.get(character) ?? character));
      const [first] = joined;
      for (const [character, shape] of made) if (joined.has(shape)) made.set(character, first!);
      for (const character of group) made.set(character, first!);
    }
    shapes = made;
  }
  const known = shapes;
  return [...text].map((character) => known.get(character) ?? character).join('');
}

/** True for 青右 and 青石: alike in every character and the same in at least one. */
export function isMistaken(written: string, meant: string): boolean {
  const [one, other] = [[...written], [...meant]];
  const alike = (a: string, b: string): boolean => a === b || groups().some((group) => group.includes(a) && group.includes(b));
  return written !== meant && one.length === other.length && one.every((character, i) => alike(character, other[i]!)) && one.some((character, i) => character === other[i]);
}
