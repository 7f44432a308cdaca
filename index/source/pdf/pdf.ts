import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Text2 } from '../../document/diagnostic.js';
import { recogniseType } from '../file-types.js';
import type { Reader, ReadResult } from '../reader.js';
import { refusals, type Refusal } from '../refusal.js';
import { SourceWriter } from '../source-writer.js';
import { judgeText } from '../text-check.js';
import { readDrawing, type Matrix } from './drawing.js';
import { loadLibrary } from './library.js';
import { writePages, type Page } from './pages.js';

/** Reports have some ten pages; a yearbook has hundreds. */
const MAX_PAGES = 300;
/** Drawing operations of one page; a page of text and tables has some thousand. */
const MAX_OPERATIONS = 400_000;
const PDF: Text2 = { zh: ' PDF 文件', en: 'a PDF file' };
/** Below this share of characters that a font can name, the text layer is there but cannot be told. */
const READABLE = 0.8;

/** PDF files with a text layer: rows and columns rebuilt from the places of characters and lines. */
export const pdf: Reader = {
  name: 'pdf',
  accepts: ({ head }) => recogniseType(head)?.id === 'pdf',
  async read(bytes): Promise<ReadResult> {
    const { getDocument, OPS } = await loadLibrary();
    const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    const task = getDocument({
      // The library takes what it is given for itself.
      data: Uint8Array.from(bytes),
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      // Pictures are never looked at, so none is unpacked.
      maxImageSize: 1,
      cMapUrl: `${join(folder, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    });
    try {
      const document = await task.promise;
      if (document.numPages > MAX_PAGES) return refused(refusals.tooComplex({ zh: `有 ${document.numPages} 页，超过 ${MAX_PAGES} 页`, en: `it has ${document.numPages} pages, more than ${MAX_PAGES}` }));
      const pages: Page[] = [];
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        const operations = await page.getOperatorList({ annotationMode: 0 });
        if (operations.fnArray.length > MAX_OPERATIONS) return refused(refusals.tooComplex({ zh: `第 ${number} 页的绘图指令超过 ${MAX_OPERATIONS} 条`, en: `page ${number} has more than ${MAX_OPERATIONS} drawing operations` }));
        const { transform, height } = page.getViewport({ scale: 1 });
        pages.push({ drawing: readDrawing(operations, transform as unknown as Matrix, OPS as unknown as Record<string, number>, (font) => unitOf(page.commonObjs, font)), height });
        page.cleanup();
      }
      return written(pages);
    } catch (error) {
      if (error instanceof Error && error.name === 'PasswordException') return refused(refusals.encrypted(PDF));
      return refused(refusals.damaged(PDF, error instanceof Error ? error.message.slice(0, 200) : String(error)));
    } finally {
      await task.destroy();
    }
  },
};

function refused(refusal: Refusal): ReadResult {
  return { ok: false, refusal };
}

function unitOf(fonts: { has(name: string): boolean; get(name: string): unknown }, font: string): number {
  return fonts.has(font) ? ((fonts.get(font) as { fontMatrix?: readonly number[] }).fontMatrix?.[0] ?? 0.001) : 0.001;
}

function written(pages: readonly Page[]): ReadResult {
  const shown = pages.reduce((sum, { drawing }) => sum + drawing.glyphs.length, 0);
  const hidden = pages.reduce((sum, { drawing }) => sum + drawing.invisible, 0);
  // Text that recognition laid under a picture of the page is as good as the recognition was: nobody has read it.
  if (shown === 0 || hidden > shown) return refused(refusals.scanned(pages.length));
  const named = pages.reduce((sum, { drawing }) => sum + drawing.glyphs.filter(({ text }) => !/[\ue000-\uf8ff\ufffd\p{Cc}]/u.test(text)).length, 0);
  if (named < shown * READABLE) return refused(refusals.garbled());
  const writer = new SourceWriter();
  writePages(pages, writer);
  return judgeText(writer.finish());
}
