import { questionWords } from '../language/words.js';
import type { Question } from './read.js';
import { soundOf } from './respell.js';
import type { Term } from './terms.js';

const HAN_WORD = /^\p{Script=Han}{2,4}$/u;
/** Runs of one text that share a character with a word: more say that the character is too common to tell anything. */
const MOST_RUNS = 400;

/**
 * The folded question with its mistyped words put right by what the reports print (噪声扰名: 噪声扰民): each word that neither the lexicon nor any of
 * `texts` (folded) knows becomes the only printed run of its length that sounds the same and keeps one of its characters in its place.
 * Null where no word changes.
 */
export function soundedInPrint(folded: string, terms: readonly Term[], texts: readonly string[]): string | null {
  let said = folded;
  for (const { concept, start, end, text } of terms.toSorted((a, b) => b.start - a.start)) {
    if (concept !== null || folded.slice(start, end) !== text || texts.some((printed) => text.length > 1 && printed.includes(text))) continue;
    // 扰名 is cut into 扰 and the counter 名: a neighbour may belong to the word.
    for (const [from, to] of [[start, end], [start, end + 1], [start - 1, end]] as const) {
      const word = folded.slice(Math.max(0, from), to);
      if (!HAN_WORD.test(word) || texts.some((printed) => printed.includes(word))) continue;
      const [only, ...more] = new Set(texts.flatMap((printed) => [...runsLike(word, printed)]));
      if (only === undefined || more.length > 0) continue;
      said = said.slice(0, from) + only + said.slice(to);
      break;
    }
  }
  return said === folded ? null : said;
}

/** Fewer characters before a mistyped one tell nothing of what it should be. */
const SHORTEST_LEAD = 4;
const LONGEST_LEAD = 12;

/**
 * 村为民服务占办理多少, where the report prints 村为民服务站: the folded question with each character put right that the same words before it never have
 * behind them in `texts`, as printed, while one that sounds the same always stands there. Null where none does; words of asking (是, 里) stay.
 */
export function soundedBehind({ folded, lang }: Pick<Question, 'folded' | 'lang'>, texts: readonly string[]): string | null {
  const { frames } = questionWords(lang);
  let said = folded;
  for (const [at, character] of [...folded].entries()) {
    const lead = longestPrinted(folded.slice(Math.max(0, at - LONGEST_LEAD), at), texts);
    if (lead === null || !HAN_CHARACTER.test(character) || frames.includes(character)) continue;
    const [next, ...others] = new Set(texts.flatMap((printed) => printed.split(lead).slice(1).map((rest) => rest[0] ?? '')));
    if (next !== undefined && others.length === 0 && next !== character && soundOf(next) === soundOf(character)) said = said.slice(0, at) + next + said.slice(at + 1);
  }
  return said === folded ? null : said;
}

const HAN_CHARACTER = /^\p{Script=Han}$/u;

/** The longest end of `run` that one of `texts` prints; null where it is too short. What is printed has its own ends printed, so it grows from the shortest, which most runs lack. */
function longestPrinted(run: string, texts: readonly string[]): string | null {
  let lead: string | null = null;
  for (let length = SHORTEST_LEAD; length <= run.length; length += 1) {
    const longer = run.slice(-length);
    if (!texts.some((printed) => printed.includes(longer))) break;
    lead = longer;
  }
  return lead;
}

function* runsLike(word: string, printed: string): Generator<string> {
  const sound = soundOf(word);
  for (const [i, character] of [...word].entries()) {
    let looked = 0;
    for (let at = printed.indexOf(character); at >= 0 && looked < MOST_RUNS; at = printed.indexOf(character, at + 1)) {
      looked += 1;
      const run = printed.slice(at - i, at - i + word.length);
      if (at >= i && HAN_WORD.test(run) && run.length === word.length && soundOf(run) === sound) yield run;
    }
  }
}
