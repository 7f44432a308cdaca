import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { paragraphsOf, score } from '../index/figures/prose/score.js';

const file = join(dirname(fileURLToPath(import.meta.url)), '../sealed/prose-figures.jsonl');

// Written by another hand and only ever counted: no single difference is printed here. The floors only rise.
it('reads the sealed paragraphs', () => {
  const { differences: _, ...counts } = score(paragraphsOf(file));
  console.log(`sealed prose: precision ${((100 * counts.matched) / counts.found).toFixed(1)} recall ${((100 * counts.matched) / counts.gold).toFixed(1)}`, JSON.stringify(counts));
  expect(counts.matched / counts.found).toBeGreaterThan(0.9);
  expect(counts.matched / counts.gold).toBeGreaterThan(0.9);
});
