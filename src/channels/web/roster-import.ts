import type { Lang } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { RosterImported } from '../operations.js';
import { word } from './words.js';

/** What became of a spreadsheet that somebody brought. */
export interface TriedImport {
  readonly file: string;
  readonly imported: RosterImported;
  /** True where it was only looked at. */
  readonly onlyChecked: boolean;
}

/** A list with more wrong in it was made for something else. */
const SHOWN_PROBLEMS = 100;

/** The form for a spreadsheet of states, and what became of the last one: all of it was kept or, with each problem named by row and column, none. */
export function importSection(lang: Lang, year: number, tried: TriedImport | null): Markup {
  return markup`<section id="import"><details${tried === null ? '' : markup` open`}><summary><h2>${word(lang, 'importTitle', { year })}</h2></summary><p>${word(lang, 'importAbout')}</p>${tried === null ? '' : outcomeHtml(lang, tried)}
<form class="inline" method="post" action="/desk/roster/import" enctype="multipart/form-data"><input type="hidden" name="year" value="${year}"><label class="hidden" for="sheet">${word(lang, 'importFile')}</label><input id="sheet" name="sheet" type="file" accept=".xlsx,.csv" required><label class="sure"><input type="checkbox" name="check" value="1"> ${word(lang, 'importOnlyCheck')}</label><button>${word(lang, 'importSend')}</button></form></details></section>`;
}

function outcomeHtml(lang: Lang, { file, imported, onlyChecked }: TriedImport): Markup {
  if (imported.ok) return markup`<p class="notice good" role="status">${file}：${word(lang, onlyChecked ? 'importChecked' : 'importDone', { added: imported.added, known: imported.known, idle: imported.idle })}</p>`;
  const heads = ['importRow', 'importColumn', 'importProblem'] as const;
  const rows = imported.problems.slice(0, SHOWN_PROBLEMS).map(({ row, column, message }) => markup`<tr><td class="value">${row ?? '—'}</td><td>${column ?? '—'}</td><td class="words">${message[lang]}</td></tr>`);
  return markup`<p class="notice" role="alert">${file}：${word(lang, 'importRefused', { n: imported.problems.length })}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'importProblem')}"><table class="grid"><thead><tr>${heads.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
