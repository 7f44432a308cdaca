import { z } from 'zod';
import { loadData } from '../data.js';
import { refusals, type Refusal } from './refusal.js';
import type { Reader, ReadResult } from './reader.js';

const COMMON = new Set(loadData('index/source/common-characters.json', z.object({ about: z.string(), characters: z.string().min(20) })).characters);
/** Among the Chinese characters of a real text far more than this are common ones; of mojibake, hardly any. */
const COMMON_SHARE = 0.05;
/** A text may hold a stray control character; a binary file is full of them. */
const CONTROL_SHARE = 0.005;

/** Plain text of any name: UTF-8 (with or without mark), UTF-16 with mark, GB18030. */
export const plainText: Reader = {
  name: 'plain-text',
  accepts: () => true,
  read(bytes): ReadResult {
    const text = decode(bytes);
    if (text === null) return refused(looksBinary(bytes) ? refusals.binary(null) : refusals.undecodable());
    const kinds = survey(text);
    if (kinds.visible === 0 && kinds.controls === 0) return refused(refusals.empty());
    if (kinds.nul || kinds.controls > text.length * CONTROL_SHARE + 1) return refused(refusals.binary(null));
    if (kinds.chinese === 0) return refused(refusals.noChinese());
    return { ok: true, text };
  },
};

function refused(refusal: Refusal): ReadResult {
  return { ok: false, refusal };
}

/** Null when no encoding fits. A byte order mark is dropped by the decoder. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null) return utf8;
  const gb = decodeAs('gb18030', bytes);
  // UTF-8 with one broken byte is often valid GB18030 too, but then it reads as rare characters: never guess.
  return gb !== null && readsLikeChinese(gb) ? gb : null;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readsLikeChinese(text: string): boolean {
  let chinese = 0;
  let common = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (!isChinese(text.charCodeAt(i))) continue;
    chinese += 1;
    if (COMMON.has(text[i]!)) common += 1;
  }
  return chinese > 0 && common >= chinese * COMMON_SHARE;
}

function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  const length = Math.min(bytes.length, 65536);
  for (let i = 0; i < length; i += 1) if (isControl(bytes[i]!)) controls += 1;
  return controls > length * CONTROL_SHARE;
}

function survey(text: string): { visible: number; controls: number; chinese: number; nul: boolean } {
  const found = { visible: 0, controls: 0, chinese: 0, nul: false };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) found.nul = true;
    if (isControl(code)) found.controls += 1;
    else if (isChinese(code)) {
      found.chinese += 1;
      found.visible += 1;
    } else if (!isBlank(code)) found.visible += 1;
  }
  return found;
}

function isChinese(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || code === 0x3007 || (code >= 0xf900 && code <= 0xfaff);
}

function isControl(code: number): boolean {
  return code < 9 || (code > 13 && code < 32) || code === 127;
}

function isBlank(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200d) || code === 0x2028 || code === 0x2029 || code === 0x2060;
}
