import type { Lang } from '../../index/mod.js';
import { firstFit } from '../language/cue-words.js';
import { CUES, questionWords, type Cue } from '../language/words.js';

/** Where a cue stands in the folded question. */
export interface CueMention {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

/** What a question seems to be after, by its words; every cue once, at its longest mention. */
export function cuesIn(text: string, lang: Lang): CueMention[] {
  const { cues: words, cuePatterns } = questionWords(lang);
  return CUES.flatMap((cue) => {
    const best = longestMention(text, words[cue], lang) ?? patternMention(text, cuePatterns[cue] ?? []);
    return best ? [{ cue, ...best }] : [];
  });
}

/** Where a template begins to fit. Its words are not the cue's: they say what is asked about. */
function patternMention(text: string, patterns: readonly RegExp[]): { start: number; end: number } | null {
  const match = firstFit(patterns, text);
  return match === null ? null : { start: match.index, end: match.index };
}

/** The longest of `surfaces` that stands in `text`; English ones only between word ends. */
export function longestMention(text: string, surfaces: readonly string[], lang: Lang): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null;
  for (const surface of surfaces) {
    const start = mentionOf(text, surface, lang);
    if (start >= 0 && (best === null || surface.length > best.end - best.start)) best = { start, end: start + surface.length };
  }
  return best;
}

function mentionOf(text: string, surface: string, lang: Lang): number {
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
    if (lang === 'zh' || (!isLetter(text[at - 1]) && !isLetter(text[at + surface.length]))) return at;
  }
  return -1;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/i.test(character);
}
