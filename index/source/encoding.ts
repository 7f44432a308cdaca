import { z } from 'zod';
import { loadData } from '../data.js';
import { isChinese, isControl } from './text-check.js';

const COMMON = new Set(loadData('index/source/common-characters.json', z.object({ about: z.string(), characters: z.string().min(20) })).characters);
/** Among the Chinese characters of a real text far more than this are common ones; of mojibake, hardly any. */
const COMMON_SHARE = 0.05;

/**
 * Bytes as text: UTF-8 (with or without mark), UTF-16 (with or without), GB18030, or the encoding the file itself declares. Null when
 * none fits. A byte order mark is dropped by the decoder.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null && !utf8.slice(0, 4096).includes('\u0000')) return utf8;
  for (const encoding of [...(declared === null ? [] : [declared]), 'gb18030', 'utf-16le', 'utf-16be']) {
    const text = decodeAs(encoding, bytes);
    // UTF-8 with one broken byte is often valid GB18030 too, but then it reads as rare characters: never guess.
    if (text !== null && readsLikeChinese(text)) return text;
  }
  return utf8;
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
    if (isControl(text.charCodeAt(i))) return false;
    if (!isChinese(text.charCodeAt(i))) continue;
    chinese += 1;
    if (COMMON.has(text[i]!)) common += 1;
  }
  return chinese > 0 && common >= chinese * COMMON_SHARE;
}
