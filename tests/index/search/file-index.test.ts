import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportId } from '../../../index/document/tree.js';
import { createFileIndex, createMemoryIndex, type SectionIndex } from '../../../index/search/mod.js';
import { createAnalyzer, loadSegmenter } from '../../../index/text/mod.js';

const analyzer = createAnalyzer(loadSegmenter());
const id = (n: number): ReportId => `第${n}乡-2020` as ReportId;
const put = (index: SectionIndex, n: number, edition: number, ...texts: string[]): Promise<void> => index.put([{ report: id(n), edition, passages: texts.map((text, at) => ({ n: at, heading: '', pieces: [text] })) }]);
const found = async (index: SectionIndex, text: string, limit = 9): Promise<string[]> => (await index.search({ text, limit })).map(({ report, n }) => `${report} ${n}`);

describe('the index in a file', () => {
  let folder: string;
  let file: string;
  const opened: SectionIndex[] = [];
  const open = (fingerprint = 'f'): SectionIndex => {
    const index = createFileIndex(file, fingerprint, () => analyzer);
    opened.push(index);
    return index;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenbao-fts-'));
    file = join(folder, 'passages.sqlite');
  });
  afterEach(async () => {
    for (const index of opened.splice(0)) await index.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is there at the next opening with the same fingerprint, and empty with another', async () => {
    const first = open();
    await put(first, 1, 7, '舆情监测');
    await first.close();
    opened.splice(0);
    const again = open();
    expect([...(await again.held())]).toEqual([[id(1), 7]]);
    expect(await found(again, '舆情')).toEqual([`${id(1)} 0`]);
    expect([...(await open('g').held())]).toEqual([]);
  });

  it.each([
    ['no database', () => writeFileSync(file, 'not a database at all, but long enough to be looked at as one')],
    ['a database cut short', () => writeFileSync(file, readFileSync(file).subarray(0, 5000))],
    ['another database', () => writeFileSync(file, '')],
  ])('starts anew from %s', async (_name, damage) => {
    const first = open();
    await put(first, 1, 7, ...Array.from({ length: 50 }, (_, n) => `舆情监测${n}`));
    await first.close();
    opened.splice(0);
    damage();
    const again = open();
    expect((await again.held()).size).toBe(0);
    await put(again, 2, 8, '舆情监测');
    expect(await found(again, '舆情')).toEqual([`${id(2)} 0`]);
  });

  it('sees what another process put and removed', async () => {
    const [one, other] = [open(), open()];
    await put(one, 1, 7, '舆情监测', '办事指南');
    expect(await found(other, '舆情')).toEqual([`${id(1)} 0`]);
    await put(other, 1, 9, '办事指南');
    expect(await found(one, '舆情')).toEqual([]);
    expect([...(await one.held())]).toEqual([[id(1), 9]]);
    await other.remove([id(1)]);
    expect(await found(one, '办事指南')).toEqual([]);
  });

  it('takes nothing in a question or a text for a command of its own', async () => {
    const index = open();
    const text = '"引号" AND (括号) NEAR/3 第1-2项 3.5% a_b * ^ : { } \u0000 - 办事';
    await put(index, 1, 1, text);
    expect(await found(index, '办事 "')).toEqual([`${id(1)} 0`]);
    expect(await found(index, '3.5')).toEqual([`${id(1)} 0`]);
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ maxLength: 30 }), fc.array(fc.constantFrom(...'办事"()*^:{} -', '\u0000', 'AND', 'OR', 'NEAR'), { maxLength: 20 }).map((parts) => parts.join(''))), async (question) => {
        expect(Array.isArray(await index.search({ text: question, limit: 3 }))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('finds the same passages as the index in memory, whatever is put and asked', async () => {
    const words = ['办事', '窗口', '指南', '舆情', '监测', '培训', '代办员', '公开', '政府'];
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('，'));
    const index = open();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), text, async (reports, question) => {
        const memory = createMemoryIndex(() => analyzer);
        await index.remove([...(await index.held()).keys()]);
        for (const [n, texts] of reports.entries()) for (const one of [index, memory]) await put(one, n, n + 1, ...texts);
        expect((await found(index, question, 100)).toSorted()).toEqual((await found(memory, question, 100)).toSorted());
      }),
      { numRuns: 40 },
    );
  });
});

