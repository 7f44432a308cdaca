import type { ReportCard } from '../../../index/mod.js';
import { markup } from '../../render/html-markup.js';
import { pageHtml, type Frame } from './layout.js';
import { word } from './words.js';

/** What is held: a line an organisation, its years as links. `cards` are the reports in use. */
export function reportsPage(frame: Frame, cards: readonly ReportCard[]): string {
  const { lang } = frame;
  const organisations = new Map<string, ReportCard[]>();
  for (const card of cards) organisations.set(card.orgKey, [...(organisations.get(card.orgKey) ?? []), card]);
  const rows = [...organisations.values()].map((held) => {
    const { org } = held[0]!;
    const years = [...held].sort((a, b) => (a.year ?? 0) - (b.year ?? 0)).map((card) => markup`<a href="/reports/${encodeURIComponent(card.report)}">${card.year ?? word(lang, 'yearUnknown')}</a> `);
    return markup`<tr><th scope="row">${org.name}<small>${org.path.slice(0, -1).join(' ')}</small></th><td>${years}</td></tr>`;
  });
  const body = markup`<div class="sheet"><h1>${word(lang, 'reportsTitle')}</h1><p>${cards.length === 0 ? word(lang, 'askNothingHeld') : word(lang, 'askHeld', { reports: cards.length, organisations: organisations.size })}</p>
${rows.length === 0 ? '' : markup`<table class="held-table"><thead><tr><th scope="col">${word(lang, 'organisation')}</th><th scope="col">${word(lang, 'years')}</th></tr></thead><tbody>${rows}</tbody></table>`}</div>`;
  return pageHtml(frame, { title: word(lang, 'reportsTitle'), at: 'reports', body });
}
