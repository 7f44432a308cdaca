import { cellName, formNamed, metricById, ruleData, type FormTotals, type Lang, type ReportCard, type Text2, type TotalCell, type YearTotals } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { pageHtml, type Frame } from './layout.js';
import { word, wordFor } from './words.js';

/** The sums of one year, form by form, with what they rest on and what does not come out; the workbook has every cell. */
export function totalsPage(frame: Frame, years: readonly number[], totals: YearTotals | null): string {
  const { lang } = frame;
  const form = markup`<form class="inline" method="get" action="/totals"><label for="year">${word(lang, 'year')}</label><select id="year" name="year">${years.map((year) => markup`<option${year === totals?.year ? markup` selected` : ''}>${year}</option>`)}</select><button>${word(lang, 'show')}</button></form>`;
  const body = markup`<div class="sheet wide"><div class="title-line"><h1>${word(lang, 'totalsTitle')}</h1>${totals === null ? '' : markup`<a class="button" href="/totals/${totals.year}.xlsx">${word(lang, 'totalsXlsx')}</a>`}</div><p>${word(lang, 'totalsAbout')}</p>
${years.length === 0 ? markup`<p>${word(lang, 'askNothingHeld')}</p>` : form}
${totals === null ? '' : totals.forms.length === 0 ? markup`<p>${word(lang, 'totalsNone')}</p>` : totals.forms.map((one) => formHtml(lang, one))}
${totals === null || totals.leftOut.length === 0 ? '' : markup`<section><h2>${word(lang, 'totalsLeftOut')}</h2><ul>${totals.leftOut.map(({ card, why }) => markup`<li>${linkTo(card)} · ${wordFor(lang, 'leftOut', why)}</li>`)}</ul></section>`}</div>`;
  return pageHtml(frame, { title: word(lang, 'totalsTitle'), at: 'totals', body });
}

const MOST_NAMED = 20;

function formHtml(lang: Lang, { form, organisations, cells, broken, against }: FormTotals): Markup {
  const told = [...cells.values()].filter(({ value, addends }) => value !== '0' && addends.length > 0);
  const name = (metric: string): string => metricById(metric)?.[lang] ?? metric;
  const basis = formNamed(form)?.basis ?? form;
  const notes = [
    ...broken.map(({ id, equals, left, right }) => word(lang, 'totalsBroken', { about: ruleOf(id)?.[lang] ?? id, cells: equals.map((metric) => cellName(metric)[lang]).join(' + '), left, right })),
    ...against.map(({ card, metric, sum, own }) => word(lang, 'totalsAgainst', { org: card.org.name, metric: name(metric), own, sum })),
  ];
  const heads = ['whatItCounts', 'sum', 'addends', 'lacking'] as const;
  return markup`<section><h2>${basis}</h2><p>${word(lang, 'totalsOrganisations', { n: organisations.length, names: namesOf(organisations) })}</p>
${notes.length === 0 ? '' : markup`<ul class="found">${notes.map((note) => markup`<li class="error"><small class="severity">✗</small> <span>${note}</span></li>`)}</ul>`}
<div class="scroll" tabindex="0" role="group" aria-label="${basis}"><table class="grid"><thead><tr>${heads.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${told.map((cell) => cellRow(lang, name(cell.metric), cell))}</tbody></table></div>
<p class="facts">${word(lang, 'zerosHidden', { n: cells.size - told.length })}</p></section>`;
}

/** What a rule asks for, in words; ids of identities are that of their rule, a blank, and the cell. */
function ruleOf(id: string): Text2 | undefined {
  return ruleData().rules[id.split(' ')[0]!]?.about;
}

function cellRow(lang: Lang, name: string, { metric, value, unit, addends, blank, missing }: TotalCell): Markup {
  const lacking = [...blank, ...missing];
  const parts = new URLSearchParams({ metric, from: String(addends[0]!.card.year ?? ''), to: String(addends[0]!.card.year ?? '') });
  return markup`<tr><th scope="row">${name}</th><td class="value">${value === null ? word(lang, 'mixedUnits') : markup`<a href="/charts?${parts.toString()}">${value}${unit ?? ''}</a>`}</td><td class="value">${addends.length}</td><td>${lacking.length === 0 ? '' : namesOf(lacking)}</td></tr>`;
}

function namesOf(cards: readonly ReportCard[]): string {
  return cards.slice(0, MOST_NAMED).map(({ org }) => org.name).join('、') + (cards.length > MOST_NAMED ? '…' : '');
}

function linkTo({ report, org }: ReportCard): Markup {
  return markup`<a href="/reports/${encodeURIComponent(report)}">${org.name}</a>`;
}
