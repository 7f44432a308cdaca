declare const brand: unique symbol;
export type Brand<T, B extends string> = T & { readonly [brand]: B };

/** SHA-256 of the file's bytes, lower-case hex. */
export type SourceId = Brand<string, 'SourceId'>;

/** What a reader made of a file's bytes. `text` never changes afterwards: every span counts in it. */
export interface SourceText {
  readonly id: SourceId;
  /** Where the bytes came from, as a person would recognise it: a file's base name. */
  readonly origin: string;
  readonly text: string;
  /** Name of the reader that made the text. */
  readonly reader: string;
}
