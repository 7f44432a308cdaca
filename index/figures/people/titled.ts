import { anyOf } from '../pattern.js';
import { isName } from './name.js';
import { endingIn, notNames, offices, posts, roles } from './words.js';

/** Somebody whom a sentence calls by a title. */
export interface Titled {
  readonly name: string;
  /** All that the clause says before the name; it ends in the title. */
  readonly office: string;
}

const CLAUSE = /[^,;。:、()“”*]+/gu;
const TITLES = new Set([...offices.titles, ...posts.posts.map(({ word }) => word)].filter((word) => !posts.notPeople.includes(word)));
const ENDS = new Set([...offices.titles, ...offices.organs, ...offices.anonymous]);
const LONGEST_END = Math.max(...[...TITLES, ...ENDS].map(({ length }) => length));
/** UTF-16 units of a name, the likelier first. */
const LENGTHS = [3, 2] as const;
const VERB = new RegExp(`^${anyOf([...roles.strong, ...roles.duties, ...Object.values(roles.tasks).flat()])}`);
const CONNECTOR = new RegExp(`^${anyOf(roles.connectors)}`);

/**
 * People whom a folded sentence calls by a title right before their names (局长甲出席2场), whatever it tells of them.
 * `wordEnds`: offsets in `sentence` at which a word ends. Pure.
 */
export function titledIn(sentence: string, wordEnds: ReadonlySet<number>): Titled[] {
  return [...sentence.matchAll(CLAUSE)].flatMap(({ 0: clause, index }) => {
    const found: Titled[] = [];
    for (let at = 2; at < clause.length - 1; at += 1) {
      const office = clause.slice(0, at);
      if (endingIn(office, TITLES, LONGEST_END) === null || CONNECTOR.test(clause.slice(at))) continue;
      const length = LENGTHS.find((units) => isNamed(clause.slice(at, at + units), units) && endsName(clause, at, units, (end) => wordEnds.has(index + end)));
      if (length !== undefined) found.push({ name: clause.slice(at, at + length), office });
    }
    return found;
  });
}

function isNamed(name: string, length: number): boolean {
  return name.length === length && isName(name) && endingIn(name, ENDS, LONGEST_END) === null && !notNames.phraseWords.includes(name.slice(-2));
}

/** 甲乙任, 甲乙丙任: a verb of office ends a name, whatever the segmenter makes of its characters; else the end of a word does. */
function endsName(clause: string, at: number, length: number, isWordEnd: (offset: number) => boolean): boolean {
  if (length > LENGTHS[1] && VERB.test(clause.slice(at + length - 1))) return false;
  return VERB.test(clause.slice(at + length)) || isWordEnd(at + length);
}
