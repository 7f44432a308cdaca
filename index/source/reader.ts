import type { Layout } from '../document/source-text.js';
import type { Refusal } from './refusal.js';

/** The text a reader made, with the grids of its tables where the file has any, or why it made none. */
export type ReadResult = { readonly ok: true; readonly text: string; readonly layout?: Layout } | { readonly ok: false; readonly refusal: Refusal };

/** A file before it is read: its name and its first bytes (`HEAD_LENGTH` at most). */
export interface Unread {
  readonly name: string;
  readonly head: Uint8Array;
}

/** Turns a file's bytes into text. The first reader of the list that accepts a file reads it. */
export interface Reader {
  /** Kept with the text it made; stable. */
  readonly name: string;
  accepts(file: Unread): boolean;
  /** Refuses what cannot be read. Libraries are loaded at the first call, so that who reads only plain text never waits for them. */
  read(bytes: Uint8Array, file: Unread): Promise<ReadResult> | ReadResult;
}
