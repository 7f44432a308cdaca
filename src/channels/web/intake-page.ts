import type { IngestOutcome, Lang, Text2 } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { pageHtml, type Frame } from './layout.js';
import { word } from './words.js';

/** The page to hand reports in on, with what became of those just handed in or checked, or why nothing was taken. */
export function intakePage(frame: Frame, outcomes: readonly Markup[], problem: Text2 | null = null): string {
  const { lang } = frame;
  const body = markup`<div class="sheet"><h1>${word(lang, 'intakeTitle')}</h1><p>${word(lang, 'intakeAbout')}</p>
<form id="intake" class="drop" method="post" action="/intake" enctype="multipart/form-data" data-waiting="${word(lang, 'intakeWaiting')}" data-failed="${word(lang, 'intakeFailed')}" data-total="${word(lang, 'intakeTotal', { done: '{done}', all: '{all}' })}">
<label for="file">${word(lang, 'intakeChoose')}</label><input id="file" name="file" type="file" multiple required>
<details><summary>${word(lang, 'intakeTold')}</summary><p><small>${word(lang, 'intakeToldAbout')}</small></p><div class="filters"><div><label for="org">${word(lang, 'organisation')}</label><input id="org" name="org" maxlength="60" autocomplete="off"></div><div><label for="year">${word(lang, 'year')}</label><input id="year" name="year" inputmode="numeric" maxlength="4" size="6" autocomplete="off"></div></div></details>
<p class="deeds"><button class="send">${word(lang, 'intakeSend')}</button> <button class="button" formaction="/intake/check">${word(lang, 'intakeCheck')}</button></p><p><small>${word(lang, 'intakeCheckAbout')}</small></p></form>
${problem === null ? '' : markup`<p class="notice" role="alert">${problem[lang]}</p>`}
<p id="total" role="status" hidden></p>
<ul id="outcomes" class="outcomes" aria-live="polite">${outcomes}</ul></div>`;
  return pageHtml(frame, { title: word(lang, 'intakeTitle'), at: 'intake', body, script: 'intake.js' });
}

/** Why nothing was taken, as a page that refuses would say it. */
export function refusedHtml(why: string): Markup {
  return markup`<div class="sheet"><p class="notice" role="alert">${why}</p></div>`;
}

const SAYS = { added: 'intakeAdded', updated: 'intakeUpdated', unchanged: 'intakeUnchanged', refused: 'intakeRefused' } as const;

/** What became of one file. */
export function outcomeHtml(lang: Lang, { path, status, report, org, year, figures, diagnostics, error }: IngestOutcome): Markup {
  const noticed = diagnostics.filter(({ severity }) => severity !== 'info').length;
  const held = report === undefined ? '' : markup` <a href="/reports/${encodeURIComponent(report)}">${org ?? report} ${year ?? word(lang, 'yearUnknown')}</a> <small>${word(lang, 'figuresCounted', { n: figures ?? 0 })}${noticed > 0 ? ` · ${word(lang, 'findings', { n: noticed })}` : ''}</small>`;
  return markup`<li class="outcome ${status}"><strong>${word(lang, SAYS[status])}</strong> <span class="file">${path}</span>${held}${error === undefined ? '' : markup`<p>${error.message[lang]}</p>`}</li>`;
}
