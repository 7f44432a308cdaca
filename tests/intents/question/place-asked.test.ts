import { describe, expect, it } from 'vitest';
import type { Lang } from '../../../index/mod.js';
import { asksForEachOf, placeAsked } from '../../../intents/question/place-asked.js';

describe('a place in a rank', () => {
  it.each<[folded: string, lang: Lang, n: number | null, below: boolean]>([
    ['2021年新收申请排第二的是哪个乡镇', 'zh', 2, false],
    ['全县申请第十二名是谁', 'zh', 12, false],
    ['倒数第三名是谁', 'zh', 3, true],
    ['申请第二少的单位', 'zh', 2, true],
    ['第三位置上写了什么', 'zh', null, false],
    ['which town ranked 2nd by requests', 'en', 2, false],
    ['who is second from the bottom', 'en', 2, true],
    ['which town had the third fewest requests', 'en', 3, true],
    ['who came first', 'en', null, false],
  ])('%s', (folded, lang, n, below) => {
    const place = placeAsked({ folded, lang });
    expect([place?.n ?? null, place?.below ?? false]).toEqual([n, below]);
  });

  it('is none where each is asked for by itself', () => {
    const asked = ['各乡镇行政许可分别多少', '每个街道各有几件', '全县申请一共多少'].map((folded) => asksForEachOf({ folded, lang: 'zh' }));
    expect(asked).toEqual([true, true, false]);
  });
});
