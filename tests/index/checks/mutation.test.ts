import { describe, expect, it } from 'vitest';
import { factsOf, findingsIn, type Facts } from '../../../index/checks/mod.js';
import { alignTables } from '../../../index/forms/mod.js';
import { forms } from '../../../index/forms/forms.js';
import { parseDocument } from '../../../index/parse/document.js';
import { readSource } from '../../../index/source/source.js';
import { sample } from './facts-of.js';

const SAMPLES = ['menglai-2020', 'qingshi-2020', 'qingshi-2021', 'qingshi-2022', 'liuhe-2020', 'shijianju-2021', 'shijianju-2022', 'shijianju-2023'];
const MUTATIONS = Number(process.env['MUTATIONS'] ?? 1000);

async function factsIn(text: string): Promise<Facts> {
  const read = await readSource('case.txt', new TextEncoder().encode(text));
  if (!read.ok) throw new Error(read.refusal.code);
  const document = parseDocument(read.source);
  const { figures, diagnostics } = alignTables(document);
  return factsOf({ report: 'case', organisation: document.issuer!, year: document.year, source: read.source, document, figures, diagnostics, previous: null });
}

/** A sequence of whole numbers below `limit` that is the same in every run. */
function randomly(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** The cells of an identity over which a change is broken; computed from the truth, not from what is read. */
function broken(metric: string, by: number, facts: Facts): boolean {
  return by !== 0 && forms.some((form) => form.identities.some(({ parts, equals }) => [...parts, ...equals].includes(metric) && [...parts, ...equals].every((id) => facts.cells.get(id)?.quantity.value != null)));
}

describe('one digit changed at random in a clean report', () => {
  it('is found whenever it breaks an identity, the cell in the first finding, and named wherever two broken identities cross', { timeout: 600_000 }, async () => {
    const next = randomly(20_260_131);
    const texts = await Promise.all(SAMPLES.map(async (name) => ({ text: sample(name), facts: await factsIn(sample(name)) })));
    let breaking = 0;
    let found = 0;
    let crossing = 0;
    let named = 0;
    const missed: string[] = [];
    for (const { facts } of texts) expect(findingsIn(facts).filter(({ severity }) => severity === 'error')).toEqual([]);
    for (let n = 0; n < MUTATIONS; n += 1) {
      const { text, facts } = texts[next(texts.length)]!;
      const cells = [...facts.cells.values()].filter(({ place, quantity }) => place?.length === 1 && /^\d+$/.test(quantity.asWritten));
      const cell = cells[next(cells.length)]!;
      const at = cell.place![0].start + next(cell.quantity.asWritten.length);
      const digit = String(next(10));
      const changed = text.slice(0, at) + digit + text.slice(at + 1);
      const by = Number(changed.slice(cell.place![0].start, cell.place![0].end)) - Number(cell.quantity.value);
      if (!broken(cell.metric!, by, facts)) continue;
      breaking += 1;
      const findings = findingsIn(await factsIn(changed)).filter(({ rule }) => /^C[34](?:-[123])?$/.test(rule));
      if (findings[0]?.metrics.includes(cell.metric!)) found += 1;
      else missed.push(`${cell.metric} ${cell.quantity.value} by ${by}`);
      if (findings.filter(({ metrics }) => metrics.includes(cell.metric!)).length < 2) continue;
      crossing += 1;
      if (findings[0]!.suspect === cell.metric) named += 1;
    }
    console.info(`${found} of ${breaking} breaking changes found; cell named in ${named} of ${crossing} crossings${missed.length > 0 ? `; missed: ${missed.slice(0, 12).join(', ')}` : ''}`);
    expect(found / breaking).toBeGreaterThanOrEqual(0.99);
    expect(named).toBe(crossing);
  });
});
