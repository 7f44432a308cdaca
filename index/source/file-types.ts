import type { Text2 } from '../document/diagnostic.js';

/** A kind of file that is recognised by its first bytes although no reader takes it yet. */
export interface FileType {
  readonly label: Text2;
  /** False for formats that are text themselves (HTML, RTF). */
  readonly binary: boolean;
  matches(head: Uint8Array): boolean;
}

/** Long enough for every signature below, blanks and a byte order mark before an HTML tag included. */
export const HEAD_LENGTH = 512;

const type = (zh: string, en: string, ...signatures: number[][]): FileType => ({
  label: { zh, en },
  binary: true,
  matches: (head) => signatures.some((signature) => signature.every((byte, i) => head[i] === byte)),
});

const textual = (zh: string, en: string, pattern: RegExp): FileType => ({
  label: { zh, en },
  binary: false,
  matches: (head) => pattern.test(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')),
});

const FILE_TYPES: readonly FileType[] = [
  type(' PDF 文件', 'a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]),
  type(' ZIP 容器（如 .docx、.xlsx、.zip）', 'a ZIP container (such as .docx, .xlsx or .zip)', [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 7, 8]),
  type('旧版 Office 文件（如 .doc、.xls）', 'an old Office file (such as .doc or .xls)', [0xd0, 0xcf, 0x11, 0xe0]),
  type('图片', 'a picture', [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a]),
  type('压缩文件', 'a compressed archive', [0x1f, 0x8b], [0x52, 0x61, 0x72, 0x21], [0x37, 0x7a, 0xbc, 0xaf]),
  type('数据库文件', 'a database file', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]),
  textual(' RTF 文件', 'an RTF file', /^\{\\rtf/),
  textual('网页（HTML）', 'a web page (HTML)', /^(?:\xef\xbb\xbf)?\s{0,64}(?:<!doctype html|<html[\s>]|<\?xml|<head[\s>])/i),
];

/** The type whose signature stands in the file's first bytes; null for anything else, plain text above all. */
export function recogniseType(head: Uint8Array): FileType | null {
  return FILE_TYPES.find((candidate) => candidate.matches(head)) ?? null;
}
