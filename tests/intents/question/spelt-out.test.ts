import { describe, expect, it } from 'vitest';
import { englishTerms } from '../../../intents/question/english.js';
import { speltOut } from '../../../intents/question/spelt-out.js';

describe('names that an English question spells in pinyin', () => {
  it.each<[string, string, boolean]>([
    ['Donggang', '东港分中心柜台受理', true],
    ['Liujiagou', '代办点里柳家沟村', true],
    ['Donggang', '盐田分中心柜台受理', false],
    // The end of one name and the beginning of the next, half a syllable, a syllable of its own.
    ['Gangfen', '东港分中心', true],
    ['Donggan', '东港分中心', false],
    ['Shuang', '双龙村', false],
    // A word that the lexicon knows is that word.
    ['village', '微拉哥', false],
  ])('%s in %s: %s', (word, label, expected) => {
    const [term] = englishTerms(word.toLowerCase(), []);
    expect(speltOut(term!, label)).toBe(expected);
  });
});
