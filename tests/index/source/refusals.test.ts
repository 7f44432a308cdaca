import { describe, expect, it } from 'vitest';
import { readSource } from '../../../index/source/source.js';
import { bytesOf } from './fixtures.js';
import { docxParts, LAUGHS, pdfOf } from './hostile-files.js';
import { zipOf } from './zip-of.js';

const text = (content: string): Uint8Array => Buffer.from(content);
const paragraph = (content: string): string => `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`;
const docx = (body: string, prolog = ''): Uint8Array => zipOf(docxParts(body, prolog));
const page = (body: string): Uint8Array => text(`<!DOCTYPE html><html><body>${body}</body></html>`);

const workbook = zipOf([{ name: '[Content_Types].xml', bytes: '<Types/>' }, { name: 'xl/workbook.xml', bytes: '<workbook/>' }]);
/** An old Office container as far as it is looked at: its signature and the names of its streams. */
const oldOffice = (...streams: string[]): Uint8Array => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), ...streams.map((stream) => Buffer.from(`${stream}\0`, 'utf16le'))]);
const oldWorkbook = oldOffice('Workbook');

describe('a file that is not what its name says is refused', () => {
  it.each<[string, Uint8Array, string, RegExp]>([
    ['a.docx', text('勐来乡2020年报告'), 'wrong-type', /\.docx/],
    ['a.pdf', bytesOf('hongqi-bare.docx'), 'wrong-type', /a Word file/],
    ['a.pdf', zipOf([{ name: 'a.txt', bytes: '公开' }]), 'wrong-type', /ZIP/],
    ['a.rar', Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7]), 'unsupported-type', /unpack/],
    ['a.docx', bytesOf('hongqi-bare.pdf'), 'wrong-type', /PDF/],
    ['a.txt', bytesOf('hongqi-bare.docx'), 'binary', /a Word file/],
    ['a.doc', bytesOf('hongqi-bare.docx'), 'wrong-type', /a Word file/],
    ['a.doc', page('勐来乡'), 'wrong-type', /HTML/],
    ['a.html', bytesOf('hongqi-bare.pdf'), 'wrong-type', /PDF/],
    ['a.pdf', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'wrong-type', /picture/],
    ['a.wps', text('{\\rtf1 abc}'), 'wrong-type', /RTF/],
    ['a.xlsx', bytesOf('hongqi-bare.docx'), 'wrong-type', /a Word file/],
    ['a.zip', bytesOf('hongqi-bare.docx'), 'wrong-type', /a Word file/],
    ['a.pptx', bytesOf('hongqi-bare.docx'), 'wrong-type', /a Word file/],
    ['a.docx', workbook, 'wrong-type', /Excel/],
    ['a.docx', zipOf([{ name: '报告.txt', bytes: '勐来乡' }]), 'wrong-type', /archive/],
    ['a.xls', bytesOf('baitang-bare.doc'), 'wrong-type', /old Word/],
    ['a.docx', bytesOf('baitang-bare.doc'), 'wrong-type', /old Word/],
    ['a.doc', oldWorkbook, 'wrong-type', /old Excel/],
    ['a.png', bytesOf('hongqi-bare.pdf'), 'wrong-type', /PDF/],
    ['a.rar', text('勐来乡2020年报告'), 'wrong-type', /no such file/],
    ['a.rtf', text('勐来乡2020年报告'), 'wrong-type', /no such file/],
    ['a.xls', oldWorkbook, 'unsupported-type', /old Excel/],
    ['a.json', text('{"a":"勐来乡"}'), 'unsupported-type', /program/],
    ['a.xlsx', workbook, 'unsupported-type', /Excel/],
    ['a', zipOf([{ name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text' }]), 'unsupported-type', /OpenDocument/],
    ['a.mht', text('MIME-Version: 1.0\nContent-Type: multipart/related\n\n勐来乡'), 'unsupported-type', /MHT/],
  ])('%s', async (name, bytes, code, says) => {
    const result = await readSource(name, bytes);
    expect(result).toMatchObject({ ok: false, refusal: { code } });
    if (!result.ok) expect(result.refusal.message.en).toMatch(says);
  });
});

describe('a Word file with a password', () => {
  it.each(['a.docx', 'a.doc'])('is refused as such: %s', async (name) => {
    expect(await readSource(name, oldOffice('EncryptionInfo', 'EncryptedPackage'))).toMatchObject({ ok: false, refusal: { code: 'encrypted' } });
  });
});

describe('markup under the ending of a text is text', () => {
  it.each(['a.txt', 'a.md', 'a.html'])('%s', async (name) => {
    const result = await readSource(name, page('<p>勐来乡2020年报告</p><table><tr><td>规章</td><td>3</td></tr></table>'));
    expect(result).toMatchObject({ ok: true, source: { reader: 'html', text: '勐来乡2020年报告\n\n规章\t3' } });
  });
});

describe('a file that was made to stop the reader is refused', () => {
  it.each<[string, string, () => Uint8Array, string]>([
    ['a Word file with entities that name each other', 'a.docx', () => docx(paragraph('&a9;'), LAUGHS), 'too-complex'],
    ['a Word file that swells', 'a.docx', () => docx(paragraph('公'.repeat(3_000_000))), 'too-complex'],
    ['a Word file with a part that says it is huge', 'a.docx', () => zipOf([...docxParts(paragraph('公开')), { name: 'word/footnotes.xml', bytes: 'x', declares: 2 ** 31 }]), 'too-complex'],
    ['a Word file with a hundred thousand cells', 'a.docx', () => docx(`<w:tbl><w:tr>${'<w:tc><w:p/></w:tc>'.repeat(100_000)}</w:tr></w:tbl>`), 'too-complex'],
    ['a damaged Word file', 'a.docx', () => bytesOf('hongqi-bare.docx').slice(0, 3000), 'damaged'],
    ['a page with a million cells', 'a.html', () => page(`<table>${`<tr>${'<td>0</td>'.repeat(1000)}</tr>`.repeat(1000)}</table>信息`), 'too-complex'],
    ['a page with a cell that covers a million places', 'a.html', () => page(`<table>${'<tr><td rowspan="1000" colspan="1000">公开</td></tr>'.repeat(300)}</table>`), 'too-complex'],
    ['a text with a million cells', 'a.txt', () => new TextEncoder().encode(`信息公开\n${`${'0\t'.repeat(999)}0\n`.repeat(1000)}`), 'too-complex'],
    ['a Markdown file with a million cells', 'a.md', () => new TextEncoder().encode(`信息公开\n${`|${'0|'.repeat(1000)}\n`.repeat(1000)}`), 'too-complex'],
    ['a million cells, one a line', 'a.txt', () => new TextEncoder().encode(`信息公开\n${'0\n'.repeat(1_000_000)}`), 'too-complex'],
    ['a text longer than any report', 'a.txt', () => new TextEncoder().encode('一、'.repeat(1_600_000)), 'too-complex'],
    ['a page nested too deeply', 'a.html', () => page(`${'<div>'.repeat(50_000)}公开`), 'too-complex'],
    ['a PDF of three thousand pages', 'a.pdf', () => pdfOf(3000), 'too-complex'],
    ['a PDF without text', 'a.pdf', () => pdfOf(2), 'scanned'],
    ['a PDF that is cut', 'a.pdf', () => bytesOf('hongqi-bare.pdf').slice(0, 2000), 'damaged'],
    ['an old Office file that is cut', 'a.doc', () => bytesOf('baitang-bare.doc').slice(0, 9000), 'unsupported-type'],
  ])('%s', async (_, name, make, code) => {
    expect(await readSource(name, make())).toMatchObject({ ok: false, refusal: { code } });
  }, 20_000);
});
