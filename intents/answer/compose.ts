import type { SourceText } from '../../index/mod.js';
import { AnswerJson, type Answer, type Asked, type Block, type Draft, type Inline, type Reply } from './answer.js';
import { seriesProblem } from './series.js';

/** The stored source of a report, as citations count in it. */
export type SourceLookup = (report: string) => Promise<SourceText>;

/** Thrown when a draft would show a number without a place, or a quote that the source does not hold. A fault of ours, never of the asker. */
export class UnprovenAnswerError extends Error {}

/**
 * Turns an intent's draft into an answer with its blocks. Compares each quote with the stored source bit for bit, checks that every digit shown
 * is cited, derived, counted or echoed, and that an answered question about a report cites one. Throws `UnprovenAnswerError` otherwise.
 */
export async function compose(asked: Asked, intent: string, draft: Draft, sourceOf: SourceLookup, meta: { answerId: string; tookMs: number }): Promise<Reply> {
  const rows = [...(draft.rows ?? [])];
  const citations = [...(draft.citations ?? [])];
  for (const citation of citations) {
    if (citation.kind !== 'report') continue;
    const { id, text } = await sourceOf(citation.report);
    if ((id as string) !== citation.source || !citation.spans.every((span, i) => text.slice(span.start, span.end) === citation.quotes[i])) {
      throw new UnprovenAnswerError(`a quote from ${citation.report} does not stand in its source`);
    }
  }
  for (const row of rows) if (!citations[row.citation]) throw new UnprovenAnswerError(`row ${row.label} has no citation`);
  const quotes = citations.map((citation) => citation.quote);
  for (const block of draft.blocks) if (block.type === 'text') for (const inline of block.inlines) checkInline(inline, rows.length, quotes);
  for (const block of draft.blocks) {
    const problem = block.type === 'series' ? seriesProblem(block.series, rows, citations) : null;
    if (problem !== null) throw new UnprovenAnswerError(problem);
  }
  const counted = draft.blocks.some((block) => block.type === 'text' && block.inlines.some((inline) => typeof inline !== 'string' && inline.type === 'counted'));
  if (draft.status === 'answered' && citations.length === 0 && !counted && draft.value != null) throw new UnprovenAnswerError('an answer without a citation');
  const answered = draft.status === 'answered';
  const answer = AnswerJson.parse({
    question: asked.text,
    lang: asked.lang,
    status: draft.status,
    reason: draft.reason ?? null,
    intent,
    text: plainText(draft.blocks, citations),
    value: answered ? (draft.value ?? null) : null,
    unit: answered ? (draft.unit ?? null) : null,
    derived: draft.derived ?? null,
    rows,
    citations,
    options: [...(draft.options ?? [])],
    ...meta,
    ...(draft.because && { because: [...draft.because] }),
  });
  return { answer, blocks: draft.blocks };
}

const DIGIT = /\p{Nd}/u;

function checkInline(inline: Inline, rows: number, quotes: readonly string[]): void {
  if (typeof inline === 'string') {
    if (DIGIT.test(inline)) throw new UnprovenAnswerError(`"${inline}" shows a number without a source`);
  } else if (inline.type === 'cited') {
    const quote = quotes[inline.citation];
    if (quote === undefined) throw new UnprovenAnswerError(`"${inline.text}" cites nothing`);
  } else if (inline.type === 'derived' && (inline.from.length === 0 || inline.from.some((i) => i >= rows))) {
    throw new UnprovenAnswerError(`"${inline.text}" is derived from nothing`);
  }
}

/** The blocks as narrow plain text, as WeChat and `ask` show them: no markup, quotes in 「」 with where they stand. */
export function plainText(blocks: readonly Block[], citations: Answer['citations']): string {
  return blocks
    .map((block, i) => {
      if (block.type === 'text') return block.inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
      if (block.type === 'series') return '';
      if (block.type === 'choices') return [block.lead, ...block.options.map((option) => `· ${option}`)].join('\n');
      const citation = citations[block.citation]!;
      const next = blocks[i + 1];
      // Quotes of one place that follow each other are told their place once.
      const goesOn = next?.type === 'quote' && placeOf(citations[next.citation]!) === placeOf(citation);
      return goesOn ? `「${quoteOf(citation)}」` : `「${quoteOf(citation)}」\n—— ${placeOf(citation)}`;
    })
    .filter((line) => line !== '')
    .join('\n');
}

/** The quoted words on one line. */
export function quoteOf(citation: Answer['citations'][number]): string {
  return citation.kind === 'report' ? readable(citation.quotes) : citation.quote.replace(/\s+/g, ' ');
}

/** Where a quote stands, for a person: title and sections of a report, title and article of a law. */
export function placeOf(citation: Answer['citations'][number]): string {
  const pieces = citation.kind === 'report' ? [citation.title, ...citation.path] : [citation.title, citation.article ?? ''];
  return pieces.filter((piece) => piece !== '').join(' · ');
}

/** Quoted words joined for reading; a cell's label and value get a blank between, a cut sentence none. */
function readable(quotes: readonly string[]): string {
  return quotes.map((quote) => quote.replace(/\s+/g, ' ')).join(quotes.length > 1 && quotes.every((quote) => quote.length < 40) ? ' ' : '');
}
