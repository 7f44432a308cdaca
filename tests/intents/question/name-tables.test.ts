import { describe, expect, it } from 'vitest';
import { AliasTable, EnglishTable } from '../../../intents/question/name-tables.js';

const TABLE = new AliasTable([
  { text: '云岭县', key: 'qingshi' },
  { text: '云岭县', key: 'liuhe' },
  { text: '云岭县青石镇', key: 'qingshi' },
  { text: '青石', key: 'qingshi' },
  { text: '青石', key: 'other' },
]);

describe('names that people use', () => {
  it.each([
    ['云岭县青石镇办了几件', 0, [['云岭县青石镇', ['qingshi']], ['云岭县', ['qingshi', 'liuhe']]]],
    ['云岭县柳河乡', 0, [['云岭县', ['qingshi', 'liuhe']]]],
    ['问青石', 1, [['青石', ['qingshi', 'other']]]],
    ['问青石', 0, []],
    ['青', 0, []],
  ])('in %s at %i: %j', (text, start, named) => {
    expect(TABLE.at(text, start).map((name) => [name.text, name.keys])).toEqual(named);
  });

  it('are called whole', () => {
    expect(TABLE.called('青石')).toEqual(['qingshi', 'other']);
    expect(TABLE.called('云岭')).toEqual([]);
  });
});

describe('names in English', () => {
  const offices = ['云岭县教育局', '云岭县民政局', '云岭县青石镇', '北山县青石镇'].map((fullName) => {
    const [county, name] = [fullName.slice(0, 3), fullName.slice(3)];
    return [fullName, { name, fullName, path: [county, name], level: 'office' }] as never;
  });
  const table = new EnglishTable(new Map(offices));

  it.each([
    ['what did yunling county receive', [['云岭县教育局', '云岭县民政局', '云岭县青石镇']]],
    ['qingshi town', [['云岭县青石镇', '北山县青石镇']]],
    ['qingshi of beishan', [['云岭县青石镇', '北山县青石镇'], ['北山县青石镇']]],
    ['the report', []],
  ])('%s: one pattern for all who are called so', (text, called) => {
    table.prepare();
    const said = [...table.in(text)].filter(({ pattern }) => [...text.matchAll(pattern)].length > 0);
    expect(said.map((name) => name.called.map(({ key }) => key))).toEqual(called);
  });
});
