import { syllables } from './organisation-names.js';
import type { Term } from './terms.js';

/** Letters from which a word may be a name in pinyin; a shorter one is one syllable that many characters share. */
const SHORTEST = 4;
/** A name of one character is none. */
const FEWEST_SYLLABLES = 2;
/** Labels whose syllables are kept: those of the reports that are asked about over and over. */
const MOST_KEPT = 20_000;

const kept = new Map<string, readonly string[]>();

/** True where a label, folded, holds the name that a word of an English question spells in pinyin: Donggang in 东港分中心柜台. */
export function speltOut({ text, concept, gloss }: Term, label: string): boolean {
  if (concept !== null || gloss !== undefined || text.length < SHORTEST || !/^[a-z]+$/.test(text)) return false;
  const sounds = soundsOf(label);
  return sounds.some((_, from) => spells(sounds, from, text));
}

/**
 * The words of an English question, folded, that spell somebody's name in pinyin, the family name first or last: Li Jinfeng, Jin Feng Li for 李金锋.
 * Empty where the name is not said.
 */
export function speltName(folded: string, name: string): readonly string[] {
  const sounds = soundsOf(name);
  const [family, ...given] = sounds;
  if (family === undefined || sounds.length < FEWEST_SYLLABLES || sounds.some((sound) => !/^[a-z]+$/.test(sound))) return [];
  const spellings = [sounds.join(''), [...given, family].join('')];
  const words = folded.match(/[a-z]+/g) ?? [];
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from + FEWEST_SYLLABLES; to <= Math.min(words.length, from + sounds.length); to += 1) {
      if (spellings.includes(words.slice(from, to).join(''))) return words.slice(from, to);
    }
  }
  return [];
}

function soundsOf(label: string): readonly string[] {
  let sounds = kept.get(label);
  if (sounds === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(label, (sounds = syllables(label)));
  }
  return sounds;
}

function spells(sounds: readonly string[], from: number, word: string): boolean {
  let at = 0;
  for (let i = from; i < sounds.length && at < word.length; i += 1) {
    if (!word.startsWith(sounds[i]!, at)) return false;
    at += sounds[i]!.length;
    if (at === word.length) return i - from + 1 >= FEWEST_SYLLABLES;
  }
  return false;
}
