import { expect, test } from 'vitest';
import { filled, filledBoth } from '../../../index/document/frame.js';

test.each([
  ['{a}和{b}', { a: '甲', b: 2 }, '甲和2'],
  ['{a}、{a}', { a: '甲' }, '甲、甲'],
  ['没有空', {}, '没有空'],
  ['{a}', { a: '{b} $1 $&' }, '{b} $1 $&'],
])('%s is filled', (frame, slots, text) => {
  expect(filled(frame, slots)).toBe(text);
});

test('a slot that is not given is named', () => {
  expect(() => filled('{a}和{b}', { a: '甲' })).toThrow('{b}');
});

test('a slot may be said in both languages', () => {
  expect(filledBoth({ zh: '这是{type}，{n}页', en: 'This is {type}, {n} pages' }, { type: { zh: '图片', en: 'a picture' }, n: 3 })).toEqual({ zh: '这是图片，3页', en: 'This is a picture, 3 pages' });
});
