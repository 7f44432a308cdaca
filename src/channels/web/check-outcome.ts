import type { z } from 'zod';
import type { Lang, Text2 } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { CheckLine } from '../../render/check-line.js';
import { shortQuote } from './short-quote.js';
import { word } from './words.js';

/** What the rules found in a file that is not kept, or why it could not be read. */
export type FileChecked = { readonly path: string } & ({ readonly findings: readonly z.output<typeof CheckLine>[] } | { readonly refused: Text2 });

const SEVERITIES = { error: 'severityError', warning: 'severityWarning', info: 'severityInfo' } as const;
/** A file made to be wrong everywhere has thousands; nobody reads on. */
const SHOWN_FINDINGS = 100;

/** What became of checking one file: the rules' findings with the words they rest on. */
export function checkedHtml(lang: Lang, checked: FileChecked): Markup {
  const file = markup`<span class="file">${checked.path}</span>`;
  if ('refused' in checked) return markup`<li class="outcome refused"><strong>${word(lang, 'checkUnreadable')}</strong> ${file}<p>${checked.refused[lang]}</p></li>`;
  const { findings } = checked;
  const whose = findings[0] === undefined ? '' : markup` <small>${findings[0].org} ${findings[0].year ?? word(lang, 'yearUnknown')}</small>`;
  const shown = findings.slice(0, SHOWN_FINDINGS).map((finding) => findingHtml(lang, finding));
  const more = findings.length > SHOWN_FINDINGS ? markup`<li><small>${word(lang, 'andMore', { n: findings.length - SHOWN_FINDINGS })}</small></li>` : '';
  return markup`<li class="outcome"><strong>${word(lang, 'checkedFile')}</strong> ${file}${whose}${findings.length === 0 ? markup` · ${word(lang, 'nothingFound')}` : markup`<ul class="found">${shown}${more}</ul>`}</li>`;
}

function findingHtml(lang: Lang, { severity, message, basis, doubtful, citations }: z.output<typeof CheckLine>): Markup {
  const quotes = citations.length === 0 ? '' : markup`<li class="places">${citations.map(({ quote }) => markup`<q>${shortQuote(quote)}</q> `)}</li>`;
  return markup`<li class="${severity}"><small class="severity">${word(lang, SEVERITIES[severity])}</small> <span>${message[lang]}${doubtful ? markup` <small>${word(lang, 'doubtful')}</small>` : ''} <small class="basis">${word(lang, 'basis', { basis })}</small></span></li>${quotes}`;
}
