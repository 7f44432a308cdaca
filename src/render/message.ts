import { reportCitations, type AnswerCitation, type Block, type Reply } from '../../intents/mod.js';
import { harmlessWithin } from './harmless.js';

/**
 * What goes out to a place where people read: an answer, a refusal, a reminder, an error with its id. Renderers are pure functions of it;
 * a place that can show only text shows `text`.
 */
export interface Message {
  readonly lang: 'zh' | 'en';
  /** Answer status, or `notice` for what the bot says of itself (reminders, errors of the desk). */
  readonly status: 'answered' | 'clarify' | 'not_found' | 'out_of_scope' | 'fault' | 'notice';
  readonly blocks: readonly Block[];
  /** What `cited` inlines and `quote` blocks point into. */
  readonly citations: readonly AnswerCitation[];
  /** The whole as plain text, as WeChat shows it. */
  readonly text: string;
  /** Id of the answer, for feedback and for finding it in the audit; null for notices. */
  readonly answerId: string | null;
  /** Names what is posted unasked, for ever; a channel that can carries it along, so that it can be looked up. */
  readonly key?: string;
}

/** An assistant's reply as a message. Characters of a report or a question that would act on a reader's program are left out, in its texts and quotes. */
export function messageOf({ answer, blocks }: Reply): Message {
  return harmlessWithin<Message>({ lang: answer.lang, status: answer.status, blocks, citations: answer.citations, text: answer.text, answerId: answer.answerId });
}

/**
 * The address of a cited place: `/reports/ID?s=SOURCE#c-START-END`, several spans joined by `.` (`#c-5-9.14-20`). Offsets are UTF-16 units of
 * `wenbao source`; SOURCE is the first twelve characters of the cited version's source id, so that a later version does not take its place.
 */
export function sourcePath(citation: Extract<AnswerCitation, { kind: 'report' }>): string {
  return `/reports/${encodeURIComponent(citation.report)}?s=${citation.source.slice(0, SHORT_SOURCE)}#${fragmentOf(citation.spans)}`;
}

/** So many characters of a source id name a version: among a million files the chance that two share them is below one in five hundred. */
export const SHORT_SOURCE = 12;

/**
 * The same place in an address short enough for a chat, without the report's name, which an address would write in percent signs:
 * `/s/SOURCE#c-START-END`. The page there leads on to `sourcePath`.
 */
export function shortPath(citation: Pick<Extract<AnswerCitation, { kind: 'report' }>, 'source' | 'spans'>): string {
  return `/s/${citation.source.slice(0, SHORT_SOURCE)}#${fragmentOf(citation.spans)}`;
}

function fragmentOf(spans: readonly { readonly start: number; readonly end: number }[]): string {
  return `c-${spans.map(({ start, end }) => `${start}-${end}`).join('.')}`;
}

/** Links to the report places that a message cites, in order; none when no public address is configured. */
export function sourceLinks(message: Pick<Message, 'citations'>, publicAddress: string | null): { readonly title: string; readonly url: string }[] {
  if (publicAddress === null) return [];
  return reportCitations({ citations: [...message.citations] }).map((citation) => ({ title: citation.title, url: `${publicAddress}${shortPath(citation)}` }));
}
