import { docx } from './docx/docx.js';
import { html } from './html/html.js';
import { pdf } from './pdf/pdf.js';
import { plainText } from './plain-text.js';
import type { Reader } from './reader.js';
import { word97 } from './word97.js';

/** In order of trial; `plainText` takes whatever nobody before it did, so it stays last. */
export const readers: readonly Reader[] = [docx, pdf, word97, html, plainText];
