import type { Lang, ReportCard } from '../../../index/mod.js';
import { messageHtml } from '../../render/html.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { chartAlternative } from '../../render/charts/chart.js';
import { sourceLinks } from '../../render/message.js';
import { chartPicture, lookQuery } from './chart-picture.js';
import { pageHtml, type Frame } from './layout.js';
import type { Turn } from './turns.js';
import { word } from './words.js';

/** Questions longer than this are shown cut; the desk gets them whole. */
const SHOWN_QUESTION = 400;

/** The page to ask on, with the conversation so far. `cards` are the reports in use. */
export function askPage(frame: Frame, turns: readonly Turn[], cards: readonly ReportCard[], address: string): string {
  const { lang } = frame;
  const body = markup`<div class="conversation">
${turns.length === 0 ? introHtml(lang, cards) : markup`<h1 class="hidden">${word(lang, 'askTitle')}</h1>`}
<ol id="turns" class="turns" aria-live="polite" aria-relevant="additions" aria-label="${word(lang, 'conversation')}">${turns.map((turn) => turnHtml(lang, turn, address))}</ol>
</div>
<div class="composer">
<form id="ask" method="post" action="/ask" data-thinking="${word(lang, 'thinking')}" data-failed="${word(lang, 'sendFailed')}" data-asked="${word(lang, 'asked')}">
<label class="hidden" for="q">${word(lang, 'question')}</label>
<textarea id="q" name="q" rows="1" required autocomplete="off" enterkeyhint="send" placeholder="${word(lang, 'questionHint')}" aria-describedby="keys"></textarea>
<button class="send">${word(lang, 'send')}</button>
</form>
<div class="under"><small id="keys" class="keys" hidden>${word(lang, 'keys')}</small><form id="clear" method="post" action="/clear"${turns.length === 0 ? markup` hidden` : ''}><button class="quiet">${word(lang, 'newConversation')}</button></form></div>
</div>`;
  return pageHtml(frame, { title: word(lang, 'askTitle'), at: 'ask', body, script: 'ask.js' });
}

/** One question with its answer, as the page and the script that adds to it show it. `address` is where the page was reached, for links in what is copied. */
export function turnHtml(lang: Lang, { id, question, message }: Turn, address: string): Markup {
  const asked = question === null ? '' : markup`<div class="asked"><span class="hidden">${word(lang, 'asked')}</span><p>${question.length > SHOWN_QUESTION ? `${question.slice(0, SHOWN_QUESTION)}…` : question}</p></div>`;
  const links = sourceLinks(message, address).map(({ url }) => url);
  const copied = [message.text, ...new Set(links)].join('\n');
  const copy = message.status === 'answered' ? markup`<button type="button" class="quiet copy" hidden data-copy="${copied}" data-done="${word(lang, 'copied')}">${word(lang, 'copy')}</button>` : '';
  return markup`<li class="turn" id="turn-${id}">${asked}<div class="answer"><span class="hidden">${word(lang, 'answer')}</span>${messageHtml(message, { openSource: word(lang, 'openSource'), quoted: word(lang, 'quoted') })}${chartsHtml(id, message)}${copy}</div></li>`;
}

/** The charts of an answer: pictures of the turn, in the order of its blocks. */
function chartsHtml(turn: string, { blocks, citations, lang }: Turn['message']): Markup {
  const all = blocks.flatMap((block) => (block.type === 'series' ? [block.series] : []));
  return markup`${all.map((series, n) => chartPicture((look) => `/turns/${turn}/${n}?${lookQuery(look)}`, chartAlternative({ series, citations, lang })))}`;
}

function introHtml(lang: Lang, cards: readonly ReportCard[]): Markup {
  const organisations = new Set(cards.map(({ orgKey }) => orgKey)).size;
  const held = cards.length === 0 ? word(lang, 'askNothingHeld') : word(lang, 'askHeld', { reports: cards.length, organisations });
  return markup`<section id="intro" class="intro"><h1>${word(lang, 'askTitle')}</h1><p>${word(lang, 'askAbout')}</p><p class="held">${held}</p>${examplesHtml(lang, cards)}</section>`;
}

/** Examples are asked of a report that is held, so that each can be answered. */
const OF_A_REPORT = ['exampleRequests', 'exampleBreakdown', 'exampleProblems'] as const;

function examplesHtml(lang: Lang, cards: readonly ReportCard[]): Markup {
  const examples = exampleQuestions(lang, cards);
  if (examples.length === 0) return markup``;
  return markup`<form class="examples" method="post" action="/ask"><h2>${word(lang, 'examples')}</h2>${examples.map((example) => markup`<button name="q" value="${example}">${example}</button>`)}</form>`;
}

/** Questions to try, asked of the newest report of the organisation with the shortest name: easiest to read on a phone, and in an English sentence. */
export function exampleQuestions(lang: Lang, cards: readonly ReportCard[]): string[] {
  const newest = [...cards].filter(({ year }) => year !== null).sort((a, b) => a.org.name.length - b.org.name.length || b.year! - a.year!)[0];
  if (newest === undefined) return [];
  return [...OF_A_REPORT.map((key) => word(lang, key, { org: newest.org.name, year: newest.year! })), word(lang, 'exampleHeld')];
}
