import type { Text2 } from '../document/diagnostic.js';

/** File types told by their first bytes; what none of these fits is taken for text. */
export type FileTypeId = 'pdf' | 'zip' | 'ole' | 'picture' | 'archive' | 'database' | 'rtf' | 'mht' | 'html';

/** A kind of file as its first bytes show it. */
export interface FileType {
  readonly id: FileTypeId;
  readonly label: Text2;
  /** False for formats that are text themselves. */
  readonly binary: boolean;
  matches(head: Uint8Array): boolean;
}

/** Long enough for every signature below, blanks, comments and a byte order mark before an HTML tag included. */
export const HEAD_LENGTH = 1024;

const type = (id: FileTypeId, zh: string, en: string, ...signatures: number[][]): FileType => ({
  id,
  label: { zh, en },
  binary: true,
  matches: (head) => signatures.some((signature) => signature.every((byte, i) => head[i] === byte)),
});

const textual = (id: FileTypeId, zh: string, en: string, pattern: RegExp): FileType => ({
  id,
  label: { zh, en },
  binary: false,
  // UTF-16 pages show their tags when the zero bytes between them are left out.
  matches: (head) => pattern.test(Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\u0000', '')),
});

const FILE_TYPES: readonly FileType[] = [
  type('pdf', ' PDF 文件', 'a PDF file', [0x25, 0x50, 0x44, 0x46, 0x2d]),
  type('zip', ' ZIP 容器（如 .docx、.xlsx、.zip）', 'a ZIP container (such as .docx, .xlsx or .zip)', [0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 7, 8]),
  type('ole', '旧版 Office 文件（如 .doc、.wps、.xls）', 'an old Office file (such as .doc, .wps or .xls)', [0xd0, 0xcf, 0x11, 0xe0]),
  type('picture', '图片', 'a picture', [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a]),
  type('archive', '压缩文件（RAR、7z、gz）', 'a compressed archive (RAR, 7z or gz)', [0x1f, 0x8b], [0x52, 0x61, 0x72, 0x21], [0x37, 0x7a, 0xbc, 0xaf]),
  type('database', '数据库文件', 'a database file', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]),
  textual('rtf', ' RTF 文件', 'an RTF file', /^\{\\rtf/),
  textual('mht', '单个文件网页（MHT）', 'a single-file web page (MHT)', /^(?:from|mime-version|date|subject|x-\w+)\s*:[^]*?content-(?:type|location)\s*:/i),
  textual('html', '网页（HTML）', 'a web page (HTML)', /^\s{0,64}(?:<!--[^]{0,600}?-->\s*)*(?:<!doctype html|<html[\s>]|<\?xml|<head[\s>]|<meta\s|<title>|<body[\s>])/i),
];

/** The type whose signature stands in the file's first bytes; null for anything else, plain text above all. */
export function recogniseType(head: Uint8Array): FileType | null {
  return FILE_TYPES.find((candidate) => candidate.matches(head)) ?? null;
}

/**
 * What the ending of a name promises; `null`: text without a signature. Markup is text, so that a text may be a page. A Word file with
 * a password stands in a container of old Office. Endings that promise nothing are not listed. What a container holds is another
 * promise (`contents.ts`).
 */
const PROMISES: readonly { readonly ending: RegExp; readonly ids: readonly (FileTypeId | null)[] }[] = [
  { ending: /\.(?:txt|text|md|markdown)$/i, ids: [null, 'html'] },
  { ending: /\.(?:docx|docm|xlsx|xlsm|pptx)$/i, ids: ['zip', 'ole'] },
  { ending: /\.(?:zip|odt|ods|ofd)$/i, ids: ['zip'] },
  { ending: /\.pdf$/i, ids: ['pdf'] },
  { ending: /\.(?:doc|wps|xls|et|ppt|dps)$/i, ids: ['ole'] },
  { ending: /\.(?:s|x|j)?html?$/i, ids: ['html', null] },
  { ending: /\.(?:png|jpe?g|gif|tiff?)$/i, ids: ['picture'] },
  { ending: /\.(?:rar|7z|t?gz)$/i, ids: ['archive'] },
  { ending: /\.rtf$/i, ids: ['rtf'] },
];

/** True when a file's name ends in a way that promises another type than its first bytes show. */
export function breaksPromise(name: string, type: FileType | null): boolean {
  const promise = PROMISES.find(({ ending }) => ending.test(name));
  return promise !== undefined && !promise.ids.includes(type?.id ?? null);
}

const NO_REPORT = /\.(?:json|jsonl|css|m?js|ts|map|xml|ya?ml|ini|sql|py|csv|log)$/i;

/** True for a name that is a program's or its data's, though its bytes are text: a saved page brings such files along. */
export function isNoReport(name: string): boolean {
  return NO_REPORT.test(name);
}
