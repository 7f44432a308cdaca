import { cellName, ruleData, type Figure, type FigureId, type IdentityHeld, type Lang, type MetricId, type ReportCard, type Text2 } from '../../../index/mod.js';
import { figureName, figureShown } from '../../render/html-figures.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { SHORT_SOURCE } from '../../render/message.js';
import type { NotedFinding } from '../operations.js';
import type { FigureFacts } from './figure-facts.js';
import { word } from './words.js';

const TRUST = { aligned: 'trustAligned', repaired: 'trustRepaired', read: 'trustRead', stated: 'trustStated' } as const;

const TRUST_SHORT = { aligned: 'trustAlignedShort', repaired: 'trustRepairedShort', read: 'trustReadShort', stated: 'trustStatedShort' } as const;

/** How a figure is known, in a word or two; the card of a figure says it whole. */
export function trustShort(lang: Lang, trust: Figure['trust']): string {
  return word(lang, TRUST_SHORT[trust]);
}

/** The version of a report within an address; its places count in no other. */
export function versionQuery({ source }: { readonly source: string }): string {
  return `s=${source.slice(0, SHORT_SOURCE)}`;
}

/** Where a figure's card is shown beside the report's text. */
export function figureHref(card: ReportCard, { id }: Pick<Figure, 'id'>): string {
  return `/reports/${encodeURIComponent(card.report)}?${versionQuery(card)}&f=${id}#f-${id}`;
}

/** Where the very words of a figure are marked. */
export function placeHref(card: { readonly report: string; readonly source: string }, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const place = spans.map(({ start, end }) => `${start}-${end}`).join('.');
  return `/reports/${encodeURIComponent(card.report)}?${versionQuery(card)}&c=${place}#c-${place}`;
}

/** All that is known of one figure: what it counts, how that is known, the sums it takes part in and whether they come out, and what was found. */
export function figureCard(lang: Lang, card: ReportCard, figure: Figure, facts: FigureFacts, wholeOf: (id: FigureId) => Figure | undefined): Markup {
  const whole = figure.partOf === null ? undefined : wholeOf(figure.partOf as FigureId);
  const identities = facts.identitiesOf(figure);
  const findings = facts.findingsOf(figure);
  return markup`<div class="figure-card" data-figure="${figure.id}">
<p class="figure-head"><strong class="value">${figureShown(figure) || word(lang, 'blankCell')}</strong> <span>${figureName(figure, lang)}</span></p>
<dl>
<div><dt>${word(lang, 'metric')}</dt><dd>${figure.metric === null ? word(lang, 'noMetric') : markup`<code>${figure.metric}</code>`}</dd></div>
<div><dt>${word(lang, 'trust')}</dt><dd>${word(lang, TRUST[figure.trust])}</dd></div>
${figure.path.length === 0 ? '' : markup`<div><dt>${word(lang, 'standsUnder')}</dt><dd>${figure.path.join(' › ')}</dd></div>`}
${whole === undefined ? '' : markup`<div><dt>${word(lang, 'partOf')}</dt><dd><a href="${figureHref(card, whole)}" data-figure="${whole.id}">${figureName(whole, lang)} ${figureShown(whole)}</a></dd></div>`}
</dl>
${identities.length === 0 ? '' : markup`<h3>${word(lang, 'identities')}</h3><ul class="identities">${identities.map((identity) => identityHtml(lang, card, figure, identity, facts))}</ul>`}
${findings.length === 0 ? '' : markup`<h3>${word(lang, 'checkFindings', { n: findings.length })}</h3><ul class="found">${findings.map((one) => findingHtml(lang, one))}</ul>`}
<p class="figure-links"><a href="${placeHref(card, figure.quote)}">${word(lang, 'showWords')}</a></p>
</div>`;
}

const SEVERITIES = { error: 'severityError', warning: 'severityWarning', info: 'severityInfo' } as const;

/** A finding in one line, with who explained it. */
export function findingHtml(lang: Lang, { finding, explained, basis }: NotedFinding): Markup {
  const doubt = finding.doubtful ? markup` <small>${word(lang, 'doubtful')}</small>` : '';
  const said = explained === null ? '' : markup` <small>${word(lang, 'explainedBy', { by: explained.by, why: explained.why })}</small>`;
  return markup`<li class="${explained === null ? finding.severity : 'explained'}"><small class="severity">${explained === null ? word(lang, SEVERITIES[finding.severity]) : word(lang, 'explained')}</small> <span>${finding.message[lang]}${doubt}${said} <small class="basis">${word(lang, 'basis', { basis })}</small></span></li>`;
}

/** A sum as it is printed: each term with a link to its cell, the figure at hand set off; then whether it comes out. */
function identityHtml(lang: Lang, card: ReportCard, at: Figure, { rule, parts, equals, left, right, holds }: IdentityHeld, facts: FigureFacts): Markup {
  const about: Text2 | undefined = ruleData().rules[rule]?.about;
  const term = (metric: MetricId): Markup => {
    const figure = facts.cellOf(metric);
    const name = cellName(metric)[lang];
    if (figure === null) return markup`<span title="${name}">?</span>`;
    const value = figure.quantity.value ?? '';
    return figure.id === at.id ? markup`<strong title="${name}">${value}</strong>` : markup`<a href="${figureHref(card, figure)}" data-figure="${figure.id}" title="${name}" aria-label="${name} ${value}">${value}</a>`;
  };
  const side = (metrics: readonly MetricId[]): Markup => markup`${metrics.map((metric, n) => markup`${n === 0 ? '' : ' + '}${term(metric)}`)}`;
  const sums = holds ? '' : markup` <span class="off">${word(lang, 'comesTo', { left, right })}</span>`;
  return markup`<li class="${holds ? 'holds' : 'broken'}"><small class="severity">${word(lang, holds ? 'holds' : 'broken')}</small> <span>${about === undefined ? rule : about[lang]}<br><span class="sum">${side(parts)} ${holds ? '=' : '≠'} ${side(equals)}</span>${sums}</span></li>`;
}
