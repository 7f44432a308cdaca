import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { everyday, fold, projectRoot } from '../../../../index/mod.js';

const folder = join(projectRoot, 'index/language/everyday');
const lines = readdirSync(folder).filter((name) => name.endsWith('.json')).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { printed: string[]; said: string[]; butNot?: string[] }[]);

describe('everyday words', () => {
  it('reads every file in its folder', () => {
    expect(lines.length).toBeGreaterThan(1500);
    for (const { printed, said } of lines) for (const word of said) expect(everyday().of(word)?.words, word).toEqual(expect.arrayContaining([word, ...printed]));
  });

  it('writes words as labels are folded, and none twice in a line', () => {
    expect(lines.flatMap(({ printed, said }) => [...printed, ...said]).filter((word) => fold(word).text !== word)).toEqual([]);
    expect(lines.filter(({ printed, said }) => new Set(printed).size < printed.length || new Set(said).size < said.length)).toEqual([]);
  });

  it('adds up the senses of a word and joins no printed words with one another', () => {
    expect(everyday().of('发')?.words).toEqual(expect.arrayContaining(['印发', '发放', '发布']));
    expect(everyday().of('印发')?.words ?? []).not.toContain('发布');
  });

  it.each([
    ['罚', '没收'],
    ['贴', '撕'],
    ['装', '拆除'],
    ['收', '退回'],
    ['结婚', '离婚'],
    ['进', '出口'],
    ['挂', '撤下'],
    ['网上', '现场'],
    ['打电话', '来信'],
  ])('%s never stands for %s', (said, printed) => {
    expect(everyday().of(said)?.words ?? []).not.toContain(printed);
  });
});
