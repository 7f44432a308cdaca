import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../index/changes.js';
import type { FoundFigure } from '../../index/document/figure.js';

interface Brief {
  readonly value: string | null;
  readonly labels?: readonly string[];
  readonly inherited?: readonly string[];
  readonly metric?: string;
  readonly unit?: string;
}

function figure({ value, labels = [], inherited = [], metric, unit = '件' }: Brief): FoundFigure {
  return {
    quantity: { value: value as FoundFigure['quantity']['value'], state: value === null ? 'blank' : 'number', unit, approx: null, asWritten: value ?? '' },
    place: null,
    labels,
    inherited,
    metric: metric ?? null,
    scope: null,
    partOf: null,
    stat: 'count',
    trust: metric === undefined ? 'stated' : 'aligned',
    year: null,
    period: null,
    quote: [{ start: 0, end: 1 }],
    unit: 'passage',
    path: [],
  };
}

const brief = (before: readonly Brief[], after: readonly Brief[]): string[] =>
  changesBetween(before.map(figure), after.map(figure)).map((change) => `${change.kind} ${change.metric ?? change.label} ${change.before === null ? '∅' : (change.before.value ?? change.before.state)}→${change.after === null ? '∅' : (change.after.value ?? change.after.state)}`);

describe('what differs between two versions', () => {
  it.each<[string, Brief[], Brief[], string[]]>([
    ['nothing', [{ value: '1', metric: 'a' }], [{ value: '1', metric: 'a' }], []],
    ['a cell', [{ value: '1', metric: 'a' }, { value: '2', metric: 'b' }], [{ value: '3', metric: 'a' }, { value: '2', metric: 'b' }], ['changed a 1→3']],
    ['a cell that was blank', [{ value: null, metric: 'a' }], [{ value: '0', metric: 'a' }], ['changed a blank→0']],
    ['a unit', [{ value: '1', metric: 'a', unit: '元' }], [{ value: '1', metric: 'a', unit: '万元' }], ['changed a 1→1']],
    ['a cell with other words for its label', [{ value: '1', metric: 'a', labels: ['许可'] }], [{ value: '2', metric: 'a', labels: ['行政许可'] }], ['changed a 1→2']],
    ['a sentence', [{ value: '1', labels: ['咨询'] }], [{ value: '2', labels: ['咨询'] }], ['changed 咨询 1→2']],
    ['blanks in a label', [{ value: '1', labels: ['咨 询'] }], [{ value: '1', labels: ['咨询'] }], []],
    ['a sentence taken out and one put in', [{ value: '1', labels: ['咨询'] }], [{ value: '2', labels: ['办理'] }], ['added 办理 ∅→2', 'removed 咨询 1→∅']],
    ['a sentence with another one before it', [{ value: '1', labels: ['咨询'], inherited: ['中心'] }], [{ value: '2', labels: ['咨询'], inherited: ['大厅'] }], ['changed 咨询 1→2']],
    ['the same words twice, moved', [{ value: '1', labels: ['咨询'] }, { value: '2', labels: ['咨询'] }], [{ value: '2', labels: ['咨询'] }, { value: '1', labels: ['咨询'] }], []],
    ['one of two with the same words', [{ value: '1', labels: ['咨询'] }, { value: '2', labels: ['咨询'] }], [{ value: '1', labels: ['咨询'] }, { value: '5', labels: ['咨询'] }], ['changed 咨询 2→5']],
  ])('%s', (_name, before, after, expected) => expect(brief(before, after)).toEqual(expected));

  it('accounts for every figure, and turns round with the versions', () => {
    const one = fc.record({ value: fc.constantFrom('1', '2', '3', null), labels: fc.constantFrom(['甲'], ['乙'], ['甲', '乙']), inherited: fc.constantFrom([], ['丙']), unit: fc.constantFrom('件', '条') });
    const versions = fc.array(one, { maxLength: 12 });
    fc.assert(
      fc.property(versions, versions, (before, after) => {
        const there = changesBetween(before.map(figure), after.map(figure));
        const back = changesBetween(after.map(figure), before.map(figure));
        const count = (changes: typeof there, kind: string): number => changes.filter((change) => change.kind === kind).length;
        expect(before.length - count(there, 'removed')).toBe(after.length - count(there, 'added'));
        expect([count(there, 'added'), count(there, 'removed'), count(there, 'changed')]).toEqual([count(back, 'removed'), count(back, 'added'), count(back, 'changed')]);
        expect(changesBetween(after.map(figure), after.map(figure))).toEqual([]);
        for (const { before: was, after: is } of there) if (was !== null && is !== null) expect([was.value, was.unit]).not.toEqual([is.value, is.unit]);
      }),
    );
  });
});
