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
