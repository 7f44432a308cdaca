import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/data.js';
import { dictionaryFolder, divided, isDivided, middlingWords } from '../../../index/text/dictionary.js';
import { loadSegmenter } from '../../../index/text/mod.js';

const lines = (text: string): string[] => text.trimEnd().split('\n');
const wordsOf = (text: string): string[] => lines(text).map((line) => line.split(' ')[0]!);
const frequencies = (text: string): number[] => lines(text).map((line) => Number(line.split(' ')[1])).sort((a, b) => a - b);
const shape = (text: string): object => {
  const all = frequencies(text);
  return { least: all[0], middle: all[all.length >> 1], sum: all.reduce((sum, one) => sum + one, 0) };
};

const middlingLines = Array.from({ length: 12 }, (_, n) => `中等${String.fromCodePoint(0x4e00 + n)} 3 n`);

describe('a divided dictionary', () => {
  it.each([
    ['characters that are frequent', ['村 900 n', '镇 800 n', '办 700 v', '理 5 v', '罕见 2 a', '办理 50 v']],
    ['characters that are rare', ['村 2 n', '镇 2 n', '办 2 v', '理 4 v', '办理 50 v', '乡镇 60 n']],
    ['no character at all', ['罕见 1 a', '办理 50 v', '乡镇 60 n', '村镇 70 n']],
  ])('keeps least frequency, middle and sum: %s', (_, others) => {
    const dictionary = [...others, ...middlingLines].join('\n');
    expect(shape(divided(dictionary, '').base)).toEqual(shape(dictionary));
  });

  it('holds each word once, a middling one with its part of speech; what the user dictionary weighs itself is not inserted over it', () => {
    const dictionary = ['村 900 n', '镇 800 n', '罕见 2 a', '办理 50 v', ...middlingLines, '蓝图 3 n'].join('\n');
    const { base, own, middling } = divided(dictionary, '蓝图 nz\n新词\n');
    const held = [...wordsOf(base).slice(0, -1), ...wordsOf(own), ...wordsOf(middling)];
    expect(held.toSorted()).toEqual([...wordsOf(dictionary), '蓝图', '新词'].toSorted());
    expect(lines(own)).toEqual(['办理 50 v', '蓝图 3 n', '蓝图 nz', '新词']);
    expect([...middlingWords(middling)]).toContainEqual({ word: `中等${String.fromCodePoint(0x4e00 + 11)}`, tag: 'n' });
  });

  it('is refused where the middle could not be kept', () => {
    expect(() => divided('村 9 n\n镇 8 n\n乡 7 n\n中等 7 n', '')).toThrow(/middle frequency/);
  });
});

// The parts are made by `npm run build`.
describe.skipIf(!isDivided())('the dictionary in use', () => {
  it('cuts and tags as the whole one does', { timeout: 120_000 }, () => {
    const samples = join(projectRoot, 'samples');
    const texts = readdirSync(samples).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(samples, name), 'utf8'));
    const dictionary = wordsOf(readFileSync(join(dictionaryFolder(), 'jieba.dict.utf8'), 'utf8')).filter((_, n) => n % 29 === 0);
    const runs = dictionary.map((word, n) => word + (dictionary[(n * 7919) % dictionary.length] ?? '').slice(0, 1 + (n % 3)));
    const read = (): unknown[] => [...texts, ...runs].map((text) => nodejieba.cut(text, true).join(' ')).concat(dictionary.map((word) => JSON.stringify(nodejieba.tag(word))));

    nodejieba.load();
    for (const word of (JSON.parse(readFileSync(join(projectRoot, 'index/language/zh/words.json'), 'utf8')) as { words: string[] }).words) nodejieba.insertWord(word);
    const whole = read();
    loadSegmenter();
    expect(read()).toEqual(whole);
  });
});
