/** The part of the library that is used; it brings no types of its own. */
declare module 'word-extractor' {
  interface TextOptions {
    /** False leaves quotation marks and dashes as they are printed. */
    readonly filterUnicode?: boolean;
  }
  interface WordDocument {
    getBody(options?: TextOptions): string;
    getTextboxes(options?: TextOptions & { readonly includeHeadersAndFooters?: boolean; readonly includeBody?: boolean }): string;
  }
  export default class WordExtractor {
    extract(source: string | Buffer): Promise<WordDocument>;
  }
}
