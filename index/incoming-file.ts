import type { Text2 } from './document/diagnostic.js';
import type { Hints } from './document/source-text.js';

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
  /** What a person says of it (`--org`, `--year`): comes before what the file says, and is kept. */
  readonly told?: NonNullable<Hints['told']>;
  bytes(): Promise<Uint8Array> | Uint8Array;
}

/** What the caller knows of a file beside its bytes: 2021n of pub/2021n/a.txt (folders lie, but may be all there is), and a person's word, added to what was said before. */
export function hintsOf({ path, told }: IncomingFile, before: Hints | null): Hints | null {
  const folder = path.split(/[\\/]/).slice(0, -1).findLast((name) => /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(name));
  if (folder === undefined && told === undefined) return null;
  return { ...(folder !== undefined && { folder }), ...(told !== undefined && { told: { ...before?.told, ...told } }) };
}
