import type { Lang, Text2 } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { NamedRoom, PromisedLine, RecurringWish, RecurringWork } from '../operations.js';
import { chinaTime } from './china-time.js';
import { placeHref } from './figure-card.js';
import { pageHtml, type Frame } from './layout.js';
import { word, wordFor } from './words.js';

/** What somebody tried to switch on, as it was typed. */
export interface TriedOn extends RecurringWish {
  readonly work: string;
}

/** What the page of recurring work shows. */
export interface ShownRecurring {
  readonly recurring: readonly RecurringWork[];
  /** Whose promises can be looked through, by name. */
  readonly organisations: readonly { readonly orgKey: string; readonly name: string }[];
  /** Whose promises are shown; null for nobody's. */
  readonly chosen: string | null;
  readonly promised: readonly PromisedLine[];
  readonly rooms: readonly NamedRoom[];
  readonly tried: TriedOn | null;
  /** Why what was tried was not done. */
  readonly problem: Text2 | null;
}

/** Work that reports promise again and again: what is switched on and how far it is, and what an organisation's reports promise beside. */
export function recurringPage(frame: Frame, shown: ShownRecurring): string {
  const { lang } = frame;
  const { recurring, problem } = shown;
  const body = markup`<div class="sheet wide"><h1>${word(lang, 'recurringTitle')}</h1><p>${word(lang, 'recurringAbout')}</p>${problem === null ? '' : markup`<p class="notice" role="alert">${problem[lang]}</p>`}
<section id="running"><h2>${word(lang, 'recurring', { n: recurring.length })}</h2>${recurring.length === 0 ? markup`<p>${word(lang, 'recurringNone')}</p>` : runningHtml(lang, recurring)}</section>
<section id="promised"><h2>${word(lang, 'promisedTitle')}</h2>${chooserHtml(lang, shown)}${promisedHtml(lang, shown)}</section></div>`;
  return pageHtml(frame, { title: word(lang, 'recurringTitle'), at: 'desk', tabs: { at: 'recurring' }, body });
}

function runningHtml(lang: Lang, recurring: readonly RecurringWork[]): Markup {
  const heads = ['organisation', 'recurringWhat', 'rosterOwner', 'reminderTo', 'recurringOpen', 'recurringDoneBefore', 'recurringDo'];
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'recurringTitle')}"><table class="grid"><thead><tr>${heads.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${recurring.map((one) => runningRow(lang, one))}</tbody></table></div>`;
}

/** Of what was done the last few periods. */
const SHOWN_DONE = 3;

function runningRow(lang: Lang, { id, organisation, what, owner, to, open, done, citation }: RecurringWork): Markup {
  const hidden = markup`<input type="hidden" name="work" value="${id}">`;
  const record = open === null ? '' : markup`<form class="inline" method="post" action="/desk/recurring/done">${hidden}<label class="hidden" for="evidence-${id}">${word(lang, 'recurringEvidence')}</label><input id="evidence-${id}" name="evidence" required maxlength="500" placeholder="${word(lang, 'recurringEvidence')}"><button>${word(lang, 'recurringDone')}</button></form>`;
  const before = done.slice(0, SHOWN_DONE).map(({ period, evidence, by, at }) => markup`<li>${period} ${evidence} <small>${by} · <span class="date">${chinaTime(at)}</span></small></li>`);
  return markup`<tr><th scope="row">${organisation}</th><td class="words"><a href="${placeHref(citation, citation.spans)}">${what}</a></td><td>${owner}</td><td>${wordFor(lang, 'channel', to.channel)} <small>${to.conversation}</small></td><td class="date">${open === null ? '—' : `${open.period} → ${open.due}`}</td><td class="words">${before.length === 0 ? '—' : markup`<ul class="plain">${before}</ul>`}</td><td>${record}<form method="post" action="/desk/recurring/off">${hidden}<button class="quiet" aria-label="${word(lang, 'recurringOff')} ${what}">${word(lang, 'recurringOff')}</button></form></td></tr>`;
}

function chooserHtml(lang: Lang, { organisations, chosen }: ShownRecurring): Markup {
  if (organisations.length === 0) return markup`<p>${word(lang, 'askNothingHeld')}</p>`;
  return markup`<form class="inline" method="get" action="/desk/recurring#promised"><label for="org">${word(lang, 'organisation')}</label><select id="org" name="org" required><option value="">—</option>${organisations.map(({ orgKey, name }) => markup`<option value="${orgKey}"${orgKey === chosen ? markup` selected` : ''}>${name}</option>`)}</select><button>${word(lang, 'promisedShow')}</button></form>`;
}

function promisedHtml(lang: Lang, shown: ShownRecurring): Markup {
  const { chosen, promised, rooms } = shown;
  if (chosen === null) return markup``;
  if (promised.length === 0) return markup`<p role="status">${word(lang, 'promisedNone')}</p>`;
  const named = markup`<datalist id="rooms">${rooms.map(({ place, organisation }) => markup`<option value="${place}">${organisation ?? ''}</option>`)}</datalist>`;
  return markup`<ul class="promises">${promised.map((one) => promiseHtml(lang, one, shown))}</ul>${named}`;
}

function promiseHtml(lang: Lang, { id, organisation, interval, times, what, citation, on }: PromisedLine, { chosen, tried, rooms }: ShownRecurring): Markup {
  const typed = tried?.work === id ? tried : { owner: '', to: rooms.find(({ organisation: whose }) => whose === organisation)?.place ?? '', lang };
  const field = (name: 'owner' | 'to', key: string, more: Markup): Markup => markup`<div><label for="${name}-${id}">${word(lang, key)}</label><input id="${name}-${id}" name="${name}" maxlength="200" value="${typed[name]}" autocomplete="off"${more}></div>`;
  const languages = (['zh', 'en'] as const).map((one) => markup`<option value="${one}"${one === typed.lang ? markup` selected` : ''}>${word(one, 'languageName')}</option>`);
  const form = on
    ? markup`<p><small>${word(lang, 'promisedOn')}</small></p>`
    : markup`<form class="filters" method="post" action="/desk/recurring/on"><input type="hidden" name="work" value="${id}"><input type="hidden" name="org" value="${chosen}">${field('owner', 'rosterOwner', markup` placeholder="${citation.org}"`)}${field('to', 'reminderTo', markup` required list="rooms" placeholder="slack:C0123456789"`)}<div><label for="lang-${id}">${word(lang, 'promisedLanguage')}</label><select id="lang-${id}" name="lang">${languages}</select></div><button aria-label="${word(lang, 'recurringOn')} ${what}">${word(lang, 'recurringOn')}</button></form>`;
  return markup`<li><p><strong>${what}</strong> <small>${wordFor(lang, 'interval', interval)}${times === null ? '' : ` × ${times}`} · ${citation.year ?? ''}</small></p><figure class="quote"><blockquote lang="zh-CN">${citation.quote}</blockquote><figcaption>${citation.title} <a class="open-source" href="${placeHref(citation, citation.spans)}">${word(lang, 'openSource')}</a></figcaption></figure>${form}</li>`;
}
