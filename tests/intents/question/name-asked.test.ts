import { expect, test } from 'vitest';
import type { ReportCard } from '../../../index/mod.js';
import { nameAsked } from '../../../intents/question/counties.js';

const card = { orgKey: 'k1', org: { name: '岚漪县', fullName: '云州市岚漪县人民政府', path: ['云州市', '岚漪县'] } } as unknown as ReportCard;
const called = (text: string, keys: readonly string[] = ['k1']) => ({ organisations: [{ start: 0, end: text.length, keys, guessed: false, text }] });

test.each([
  ['the longer name that the question says', called('岚漪县人民政府'), '岚漪县人民政府'],
  ['the short name', called('岚漪县'), '岚漪县'],
  ['nothing where nobody is named', { organisations: [] }, '岚漪县'],
  ['a name of several', called('岚漪县人民政府', ['k1', 'k2']), '岚漪县'],
  ['a name that is not its own (its office)', called('岚漪县政府办公室'), '岚漪县'],
])('a rank is won under %s', (_, question, name) => {
  expect(nameAsked(question, card)).toBe(name);
});
