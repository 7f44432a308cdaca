import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../index/library.js';
import type { PassageHit } from '../../../index/search/mod.js';
import { standardSteps } from '../../../index/steps.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const seeds = join(root, '..', 'shared', 'seeds');
const rows = readFileSync(join(root, 'tests/specs/relevance-seed.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { q: string; section: string; contains: string });

const bare = (text: string): string => text.replace(/\s+/gu, '');
/** A part that the report opens with 一是 stands in no heading of its own: its first words count as its title. */
const inSection = (hit: PassageHit, section: string): boolean => bare(`${hit.path.join('|')}|${hit.units.map(({ text }) => text).join('')}`).includes(bare(section));

// Run with `--reporter=verbose` to see what was missed.
describe.skipIf(!existsSync(seeds)).each([
  ['in memory', 1000],
  ['in a file', 0],
])('the index %s (needs ../shared/seeds)', (_name, searchInMemoryUpTo) => it('finds the section and the sentence for the questions of the relevance set', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wenbao-relevance-'));
  const open = await openLibrary(folder, { steps: standardSteps, searchInMemoryUpTo });
  try {
    const name = readdirSync(seeds).find((file) => file.endsWith('.txt'))!;
    await open.ingest([{ name, path: name, bytes: () => readFileSync(join(seeds, name)) }], () => {});
    const counts = { first: 0, third: 0, sentence: 0 };
    const missed: string[] = [];
    for (const { q, section, contains } of rows) {
      const hits = await open.library.search({ text: q, limit: 3 });
      const at = hits.findIndex((hit) => inSection(hit, section));
      const sentence = hits.some((hit) => inSection(hit, section) && bare(hit.best.text).includes(bare(contains)));
      if (at === 0) counts.first += 1;
      if (at >= 0) counts.third += 1;
      if (sentence) counts.sentence += 1;
      if (at !== 0 || !sentence) missed.push(`${q}: ${at < 0 ? 'section missed' : `section ${at + 1}`}, ${sentence ? 'sentence found' : `sentence missed: ${hits[Math.max(at, 0)]?.best.text.slice(0, 40)}`}`);
    }
    const share = (count: number): number => Math.round((1000 * count) / rows.length) / 10;
    console.log(`relevance over ${rows.length}: hit@1 ${share(counts.first)} %, hit@3 ${share(counts.third)} %, best sentence ${share(counts.sentence)} %\n${missed.join('\n')}`);
    expect(share(counts.third)).toBeGreaterThanOrEqual(95);
    expect(share(counts.first)).toBeGreaterThanOrEqual(85);
    expect(share(counts.sentence)).toBeGreaterThanOrEqual(85);
  } finally {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}));
