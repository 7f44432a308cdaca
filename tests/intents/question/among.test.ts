import { describe, expect, it } from 'vitest';
import { amongAsked, type AmongAsked } from '../../../intents/question/among.js';
import { languageOf, type Question } from '../../../intents/question/read.js';

const asked = (text: string): AmongAsked | null => amongAsked({ folded: text.toLowerCase(), lang: languageOf(text), organisations: [], years: [], section: null } as unknown as Question);

describe('what is asked of figures that were shown', () => {
  it.each<[string, AmongAsked['kind'], number | null]>([
    ['两个加起来呢', 'sum', 2],
    ['那三项相加是多少', 'sum', 3],
    ['加一起', 'sum', null],
    ['这两项合计多少', 'sum', 2],
    ['二者之和', 'sum', 2],
    ['差多少', 'difference', null],
    ['相差几件', 'difference', null],
    ['多多少', 'more', null],
    ['少几件', 'less', null],
    ['哪个多', 'most', null],
    ['其中哪项最少', 'least', null],
    ['最多的是哪个', 'most', null],
    ['三年平均', 'average', 3],
    ['what is the difference?', 'difference', null],
    ['the two together?', 'sum', 2],
    ['which one is more?', 'most', null],
    ['and the average of these?', 'average', null],
  ])('%s', (text, kind, n) => expect(asked(text)).toMatchObject({ kind, n }));

  it.each(['合计呢', '一共多少', '多少人', '多少', '哪年最多', '处罚差多少', '平均每个村多少', '哪个乡镇最多', '差旅费多少', '还差哪些没交', 'which township has the most?', 'the difference in licences'])('%s is not', (text) => expect(asked(text)).toBeNull());
});
