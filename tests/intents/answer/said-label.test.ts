import { describe, expect, it } from 'vitest';
import type { Figure, MetricId } from '../../../index/mod.js';
import { inARow, say, wordsOf } from '../../../intents/answer/phrases.js';
import { saidLabel, saidPart } from '../../../intents/answer/said-label.js';

const cell = (id: number, metric: string | null, label: string): Figure => ({ id, metric: metric as MetricId | null, labels: [label], inherited: [], trust: 'aligned' }) as unknown as Figure;
const words = (inline: ReturnType<typeof saidLabel>): string => wordsOf([inline]);

describe('what a figure counts, in the language of the answer', () => {
  const row = { label: '行政处罚 本年处理决定数量', metric: 'active.penalty.decisions', trust: 'aligned' } as const;

  it.each([
    ['zh', row, '行政处罚 本年处理决定数量'],
    ['en', row, 'administrative penalties: decisions made this year'],
    // What a sentence counts is told in its own words, whichever metric it gives.
    ['en', { ...row, trust: 'stated' }, '行政处罚 本年处理决定数量'],
    ['en', { ...row, metric: null }, '行政处罚 本年处理决定数量'],
  ] as const)('%s, %o', (lang, of, expected) => {
    expect(words(saidLabel(lang, of))).toBe(expected);
  });

  it('tells a part by what its total and its neighbours do not say', () => {
    const [total, natural, legal] = [cell(1, 'req.new.total', '总计'), cell(2, 'req.new.natural', '自然人'), cell(3, 'req.new.legal', '法律服务机构')];
    expect(words(saidPart('en', natural, [], [total, natural, legal]))).toBe('natural persons');
    expect(words(saidPart('zh', natural, [], [total, natural, legal]))).toBe('自然人');
    expect(words(saidPart('en', natural, [], [total, natural, cell(4, null, '其他')]))).toBe('自然人');
  });
});

describe('English sentence frames', () => {
  it('leave no blank before a mark and part names by commas', () => {
    const year = (n: string): ReturnType<typeof say> => say('en', 'year', { n: { type: 'counted', text: n, basis: 'held' } });
    expect(wordsOf(say('en', 'acrossLine', { org: '青石镇', year: year('2021'), value: 'x' }))).toBe('青石镇 2021: x');
    expect(wordsOf(say('zh', 'acrossLine', { org: '青石镇', year: say('zh', 'year', { n: { type: 'counted', text: '2021', basis: 'held' } }), value: 'x' }))).toBe('青石镇2021年：x');
    expect(wordsOf(inARow('en', [year('2021'), year('2020')]))).toBe('2021, 2020');
  });
});
