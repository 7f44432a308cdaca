import type { Folded } from '../../document/folded.js';
import { readHolders, type Range } from '../people/holder.js';
import { isName } from '../people/name.js';
import { postsIn } from '../people/posts.js';
import { holdsVerb } from '../people/verb.js';

/** How near to the words of a list, in UTF-16 units, the post stands whose holders they are. */
const NEAR = 12;
/** How far before its post a verb (任, 担任) may stand, a body's words between them. */
const VERB_REACH = 24;

/** 成员：甲、乙, 局长甲、科长乙为成员 and 甲任组长、乙任副组长 say who holds what; roles read them. `words` are the items' words. */
export function saysWhoHolds(folded: Folded, items: readonly Range[], words: readonly string[]): boolean {
  const { text } = folded;
  if (namesPosts(text, items) && mostAre(items, ({ start, end }, at) => isName(words[at]!.replace(/\(.*\)$/, '')) || isNamed(folded, start, end))) return true;
  return items.some(({ start, end }) => postsIn(text.slice(start, end)).some((post) => start + post.end === end) && holdsVerb(text, start, end));
}

/** 联络员：甲 · 成立小组，由甲任组长: an item of an enumeration that fills a post. `text` is folded. */
export function fillsPost(text: string): boolean {
  return postsIn(text).some((post) => text[post.end] === ':' || holdsVerb(text, Math.max(0, post.start - VERB_REACH), post.start));
}

function namesPosts(text: string, items: readonly Range[]): boolean {
  const [start, end] = [items[0]!.start, items.at(-1)!.end];
  return postsIn(text.slice(Math.max(0, start - NEAR), start)).length > 0 || postsIn(text.slice(end, end + NEAR)).length > 0;
}

function isNamed(folded: Folded, start: number, end: number): boolean {
  const holders = readHolders(folded, start, end);
  return holders?.length === 1 && holders[0]!.name !== null;
}

function mostAre(items: readonly Range[], is: (item: Range, at: number) => boolean): boolean {
  return items.filter(is).length * 2 > items.length;
}
