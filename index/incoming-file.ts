import type { Text2 } from './document/diagnostic.js';

/** Why a file was not taken in: a stable code, and what to do about it. */
export interface FileError {
  readonly code: string;
  readonly message: Text2;
}

/** A file as the caller names it. `bytes` is called once, when its turn comes; what it throws becomes this file's refusal. */
export interface IncomingFile {
  readonly name: string;
  readonly path: string;
  /** In bytes, where it is known without reading: a file that is too large is then never read. */
  readonly size?: number;
  /** Why it will not be read, where that is known beforehand. */
  readonly refused?: FileError;
  bytes(): Promise<Uint8Array> | Uint8Array;
}
