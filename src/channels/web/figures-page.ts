import { placeOf, type Figure, type ReportCard } from '../../../index/mod.js';
import { figureName, figureShown } from '../../render/html-figures.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { figureHref, placeHref, trustShort } from './figure-card.js';
import type { FigureFacts } from './figure-facts.js';
import { pageHtml, type Frame } from './layout.js';
import { word } from './words.js';

/** Every figure of a version in reading order, with its metric, how it is known, and what the rules say of it: the report's page as a list. */
export function figuresPage(frame: Frame, card: ReportCard, figures: readonly Figure[], facts: FigureFacts): string {
  const { lang } = frame;
  const row = (figure: Figure): Markup => {
    const identities = facts.identitiesOf(figure);
    const broken = identities.filter(({ holds }) => !holds).length;
    const findings = facts.findingsOf(figure).filter(({ explained }) => explained === null).length;
    const sums = identities.length === 0 ? '—' : broken === 0 ? word(lang, 'sumsHold', { n: identities.length }) : word(lang, 'sumsBroken', { n: broken, all: identities.length });
    return markup`<tr${facts.isOdd(figure) ? markup` class="odd"` : ''}><td class="value"><a href="${placeHref(card, figure.place ?? [placeOf(figure)])}">${figureShown(figure) || word(lang, 'blankCell')}</a></td><td>${figureName(figure, lang)}${figure.metric === null ? '' : markup` <small><code>${figure.metric}</code></small>`}</td><td>${trustShort(lang, figure.trust)}</td><td>${identities.length + findings === 0 ? sums : markup`<a href="${figureHref(card, figure)}">${sums}${findings === 0 ? '' : markup` · ${word(lang, 'findingsCounted', { n: findings })}`}</a>`}</td></tr>`;
  };
  const head = ['value', 'whatItCounts', 'trust', 'checked'].map((key) => markup`<th scope="col">${word(lang, key)}</th>`);
  const body = markup`<div class="sheet wide"><h1>${word(lang, 'figuresTitle', { title: card.title === '' ? card.org.name : card.title })}</h1>
<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'figuresCounted', { n: figures.length })}"><table class="grid figures"><thead><tr>${head}</tr></thead><tbody>${figures.map(row)}</tbody></table></div></div>`;
  return pageHtml(frame, { title: word(lang, 'figuresTitle', { title: card.org.name }), at: 'reports', body, tabs: { card, at: 'figures' } });
}
