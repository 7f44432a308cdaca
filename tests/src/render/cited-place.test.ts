import { describe, expect, it } from 'vitest';
import type { AnswerCitation, Block } from '../../../intents/mod.js';
import { besideQuote, placeOfAll, quotedTogether, samePlace, unquotedPlaces } from '../../../src/render/cited-place.js';

const report = (start: number, over: { readonly source?: string; readonly path?: string[]; readonly report?: string } = {}): AnswerCitation => ({ kind: 'report', report: 'liuquan-2021', source: 'f'.repeat(64), org: '柳泉镇', year: 2021, title: '柳泉镇2021年报告', path: ['一、总体情况'], quotes: ['两件'], quote: '两件', spans: [{ start, end: start + 2 }], ...over });
const law = (article: string): AnswerCitation => ({ kind: 'law', title: '条例', article, quote: '原话' });
const cited = (citation: number): Block => ({ type: 'text', inlines: [{ type: 'cited', text: '两件', citation }] });

describe('samePlace', () => {
  it.each<[string, AnswerCitation, AnswerCitation, boolean]>([
    ['two spans of a section', report(0), report(9), true],
    ['two sections', report(0), report(0, { path: ['二、主动公开'] }), false],
    ['two versions of a report', report(0), report(0, { source: 'e'.repeat(64) }), false],
    ['two reports with one title', report(0), report(0, { report: 'liuquan-2021-2' }), false],
    ['one article', law('第四十九条'), law('第四十九条'), true],
    ['two articles', law('第四十九条'), law('第五十条'), false],
    ['a law and a notice of one name', law('第一条'), { ...law('第一条'), kind: 'config' } as AnswerCitation, false],
  ])('%s', (_, a, b, same) => expect(samePlace(a, b)).toBe(same));
});

describe('placeOfAll', () => {
  it('leads to every span, each once', () => expect(placeOfAll([report(0), report(9), report(0)])).toEqual({ words: '柳泉镇2021年报告 · 一、总体情况', path: '/reports/liuquan-2021?s=ffffffffffff#c-0-2.9-11', short: '/s/ffffffffffff#c-0-2.9-11' }));
  it('leads nowhere for a law', () => expect(placeOfAll([law('第四十九条')])).toEqual({ words: '条例 · 第四十九条', path: null, short: null }));
});

describe('unquotedPlaces', () => {
  it('are those of shown figures that no quote names, each once', () => {
    const citations = [report(0), report(9), report(20, { path: ['三、申请'] }), report(30, { path: ['三、申请'] })];
    expect(unquotedPlaces({ blocks: [cited(0), cited(1), cited(2), cited(3), { type: 'quote', citation: 0 }], citations })).toEqual([{ words: '柳泉镇2021年报告 · 三、申请', path: '/reports/liuquan-2021?s=ffffffffffff#c-20-22.30-32', short: '/s/ffffffffffff#c-20-22.30-32' }]);
  });
});

describe('unquotedPlaces of one row', () => {
  it('share their words and link, each column named once; another row has its own', () => {
    const cell = (start: number, row: string, column: string): AnswerCitation => report(start, { path: ['三、申请', row, column] });
    const citations = [cell(0, '新收', '总计'), cell(3, '新收', '自然人'), cell(6, '新收', '其他'), cell(9, '结转', '总计'), cell(12, '新收', '自然人')];
    expect(unquotedPlaces({ blocks: [cited(0), cited(1), cited(2), cited(3), cited(4), { type: 'quote', citation: 0 }], citations })).toEqual([
      { words: '柳泉镇2021年报告 · 三、申请 · 新收 · 自然人、其他', path: '/reports/liuquan-2021?s=ffffffffffff#c-3-5.6-8.12-14', short: '/s/ffffffffffff#c-3-5.6-8.12-14' },
      { words: '柳泉镇2021年报告 · 三、申请 · 结转 · 总计', path: '/reports/liuquan-2021?s=ffffffffffff#c-9-11', short: '/s/ffffffffffff#c-9-11' },
    ]);
  });
});

describe('figures beside a quote', () => {
  const cell = (start: number, ...steps: string[]): AnswerCitation => report(start, { path: ['三、申请', '新收', ...steps] });
  const citations = [cell(0, '总计'), cell(3, '自然人'), cell(6, '法人或其他组织', '商业企业'), cell(9, '法人或其他组织', '其他'), report(12, { path: ['三、申请', '结转', '总计'] }), report(15, { path: ['一、总体情况'] })];
  const message = { blocks: [cited(0), cited(1), cited(2), cited(3), cited(4), cited(5), { type: 'quote' as const, citation: 0 }], citations };

  it('are those of its row, also below a head that spans some cells; one line names all of them', () => {
    const beside = besideQuote(citations[0]!, message);
    expect(beside).toEqual([citations[1], citations[2], citations[3]]);
    expect(placeOfAll([citations[0]!, ...beside])).toMatchObject({ words: '柳泉镇2021年报告 · 三、申请 · 新收 · 总计、自然人；法人或其他组织 · 商业企业、其他', short: '/s/ffffffffffff#c-0-2.3-5.6-8.9-11' });
    expect(unquotedPlaces(message, false).map(({ words }) => words)).toEqual(['柳泉镇2021年报告 · 三、申请 · 结转 · 总计', '柳泉镇2021年报告 · 一、总体情况']);
  });

  it('belong to one quote only, and to none that is the same place', () => {
    const both = { ...message, blocks: [...message.blocks, { type: 'quote' as const, citation: 1 }] };
    expect([besideQuote(citations[0]!, both), besideQuote(citations[1]!, both)]).toEqual([[citations[2], citations[3]], []]);
  });
});

describe('quotedTogether', () => {
  it('puts quotes of one place together that follow each other, and nothing else', () => {
    const citations = [report(0), report(9), law('第一条')];
    const quote = (citation: number): Block => ({ type: 'quote', citation });
    expect(quotedTogether({ blocks: [quote(0), quote(1), quote(2), cited(0), quote(0)], citations })).toEqual([{ type: 'quotes', citations: [citations[0], citations[1]] }, { type: 'quotes', citations: [citations[2]] }, cited(0), { type: 'quotes', citations: [citations[0]] }]);
  });
});
