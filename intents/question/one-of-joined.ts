import { matchesOf } from '../../index/mod.js';
import { labelCues } from '../language/label-cues.js';
import type { Facets } from './facets.js';

/** True when a question says one of the things that a word of the figure's labels joins, and not the others. */
export function asksForOneOfJoined(asked: string, { inherited, inheritedText, own, ownText }: Facets): boolean {
  return saysOneOfJoined(asked, inheritedText + ownText, [...inherited, ...own].map(({ text }) => text));
}

/**
 * True when `asked` says one of the things that a word of `printed` joins, and not the others: 进口备案 of 进出口备案, 大型水库 of 大中型水库, 境外 of
 * 境内外. What the label counts is all of them together. False where the label says that one on its own too (大中型水库中的大型水库). `words` are those
 * of `printed` in order: where two of them meet nothing is joined (网上|下载).
 */
export function saysOneOfJoined(asked: string, printed: string, words: readonly string[] = []): boolean {
  return labelCues().joined.some(({ characters, run }) =>
    matchesOf(run, printed).some(({ 0: joined, index }) => {
      if (new Set(joined).size === 1 || asked.includes(joined) || isSeam(joined, words)) return false;
      const before = printed[index - 1] ?? '';
      const after = printed[index + joined.length] ?? '';
      const isAlone = (word: string, text: string): boolean => standsAlone(word, characters, text);
      return [...joined].flatMap((one) => [...(after === '' ? [] : [one + after]), ...(before === '' ? [] : [before + one])]).some((word) => isAlone(word, asked) && !isAlone(word, printed));
    }),
  );
}

/** True where a word ends and another begins within `joined`; 借|贷款 and 境内|外 are joined all the same. */
function isSeam(joined: string, words: readonly string[]): boolean {
  return words.some((word, i) => {
    const next = words[i + 1] ?? '';
    return word.length > 1 && next.length > 1 && [...joined].some((_, k) => k > 0 && word.endsWith(joined.slice(0, k)) && next.startsWith(joined.slice(k)));
  });
}

/** True where `word` stands with none of `others` on either side of it. */
function standsAlone(word: string, others: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (![text[at - 1], text[at + word.length]].some((beside) => beside !== undefined && others.includes(beside))) return true;
  }
  return false;
}
