import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rolesIn } from '../../../../index/figures/people/mod.js';
import { documentOf } from './document-of.js';

const bit = fc.constantFrom('由', '任', '兼任', '为', '组长', '副组长', '主任', '成员', '：', '、', '，', '；', '。', '（', '）', '的', '领导小组', '办公室', '李强', '王某某', '乡长', '等', '负责日常工作', '不再', '\n', '**', ' ', '“', '”', '第一责任人', '阿依·古丽', '负责', '分管', '承办', '牵头', '申请的登记', '网站维护', '副主任', '字永芬', '主编', '和', '分别', '管');
const text = fc.oneof(fc.array(bit, { maxLength: 40 }).map((bits) => bits.join('')), fc.string({ unit: 'binary', maxLength: 80 }));

test('never throws; what it says stands in its quote', () => {
  fc.assert(
    fc.property(text, (source) => {
      for (const role of rolesIn(documentOf(source))) {
        const quoted = role.quote.map(({ start, end }) => source.slice(start, end)).join('').replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '');
        for (const words of [role.holder, role.holderPost]) if (words !== null) expect(quoted).toContain(words.replace(/\s/g, ''));
      }
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['成立了由乡长李金锋任组长，副书记赵勇任副组长，综合办、民政办等负责人为成员的领导小组，', 20_000],
  ['申请的登记由李小红承办，副主任王敏负责网站维护、分管公开，', 20_000],
])('great lengths of %s are read, in time that the runner allows to linear growth only', (words, times) => {
  const source = words.repeat(times);
  const roles = rolesIn(documentOf(source));
  expect(roles.every(({ quote }) => quote.every(({ start, end }) => start < end && end <= source.length))).toBe(true);
  // As sentences of their own, each is read as the first is.
  const sentence = `${words.slice(0, -1)}。\n`;
  expect(rolesIn(documentOf(sentence.repeat(1_000)))).toHaveLength(1_000 * rolesIn(documentOf(sentence)).length);
});
