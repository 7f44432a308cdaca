import { describe, expect, it } from 'vitest';
import { createAnalyzer, loadSegmenter, pairsIn, termOf } from '../../../index/text/mod.js';

const analyzer = createAnalyzer(loadSegmenter());

describe('analyzer', () => {
  it('folds blanks, widths and thousands marks away', () => {
    expect(analyzer.terms('结 果 维 持').words).toEqual(analyzer.terms('结果维持').words);
    expect(analyzer.terms('１，２３４条').words).toContain('1234');
    expect(termOf('ＷｅＣｈａｔ')).toBe('wechat');
  });

  it('drops stop words and marks', () => {
    expect(analyzer.terms('政府的、公开。').words).toEqual(['政府', '公开']);
  });

  it('adds pairs of characters that are no words of the text', () => {
    expect(analyzer.terms('窗口队伍')).toEqual({ words: ['窗口', '队伍'], pairs: [] });
    expect(analyzer.terms('为民服务站')).toEqual({ words: ['为民服务站'], pairs: ['为民', '民服', '服务', '务站'] });
    expect(analyzer.terms('村窗口')).toEqual({ words: ['村', '窗口'], pairs: ['村窗'] });
    expect(pairsIn('服务站a')).toEqual(['服务', '务站']);
  });

  it('reads what is asked for', () => {
    const { terms, links } = analyzer.asked('窗口队伍的窗口有多少');
    expect(terms.map(({ word }) => word)).toEqual(['窗口', '队伍']);
    expect(links).toEqual(['口队']);
  });

  it('keeps stop words when nothing else is asked', () => {
    expect(analyzer.asked('怎么').terms).toHaveLength(1);
    expect(analyzer.asked('').terms).toHaveLength(0);
  });
});
