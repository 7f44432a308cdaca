import { describe, expect, it } from 'vitest';
import { withoutLooks } from '../../../index/source/docx/without-looks.js';
import { readSource } from '../../../index/source/source.js';
import { docxParts } from './hostile-files.js';
import { zipOf } from './zip-of.js';

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`;
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${text.split('\n').map((line) => paragraph(run(line))).join('')}</w:tc>`;

async function read(body: string, parts: { name: string; bytes: string }[] = []): Promise<{ text: string; rows: string[][] }> {
  const result = await readSource('a.docx', zipOf([...docxParts(body), ...parts]));
  if (!result.ok) throw new Error(result.refusal.message.en);
  const { text, layout } = result.source;
  return { text, rows: (layout?.tables ?? []).flatMap((table) => table.rows.map((row) => row.map((at) => (at === null ? 'null' : text.slice(table.cells[at]!.start, table.cells[at]!.end))))) };
}

describe('what only says how something looks is taken out of the markup', () => {
  it.each<[string, string, string]>([
    ['elements that stand alone', '<w:r><w:rPr><w:rFonts w:ascii="a"/><w:sz w:val="21"/><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>', '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>'],
    ['groups, and what is empty without them', '<w:tc><w:tcPr><w:tcW w:w="9"/><w:tcBorders><w:top w:val="single"/>\n<w:left/></w:tcBorders></w:tcPr><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p></w:tc>', '<w:tc><w:p></w:p></w:tc>'],
    ['spans, marks of changes and hidden words stay', '<w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:rPr><w:vanish/><w:ins w:id="1"/></w:rPr>', '<w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:rPr><w:vanish/><w:ins w:id="1"/></w:rPr>'],
    ['names that only begin alike stay', '<w:wx/><w:buNone/><w:tab/><w:br/>', '<w:wx/><w:buNone/><w:tab/><w:br/>'],
  ])('%s', (_, part, expected) => expect(withoutLooks(part)).toBe(expected));

  it('in linear time', () => {
    const part = `${'<w:tcBorders>'.repeat(200_000)}${'<w:tcBorders><w:top/>'.repeat(100_000)}${'<w:sz '.repeat(100_000)}`;
    expect(withoutLooks(part)).toHaveLength(part.length);
  });
});

describe('a Word file', () => {
  it.each<[string, string, string]>([
    ['insertions stand, deletions are gone', paragraph(`${run('全年公开')}<w:del><w:r><w:delText>120</w:delText></w:r></w:del><w:ins>${run('135')}</w:ins>${run('条。')}`), '全年公开135条。'],
    ['what was moved stands where it went', paragraph(`<w:moveFrom>${run('移走30条')}</w:moveFrom>${run('全年公开')}<w:moveTo>${run('移来40条')}</w:moveTo>`), '全年公开移来40条'],
    ['hidden words are not shown', paragraph(`${run('公开8条')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏9条</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>，更新2次</w:t></w:r>`), '公开8条，更新2次'],
    ['a text box (old form)', paragraph(`<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph(run('方框里的公开数据8条'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`), '方框里的公开数据8条'],
    ['a text box (both forms) once', paragraph(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>${paragraph(run('新框9条'))}</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph(run('新框9条'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`), '新框9条'],
    ['tabs that stand for columns', paragraph(`${run('行政处罚')}<w:r><w:tab/></w:r>${run('5')}<w:r><w:tab/></w:r>${run('0')}`), '行政处罚\t5\t0'],
    ['a line break in a paragraph', paragraph(`${run('第一行')}<w:r><w:br/></w:r>${run('第二行')}`), '第一行\n第二行'],
    ['a field in its short form shows what it holds', paragraph(`${run('公开')}<w:fldSimple w:instr=" MERGEFIELD n ">${run('386')}</w:fldSimple>${run('条')}`), '公开386条'],
    ['words with a direction of their own', paragraph(`${run('公开')}<w:bdo w:val="ltr">${run('12')}</w:bdo><w:dir w:val="ltr">${run('条')}</w:dir>`), '公开12条'],
    ['words with their sound above', paragraph(`<w:r><w:ruby><w:rt>${run('zhèn')}</w:rt><w:rubyBase>${run('镇')}</w:rubyBase></w:ruby></w:r>${run('公开8条')}`), '镇公开8条'],
    ['a formula', paragraph(`${run('办结率')}<m:oMath><m:r><m:t>95%</m:t></m:r></m:oMath>`), '办结率95%'],
    ['a text box in its new form only', paragraph(`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph(run('新框9条'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`), '新框9条'],
    ['a number of a footnote is not part of the number before it', paragraph(`${run('公开12')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>3</w:t></w:r>${run('条')}`), '公开12³条'],
    ['words cut into runs', paragraph(`${run('政府')}${run('信息')}${run('公开')}`), '政府信息公开'],
  ])('%s', async (_, body, expected) => {
    expect((await read(body)).text).toBe(expected);
  });

  it('keeps the spans of merged cells, and breaks inside a cell fall away', async () => {
    const table = `<w:tbl>
      <w:tr>${cell('信息\n内容', '<w:vMerge w:val="restart"/>')}${cell('本年制\n发件数', '<w:gridSpan w:val="2"/>')}</w:tr>
      <w:tr>${cell('', '<w:vMerge/>')}${cell('上半年')}${cell('下半年')}</w:tr>
      <w:tr>${cell('规章')}${cell('3')}${cell('')}</w:tr></w:tbl>`;
    const { text, rows } = await read(`${paragraph(run('二、主动公开'))}${table}`);
    expect(text).toBe('二、主动公开\n\n信息内容\t本年制发件数\t\n\t上半年\t下半年\n规章\t3\t');
    expect(rows).toEqual([['信息内容', '本年制发件数', '本年制发件数'], ['信息内容', '上半年', '下半年'], ['规章', '3', '']]);
  });

  it('tells where a picture stands that nobody read', async () => {
    const picture = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="r9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></v:shape></w:pict></w:r></w:p>';
    const relations = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/a.png"/></Relationships>';
    const bytes = zipOf([...docxParts(`${paragraph(run('三、申请情况'))}${picture}${paragraph(run('四、复议'))}`), { name: 'word/_rels/document.xml.rels', bytes: relations }, { name: 'word/media/a.png', bytes: 'x' }]);
    expect(await readSource('a.docx', bytes)).toMatchObject({ ok: true, source: { text: '三、申请情况\n四、复议', layout: { unread: [{ kind: 'picture', at: 7 }] } } });
  });

  it('prints the numbers that Word counts itself', async () => {
    const level = (at: number, format: string, text: string): string => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '·')}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const styles = '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="T"><w:name w:val="T"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>';
    const at = (list: number, depth: number): string => `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`;
    const body = [
      paragraph(run('总体情况'), at(5, 0)),
      paragraph(run('主动公开'), at(5, 1)),
      paragraph(run('依申请公开'), at(5, 1)),
      paragraph(run('网站'), at(5, 2)),
      paragraph(run('存在的问题'), '<w:pStyle w:val="T"/>'),
      paragraph(run('培训'), at(5, 1)),
      paragraph(run('没有编号'), at(0, 0)),
      paragraph(run('圆点'), at(6, 0)),
    ].join('');
    const { text } = await read(body, [{ name: 'word/numbering.xml', bytes: numbering }, { name: 'word/styles.xml', bytes: styles }, { name: 'word/_rels/document.xml.rels', bytes: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>' }]);
    expect(text.split('\n')).toEqual(['一、总体情况', '（一）主动公开', '（二）依申请公开', '1. 网站', '二、存在的问题', '（一）培训', '没有编号', '圆点']);
  });
});
