import { plainText } from './plain-text.js';
import type { Reader } from './reader.js';

/** In order of trial; `plainText` takes whatever nobody before it did, so it stays last. */
export const readers: readonly Reader[] = [plainText];
