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
  return markup`<div class="message ${status}" lang="${lang}">${blocks.map((block, n) => blockHtml(block, n === 0 && status === 'answered', citations, words))}</div>`;
}

/** Address of a cited place that also works without a script: the server marks `?c=`, a script `#c-`. */
export function sourceHref(citation: Extract<AnswerCitation, { kind: 'report' }>): string {
  const [path = '', fragment = ''] = sourcePath(citation).split('#');
  return `${path}&c=${fragment.replace(/^c-/, '')}#${fragment}`;
}

function blockHtml(block: Block, leads: boolean, citations: readonly AnswerCitation[], words: MessageWords): Markup {
  switch (block.type) {
    case 'text':
      return textHtml(block.inlines, leads, citations);
    case 'quote':
      return quoteHtml(citations[block.citation]!, words);
    case 'choices':
      return markup`<form class="choices" method="post" action="${ASK}"><p>${block.lead}</p>${block.options.map((option) => markup`<button name="q" value="${option}">${option}</button>`)}</form>`;
  }
}

/** Composers begin the items of a list with this mark, as plain text shows them. */
const ITEM = /^\s*· /u;

function textHtml(inlines: readonly Inline[], leads: boolean, citations: readonly AnswerCitation[]): Markup {
  const lines = linesOf(inlines);
  const out: Markup[] = [];
  let items: Markup[] = [];
  const closeList = (): void => {
    if (items.length > 0) out.push(markup`<ul>${items}</ul>`);
    items = [];
  };
  lines.forEach((line, n) => {
    const [first = ''] = line;
    if (typeof first === 'string' && ITEM.test(first)) {
      items.push(markup`<li>${[first.replace(ITEM, ''), ...line.slice(1)].map((inline) => inlineHtml(inline, citations))}</li>`);
      return;
    }
    closeList();
    const numbers = line.filter((inline) => typeof inline !== 'string' && (inline.type === 'cited' || inline.type === 'derived'));
    // Only a line with one number has an answer that can stand alone; several would shout each other down.
    const large = leads && n === 0 && numbers.length === 1;
    out.push(markup`<p${large ? markup` class="lead"` : ''}>${line.map((inline) => inlineHtml(inline, citations))}</p>`);
  });
  closeList();
  return markup`${out}`;
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
