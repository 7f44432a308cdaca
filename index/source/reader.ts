import type { Refusal } from './refusal.js';

export type ReadResult = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly refusal: Refusal };

/** Turns a file's bytes into text. The first reader of the list that accepts a file reads it. */
export interface Reader {
  /** Kept with the text it made; stable. */
  readonly name: string;
  /** Decides by the name and the first bytes only (`HEAD_LENGTH` at most). */
  accepts(file: { readonly name: string; readonly head: Uint8Array }): boolean;
  /** Never throws: what cannot be read is refused. */
  read(bytes: Uint8Array): ReadResult;
}
