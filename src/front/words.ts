import { z } from 'zod';
import { bothLanguages, filled, loadData, type Lang } from '../../index/mod.js';
import type { AnswerCitation, Block, Inline } from '../../intents/mod.js';
import { harmlessWithin } from '../render/harmless.js';
import type { Message } from '../render/message.js';

const Words = z.record(z.string(), bothLanguages);

let loaded: z.output<typeof Words> | undefined;

/** A phrase of `words.json` with its slots filled; a slot that is lacking is a mistake of ours and throws. */
export function frontWord(lang: Lang, key: string, slots: Readonly<Record<string, string | number>> = {}): string {
  loaded ??= loadData('src/front/words.json', Words);
  return filled(loaded[key]![lang], slots);
}

/** A line of a notice, or a quote by its place in `citations`. */
export type NoticeLine = string | { readonly quote: number };

/** What the bot says of itself: lines, and the words of reports that they rest on. Whatever a file brought that would act on readers is left out. */
export function noticeOf(lang: Lang, lines: readonly NoticeLine[], citations: readonly AnswerCitation[] = [], status: Message['status'] = 'notice'): Message {
  const blocks = lines.map((line): Block => {
    if (typeof line !== 'string') return { type: 'quote', citation: line.quote };
    const inline: Inline = { type: 'counted', text: line, basis: 'held' };
    return { type: 'text', inlines: [inline] };
  });
  const text = lines.map((line) => (typeof line === 'string' ? line : `“${quoted(citations[line.quote]!)}”`)).join('\n');
  return harmlessWithin<Message>({ lang, status, blocks, citations, text, answerId: null });
}

function quoted(citation: AnswerCitation): string {
  return citation.quote.replace(/\s+/gu, ' ');
}
