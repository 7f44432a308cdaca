import { placeOfCitation, quoteOf, type AnswerCitation, type Block, type Inline } from '../../intents/mod.js';
import { markup, type Markup } from './html-markup.js';
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
  const leading = status === 'answered' ? blocks.filter(leads).length : 0;
  const size = leading === 0 ? null : leading === 1 ? 'lead' : 'lead several';
  return markup`<div class="message ${status}" lang="${lang}">${runsOf(blocks).map((run) => runHtml(run, size, citations, words))}</div>`;
}

/** Address of a cited place that also works without a script: the server marks `?c=`, a script `#c-`. */
export function sourceHref(citation: Extract<AnswerCitation, { kind: 'report' }>): string {
  const [path = '', fragment = ''] = sourcePath(citation).split('#');
  return `${path}&c=${fragment.replace(/^c-/, '')}#${fragment}`;
}

/** Text blocks that follow each other, or one block of another type. */
type Run = { readonly type: 'text'; readonly blocks: readonly (Block & { type: 'text' })[] } | Exclude<Block, { type: 'text' }>;

function runsOf(blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.type !== 'text') runs.push(block);
    else if (last?.type === 'text') runs[runs.length - 1] = { type: 'text', blocks: [...last.blocks, block] };
    else runs.push({ type: 'text', blocks: [block] });
  }
  return runs;
}

function runHtml(run: Run, size: string | null, citations: readonly AnswerCitation[], words: MessageWords): Markup {
  switch (run.type) {
    case 'text':
      return textHtml(run.blocks, size, citations);
    case 'quote':
      return quoteHtml(citations[run.citation]!, words);
    case 'choices':
      return markup`<form class="choices" method="post" action="${ASK}"><p>${run.lead}</p>${run.options.map((option) => markup`<button name="q" value="${option}">${option}</button>`)}</form>`;
  }
}

/** Composers begin the items of a list with this mark, and what belongs to an item with blanks, as plain text shows them. */
const ITEM = /^\s*· /u;
const CONTINUED = /^\s{2,}/u;

/** True when the first line of a block is about one number: only then can it stand alone; several would shout each other down. */
function leads(block: Block): boolean {
  if (block.type !== 'text') return false;
  const [line = []] = linesOf(block.inlines);
  return !ITEM.test(opening(line)) && line.filter((inline) => typeof inline !== 'string' && (inline.type === 'cited' || inline.type === 'derived')).length === 1;
}

function textHtml(blocks: readonly (Block & { type: 'text' })[], size: string | null, citations: readonly AnswerCitation[]): Markup {
  const out: Markup[] = [];
  let items: Markup[][] = [];
  const closeList = (): void => {
    if (items.length > 0) out.push(markup`<ul>${items.map((lines) => markup`<li>${lines}</li>`)}</ul>`);
    items = [];
  };
  for (const block of blocks) {
    const large = size !== null && leads(block) ? markup` class="${size}"` : '';
    linesOf(block.inlines).forEach((line, n) => {
      const shown = line.map((inline) => inlineHtml(inline, citations));
      if (ITEM.test(opening(line))) return void items.push([markup`${(line[0] as string).replace(ITEM, '')}`, ...shown.slice(1)]);
      if (items.length > 0 && CONTINUED.test(opening(line))) return void items.at(-1)!.push(markup`<br>`, ...shown);
      closeList();
      out.push(markup`<p${n === 0 ? large : ''}>${shown}</p>`);
      return undefined;
    });
  }
  closeList();
  return markup`${out}`;
}

/** The plain string that a line begins with, if it does. */
function opening([first]: readonly Inline[]): string {
  return typeof first === 'string' ? first : '';
}

/** Inlines cut at line feeds; empty lines fall away. */
function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines) {
    if (typeof inline !== 'string') {
      lines.at(-1)!.push(inline);
      continue;
    }
    const [first = '', ...more] = inline.split('\n');
    if (first !== '') lines.at(-1)!.push(first);
    for (const piece of more) lines.push(piece === '' ? [] : [piece]);
  }
  return lines.filter((line) => line.length > 0);
}

function inlineHtml(inline: Inline, citations: readonly AnswerCitation[]): Markup {
  if (typeof inline === 'string') return markup`${inline}`;
  const citation = inline.type === 'cited' ? citations[inline.citation] : undefined;
  if (citation?.kind === 'report') return markup`<a class="cited" href="${sourceHref(citation)}">${inline.text}</a>`;
  return markup`<span class="${inline.type}">${inline.text}</span>`;
}

function quoteHtml(citation: AnswerCitation, words: MessageWords): Markup {
  const link = citation.kind === 'report' ? markup` <a class="open-source" href="${sourceHref(citation)}">${words.openSource}</a>` : '';
  return markup`<figure class="quote" aria-label="${words.quoted}"><blockquote>${quoteOf(citation)}</blockquote><figcaption>${placeOfCitation(citation)}${link}</figcaption></figure>`;
}
