import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { projectRoot } from '../../index/data.js';
import { draftOf, type Draft } from '../../index/draft.js';
import { openDraftingRoom, type DraftingRoom } from '../../index/drafting-room.js';
import type { SourceText } from '../../index/document/source-text.js';
import { openLibrary } from '../../index/library.js';
import { readSource } from '../../index/source/source.js';
import { standardSteps } from '../../index/steps.js';

// The thread runs compiled code: `npm run build` first, as for tests/contracts.
let room: DraftingRoom | null = null;
afterEach(async () => {
  await room?.close();
  room = null;
});
/** One processor would but take turns, so there is no thread to test. */
const alone = availableParallelism() === 1;

async function sourceOf(name: string): Promise<SourceText> {
  const read = await readSource(name, readFileSync(join(projectRoot, 'tests/fixtures/reports', name)));
  if (!read.ok) throw new Error(name);
  return read.source;
}

/** A message carries bytes, whatever class held them. */
const plain = (draft: Draft | null): unknown => draft && { ...draft, meaning: { ...draft.meaning, metricPlaces: [...draft.meaning.metricPlaces] } };

describe('drafting in a thread', () => {
  it.skipIf(alone)('makes what is made in place, in the order of asking', async () => {
    const names = ['baitang-tabs-repeated.txt', 'caizheng-markdown.md', 'caizheng-portal.html', 'baitang-bare.docx'];
    const sources = await Promise.all(names.map(sourceOf));
    room = openDraftingRoom(standardSteps);
    const drafts = await Promise.all(sources.map((source) => room!.draft(source)));
    expect(drafts.map(plain)).toEqual(sources.map((source) => plain(draftOf(source, standardSteps))));
  });

  it.skipIf(alone)('shares the work with whoever waits, and nothing is made twice or left out', async () => {
    const sources = (await Promise.all(['baitang-tabs-repeated.txt', 'caizheng-markdown.md'].map(sourceOf))).flatMap((source) => Array.from({ length: 6 }, () => source));
    room = openDraftingRoom(standardSteps);
    const begun = sources.map((source) => room!.draft(source));
    const drafts: (Draft | null)[] = [];
    for (const one of begun) drafts.push(await room!.wait(one));
    expect(drafts.map(plain)).toEqual(sources.map((source) => plain(draftOf(source, standardSteps))));
  });

  it.skipIf(alone)('leaves what it could not make to whoever asked', async () => {
    room = openDraftingRoom(standardSteps);
    const broken = { text: null } as unknown as SourceText;
    expect(await room!.draft(broken)).toBeNull();
    const source = await sourceOf('caizheng-markdown.md');
    const begun = room!.draft(source);
    await room!.close();
    expect(await begun).toBeNull();
    expect(await room!.draft(source)).toBeNull();
  });

  it('knows the standard steps only', () => {
    expect(openDraftingRoom({ ...standardSteps, lists: () => [] })).toBeNull();
  });
});

describe('taking in a folder', () => {
  const MANY = 120;

  it('tells of every file in its order and keeps what each one says, whichever thread made it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenbao-test-'));
    const text = (n: number): string => `青石县第${n}乡2023年政府信息公开工作年度报告\n一、总体情况\n全年收到政府信息公开申请${n + 1}件，办结${n}件。\n`;
    const files = Array.from({ length: MANY }, (_, n) => ({ name: `${n}.txt`, path: `${n}.txt`, bytes: () => (n === 70 ? Buffer.alloc(0) : Buffer.from(text(n))) }));
    const held = await openLibrary(folder);
    const told: string[] = [];
    await held.ingest(files, ({ path, status }) => told.push(`${path} ${status}`));
    expect(told).toEqual(files.map(({ path }, n) => `${path} ${n === 70 ? 'refused' : 'added'}`));
    for (const card of await held.library.reports()) {
      const source = await held.library.source(card.report);
      const figures = (await held.library.figures(card.report)).map(({ quantity, quote }) => ({ value: quantity.value, text: source.text.slice(quote[0].start, quote[0].end) }));
      expect(figures.map(({ value }) => value)).toEqual([1, 0].map((more) => String(Number(source.origin.split('.')[0]) + more)));
      expect(figures.every(({ text: quoted }) => quoted.startsWith('全年收到'))).toBe(true);
    }
    await held.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
