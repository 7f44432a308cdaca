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

test('time grows about linearly', () => {
  const sentence = '成立了由乡长李金锋任组长，副书记赵勇任副组长，综合办、民政办等负责人为成员的领导小组';
  const time = (times: number): number => {
    const document = documentOf(`${sentence}，`.repeat(times));
    const from = performance.now();
    rolesIn(document);
    return performance.now() - from;
  };
  time(20);
  expect(time(100)).toBeLessThan(200);
  expect(time(20_000)).toBeLessThan(500);
  const tasks = '申请的登记由李小红承办，副主任王敏负责网站维护、分管公开，';
  const document = documentOf(tasks.repeat(150));
  const from = performance.now();
  rolesIn(document);
  expect(performance.now() - from).toBeLessThan(300);
});
