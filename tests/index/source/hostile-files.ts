/** A PDF of pages drawn by these contents; `font` is what /F names in them, `page` what else each page says. */
export function pdfFrom(contents: readonly string[], font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', page = ''): Uint8Array {
  const kids = contents.map((_, i) => `${4 + i * 2} 0 R`).join(' ');
  const pages = contents.flatMap((content, i) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] ${page} /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]);
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`, font, ...pages];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1');
}

/** A PDF with so many empty pages. */
export const pdfOf = (pages: number): Uint8Array => pdfFrom(Array.from({ length: pages }, () => ''));

const CONTENT_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The files of a Word document around a main part (`body`: what stands in `w:body`; `prolog`: before the document). */
export function docxParts(body: string, prolog = ''): { readonly name: string; readonly bytes: string }[] {
  const names = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';
  return [
    { name: '[Content_Types].xml', bytes: CONTENT_TYPES },
    { name: '_rels/.rels', bytes: RELATIONS },
    { name: 'word/document.xml', bytes: `<?xml version="1.0" encoding="UTF-8"?>${prolog}<w:document ${names}><w:body>${body}</w:body></w:document>` },
  ];
}

/** Entities that name each other tenfold, nine deep. */
export const LAUGHS = `<!DOCTYPE lolz [<!ENTITY a0 "哈">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;
