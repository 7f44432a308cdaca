/** A piece of text as the segmenter cut it. `text` is the very slice; filters make terms of it and never touch the offsets. */
export interface Token {
  readonly text: string;
  /** `[start, end)` in UTF-16 code units of the text given to `segment`. */
  readonly start: number;
  readonly end: number;
}

/** Cuts text into words. Tokens tile the text: the first starts at 0, each starts where the one before ends, the last ends at `text.length`. */
export interface Segmenter {
  /** Changes whenever the same text could be cut otherwise: stored terms of another fingerprint are stale. */
  readonly fingerprint: string;
  segment(text: string): Token[];
  /** True for a word that the dictionary knows first of all as a verb (播, 评为). */
  isVerb(word: string): boolean;
}
