import { createHash } from 'node:crypto';
import type { SourceId, SourceText } from '../document/source-text.js';
import { HEAD_LENGTH, recogniseType } from './file-types.js';
import { plainText } from './plain-text.js';
import { readers } from './readers.js';
import { refusals, type Refusal } from './refusal.js';

export type { Refusal } from './refusal.js';

/** Bytes. The longest report known has under 1 MB of text; 20 MB leaves room and keeps memory bounded. */
export const MAX_BYTES = 20 * 1024 * 1024;

export type SourceResult = { readonly ok: true; readonly source: SourceText } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Reads a file's bytes into an immutable text, or refuses with a code and a message in both languages.
 * `name` is a path or base name; the source's id is the SHA-256 of `bytes`. Never throws on content.
 */
export async function readSource(name: string, bytes: Uint8Array): Promise<SourceResult> {
  if (bytes.length === 0) return { ok: false, refusal: refusals.empty() };
  if (bytes.length > MAX_BYTES) return { ok: false, refusal: refusals.tooLarge(bytes.length, MAX_BYTES) };
  const head = bytes.subarray(0, HEAD_LENGTH);
  const reader = readers.find((candidate) => candidate.accepts({ name, head }))!;
  const type = reader === plainText ? recogniseType(head) : null;
  if (type !== null) return { ok: false, refusal: type.binary ? refusals.binary(type.label) : refusals.unsupported(type.label) };
  const read = await reader.read(bytes, { name, head });
  if (!read.ok) return read;
  const id = createHash('sha256').update(bytes).digest('hex') as SourceId;
  return { ok: true, source: { id, origin: name.split(/[\\/]/).at(-1)!, text: read.text, reader: reader.name, ...(read.layout && { layout: read.layout }) } };
}
