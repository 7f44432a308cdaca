import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derive } from '../../index/derive.js';
import type { SourceText } from '../../index/document/source-text.js';
import type { Span } from '../../index/document/span.js';
import { readSource } from '../../index/source/source.js';
import { standardSteps } from '../../index/steps.js';
import { bytesOf, files, type FileGold } from './source/fixtures.js';

const NUMERIC = /^[-+－＋]?[\d０-９]+(?:[.,，][\d０-９]+)*$/;
const whole = files.filter(({ refused, tables }) => refused === undefined && tables === 'whole');
const textual = whole.filter(({ type, file }) => (type === 'txt' || type === 'md') && !/gb18030|utf-16/.test(file));

/** Every cell with nothing but a number in it that a reader gave out: of the tables that the file draws, and of lines parted by tabs or bars. */
function numericCells({ text, layout }: SourceText): Span[] {
  const drawn = (layout?.tables ?? []).flatMap(({ cells }) => cells);
  const inLines = [...text.matchAll(/^.*[\t|].*$/gm)].flatMap((line) => [...line[0].matchAll(/[^\t|\r]+/g)].map((cell) => ({ start: line.index + cell.index, end: line.index + cell.index + cell[0].length })));
  return [...drawn, ...inLines].filter(({ start, end }) => NUMERIC.test(text.slice(start, end).trim()));
}

/** Those of them that neither a figure nor a diagnostic points at. */
function dropped(source: SourceText): string[] {
  const { figures, diagnostics } = derive(source, standardSteps);
  const told = [...figures.flatMap(({ place }) => place ?? []), ...diagnostics.flatMap(({ span, also }) => [...(span === null ? [] : [span]), ...(also ?? [])])];
  return numericCells(source).filter((cell) => !told.some(({ start, end }) => start < cell.end && cell.start < end)).map(({ start, end }) => `${source.text.slice(Math.max(0, start - 30), start)}[${source.text.slice(start, end)}]`);
}

async function read(name: string, bytes: Uint8Array): Promise<SourceText | null> {
  const result = await readSource(name, bytes);
  return result.ok ? result.source : null;
}

describe('every numeric cell that a reader saw is a figure or is told of', () => {
  it.each(whole.map((gold) => [gold.file]))('%s', async (file) => {
    const source = (await read(file, bytesOf(file)))!;
    expect(numericCells(source).length > 0 || /lines|lone-pipes/.test(file)).toBe(true);
    expect(dropped(source)).toEqual([]);
  });

  const HARM: Readonly<Record<string, (rows: string[], at: number) => void>> = {
    'a row lost': (rows, at) => void rows.splice(at, 1),
    'a row doubled': (rows, at) => void rows.splice(at, 0, rows[at]!),
    'a row moved': (rows, at) => void rows.push(...rows.splice(at, 1)),
    'a label lost': (rows, at) => void (rows[at] = rows[at]!.replace(/[\u4e00-\u9fff]+/g, '')),
    'a label garbled': (rows, at) => void (rows[at] = rows[at]!.replace(/[\u4e00-\u9fff]{3}/g, '口口口')),
    'a cell too many': (rows, at) => void (rows[at] = rows[at]!.replace(/\t|\|/, (bar) => `${bar}17${bar}`)),
    'a sentence in the table': (rows, at) => void rows.splice(at, 0, '以上数据经核对无误，如有疑问请与办公室联系。'),
  };

  it('whatever happened to the rows of a dump', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...textual), fc.array(fc.tuple(fc.constantFrom(...Object.keys(HARM)), fc.nat()), { minLength: 1, maxLength: 6 }), async ({ file }: FileGold, harms) => {
      const rows = Buffer.from(bytesOf(file)).toString('utf8').split('\n');
      for (const [harm, at] of harms) HARM[harm]!(rows, at % rows.length);
      const source = await read(file, Buffer.from(rows.join('\n')));
      if (source !== null) expect(dropped(source)).toEqual([]);
    }), { numRuns: 60 });
  }, 60_000);
});
