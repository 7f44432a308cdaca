import type { Lang } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { ForgottenOf, OwnReminderLine, Schedule } from '../operations.js';
import { chinaTime } from './china-time.js';
import { ruleName } from './deadlines-page.js';
import { pageHtml, type Frame } from './layout.js';
import { word, wordFor } from './words.js';

/** What the page of people's own reminders shows. */
export interface ShownPeople {
  /** Of everybody, those that are still to be said. */
  readonly reminders: readonly OwnReminderLine[];
  readonly schedule: Pick<Schedule, 'deadlines'>;
  /** What was just deleted, and of whom. */
  readonly forgotten: (ForgottenOf & { readonly whom: string }) | null;
}

/** What people asked for themselves, which the desk can end; and deleting all that is kept of a person or a conversation. */
export function peoplePage(frame: Frame, { reminders, schedule, forgotten }: ShownPeople): string {
  const { lang } = frame;
  const heads = ['reminderTo', 'reminderBy', 'reminderOf', 'reminderWhen', 'reminderEnd'] as const;
  const label = word(lang, 'ownReminders', { n: reminders.length });
  const table = markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table class="grid"><thead><tr>${heads.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${reminders.map((one) => rowHtml(lang, one, schedule))}</tbody></table></div>`;
  const body = markup`<div class="sheet wide"><h1>${word(lang, 'peopleTitle')}</h1>
<section><h2>${label}</h2>${reminders.length === 0 ? markup`<p>${word(lang, 'ownRemindersNone')}</p>` : table}</section>
<section id="forget"><h2>${word(lang, 'forgetTitle')}</h2><p>${word(lang, 'forgetAbout')}</p>${forgotten === null ? '' : markup`<p class="notice" role="status">${word(lang, 'forgotten', { ...forgotten })}</p>`}
<form class="inline" method="post" action="/desk/people/forget"><label class="hidden" for="whom">${word(lang, 'forgetWhom')}</label><input id="whom" name="whom" required maxlength="500" placeholder="${word(lang, 'forgetWhom')}" autocomplete="off"><label class="sure"><input type="checkbox" name="sure" value="1" required> ${word(lang, 'forgetSure')}</label><button class="danger">${word(lang, 'forget')}</button></form></section></div>`;
  return pageHtml(frame, { title: word(lang, 'peopleTitle'), at: 'desk', tabs: { at: 'people' }, body });
}

function rowHtml(lang: Lang, { id, to, speaker, text, deadline, reportYear, kind, at, daysBefore }: OwnReminderLine, { deadlines }: Pick<Schedule, 'deadlines'>): Markup {
  const what = text === '' && deadline !== null ? `${reportYear ?? ''} ${ruleName(lang, deadlines, deadline, reportYear)}` : text;
  const when = at !== null ? chinaTime(at) : kind === 'before' ? word(lang, 'daysBefore', { n: daysBefore ?? 0 }) : word(lang, 'reminderDaily');
  return markup`<tr><td>${wordFor(lang, 'channel', to.channel)} <small>${to.conversation}</small></td><td>${speaker}</td><td class="words">${what}</td><td class="date">${when}</td><td><form method="post" action="/desk/people/end"><input type="hidden" name="reminder" value="${id}"><button class="quiet" aria-label="${word(lang, 'reminderEnd')} ${what}">${word(lang, 'reminderEnd')}</button></form></td></tr>`;
}
