import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot, promisesIn, type FoundPromise } from '../../../index/mod.js';
import { parseDocument } from '../../../index/parse/document.js';
import { readSource } from '../../../index/source/source.js';

async function promisedIn(text: string): Promise<{ readonly source: string; readonly found: FoundPromise[] }> {
  const read = await readSource('report.txt', new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.refusal.code);
  return { source: read.source.text, found: promisesIn(parseDocument(read.source)) };
}
const reportOf = (sentence: string): string => `青石镇2020年政府信息公开工作年度报告\n\n一、总体情况\n我镇按照要求开展政府信息公开工作。${sentence}\n`;
const told = ({ interval, times, what }: FoundPromise): string => `${interval} ${times} ${what}`;

describe('promises of work that comes back', () => {
  it.each([
    ['坚持“一月一检查、一季一评估、一年一考评”的长效机制。', ['month 1 检查', 'quarter 1 评估', 'year 1 考评']],
    ['实行每周一调度、每半年一通报。', ['week 1 调度', 'half-year 1 通报']],
    ['建立日监测、月检查、季通报、年考核制度。', ['month 1 检查', 'quarter 1 通报']],
    ['从明年起，每季度发布政策解读不少于2期。', ['quarter 2 每季度发布政策解读不少于2期']],
    ['三是每年至少组织两期培训，新到岗的先培训后上岗。', ['year 2 每年至少组织两期培训']],
    ['村级公开栏按月更新，由党政办核对。', ['month null 村级公开栏按月更新']],
    ['村級公開欄按月更新。', ['month null 村级公开栏按月更新']],
    ['每月平均办理12件，比上年同比增长3件。', []],
    ['每年1月31日前公布年度报告。', []],
    ['全年办理2091件，每户补助300元。', []],
    ['每个月来访的人不少。', []],
  ])('%s', async (sentence, expected) => expect((await promisedIn(reportOf(sentence))).found.map(told)).toEqual(expected));

  it('bear the sentence they stand in, word for word', async () => {
    const { source, found } = await promisedIn(reportOf('坚持“一月一检查、一季一评估”。'));
    for (const { sentence, path } of found) {
      expect(sentence.spans.map(({ start, end }) => source.slice(start, end)).join('')).toBe(sentence.text);
      expect(path).toEqual(['一、总体情况']);
    }
    expect(found[0]!.sentence.text).toBe('坚持“一月一检查、一季一评估”。');
  });

  it('are found in the samples, where some make them', async () => {
    const folder = join(projectRoot, 'samples');
    const all = await Promise.all(readdirSync(folder).map(async (name) => (await promisedIn(readFileSync(join(folder, name), 'utf8'))).found));
    expect(all.flat().map(told)).toEqual(expect.arrayContaining(['month 1 检查', 'quarter 1 评估', 'year 1 考评']));
  });

  it('of any text throw nothing', async () => {
    const piece = fc.constantFrom('一月一', '每季度', '每', '按月', '检查', '不少于', '2次', '。', '，', '\u{20000}', '\n', '“');
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 30 }), async (pieces) => {
      await promisedIn(reportOf(pieces.join('')));
    }), { numRuns: 60 });
  });
});
