import { printedDocument, printedWords, type PrintedWords } from './document/printed.js';
import type { SourceText } from './document/source-text.js';
import type { ReportDocument } from './document/tree.js';
import { readingOf } from './language/script/mod.js';

/** A text parsed: as grammars read it, and as the file prints it. The same places in both; the same object when nothing had to be read otherwise. */
export interface DocumentRead {
  readonly read: ReportDocument;
  readonly printed: ReportDocument;
  /** Puts printed words back into what was found in `read`; null when both are the same. */
  readonly words: PrintedWords | null;
}

/** Parses a text by its reading (`readingOf`): traditional characters as simplified ones of equal length. */
export function readDocument(source: SourceText, parse: (source: SourceText) => ReportDocument): DocumentRead {
  const reading = readingOf(source.text);
  const read = parse(reading === source.text ? source : { ...source, text: reading });
  if (reading === source.text) return { read, printed: read, words: null };
  const printed = printedDocument(read, source.text);
  return { read, printed, words: printedWords(read, printed, reading, source.text) };
}
