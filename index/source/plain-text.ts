import { decodeText } from './encoding.js';
import { holdsMarkupTables, readTablesInText } from './html/tables-in-text.js';
import type { Reader, ReadResult } from './reader.js';
import { refusals } from './refusal.js';
import { judgeText, looksBinary } from './text-check.js';

/** Plain text of any name: UTF-8, UTF-16, GB18030. The text is what the bytes say, nothing else, but for tables written as markup in it. */
export const plainText: Reader = {
  name: 'plain-text',
  accepts: () => true,
  read(bytes): Promise<ReadResult> | ReadResult {
    const text = decodeText(bytes);
    if (text !== null) return holdsMarkupTables(text) ? readTablesInText(text) : judgeText({ text });
    return { ok: false, refusal: looksBinary(bytes) ? refusals.binary(null) : refusals.undecodable() };
  },
};
