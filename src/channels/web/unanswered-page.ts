import { metricById, type Lang, type Text2 } from '../../../index/mod.js';
import type { Alias } from '../../../intents/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { AliasChanged, CountedQuestion } from '../operations.js';
import { chinaTime } from './china-time.js';
import { pageHtml, type Frame } from './layout.js';
import { metricOptions } from './metric-options.js';
import { word, wordFor } from './words.js';

/** An alias that somebody tried to make or take back, and why that must not be. */
export interface AliasTried {
  readonly phrase: string;
  readonly metric: string;
  readonly why: Text2;
}

/** What the page of questions left unanswered shows. */
export interface Unanswered {
  readonly questions: readonly CountedQuestion[];
  readonly aliases: readonly Alias[];
  /** Newest first. */
  readonly changes: readonly AliasChanged[];
  readonly tried: AliasTried | null;
}

const SHOWN = { questions: 200, changes: 50 };

/** Questions without an answer, most often asked first; and the aliases, which teach a phrase that people use. */
export function unansweredPage(frame: Frame, { questions, aliases, changes, tried }: Unanswered): string {
  const { lang } = frame;
  const body = markup`<div class="sheet wide"><h1>${word(lang, 'unansweredTitle')}</h1>
<section id="aliases"><h2>${word(lang, 'aliasMake')}</h2><p>${word(lang, 'aliasAbout')}</p>${tried === null ? '' : markup`<p class="notice" role="alert">${tried.why[lang]}</p>`}
<form class="filters" method="post" action="/desk/aliases"><div><label for="phrase">${word(lang, 'aliasPhrase')}</label><input id="phrase" name="phrase" required maxlength="100" value="${tried?.phrase ?? ''}" autocomplete="off"></div><div><label for="metric">${word(lang, 'metric')}</label><select id="metric" name="metric" required><option value="">—</option>${metricOptions(lang, tried?.metric ?? '')}</select></div><button>${word(lang, 'aliasMake')}</button></form>
${aliases.length === 0 ? '' : markup`<p>${word(lang, 'aliasesInForce', { n: aliases.length })}</p>`}${changesHtml(lang, changes)}</section>
<section><h2>${word(lang, 'unansweredCounted', { n: questions.length })}</h2>${questions.length === 0 ? markup`<p>${word(lang, 'nothingUnanswered')}</p>` : questionsHtml(lang, questions)}</section></div>`;
  return pageHtml(frame, { title: word(lang, 'unansweredTitle'), at: 'desk', tabs: { at: 'unanswered' }, body, script: 'desk.js' });
}

function questionsHtml(lang: Lang, questions: readonly CountedQuestion[]): Markup {
  const row = ({ question, times, lastAt, reason, nearest }: CountedQuestion): Markup =>
    markup`<tr><td class="value">${times}</td><td class="words"><span class="asked-words">${question}</span> <button type="button" class="quiet teach" hidden data-phrase="${question}">${word(lang, 'aliasMake')}</button>${nearest.length === 0 ? '' : markup`<small class="nearest">${word(lang, 'nearest')} ${nearest.join('；')}</small>`}</td><td>${wordFor(lang, 'reason', reason)}</td><td class="date">${chinaTime(lastAt)}</td></tr>`;
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'unansweredTitle')}"><table class="grid"><thead><tr>${['unansweredTimes', 'question', 'unansweredWhy', 'unansweredLast'].map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${questions.slice(0, SHOWN.questions).map(row)}</tbody></table></div>`;
}

/** Changes with a button to take each back that still stands. */
function changesHtml(lang: Lang, changes: readonly AliasChanged[]): Markup {
  if (changes.length === 0) return markup``;
  const taken = new Set(changes.map(({ undoes }) => undoes));
  const name = (metric: string | null): string => (metric === null ? '—' : (metricById(metric)?.[lang] ?? metric));
  const row = ({ id, phrase, before, after, by, at, undoes }: AliasChanged): Markup =>
    markup`<tr><th scope="row">${phrase}</th><td>${name(before)} → ${name(after)}</td><td>${by}</td><td class="date">${chinaTime(at)}</td><td>${undoes !== null ? word(lang, 'aliasUndid', { n: undoes }) : taken.has(id) ? word(lang, 'aliasUndone') : markup`<form method="post" action="/desk/aliases/undo"><input type="hidden" name="change" value="${id}"><button class="quiet" aria-label="${word(lang, 'aliasUndo')} ${phrase}">${word(lang, 'aliasUndo')}</button></form>`}</td></tr>`;
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'aliasChanges')}"><table class="grid"><thead><tr>${['aliasPhrase', 'aliasChange', 'aliasBy', 'aliasAt', 'aliasUndo'].map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${changes.slice(0, SHOWN.changes).map(row)}</tbody></table></div>`;
}
