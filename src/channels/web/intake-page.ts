import type { IngestOutcome, Lang } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { pageHtml, type Frame } from './layout.js';
import { word } from './words.js';

/** The page to hand reports in on, with what became of those just handed in. */
export function intakePage(frame: Frame, outcomes: readonly IngestOutcome[]): string {
  const { lang } = frame;
  const body = markup`<div class="sheet"><h1>${word(lang, 'intakeTitle')}</h1><p>${word(lang, 'intakeAbout')}</p>
<form id="intake" class="drop" method="post" action="/intake" enctype="multipart/form-data" data-waiting="${word(lang, 'intakeWaiting')}" data-failed="${word(lang, 'intakeFailed')}" data-total="${word(lang, 'intakeTotal', { done: '{done}', all: '{all}' })}">
<label for="file">${word(lang, 'intakeChoose')}</label><input id="file" name="file" type="file" multiple required><button class="send">${word(lang, 'intakeSend')}</button></form>
<p id="total" role="status" hidden></p>
<ul id="outcomes" class="outcomes" aria-live="polite">${outcomes.map((outcome) => outcomeHtml(lang, outcome))}</ul></div>`;
  return pageHtml(frame, { title: word(lang, 'intakeTitle'), at: 'intake', body, script: 'intake.js' });
}

const SAYS = { added: 'intakeAdded', updated: 'intakeUpdated', unchanged: 'intakeUnchanged', refused: 'intakeRefused' } as const;

/** What became of one file. */
export function outcomeHtml(lang: Lang, { path, status, report, org, year, figures, diagnostics, error }: IngestOutcome): Markup {
  const noticed = diagnostics.filter(({ severity }) => severity !== 'info').length;
  const held = report === undefined ? '' : markup` <a href="/reports/${encodeURIComponent(report)}">${org ?? report} ${year ?? word(lang, 'yearUnknown')}</a> <small>${word(lang, 'figuresCounted', { n: figures ?? 0 })}${noticed > 0 ? ` · ${word(lang, 'findings', { n: noticed })}` : ''}</small>`;
  return markup`<li class="outcome ${status}"><strong>${word(lang, SAYS[status])}</strong> <span class="file">${path}</span>${held}${error === undefined ? '' : markup`<p>${error.message[lang]}</p>`}</li>`;
}
