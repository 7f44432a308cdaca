import { decodeText } from './encoding.js';
import type { Reader, ReadResult } from './reader.js';
import { refusals } from './refusal.js';
import { judgeText, looksBinary } from './text-check.js';

/** Plain text of any name: UTF-8, UTF-16, GB18030. The text is what the bytes say, nothing else. */
export const plainText: Reader = {
  name: 'plain-text',
  accepts: () => true,
  read(bytes): ReadResult {
    const text = decodeText(bytes);
    if (text !== null) return judgeText({ text });
    return { ok: false, refusal: looksBinary(bytes) ? refusals.binary(null) : refusals.undecodable() };
  },
};
