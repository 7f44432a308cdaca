import type { Span } from '../../index/mod.js';
import { sourceText } from './html-markup.js';

/** A figure's number in the source, with the attributes of the link that marks it (escaped, with a leading blank). */
export interface FigureMark {
  readonly span: Span;
  readonly attributes: string;
}

/** What the writer marks. Both lists are brought into reading order; of marks that overlap the first counts. */
export interface Markings {
  readonly figures: readonly FigureMark[];
  /** Spans to highlight, UTF-16 offsets into the source. */
  readonly cited: readonly Span[];
  /** Id of the first highlighted piece, so that a browser scrolls there by itself; null for none. */
  readonly citedId: string | null;
}

/** Blanks and left-over emphasis marks: kept in the page for the offsets, not shown. */
const QUIET = /^[\s*#]*$/u;

/**
 * Writes a source text into a page, every character exactly once and in order, whatever the layout around it. Each stretch is an element with
 * `data-s`, its offset in the source; its text content is the source's slice, so that a script can find any span again.
 */
export class SourceWriter {
  readonly #text: string;
  readonly #figures: readonly FigureMark[];
  readonly #cited: readonly Span[];
  #citedId: string | null;
  #at = 0;
  #nextFigure = 0;
  #nextCited = 0;

  constructor(text: string, { figures, cited, citedId }: Markings) {
    this.#text = text;
    this.#figures = inOrder(figures, ({ span }) => span);
    this.#cited = inOrder(cited, (span) => span);
    this.#citedId = citedId;
  }

  /** The passage at `spans`, preceded by what stands before it and belongs to nothing; what was written already is not written again. */
  passage(spans: readonly Span[]): string {
    return spans.map(({ start, end }) => this.#loose(start) + this.#stretch(end, '')).join('');
  }

  /** What is left behind the last passage. */
  rest(): string {
    return this.#loose(this.#text.length);
  }

  #loose(end: number): string {
    if (end <= this.#at) return '';
    return this.#stretch(end, QUIET.test(this.#text.slice(this.#at, end)) ? ' class="gap"' : ' class="loose"');
  }

  #stretch(end: number, attributes: string): string {
    const start = this.#at;
    if (end <= start) return '';
    let inner = '';
    while (this.#at < end) {
      while ((this.#figures[this.#nextFigure]?.span.end ?? Infinity) <= this.#at) this.#nextFigure += 1;
      const figure = this.#figures[this.#nextFigure];
      if (figure !== undefined && figure.span.start <= this.#at) inner += `<a${figure.attributes}>${this.#highlighted(Math.min(end, figure.span.end))}</a>`;
      else inner += this.#highlighted(Math.min(end, figure?.span.start ?? end));
    }
    return `<span data-s="${start}"${attributes}>${inner}</span>`;
  }

  /** The text up to `end`, the cited parts of it in `<mark>`. */
  #highlighted(end: number): string {
    let out = '';
    while (this.#at < end) {
      while ((this.#cited[this.#nextCited]?.end ?? Infinity) <= this.#at) this.#nextCited += 1;
      const cited = this.#cited[this.#nextCited];
      const inside = cited !== undefined && cited.start <= this.#at;
      const stop = Math.min(end, inside ? cited.end : (cited?.start ?? end));
      const piece = sourceText(this.#text.slice(this.#at, stop));
      out += inside ? `<mark${this.#takeId()}>${piece}</mark>` : piece;
      this.#at = stop;
    }
    return out;
  }

  #takeId(): string {
    const id = this.#citedId === null ? '' : ` id="${this.#citedId}"`;
    this.#citedId = null;
    return id;
  }
}

/** Sorted by place; empty ones and those that begin inside an earlier one are dropped. */
export function inOrder<T>(items: readonly T[], spanOf: (item: T) => Span): T[] {
  const sorted = [...items].sort((a, b) => spanOf(a).start - spanOf(b).start || spanOf(b).end - spanOf(a).end);
  let reached = 0;
  return sorted.filter((item) => {
    const { start, end } = spanOf(item);
    const kept = start < end && start >= reached;
    if (kept) reached = end;
    return kept;
  });
}
