import type { Lang, ReportCard } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import { word } from './words.js';

/**
 * The form that takes the version `card` out of use, or the whole report; of one version it says which takes its place. Nothing of it when that
 * version is withdrawn already. There is no way back but a corrected file, so that who sends it must say that they are sure.
 */
export function withdrawForm(lang: Lang, card: ReportCard, versions: readonly ReportCard[]): Markup {
  if (card.withdrawn !== null) return markup``;
  const others = versions.filter(({ withdrawn, version }) => withdrawn === null && version !== card.version);
  return markup`<section id="withdraw"><h2>${word(lang, 'withdrawTitle')}</h2><p>${word(lang, 'withdrawAbout')}</p><form class="stacked" method="post" action="/desk/withdraw"><input type="hidden" name="report" value="${card.report}">${others.length === 0 ? '' : choicesHtml(lang, card, others)}<div class="inline"><label class="hidden" for="withdraw-why">${word(lang, 'withdrawWhy')}</label><input id="withdraw-why" name="why" required maxlength="500" placeholder="${word(lang, 'withdrawWhy')}" autocomplete="off"><label class="sure"><input type="checkbox" name="sure" value="1" required> ${word(lang, 'withdrawSure')}</label><button class="danger">${word(lang, 'withdraw')}</button></div></form></section>`;
}

function choicesHtml(lang: Lang, card: ReportCard, others: readonly ReportCard[]): Markup {
  const next = card.current ? Math.max(...others.map(({ version }) => version)) : others.find(({ current }) => current)?.version;
  const choices = [
    { value: String(card.version), said: word(lang, 'withdrawVersion', { n: card.version, next: next ?? '—' }) },
    { value: '', said: word(lang, 'withdrawAll', { n: others.length + 1 }) },
  ];
  return markup`<fieldset class="choice"><legend class="hidden">${word(lang, 'withdrawWhich')}</legend>${choices.map(({ value, said }, n) => markup`<label><input type="radio" name="version" value="${value}"${n === 0 ? markup` checked` : ''}> ${said}</label>`)}</fieldset>`;
}
