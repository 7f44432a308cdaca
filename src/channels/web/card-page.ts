import { formNamed, type Figure, type Lang, type ReportCard, type VersionChanges } from '../../../index/mod.js';
import { changeLine } from '../../render/figure-change.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { NotedFinding } from '../operations.js';
import { findingHtml, trustShort, versionQuery } from './figure-card.js';
import { pageHtml, type Frame } from './layout.js';
import { fileHref, placesHtml, versionNotices } from './report-page.js';
import type { FoundVersion } from './version.js';
import { withdrawForm } from './withdraw-form.js';
import { word } from './words.js';

/** A report with all that an operator wants to know of it. */
export interface ShownCard extends FoundVersion {
  /** Every version, oldest first. */
  readonly versions: readonly ReportCard[];
  readonly figures: readonly Figure[];
  readonly findings: readonly NotedFinding[];
  /** Against the version before; null where there is none. */
  readonly changes: VersionChanges | null;
}

const SHOWN_CHANGES = 100;

/** The card of a report: what it is, how it was read, its versions and what the rules found; who may, explains findings and withdraws it here. */
export function cardPage(frame: Frame, shown: ShownCard): string {
  const { lang } = frame;
  const { card, versions, findings, changes } = shown;
  const admin = frame.may('admin');
  const body = markup`<div class="sheet"><h1>${card.title === '' ? card.org.name : card.title}</h1>${versionNotices(lang, shown)}
<dl class="card-facts">${factsHtml(lang, shown)}</dl>
<section><h2>${word(lang, 'checkFindings', { n: findings.length })}</h2>${findings.length === 0 ? markup`<p>${word(lang, 'nothingFound')}</p>` : markup`<ul class="found">${findings.map((one) => markup`${findingHtml(lang, one)}${placesHtml(lang, card, one)}${admin && one.explained === null ? explainForm(lang, card, one) : ''}`)}</ul>`}</section>
<section><h2>${word(lang, 'versions')}</h2><ol class="versions">${versions.map((one) => versionHtml(lang, one, one.edition === card.edition))}</ol>${changes === null ? '' : changesHtml(lang, changes)}</section>
${admin ? withdrawForm(lang, card, versions) : ''}</div>`;
  return pageHtml(frame, { title: word(lang, 'tabCard'), at: 'reports', tabs: { card, at: 'card' }, body });
}

function factsHtml(lang: Lang, { card, figures }: ShownCard): Markup {
  const counts = (['aligned', 'repaired', 'read', 'stated'] as const).map((trust) => [trust, figures.filter((figure) => figure.trust === trust).length] as const).filter(([, count]) => count > 0);
  const forms = card.forms.map((form) => formNamed(form)?.basis ?? form);
  const facts: readonly (readonly [key: string, value: unknown])[] = [
    ['organisation', card.org.path.join(' ') || card.org.name],
    ['year', card.year ?? word(lang, 'yearUnknown')],
    ['reportId', markup`<code>${card.report}</code>`],
    ['forms', forms.length === 0 ? word(lang, 'noForm') : forms.join('；')],
    ['figuresRead', counts.length === 0 ? '—' : counts.map(([kind, count]) => `${trustShort(lang, kind)} ${count}`).join(' · ')],
    ['takenIn', card.ingestedAt.slice(0, 10)],
    ['files', markup`<a href="${fileHref(card, 'original')}">${word(lang, 'original')}</a> · <a href="${fileHref(card, 'text')}">${word(lang, 'download')}</a>`],
  ];
  return markup`${facts.map(([key, value]) => markup`<div><dt>${word(lang, key)}</dt><dd>${value}</dd></div>`)}`;
}

function versionHtml(lang: Lang, card: ReportCard, here: boolean): Markup {
  const state = card.withdrawn !== null ? word(lang, 'versionWithdrawn', { why: card.withdrawn }) : card.current ? word(lang, 'versionInUse') : word(lang, 'versionReplaced');
  const name = word(lang, 'version', { n: card.version });
  return markup`<li>${here ? markup`<strong>${name}</strong>` : markup`<a href="/reports/${encodeURIComponent(card.report)}/card?${versionQuery(card)}">${name}</a>`} · ${word(lang, 'ingested', { date: card.ingestedAt.slice(0, 10) })} · ${word(lang, 'figuresCounted', { n: card.figures })} · ${state}</li>`;
}

function changesHtml(lang: Lang, { from, changes }: VersionChanges): Markup {
  const head = word(lang, 'changedSince', { n: from.version, changes: changes.length });
  if (changes.length === 0) return markup`<p>${head}</p>`;
  return markup`<details><summary>${head}</summary><ul>${changes.slice(0, SHOWN_CHANGES).map((change) => markup`<li>${changeLine(change)}</li>`)}</ul></details>`;
}

function explainForm(lang: Lang, card: ReportCard, { id }: NotedFinding): Markup {
  return markup`<li class="act"><details><summary>${word(lang, 'explainOpen')}</summary><form class="inline" method="post" action="/desk/explain"><input type="hidden" name="finding" value="${id}"><input type="hidden" name="report" value="${card.report}"><label class="hidden" for="why-${id}">${word(lang, 'explainWhy')}</label><input id="why-${id}" name="why" required maxlength="500" placeholder="${word(lang, 'explainWhy')}"><button>${word(lang, 'explain')}</button></form></details></li>`;
}
