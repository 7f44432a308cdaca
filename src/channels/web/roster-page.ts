import type { Lang, Text2 } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { OwedReport, SaidOfReport } from '../operations.js';
import { chinaTime } from './china-time.js';
import { pageHtml, type Frame } from './layout.js';
import { importSection, type TriedImport } from './roster-import.js';
import { word, wordFor } from './words.js';

/** What somebody is about to say of a report, or tried to. */
export interface Marked {
  /** Id on the roster. */
  readonly organisation: string;
  readonly change: string;
  readonly why: string;
  readonly link: string;
}

/** The form for marking a report, not filled in. */
export const NOTHING_MARKED: Marked = { organisation: '', change: '', why: '', link: '' };

/** What the page of the roster shows for a year. */
export interface ShownRoster {
  readonly year: number;
  readonly years: readonly number[];
  readonly owed: readonly OwedReport[];
  readonly marked: Marked;
  /** Why what was tried must not be kept. */
  readonly problem: Text2 | null;
  /** What became of a spreadsheet; null where none was brought. */
  readonly tried: TriedImport | null;
}

/** What can be said, most often needed first. */
const CHANGES = ['published', 'returned', 'submitted', 'exempt', 'reopened'] as const;

/** The roster with one year's report: how each stands and what that rests on, a form to say what became of one, and one for a list of states. */
export function rosterPage(frame: Frame, { year, years, owed, marked, problem, tried }: ShownRoster): string {
  const { lang } = frame;
  const chosen = markup`<form class="inline" method="get" action="/desk/roster"><label for="year">${word(lang, 'year')}</label><select id="year" name="year">${years.map((one) => markup`<option${one === year ? markup` selected` : ''}>${one}</option>`)}</select><button>${word(lang, 'show')}</button></form>`;
  const heads = ['organisation', 'rosterState', 'rosterDue', 'rosterRestsOn', 'rosterOwner', 'rosterMark'] as const;
  const table = markup`<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'rosterTitle')}"><table class="grid"><caption>${word(lang, 'rosterCounted', { year, n: owed.length })}</caption><thead><tr>${heads.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${owed.map((one) => rowHtml(lang, year, one))}</tbody></table></div>`;
  const body = markup`<div class="sheet wide"><h1>${word(lang, 'rosterTitle')}</h1>
${owed.length === 0 ? markup`<p>${word(lang, 'rosterNone')}</p>` : markup`${chosen}${markForm(lang, year, owed, marked, problem)}${importSection(lang, year, tried)}${table}`}</div>`;
  return pageHtml(frame, { title: word(lang, 'rosterTitle'), at: 'desk', tabs: { at: 'roster' }, body });
}

function markForm(lang: Lang, year: number, owed: readonly OwedReport[], marked: Marked, problem: Text2 | null): Markup {
  const field = (name: 'why' | 'link', key: string, most: number): Markup => markup`<div><label for="${name}">${word(lang, key)}</label><input id="${name}" name="${name}" maxlength="${most}" value="${marked[name]}" autocomplete="off"></div>`;
  return markup`<section id="mark"><h2>${word(lang, 'rosterMarkOf', { year })}</h2><p>${word(lang, 'rosterMarkAbout')}</p>${problem === null ? '' : markup`<p class="notice" role="alert">${problem[lang]}</p>`}
<form class="filters" method="post" action="/desk/roster"><input type="hidden" name="year" value="${year}"><div><label for="organisation">${word(lang, 'organisation')}</label><select id="organisation" name="organisation" required><option value="">—</option>${owed.map(({ id, organisation }) => markup`<option value="${id}"${id === marked.organisation ? markup` selected` : ''}>${organisation}</option>`)}</select></div>
<div><label for="change">${word(lang, 'rosterState')}</label><select id="change" name="change">${CHANGES.map((change) => markup`<option value="${change}"${change === marked.change ? markup` selected` : ''}>${wordFor(lang, 'change', change)}</option>`)}</select></div>
${field('why', 'rosterWhy', 300)}${field('link', 'rosterLink', 1000)}<button>${word(lang, 'rosterMark')}</button></form></section>`;
}

function rowHtml(lang: Lang, year: number, { id, organisation, orgPath, state, report, due, owner, last }: OwedReport): Markup {
  const name = report === null ? markup`${organisation}` : markup`<a href="/reports/${encodeURIComponent(report)}">${organisation}</a>`;
  const mark = markup`<a href="/desk/roster?${new URLSearchParams({ year: String(year), org: id }).toString()}#mark" aria-label="${word(lang, 'rosterMark')} ${organisation}">${word(lang, 'rosterMark')}</a>`;
  return markup`<tr><th scope="row">${name} <small>${orgPath.slice(0, -1).join(' ')}</small></th><td class="owed ${state.replaceAll(' ', '-')}">${wordFor(lang, 'state', state)}</td><td class="date">${due ?? '—'}</td><td class="words">${last === null ? '—' : saidHtml(lang, last)}</td><td>${owner ?? '—'}</td><td>${mark}</td></tr>`;
}

/** What a state rests on. Links of an imported list may be anything: only web addresses lead somewhere. */
function saidHtml(lang: Lang, { change, at, by, why, link }: SaidOfReport): Markup {
  const shown = link === null ? '' : /^https?:\/\//iu.test(link) ? markup` <a href="${link}" rel="noopener noreferrer nofollow">${link}</a>` : markup` ${link}`;
  return markup`${wordFor(lang, 'change', change)} <small><span class="date">${chinaTime(at)}</span> · ${by}</small>${why === null ? '' : markup` ${why}`}${shown}`;
}
