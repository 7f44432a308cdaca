import type { Lang, ReportCard, Severity } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { Grid, GridCell, GridRow } from './grid.js';
import { pageHtml, type Frame } from './layout.js';
import { word, wordFor } from './words.js';

/** Between two sentences; Chinese has its blank in the full stop. */
const BETWEEN_SENTENCES: Readonly<Record<Lang, string>> = { zh: '', en: ' ' };

/** What is held, as a grid: a row an organisation, a column a year; what is missing and what was found in each can be seen at a glance. */
export function reportsPage(frame: Frame, grid: Grid): string {
  const { lang } = frame;
  const { years, rows, hasUndated, reports, organisations, missing, counting, wanted } = grid;
  const said = reports === 0 ? word(lang, 'askNothingHeld') : word(lang, 'askHeld', { reports, organisations });
  const notes = [...(missing === null ? [] : [word(lang, 'missingCounted', { n: missing })]), ...(counting ? [word(lang, 'stillCounting')] : [])];
  const table = markup`<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'reportsTitle')}"><table class="grid held-table"><thead><tr><th scope="col">${word(lang, 'organisation')}</th>${years.map((year) => markup`<th scope="col">${year}</th>`)}${hasUndated ? markup`<th scope="col">${word(lang, 'yearUnknown')}</th>` : ''}</tr></thead><tbody>${rows.map((row) => rowHtml(lang, row, hasUndated))}</tbody></table></div>
<p class="legend"><span class="mark error">✗</span> ${word(lang, 'severityError')} <span class="mark warning">!</span> ${word(lang, 'severityWarning')} <span class="none">—</span> ${word(lang, 'notHeld')}</p>`;
  const body = markup`<div class="sheet wide"><div class="title-line"><h1>${word(lang, 'reportsTitle')}</h1>${frame.may('ingest') ? markup`<a class="button" href="/intake">${word(lang, 'intakeTitle')}</a>` : ''}${frame.may('admin') && reports > 0 ? markup`<a class="button" href="/desk/findings.xlsx">${word(lang, 'findingsXlsx')}</a>` : ''}</div>
<p>${[said, ...notes].join(BETWEEN_SENTENCES[lang])}</p>
${reports === 0 && rows.length === 0 && wanted === '' ? '' : markup`<form class="inline search" method="get" action="/reports"><label class="hidden" for="name">${word(lang, 'findOrganisation')}</label><input id="name" name="q" type="search" value="${wanted}" maxlength="100" placeholder="${word(lang, 'findOrganisation')}"><button>${word(lang, 'find')}</button></form>`}
${rows.length === 0 ? (wanted === '' ? '' : markup`<p>${word(lang, 'noSuchOrganisation')}</p>`) : table}${pagesHtml(lang, grid)}</div>`;
  return pageHtml(frame, { title: word(lang, 'reportsTitle'), at: 'reports', body });
}

function rowHtml(lang: Lang, { name, within, cells, undated }: GridRow, hasUndated: boolean): Markup {
  return markup`<tr><th scope="row">${name}<small>${within.join(' ')}</small></th>${cells.map((cell) => cellHtml(lang, cell))}${hasUndated ? markup`<td>${undated.map((card) => markup`<a href="${hrefOf(card)}">${card.title}</a> `)}</td>` : ''}</tr>`;
}

function cellHtml(lang: Lang, cell: GridCell): Markup {
  switch (cell.kind) {
    case 'held':
      return markup`<td class="held"><a href="${hrefOf(cell.card)}">${cell.card.year}</a>${cell.findings === null ? markup`<small class="none">…</small>` : countsHtml(lang, cell.card, cell.findings)}</td>`;
    case 'withdrawn':
      return markup`<td class="none"><a href="${hrefOf(cell.card)}">${word(lang, 'withdrawnShort')}</a></td>`;
    case 'owed':
      return markup`<td class="owed ${cell.state.replaceAll(' ', '-')}">${wordFor(lang, 'state', cell.state)}${cell.due === null || cell.state === 'exempt' ? '' : markup`<small>${cell.due}</small>`}</td>`;
    case 'none':
      return markup`<td class="none"><span title="${word(lang, 'notHeld')}" aria-label="${word(lang, 'notHeld')}" role="img">—</span></td>`;
  }
}

const MARKS = [['error', '✗', 'severityError'], ['warning', '!', 'severityWarning']] as const;

function countsHtml(lang: Lang, card: ReportCard, counts: Readonly<Record<Severity, number>>): Markup {
  const found = MARKS.filter(([severity]) => counts[severity] > 0);
  if (found.length === 0) return markup``;
  const said = found.map(([severity, , key]) => `${word(lang, key)} ${counts[severity]}`).join(' ');
  return markup`<a class="counts" href="${hrefOf(card)}/card" title="${said}">${found.map(([severity, sign, key]) => markup`<span class="mark ${severity}"><span class="hidden">${word(lang, key)} </span><span aria-hidden="true">${sign}</span>${counts[severity]}</span>`)}</a>`;
}

function hrefOf({ report }: ReportCard): string {
  return `/reports/${encodeURIComponent(report)}`;
}

function pagesHtml(lang: Lang, { page, pages, wanted }: Grid): Markup {
  if (pages < 2) return markup``;
  const to = (n: number, text: string): Markup => (n < 1 || n > pages ? markup`` : markup`<a href="/reports?${new URLSearchParams({ ...(wanted !== '' && { q: wanted }), page: String(n) }).toString()}">${text}</a>`);
  return markup`<nav class="pages" aria-label="${word(lang, 'pagesOfList')}">${to(page - 1, word(lang, 'pageBefore'))} <span>${page} / ${pages}</span> ${to(page + 1, word(lang, 'pageAfter'))}</nav>`;
}
