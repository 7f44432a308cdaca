import { quoteOf, type AnswerCitation, type Block, type Inline } from '../../intents/mod.js';
import type { Lang } from '../../index/mod.js';
import { placeOfAll, quotedTogether, type PlacedBlock } from './cited-place.js';
import { markup, type Markup } from './html-markup.js';
import { listHtml, type ListedItem } from './html-list.js';
import { linesOf, listOf, withoutColon, wordsOf } from './list-item.js';
import { sourcePath, type Message } from './message.js';

/** Words of the page around an answer, in the language of the answer. */
export interface MessageWords {
  /** Of a link to the cited place: 查看原文. */
  readonly openSource: string;
  /** Label of the cited words for a screen reader: 原文. */
  readonly quoted: string;
}

/** Where choices are posted to, with the chosen question as `q`. */
const ASK = '/ask';

/**
 * A message as HTML: the figure asked for large, its parts below, quotes with links to their place, choices as buttons that work without a script.
 * Pure; every piece is escaped. Numbers that stand on a citation link to it.
 */
export function messageHtml(message: Message, words: MessageWords): Markup {
  const { status, lang, blocks, citations } = message;
  const answering = status === 'answered' ? figuresThatAnswer(blocks) : new Set<Inline>();
  return markup`<div class="message ${status}" lang="${lang}">${runsOf(quotedTogether(message)).map((run) => runHtml(run, { answering, citations, words, lang }))}</div>`;
}

/** Address of a cited place that also works without a script: the server marks `?c=`, a script `#c-`. */
export function sourceHref(citation: Extract<AnswerCitation, { kind: 'report' }>): string {
  return hrefOf(sourcePath(citation));
}

function hrefOf(place: string): string {
  const [path = '', fragment = ''] = place.split('#');
  return `${path}&c=${fragment.replace(/^c-/, '')}#${fragment}`;
}

/** Text blocks that follow each other, or one block of another type. */
type Run = { readonly type: 'text'; readonly blocks: readonly (Block & { type: 'text' })[] } | Exclude<PlacedBlock, { type: 'text' }>;

function runsOf(blocks: readonly PlacedBlock[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.type !== 'text') runs.push(block);
    else if (last?.type === 'text') runs[runs.length - 1] = { type: 'text', blocks: [...last.blocks, block] };
    else runs.push({ type: 'text', blocks: [block] });
  }
  return runs;
}

function runHtml(run: Run, { answering, citations, words, lang }: { readonly answering: ReadonlySet<Inline>; readonly citations: readonly AnswerCitation[]; readonly words: MessageWords; readonly lang: Lang }): Markup {
  switch (run.type) {
    case 'text':
      return textHtml(run.blocks, answering, citations, lang);
    case 'quotes':
      return quotesHtml(run.citations, words);
    case 'choices':
      return markup`<form class="choices" method="post" action="${ASK}"><p>${run.lead}</p>${run.options.map((option) => markup`<button name="q" value="${option}">${option}</button>`)}</form>`;
  }
}

/** What belongs to the item before it begins with blanks, as plain text shows it. */
const CONTINUED = /^\s{2,}/u;

/**
 * The figures to show large: in each block's first line the one that was derived, else the only one that is cited; several in a line would shout
 * each other down. What follows a derived figure explains it.
 */
function figuresThatAnswer(blocks: readonly Block[]): ReadonlySet<Inline> {
  const found: Exclude<Inline, string>[] = [];
  for (const block of blocks) {
    const [line = []] = block.type === 'text' ? linesOf(block.inlines) : [];
    if (listOf(line) !== null) continue;
    const numbers = line.filter((inline): inline is Exclude<Inline, string> => typeof inline !== 'string' && (inline.type === 'cited' || inline.type === 'derived'));
    const derived = numbers.filter(({ type }) => type === 'derived');
    if (derived.length === 1 || numbers.length === 1) found.push(derived[0] ?? numbers[0]!);
    if (found[0]?.type === 'derived') break;
  }
  return new Set(found);
}

function textHtml(blocks: readonly (Block & { type: 'text' })[], answering: ReadonlySet<Inline>, citations: readonly AnswerCitation[], lang: Lang): Markup {
  const out: Markup[] = [];
  let items: ListedItem[] = [];
  let before: readonly Inline[] = [];
  const show = (inline: Inline): Markup => inlineHtml(inline, answering.has(inline), citations);
  const closeList = (): void => {
    if (items.length > 0) out.push(listHtml(items, { show, lang, title: withoutColon(wordsOf(before)) }));
    items = [];
  };
  for (const line of blocks.flatMap(({ inlines }) => linesOf(inlines))) {
    const list = listOf(line);
    if (list !== null) {
      if (list !== items[0]?.list) closeList();
      items.push({ list, lines: [line] });
    } else if (items.length > 0 && CONTINUED.test(opening(line))) items.at(-1)!.lines.push(line);
    else {
      closeList();
      before = line;
      const size = answering.size === 1 ? 'lead' : 'lead several';
      out.push(markup`<p${line.some((inline) => answering.has(inline)) ? markup` class="${size}"` : ''}>${line.map(show)}</p>`);
    }
  }
  closeList();
  return markup`${out}`;
}

/** The plain string that a line begins with, if it does. */
function opening([first]: readonly Inline[]): string {
  return typeof first === 'string' ? first : '';
}

function inlineHtml(inline: Inline, answers: boolean, citations: readonly AnswerCitation[]): Markup {
  if (typeof inline === 'string') return markup`${inline}`;
  const kind = answers ? `${inline.type} figure` : inline.type;
  const citation = inline.type === 'cited' ? citations[inline.citation] : undefined;
  if (citation?.kind === 'report') return markup`<a class="${kind}" href="${sourceHref(citation)}">${inline.text}</a>`;
  return markup`<span class="${kind}">${inline.text}</span>`;
}

function quotesHtml(citations: readonly [AnswerCitation, ...AnswerCitation[]], words: MessageWords): Markup {
  const place = placeOfAll(citations);
  const link = place.path === null ? '' : markup` <a class="open-source" href="${hrefOf(place.path)}">${words.openSource}</a>`;
  return markup`<figure class="quote" aria-label="${words.quoted}">${citations.map((citation) => markup`<blockquote>${quoteOf(citation)}</blockquote>`)}<figcaption>${place.words}${link}</figcaption></figure>`;
}
