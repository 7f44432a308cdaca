import type { SourceText } from '../document/source-text.js';
import type { ReadResult } from './reader.js';
import { refusals } from './refusal.js';

/** A text may hold a stray control character; a binary file is full of them. */
const CONTROL_SHARE = 0.005;
/** Characters. The longest report known has a tenth of this; the rest of the way from text to figures takes a multiple of it in memory. */
const MAX_CHARACTERS = 3_000_000;
/** Tabs, bars and line ends: so many cells and lines may a text have. Web pages and Word files have their own limits on cells. */
export const MAX_CELLS = 150_000;

/** A text that was read, unless it is none (nothing printed in it, no Chinese, control characters all over) or has more in it than any report. */
export function judgeText(read: Pick<SourceText, 'text' | 'layout'>): ReadResult {
  const kinds = survey(read.text);
  if (kinds.visible === 0 && kinds.controls === 0) return { ok: false, refusal: refusals.empty() };
  if (kinds.nul || kinds.controls > read.text.length * CONTROL_SHARE + 1) return { ok: false, refusal: refusals.binary(null) };
  if (kinds.chinese === 0) return { ok: false, refusal: refusals.noChinese() };
  if (read.text.length > MAX_CHARACTERS) return { ok: false, refusal: refusals.tooComplex({ zh: `文字超过 ${MAX_CHARACTERS / 10_000} 万字`, en: `it has more than ${MAX_CHARACTERS} characters` }) };
  if (kinds.cells > MAX_CELLS) return { ok: false, refusal: refusals.tooComplex({ zh: `行和单元格超过 ${MAX_CELLS / 10_000} 万个`, en: `it has more than ${MAX_CELLS} lines and cells` }) };
  return { ok: true, ...read };
}

/** True for bytes that no text would hold so many control characters of. */
export function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  const length = Math.min(bytes.length, 65536);
  for (let i = 0; i < length; i += 1) if (isControl(bytes[i]!)) controls += 1;
  return controls > length * CONTROL_SHARE;
}

function survey(text: string): { visible: number; controls: number; chinese: number; cells: number; nul: boolean } {
  const found = { visible: 0, controls: 0, chinese: 0, cells: 0, nul: false };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) found.nul = true;
    if (code === 9 || code === 10 || code === 124) found.cells += 1;
    if (isControl(code)) found.controls += 1;
    else if (isChinese(code)) {
      found.chinese += 1;
      found.visible += 1;
    } else if (!isBlank(code)) found.visible += 1;
  }
  return found;
}

/** True for a Han character of the common blocks and for 〇; `code` in UTF-16 units. */
export function isChinese(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 0xf900 && code <= 0xfaff);
}

/** True for control characters that are no blanks. */
export function isControl(code: number): boolean {
  return code < 9 || (code > 13 && code < 32) || code === 127;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d) || code === 0x2028 || code === 0x2029 || code === 0x2060;
}
