import type { ReportCard } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { pageHtml, type Frame } from './layout.js';
import { word } from './words.js';

/** What is held, as a grid: a row an organisation, a column a year, gaps to be seen. `cards` are the reports in use. */
export function reportsPage(frame: Frame, cards: readonly ReportCard[]): string {
  const { lang } = frame;
  const organisations = new Map<string, ReportCard[]>();
  for (const card of cards) organisations.set(card.orgKey, [...(organisations.get(card.orgKey) ?? []), card]);
  const years = yearsBetween(cards);
  const undated = cards.some(({ year }) => year === null);
  const cell = (held: readonly ReportCard[], year: number | null): Markup => {
    const card = held.find((one) => one.year === year);
    if (card === undefined) return markup`<td class="none">${year === null ? '' : markup`<span title="${word(lang, 'notHeld')}">—</span>`}</td>`;
    return markup`<td><a href="/reports/${encodeURIComponent(card.report)}">${year ?? card.title}</a></td>`;
  };
  const rows = [...organisations.values()].map((held) => {
    const { org } = held[0]!;
    return markup`<tr><th scope="row">${org.name}<small>${org.path.slice(0, -1).join(' ')}</small></th>${years.map((year) => cell(held, year))}${undated ? cell(held, null) : ''}</tr>`;
  });
  const body = markup`<div class="sheet"><h1>${word(lang, 'reportsTitle')}</h1><p>${cards.length === 0 ? word(lang, 'askNothingHeld') : word(lang, 'askHeld', { reports: cards.length, organisations: organisations.size })}</p>
${rows.length === 0 ? '' : markup`<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'years')}"><table class="held-table"><thead><tr><th scope="col">${word(lang, 'organisation')}</th>${years.map((year) => markup`<th scope="col">${year}</th>`)}${undated ? markup`<th scope="col">${word(lang, 'yearUnknown')}</th>` : ''}</tr></thead><tbody>${rows}</tbody></table></div>`}</div>`;
  return pageHtml(frame, { title: word(lang, 'reportsTitle'), at: 'reports', body });
}

/** Every year from the first held to the last: a year that nobody has is a gap too. A lone misread year must not make a hundred columns. */
const MOST_COLUMNS = 25;

function yearsBetween(cards: readonly ReportCard[]): number[] {
  const held = [...new Set(cards.flatMap(({ year }) => (year === null ? [] : [year])))].sort((a, b) => a - b);
  const [first, last] = [held[0], held.at(-1)];
  if (first === undefined || last === undefined || last - first >= MOST_COLUMNS) return held;
  return Array.from({ length: last - first + 1 }, (_, n) => first + n);
}
