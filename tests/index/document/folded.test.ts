import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, originalEnd, printedAt } from '../../../index/document/folded.js';
import { plainUnit } from '../../../index/document/plain-characters.js';

const BLANK = /\s|[\u200b-\u200d]|\u2060/u;

/** The same by patterns, a character at a time. */
function plainly(original: string): string {
  return original.replace(/(?:\s|[\u200b-\u200d]|\u2060)+/gu, (blanks, at: number) => (/[A-Za-zＡ-Ｚａ-ｚ]/u.test(original[at - 1] ?? '') && /[A-Za-z]/u.test(original[at + blanks.length] ?? '') ? ' ' : '')).replace(/[！-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

describe('folded text', () => {
  it.each([
    ['共 办 理 2091 件', '共办理2091件'],
    ['ＡＢ（１２）', 'AB(12)'],
    ['open  data 平台', 'open data平台'],
    ['\u3000\u200b一是\n', '一是'],
    ['', ''],
  ])('%j reads %j', (original, text) => {
    expect(fold(original).text).toBe(text);
  });

  it('gives back what is printed at a place, without the blanks that were dropped', () => {
    const original = '共 办理２０件，open data 平台';
    const folded = fold(original);
    const shown = (words: string): string => printedAt(original, folded, folded.text.indexOf(words), folded.text.indexOf(words) + words.length);
    expect(['办理20件', '共办', 'open data平台'].map(shown)).toEqual(['办理２０件', '共办', 'open data平台']);
    expect(printedAt(original, folded, 3, 3)).toBe('');
  });

  it('takes every character as the patterns do, save those that have a simplified form of their own', () => {
    const wrong = Array.from({ length: 0x10000 }, (_, code) => code)
      .filter((code) => plainUnit(code) === code)
      .map((code) => `a${String.fromCharCode(code)}b`)
      .filter((text) => fold(text).text !== plainly(text));
    expect(wrong).toEqual([]);
  });

  it('knows where each character came from, in texts of any length', () => {
    const character = fc.constantFrom(...'aＡ1１办，。', ' ', '\t', '\n', '\u3000', '\u200b', '\ud83d\ude00');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), fc.constantFrom(1, 1, 1, 120), (characters, times) => {
        const original = characters.join('').repeat(times);
        const folded = fold(original);
        expect(folded.text).toBe(plainly(original));
        expect(folded.start).toHaveLength(folded.text.length + 1);
        expect(folded.start[folded.text.length]).toBe(original.length);
        for (let i = 0; i < folded.text.length; i += 1) {
          const source = original[folded.start[i]!]!;
          expect(folded.text[i] === ' ' ? BLANK.test(source) : fold(source).text === folded.text[i]).toBe(true);
        }
        if (folded.text !== '') expect(BLANK.test(original[originalEnd(folded, folded.text.length) - 1]!)).toBe(false);
      }),
    );
  });
});
