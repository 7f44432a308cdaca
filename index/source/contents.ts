import { extname } from 'node:path';
import type { Text2 } from '../document/diagnostic.js';
import type { FileType } from './file-types.js';
import type { ReadResult } from './reader.js';
import { refusals } from './refusal.js';

/** What a container holds: several programs use the same kind of container, so its first bytes do not tell. */
export interface Contents {
  readonly label: Text2;
  /** Endings under which it may stand. A name with none of the endings listed here promises nothing. */
  readonly endings: RegExp;
}

const contents = (zh: string, en: string, endings: RegExp): Contents => ({ label: { zh, en }, endings });

/** What a zip or OLE file may be inside, each with its words for people and the endings that promise it. */
export const CONTENTS = {
  word: contents(' Word 文件（.docx）', 'a Word file (.docx)', /\.doc[xm]$/i),
  excel: contents(' Excel 表格（.xlsx）', 'an Excel workbook (.xlsx)', /\.xls[xm]$/i),
  powerpoint: contents(' PowerPoint 演示文稿（.pptx）', 'a PowerPoint file (.pptx)', /\.pptx$/i),
  ofd: contents(' OFD 版式文件', 'an OFD file', /\.ofd$/i),
  openDocument: contents(' OpenDocument 文件（如 .odt）', 'an OpenDocument file (such as .odt)', /\.od[ts]$/i),
  archive: contents('压缩包（.zip）', 'an archive (.zip)', /\.zip$/i),
  oldWord: contents('旧版 Word 文件（.doc、.wps）', 'an old Word file (.doc or .wps)', /\.(?:doc|wps)$/i),
  oldExcel: contents('旧版 Excel 表格（.xls）', 'an old Excel workbook (.xls)', /\.(?:xls|et)$/i),
  oldPowerpoint: contents('旧版 PowerPoint 演示文稿（.ppt）', 'an old PowerPoint file (.ppt)', /\.(?:ppt|dps)$/i),
} as const satisfies Record<string, Contents>;

/** Names of files in a container, which stand in it unpacked, and what they tell. */
const NAMED: readonly (readonly [string, Contents])[] = [
  ['word/document.xml', CONTENTS.word],
  ['xl/workbook.', CONTENTS.excel],
  ['ppt/presentation.', CONTENTS.powerpoint],
  ['OFD.xml', CONTENTS.ofd],
];

/** What a ZIP container most likely is, for telling people; null for another file and where nothing tells. */
export function labelOfContents(bytes: Uint8Array, type: FileType): Text2 | null {
  if (type.id !== 'zip') return null;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return NAMED.find(([name]) => buffer.includes(name))?.[1].label ?? null;
}

/** The refusal of a file whose ending promises other contents than it has; null where it keeps its promise or promises nothing. */
export function refusedAs(found: Contents, name: string): Extract<ReadResult, { ok: false }> | null {
  if (found.endings.test(name) || !Object.values(CONTENTS).some(({ endings }) => endings.test(name))) return null;
  return { ok: false, refusal: refusals.wrongType(extname(name), found.label) };
}
