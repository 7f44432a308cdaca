import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/mod.js';
import { deskOver, type Desk } from './assistant-over.js';

const { Converter } = createRequire(import.meta.url)('opencc-js/cn2t') as typeof import('opencc-js/cn2t');
const traditional = Converter({ from: 'cn', to: 'tw' });

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const samples = Object.fromEntries(readdirSync(join(projectRoot, 'samples')).filter((name) => name.endsWith('.txt')).map((name) => [name, read(`samples/${name}`)]));
const questions = read('tests/specs/questions-samples.jsonl')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { q: string; lang: string; expect: { status: string } })
  .filter(({ lang, expect: { status } }, n) => lang === 'zh' && status === 'answered' && n % 4 === 0)
  .map(({ q }) => q);

let simplifiedDesk: Desk;
let traditionalDesk: Desk;
beforeAll(async () => {
  simplifiedDesk = await deskOver(samples);
  traditionalDesk = await deskOver(Object.fromEntries(Object.entries(samples).map(([name, text]) => [name, traditional(text)])));
}, 120_000);
afterAll(async () => {
  await simplifiedDesk.close();
  await traditionalDesk.close();
});

describe('either script asks of either script', () => {
  it.each(questions)('%s', async (q) => {
    const plain = await simplifiedDesk.ask(q);
    const answers = [await simplifiedDesk.ask(traditional(q)), await traditionalDesk.ask(q), await traditionalDesk.ask(traditional(q))];
    const brief = ({ status, value, unit, rows, citations }: typeof plain): unknown => [status, typeof value === 'string' ? traditional(value) : value, unit, rows.map((row) => row.value), citations.map((citation) => ('spans' in citation ? citation.spans : null))];
    for (const answer of answers) expect(brief(answer)).toEqual(brief(plain));
  });

  it('no fault on the way', () => expect([...simplifiedDesk.faults, ...traditionalDesk.faults]).toEqual([]));
});
