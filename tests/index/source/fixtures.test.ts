import { describe, expect, it } from 'vitest';
import { readSource } from '../../../index/source/source.js';
import { bytesOf, files, judge, read } from './fixtures.js';

const squeezed = (text: string): string => text.replace(/[\s\u3000]+/g, '');
/** Types from which every cell must be read right; from the others none may be wrong and called aligned. */
const exact = new Set(['txt', 'md', 'html', 'docx', 'doc', 'wps']);

/** So many of a hundred cells of PDF tables without lines find their place; the others keep their number without a meaning. */
const LEAST_PLACED = 88;

describe('reports as files', () => {
  it.each(files.filter(({ refused }) => refused === undefined).map((gold) => [gold.file, gold] as const))('%s', async (file, gold) => {
    const reading = await read(file, bytesOf(file));
    const text = squeezed(reading.source.text);
    if (gold.said) for (const sentence of gold.of.said) expect(text).toContain(squeezed(sentence));
    expect([reading.document.issuer?.name, reading.document.year]).toEqual([gold.of.org, gold.of.year]);
    const { wrong, absent } = judge(reading, gold.tables === 'whole' ? gold.of.cells : {});
    // A PDF whose cells have lines round them is as exact as markup.
    const sure = exact.has(gold.type) || (gold.type === 'pdf' && gold.layout !== 'unruled');
    // A cell without anything in it may be left out: it is no zero either way.
    if (sure) expect({ wrong, absent }).toEqual({ wrong: [], absent: gold.tables === 'whole' ? absent.filter((metric) => gold.of.cells[metric] === '') : absent });
    expect(wrong.filter((one) => one.startsWith('aligned'))).toEqual([]);
  });

  it.each(files.filter(({ refused }) => refused !== undefined).map((gold) => [gold.file, gold.refused!] as const))('%s is refused: %s', async (file, code) => {
    expect(await readSource(file, bytesOf(file))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('nearly every cell of a PDF table without lines finds its place', async () => {
    const unruled = files.filter(({ layout }) => layout === 'unruled');
    let [placed, all] = [0, 0];
    for (const gold of unruled) {
      const { absent } = judge(await read(gold.file, bytesOf(gold.file)), gold.of.cells);
      all += Object.keys(gold.of.cells).length;
      placed += Object.keys(gold.of.cells).length - absent.length;
    }
    expect(unruled.length).toBeGreaterThan(3);
    expect((100 * placed) / all).toBeGreaterThanOrEqual(LEAST_PLACED);
  }, 60_000);
});
