import type { Block, Draft, Inline } from './answer.js';
import { recited } from './series.js';

/** One of several questions with what was found for it. */
export interface Part {
  readonly question: string;
  readonly intent: string;
  readonly draft: Draft;
}

/** Several answers as one, numbered, each under its question with its own figures and quotes. No single value is the answer. Answered when any part is. */
export function together(parts: readonly Part[]): Draft {
  const rows: NonNullable<Draft['rows']>[number][] = [];
  const citations: NonNullable<Draft['citations']>[number][] = [];
  const blocks: Block[] = [];
  for (const [i, { question, draft }] of parts.entries()) {
    const [firstRow, firstCitation] = [rows.length, citations.length];
    rows.push(...(draft.rows ?? []).map((row) => ({ ...row, citation: row.citation + firstCitation })));
    citations.push(...(draft.citations ?? []));
    blocks.push({ type: 'text', inlines: [{ type: 'counted', text: `${i + 1}. `, basis: 'order' }, { type: 'echo', text: question }] });
    blocks.push(...draft.blocks.map((block) => moved(block, firstRow, firstCitation)));
  }
  const answered = parts.some(({ draft }) => draft.status === 'answered');
  const [first] = parts;
  const status = answered ? 'answered' : first!.draft.status;
  const options = [...new Set(parts.flatMap(({ draft }) => draft.options ?? []))];
  return { status, ...(!answered && first!.draft.reason !== undefined && { reason: first!.draft.reason }), blocks, value: null, rows, citations, options, because: parts.flatMap(({ intent, draft }) => [intent, ...(draft.because ?? [])]) };
}

/** Answers to one question of several reports as one, one after the other. Their common value is the answer; without one there is none. */
export function joined(drafts: readonly Draft[]): Draft {
  const parts = together(drafts.map((draft) => ({ question: '', intent: '', draft })));
  const blocks = parts.blocks.filter((block) => !(block.type === 'text' && block.inlines.some((inline) => typeof inline !== 'string' && inline.type === 'counted' && inline.basis === 'order')));
  const values = new Set(drafts.map(({ value }) => value ?? null));
  const { because: _, ...rest } = parts;
  return { ...rest, blocks, value: values.size === 1 ? [...values][0]! : null };
}

function moved(block: Block, rows: number, citations: number): Block {
  if (block.type === 'quote') return { ...block, citation: block.citation + citations };
  if (block.type === 'series') return { ...block, series: recited(block.series, citations) };
  if (block.type !== 'text') return block;
  return { ...block, inlines: block.inlines.map((inline) => movedInline(inline, rows, citations)) };
}

function movedInline(inline: Inline, rows: number, citations: number): Inline {
  if (typeof inline === 'string') return inline;
  if (inline.type === 'cited') return { ...inline, citation: inline.citation + citations };
  return inline.type === 'derived' ? { ...inline, from: inline.from.map((row) => row + rows) } : inline;
}
