import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindsOfNames } from '../../../intents/question/quoted-names.js';

const noVerb = (): boolean => false;
/** What stands on either side of a name in quotes, found by trying every place of the text. */
const ANYWHERE = /(\p{Script=Han}*)“([^“”]{2,12})”(\p{Script=Han}*)/gu;

describe('kinds of what is called by a name in quotes', () => {
  it.each<[string, string, readonly string[]]>([
    ['before it', '开通微信公众号“新声之窗”，推送信息。', ['新声之窗']],
    ['behind it', '在“新声之窗”公众号发布。', ['新声之窗']],
    ['between two of them, where the words belong to the first', '“甲乙丙”公众号“丁戊己”。', ['甲乙丙']],
    ['not for a quoted phrase that nothing calls anything', '坚持“应公开尽公开”。', []],
  ])('%s', (_, text, names) => {
    expect([...kindsOfNames(text, noVerb).keys()]).toEqual(names);
  });

  it('the words on both sides are those that stand there, whatever the text', () => {
    const piece = fc.constantFrom('公众号', '微信', '“', '”', '新声', '𠮷', ' ', '，', '热线', '网站', 'ab', '平台');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const known = kindsOfNames(text, noVerb);
        const found = [...text.matchAll(ANYWHERE)].map(([, before = '', name = '', after = '']) => kindsOfNames(`${before}“${name}”${after}`, noVerb).size);
        expect(known.size > 0).toBe(found.some((size) => size > 0));
      }),
    );
  });
});
