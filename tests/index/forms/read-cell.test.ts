import { describe, expect, it } from 'vitest';
import { readCell } from '../../../index/forms/read-cell.js';
import { isValue } from '../../../index/parse/vocabulary.js';
import { bare } from '../../../index/parse/characters.js';

describe('a cell with the mark of a footnote behind its number', () => {
  it.each<[string, string, string]>([
    ['12①', '12', '12'],
    ['12¹', '12', '12'],
    ['12[1]', '12', '12'],
    ['2[⁴]', '2', '2'],
    ['12〔3〕', '12', '12'],
    ['64（注1）', '64', '64'],
    ['64（注）', '64', '64'],
    ['171*', '171', '171'],
    ['1,234＊', '1234', '1,234'],
    ['3件②', '3', '3'],
    ['0 ¹²', '0', '0'],
  ])('%s is %s', (text, value, written) => {
    const { state, value: found, start, end } = readCell(text);
    expect([state, found, text.slice(start, end)]).toEqual(['number', value, written]);
    expect(isValue(bare(text))).toBe(true);
  });

  it.each(['①', '*', '[1]', '（注1）', '12(3)', '12①3', '12（其中3）'])('%s is no number', (text) => {
    expect(readCell(text).state).not.toBe('number');
  });
});
