import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crosswalk, forms, metricById } from '../../../index/forms/mod.js';
import type { FormId } from '../../../index/document/tree.js';

const ids = forms.map(({ id }) => id);
const pairs = ids.flatMap((from) => ids.map((to): [FormId, FormId] => [from, to]));
const cellsOf = (id: FormId): string[] => forms.find((form) => form.id === id)!.tables.flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.flatMap(({ metrics }) => [...metrics])));

const said = (metric: string, from: FormId, to: FormId): string => {
  const found = crosswalk(from, to).find((crossing) => crossing.from === metric)!;
  return [found.kind, ...found.to].join(' ');
};

describe('crosswalk', () => {
  it.each(pairs)('%s → %s speaks of every cell once, with a note wherever it is not the same', (from, to) => {
    const walk = crosswalk(from, to);
    const named = walk.map((crossing) => crossing.from);
    expect(named.slice(0, cellsOf(from).length)).toEqual(cellsOf(from));
    expect(new Set(named).size).toBe(named.length);
    for (const { from: metric, to: others, kind, note } of walk) {
      expect([metric, ...others].filter((id) => metricById(id) === undefined)).toEqual([]);
      expect([metric, note === null]).toEqual([metric, kind === 'same']);
      expect([metric, others.length > 0]).toEqual([metric, kind !== 'not-comparable']);
      // Beyond the cells of the other form only sums of them and figures of the text are named.
      for (const other of others) expect(cellsOf(to).includes(other) || metricById(other)!.table === 'derived' || metricById(other)!.table === 'prose', `${metric} → ${other}`).toBe(true);
    }
  });

  it.each(pairs)('%s → %s compares where the way back does', (from, to) => {
    for (const { from: metric, to: others, kind } of crosswalk(from, to)) {
      if (others.length !== 1 || !cellsOf(to).includes(others[0]!) || !cellsOf(from).includes(metric)) continue;
      expect([metric, said(others[0]!, to, from)]).toEqual([metric, `${kind} ${metric}`]);
    }
  });

  it.each<[string, FormId, FormId, string]>([
    ['req.new.total', 'gen2019', 'gen2021', 'same req.new.total'],
    ['review.pending', 'gen2021', 'gen2019', 'same review.pending'],
    ['req.other.natural', 'gen2019', 'gen2021', 'noted req.other.no_correction.natural req.other.fee_unpaid.natural req.other.misc.natural'],
    ['req.other.misc.total', 'gen2021', 'gen2019', 'not-comparable'],
    ['req.other.all.total', 'gen2021', 'gen2019', 'noted req.other.total'],
    ['active.normative.public_total', 'gen2019', 'gen2021', 'not-comparable'],
    ['active.normative.in_force', 'gen2021', 'gen2019', 'not-comparable'],
    ['active.fees.amount', 'gen2021', 'gen2019', 'not-comparable'],
    ['active.penalty.decisions', 'gen2019', 'gen2021', 'noted active.penalty.decisions'],
    ['active.procurement.amount', 'gen2019', 'gen2021', 'not-comparable'],
    ['legacy.req.total', 'form35', 'gen2021', 'noted req.new.total'],
    ['req.granted.total', 'gen2019', 'stat2014', 'noted legacy.req.agreed'],
    ['req.granted.natural', 'gen2019', 'stat2014', 'not-comparable'],
    ['legacy.lit.total', 'stat2014', 'gen2021', 'noted lit.direct.total lit.post_review.total'],
    ['req.denied.third_party.total', 'gen2021', 'stat2014', 'noted legacy.req.refused.trade_secret legacy.req.refused.privacy'],
    ['legacy.disclosed', 'stat2014', 'gen2019', 'noted prose.disclosed_items'],
    ['legacy.disclosed.period', 'form35', 'stat2014', 'not-comparable'],
    ['legacy.req.fax', 'form35', 'stat2014', 'same legacy.req.fax'],
    ['legacy.req.refused', 'form35', 'stat2014', 'not-comparable'],
    ['legacy.fees', 'stat2014', 'gen2021', 'not-comparable'],
  ])('%s of %s in %s: %s', (metric, from, to, expected) => {
    expect(said(metric, from, to)).toBe(expected);
  });

  it('uses every note, and each rule names cells of its forms', () => {
    const { notes, rules } = JSON.parse(readFileSync(new URL('../../../index/forms/crosswalk.json', import.meta.url), 'utf8')) as { notes: Record<string, unknown>; rules: { forms: [string, string]; one: string[]; other: string[]; note: string; parts?: string }[] };
    const used = new Set(['no-row', ...rules.flatMap(({ note, parts }) => [note, ...(parts === undefined ? [] : [parts])])]);
    expect(Object.keys(notes).filter((key) => !used.has(key))).toEqual([]);
    const strange = rules.flatMap(({ forms: [first], one }) => first.split('|').flatMap((form) => one.filter((id) => !id.includes('*') && !cellsOf(form as FormId).includes(id)).map((id) => `${form} ${id}`)));
    expect(strange).toEqual([]);
  });

  it('has nothing to say of a report without tables', () => {
    expect(crosswalk('gen2008', 'gen2021')).toEqual([]);
  });
});
