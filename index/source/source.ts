import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import type { SourceId, SourceText } from '../document/source-text.js';
import { labelOfContents } from './contents.js';
import { breaksPromise, HEAD_LENGTH, isNoReport, recogniseType } from './file-types.js';
import { plainText } from './plain-text.js';
import { readers } from './readers.js';
import type { Reader } from './reader.js';
import { refusals, type Refusal } from './refusal.js';

export type { Refusal } from './refusal.js';

/** Bytes. The longest report known has under 1 MB of text; 20 MB leaves room for pictures and keeps memory bounded. */
export const MAX_BYTES = 20 * 1024 * 1024;

/** An immutable text, or why there is none. */
export type SourceResult = { readonly ok: true; readonly source: SourceText } | { readonly ok: false; readonly refusal: Refusal };

/** The reader for a file, or why there is none. Looks at the name, the size and the first bytes only. */
export function chooseReader(name: string, bytes: Uint8Array): { readonly ok: true; readonly reader: Reader } | { readonly ok: false; readonly refusal: Refusal } {
  const refused = (refusal: Refusal): { ok: false; refusal: Refusal } => ({ ok: false, refusal });
  if (bytes.length === 0) return refused(refusals.empty());
  if (bytes.length > MAX_BYTES) return refused(refusals.tooLarge(bytes.length, MAX_BYTES));
  const head = bytes.subarray(0, HEAD_LENGTH);
  const type = recogniseType(head);
  const label = type === null ? null : (labelOfContents(bytes, type) ?? type.label);
  if (breaksPromise(name, type)) return refused(type?.binary && /\.(?:te?xt|md|markdown)$/i.test(name) ? refusals.binary(label) : refusals.wrongType(extname(name), label));
  if (isNoReport(name)) return refused(refusals.unsupported({ zh: `程序或数据文件（${extname(name)}）`, en: `a file of a program or its data (${extname(name)})` }));
  const reader = readers.find((candidate) => candidate.accepts({ name, head }))!;
  if (reader !== plainText || type === null) return { ok: true, reader };
  if (type.id === 'archive') return refused(refusals.archive(type.label));
  return refused(type.binary ? refusals.binary(type.label) : refusals.unsupported(type.label));
}

/**
 * Reads a file's bytes into an immutable text, or refuses with a code and a message in both languages.
 * `name` is a path or base name; the source's id is the SHA-256 of `bytes`. What a library throws becomes a refusal.
 */
export async function readSource(name: string, bytes: Uint8Array): Promise<SourceResult> {
  const chosen = chooseReader(name, bytes);
  if (!chosen.ok) return chosen;
  const { reader } = chosen;
  const head = bytes.subarray(0, HEAD_LENGTH);
  try {
    const read = await reader.read(bytes, { name, head });
    if (!read.ok) return read;
    const id = createHash('sha256').update(bytes).digest('hex') as SourceId;
    return { ok: true, source: { id, origin: basename(name.replaceAll('\\', '/')), text: read.text, reader: reader.name, ...(read.layout && { layout: read.layout }) } };
  } catch (error) {
    const label = recogniseType(head)?.label ?? { zh: '文本文件', en: 'a text file' };
    return { ok: false, refusal: refusals.damaged(label, error instanceof Error ? error.message.slice(0, 200) : String(error)) };
  }
}
