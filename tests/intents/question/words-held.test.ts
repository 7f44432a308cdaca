import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsHeld } from '../../../intents/question/words-held.js';

const cases: readonly { readonly words: readonly string[]; readonly text: string; readonly held: readonly string[] }[] = [
  { words: ['印发', '发布', '发'], text: '主动公开并发布信息', held: ['发布', '发'] },
  { words: ['行政村', '村'], text: '行政村', held: ['行政村', '村'] },
  { words: ['学生', '教师'], text: '行政许可', held: [] },
  { words: [], text: '信息', held: [] },
  { words: ['学生'], text: '', held: [] },
];

for (const { words, text, held } of cases) {
  test(`of ${words.join('、') || 'no words'} “${text}” holds ${held.join('、') || 'none'}`, () => {
    expect([...new Set(wordsHeld(words, text))].toSorted()).toEqual([...held].toSorted());
  });
}

test('whatever the words and the text, they are those that the text includes', () => {
  const piece = fc.string({ unit: fc.constantFrom('公', '开', '发', '布', ' ', '𠮷'), minLength: 1, maxLength: 3 });
  fc.assert(fc.property(fc.array(piece), fc.array(piece), (words, pieces) => {
    const text = pieces.join('');
    expect(new Set(wordsHeld(words, text))).toEqual(new Set(words.filter((word) => text.includes(word))));
  }));
});
