import { describe, expect, it } from 'vitest';
import { derive } from '../../../../index/derive.js';
import { readSource } from '../../../../index/source/source.js';
import { standardSteps } from '../../../../index/steps.js';
import { bytesOf } from '../fixtures.js';
import { pdfFrom } from '../hostile-files.js';

const GB1 = '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 32 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 859 /StemV 80 >> >>';
const font = (encoding: string): string => `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [${GB1}] >>`;
const ucs2 = (text: string): string => [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
const show = (hex: string, x = 50, y = 700): string => `BT /F 12 Tf ${x} ${y} Td <${hex}> Tj ET`;

describe('a PDF', () => {
  it.each([
    ['UniGB-UCS2-H', ucs2('政府信息公开12条')],
    ['UniGB-UTF16-H', ucs2('政府信息公开12条')],
    // The same in GBK
    ['GBK-EUC-H', 'd5feb8aed0c5cfa2b9abbfaa3132ccf5'],
  ])('whose fonts are not in it (%s) is read by the tables of their encodings', async (encoding, hex) => {
    expect(await readSource('a.pdf', pdfFrom([show(hex)], font(encoding)))).toMatchObject({ ok: true, source: { text: '政府信息公开12条', reader: 'pdf' } });
  });

  it('tells which page it could not read', async () => {
    const read = await readSource('a.pdf', pdfFrom([show(ucs2('某县某镇2021年政府信息公开工作年度报告')), '', show(ucs2('全年公开8条。'))], font('UniGB-UCS2-H')));
    if (!read.ok) throw new Error(read.refusal.code);
    const { diagnostics } = derive(read.source, standardSteps);
    const found = diagnostics.find(({ code }) => code === 'page-unread')!;
    expect(read.source.text.slice(found.span!.start)).toBe('全年公开8条。');
  });

  it('whose words are invisible (laid under a scan) is refused like a scan', async () => {
    expect(await readSource('a.pdf', pdfFrom([`3 Tr ${show(ucs2('政府信息公开12条'))}`], font('UniGB-UCS2-H')))).toMatchObject({ ok: false, refusal: { code: 'scanned' } });
  });

  it('whose page is turned is read as it is shown', async () => {
    const turned = `BT /F 12 Tf 0 1 -1 0 100 50 Tm <${ucs2('政府信息公开')}> Tj ET`;
    expect(await readSource('a.pdf', pdfFrom([turned], font('UniGB-UCS2-H'), '/Rotate 90'))).toMatchObject({ ok: true, source: { text: '政府信息公开' } });
  });
});

it('leaves the engine as it was: the library puts a slow push of its own in place for everybody', async () => {
  await readSource('a.pdf', bytesOf('hongqi-bare.pdf'));
  expect(Function.prototype.toString.call(Array.prototype.push)).toContain('[native code]');
  expect(Object.keys(Array.prototype)).toEqual([]);
});
