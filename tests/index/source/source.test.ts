import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_BYTES, readSource } from '../../../index/source/source.js';

const report = '青禾镇人民政府2021年政府信息公开工作年度报告\r\n一、总体情况\r\n全年公开信息12条。';
const utf8 = new TextEncoder().encode(report);
// 政府信息公开年报 in GB18030
const gb = Uint8Array.from([0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2, 0xb9, 0xab, 0xbf, 0xaa, 0xc4, 0xea, 0xb1, 0xa8]);

const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('readSource reads', () => {
  it.each([
    ['UTF-8', utf8, report],
    ['UTF-8 with mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), report],
    ['UTF-16 little endian', utf16(report, false), report],
    ['UTF-16 big endian', utf16(report, true), report],
    ['UTF-16 little endian without mark', utf16(report, false).slice(2), report],
    ['UTF-16 big endian without mark', utf16(report, true).slice(2), report],
    ['GB18030', gb, '政府信息公开年报'],
  ])('%s', async (_name, bytes, text) => {
    const result = await readSource('some/folder/a.txt', bytes);
    expect(result).toMatchObject({ ok: true, source: { text, origin: 'a.txt', reader: 'plain-text', id: createHash('sha256').update(bytes).digest('hex') } });
  });
});

describe('readSource refuses', () => {
  const bytes = (...list: (number | string)[]): Uint8Array => Buffer.concat(list.map((x) => (typeof x === 'number' ? Buffer.from([x]) : Buffer.from(x))));
  it.each([
    ['no bytes', bytes(), 'empty', /空/],
    ['blanks', bytes(' \n\t　\u00a0\r\n'), 'empty', /空/],
    ['a byte order mark alone', bytes(0xef, 0xbb, 0xbf), 'empty', /空/],
    ['PDF', bytes('%PDF-1.7\n信息公开'), 'binary', /PDF/],
    ['docx', bytes('PK', 3, 4, '信息公开'), 'binary', /docx/],
    ['doc', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'binary', /\.doc/],
    ['png', bytes(0x89, 'PNG'), 'binary', /图片/],
    ['NUL', bytes('信息公开', 0, '年报'), 'binary', /纯文本/],
    ['controls', bytes('信息', ...Array.from({ length: 50 }, () => 7)), 'binary', /纯文本/],
    ['RTF', bytes('{\\rtf1 abc}'), 'wrong-type', /RTF/],
    ['no Chinese', bytes('Annual report 2021'), 'no-chinese', /中文/],
    ['broken UTF-8', bytes(...Array.from({ length: 40 }, () => '政府信息公开'), 0xe6, 0x94), 'undecodable', /编码/],
    ['noise', Uint8Array.from([0xff, 0x80, 0x81, 0xff]), 'undecodable', /编码/],
  ])('%s', async (_name, content, code, message) => {
    const result = await readSource('a.txt', content);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    if (!result.ok) {
      expect(result.refusal.message.zh).toMatch(message);
      expect(result.refusal.message.en.length).toBeGreaterThan(10);
    }
  });

  it('a text that is too large', async () => {
    expect(await readSource('big.txt', new Uint8Array(50 * 1024 * 1024))).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
    expect(await readSource('big.txt', new Uint8Array(MAX_BYTES + 1))).toMatchObject({ ok: false, refusal: { code: 'too-large' } });
  });

  it('never throws, and what it reads is what the bytes say', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
      const result = await readSource('x', content);
      if (result.ok) expect(result.source.text.length).toBeGreaterThan(0);
    }));
  });
});
