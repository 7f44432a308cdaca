import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../index/source/source.js';
import { encode } from '../../../scripts/fixtures/encode.mjs';
import { bytesOf, figuresOf, files, judge, type FileGold } from './fixtures.js';

const textual = files.filter(({ type }) => ['txt', 'md', 'html'].includes(type));
const binary = files.filter(({ type }) => ['docx', 'pdf', 'doc', 'wps'].includes(type));
const textOf = ({ file }: FileGold): string => new TextDecoder(file.includes('gb18030') ? 'gb18030' : file.includes('utf-16le') ? 'utf-16le' : file.includes('utf-16be') ? 'utf-16be' : 'utf-8').decode(bytesOf(file));

/** Reads what became of a file: it is read or refused, and no cell is called aligned with another value than printed. */
async function neverWrong(gold: FileGold, bytes: Uint8Array, cutAt = Infinity): Promise<void> {
  const result = await readSource(gold.file, bytes);
  if (!result.ok) return;
  const reading = figuresOf(result.source);
  // The number at which a text was cut off is what is left of it.
  const figures = reading.figures.filter(({ place }) => place === null || place.at(-1)!.end < Math.min(cutAt, result.source.text.length));
  const { wrong } = judge({ ...reading, figures }, gold.of.cells);
  expect(wrong.filter((one) => one.startsWith('aligned'))).toEqual([]);
}

const BLANK = fc.constantFrom(' ', '  ', '\u3000', '\u00a0', '\u2003');

describe('a report that something happened to on its way', () => {
  it('cut off anywhere', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...textual), fc.double({ min: 0, max: 1, noNaN: true }), async (gold, share) => {
      const text = textOf(gold);
      const cut = text.slice(0, Math.floor(text.length * share));
      await neverWrong(gold, encode(cut, 'utf-8'), cut.length);
    }), { numRuns: 60 });
  });

  it('in another encoding, with other line ends', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...textual), fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030'), fc.constantFrom('\n', '\r\n', '\r'), async (gold, encoding, lineEnd) => {
      const text = textOf(gold).replace(/\r?\n/g, lineEnd);
      const result = await readSource(gold.file, encode(text, encoding));
      expect(result.ok).toBe(true);
      await neverWrong(gold, encode(text, encoding));
    }), { numRuns: 60 });
  });

  it('with blanks put between its Chinese characters, round its cells, and blank lines anywhere', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...textual.filter(({ type }) => type !== 'html')), fc.array(fc.tuple(fc.nat(), BLANK), { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 10 }), async (gold, blanks, lines) => {
      let text = textOf(gold);
      for (const [at, blank] of blanks) {
        const place = at % text.length;
        if (/[\u4e00-\u9fff\t]/.test(text[place]!) && !/\d/.test(text[place + 1] ?? '')) text = text.slice(0, place + 1) + blank + text.slice(place + 1);
      }
      for (const at of lines) text = text.replace(/\n/g, (end, place: number) => (place % 97 === at % 97 ? '\n\n' : end));
      await neverWrong(gold, encode(text, 'utf-8'));
    }), { numRuns: 50 });
  });

  it('with a piece of it lost or doubled', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...textual), fc.nat(), fc.nat({ max: 6 }), fc.boolean(), async (gold, from, count, doubled) => {
      const rows = textOf(gold).split('\n');
      const at = from % rows.length;
      const changed = doubled ? [...rows.slice(0, at + count), ...rows.slice(at, at + count), ...rows.slice(at + count)] : [...rows.slice(0, at), ...rows.slice(at + count)];
      const result = await readSource(gold.file, encode(changed.join('\n'), 'utf-8'));
      if (!result.ok) {
        expect(result.refusal.code).not.toBe('damaged');
        return;
      }
      for (const { place, quantity } of figuresOf(result.source).figures) if (place !== null) expect(place.map(({ start, end }) => result.source.text.slice(start, end)).join('')).toBe(quantity.asWritten);
    }), { numRuns: 60 });
  });

  it('as a Word or PDF file, cut or with bytes changed, is read or refused, and never throws', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...binary), fc.double({ min: 0, max: 1, noNaN: true }), fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 5 }), async (gold, share, changes) => {
      const bytes = Uint8Array.from(bytesOf(gold.file));
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      const result = await readSource(gold.file, share < 0.5 ? bytes.slice(0, Math.floor(bytes.length * share * 2)) : bytes);
      if (result.ok) figuresOf(result.source);
      else expect(result.refusal.message.zh.length).toBeGreaterThan(5);
      if (gold.type === 'docx') await neverWrong(gold, bytes);
    }), { numRuns: 60 });
  }, 60_000);
});
