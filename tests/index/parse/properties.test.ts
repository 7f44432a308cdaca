import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../index/data.js';
import { parseDocument } from '../../../index/parse/document.js';
import { expectSound, sourceOf } from './invariants.js';

const seeds = join(projectRoot, '../shared/seeds');
const folders = [join(projectRoot, 'samples'), join(projectRoot, 'tests/fixtures/unseen-a'), seeds].filter((folder) => existsSync(folder));
const reports = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.txt')).sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })));

const sound = (text: string): void => expectSound(text, parseDocument(sourceOf(text)));

describe('nothing is lost, nothing is used twice, every place is right', () => {
  if (!existsSync(seeds)) it.skip('the seed is checked only where ../shared is present', () => {});

  it.each(reports)('in $name', ({ text }) => sound(text));

  it('in damaged reports: lines shuffled, cut, joined, parted by blank lines, page marks and bold marks', () => {
    const report = fc.constantFrom(...reports.map(({ text }) => text));
    const noise = fc.constantFrom('\n', '\n\n', '\f', '\n\n— 3 —\n\n', '**', '\t', '|', ' ', '　　', '。', '（', '”', '一、', '（二）', '1.', '\r\n', '#', '0', '<br/>', '&nbsp;', '- ');
    const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), noise }), { maxLength: 12 });
    fc.assert(fc.property(report, edits, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (text, changes, from, to) => {
      let damaged = text.slice(Math.floor(Math.min(from, 0.9) * text.length), Math.ceil(Math.max(to, from) * text.length));
      for (const change of changes) {
        const at = Math.floor(change.at * damaged.length);
        damaged = damaged.slice(0, at) + change.noise + damaged.slice(at);
      }
      sound(damaged);
    }), { numRuns: 150 });
  });

  it('in shuffled lines', () => {
    const lines = fc.constantFrom(...reports.map(({ text }) => text.split('\n')));
    fc.assert(fc.property(lines.chain((list) => fc.shuffledSubarray(list)), (list) => sound(list.join('\n'))), { numRuns: 60 });
  });

  it('in any string', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('一、', '（一）', '1.', '一是', '**', '|', '\t', '\n', '\n\n', '。', '；', '（', '）', '“', '”', '总体情况', '主动公开', '0', '12', '规章', '2020年', '某乡人民政府', '政府信息公开工作年度报告', '# ', '- 1 -', '——'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (parts) => sound(parts.join(''))), { numRuns: 600 });
  });
});

describe('the check itself', () => {
  const text = '一、总体情况\n公开3件。受理2件。';
  const document = parseDocument(sourceOf(text));
  const [section] = document.sections;
  const [paragraph] = section!.children;
  const withSentences = (sentences: unknown[]): typeof document => ({ ...document, sections: [{ ...section!, children: [{ ...paragraph!, sentences } as never] }] });
  const sentences = (paragraph as unknown as { sentences: { text: string; spans: unknown }[] }).sentences;
  it.each([
    ['a lost sentence', withSentences(sentences.slice(1))],
    ['a sentence used twice', withSentences([...sentences, sentences[0]])],
    ['a wrong text', withSentences([{ ...sentences[0]!, text: '公开4件。' }, sentences[1]])],
  ])('notices %s', (_name, wrong) => expect(() => expectSound(text, wrong)).toThrow());

  it('tells of control characters', () => {
    expect(parseDocument(sourceOf('一、总体情况\n公开\u0001件\ufffd。')).diagnostics.map(({ code }) => code)).toContain('control-characters');
  });
});

describe('size', () => {
  it.each([
    ['one long line', '全年公开信息12条，'],
    ['short lines', '一\n'],
    ['bold marks', '**一是**好'],
    ['brackets', '（“'],
    ['tabs', '\t0'],
    ['pipes', '|0'],
    ['blanks', ' '],
    ['list items', '1.好\n'],
    ['headings', '（一）好事\n'],
    ['titles', '某乡2020年信息公开年报\n'],
    ['organisations', '某乡人民政府\n'],
    ['cells', '规章\n0\n'],
    ['stops', '。'],
    ['closing', '）。\n'],
  ])('300,000 characters of %s are read', (_name, unit) => {
    const text = unit.repeat(Math.ceil(300_000 / unit.length));
    expect(() => parseDocument(sourceOf(text))).not.toThrow();
  }, 20_000);
});
