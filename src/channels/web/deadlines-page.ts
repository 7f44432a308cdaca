import { dayInChina, daysBetween, type Deadline, type Lang, type Text2 } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { RecurringWork, ReminderLine, Schedule } from '../operations.js';
import { chinaTime } from './china-time.js';
import { pageHtml, type Frame } from './layout.js';
import { word, wordFor } from './words.js';

export interface ShownDeadlines extends Schedule {
  readonly recurring: readonly RecurringWork[];
  /** Why recurring work could not be recorded as done. */
  readonly problem: Text2 | null;
}

/** Deadlines with what they rest on, recurring work that is switched on, and the reminders: due now, next, and what became of those that were planned. */
export function deadlinesPage(frame: Frame, { deadlines, reminders, reminded, recurring, problem }: ShownDeadlines, now: Date): string {
  const { lang } = frame;
  const today = dayInChina(now);
  const head = (keys: readonly string[]): Markup => markup`<thead><tr>${keys.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead>`;
  const rows = deadlines.map((deadline) => deadlineHtml(lang, deadline, daysBetween(today, deadline.effective)));
  const body = markup`<div class="sheet wide"><h1>${word(lang, 'deadlinesTitle')}</h1>
<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'deadlinesTitle')}"><table class="grid"><caption class="hidden">${word(lang, 'deadlinesTitle')}</caption>${head(['deadlineYear', 'deadlineWho', 'deadlineStated', 'deadlineEffective', 'deadlineLeft', 'deadlineBasis'])}<tbody>${rows}</tbody></table></div>
${recurringHtml(lang, recurring, problem)}${(['due', 'next', 'outbox', 'reply'] as const).map((kind) => remindersHtml(lang, kind, reminders.filter((one) => one.kind === kind), deadlines))}
${reminded === 0 ? markup`<p>${word(lang, 'nobodyReminded')}</p>` : ''}</div>`;
  return pageHtml(frame, { title: word(lang, 'deadlinesTitle'), at: 'desk', tabs: { at: 'deadlines' }, body });
}

function deadlineHtml(lang: Lang, { rule, reportYear, stated, effective, provisional }: Deadline, left: number): Markup {
  const days = left < 0 ? word(lang, 'daysAgo', { n: -left }) : left === 0 ? word(lang, 'dayIsToday') : word(lang, 'daysLeft', { n: left });
  return markup`<tr><td>${reportYear}</td><th scope="row">${rule.who[lang]} <small>${rule.duty[lang]}</small></th><td class="date">${stated}</td><td><span class="date">${effective}</span>${provisional ? markup` <small>${word(lang, 'provisional')}</small>` : ''}</td><td class="date">${days}</td><td class="words">${rule.basis.title} ${rule.basis.article}<br><small>${rule.basis.quote}</small></td></tr>`;
}

/** Recurring work with what can be done about it; switching on needs the sentence that promises it, which the command shows. */
function recurringHtml(lang: Lang, works: readonly RecurringWork[], problem: Text2 | null): Markup {
  if (works.length === 0 && problem === null) return markup``;
  const label = word(lang, 'recurring', { n: works.length });
  const row = ({ id, report, organisation, what, owner, to, open }: RecurringWork): Markup => {
    const hidden = markup`<input type="hidden" name="work" value="${id}">`;
    const done = open === null ? '' : markup`<form class="inline" method="post" action="/desk/recurring/done">${hidden}<label class="hidden" for="evidence-${id}">${word(lang, 'recurringEvidence')}</label><input id="evidence-${id}" name="evidence" required maxlength="500" placeholder="${word(lang, 'recurringEvidence')}"><button>${word(lang, 'recurringDone')}</button></form>`;
    return markup`<tr><th scope="row"><a href="/reports/${encodeURIComponent(report)}">${organisation}</a></th><td class="words">${what}</td><td>${owner}</td><td>${wordFor(lang, 'channel', to.channel)} <small>${to.conversation}</small></td><td class="date">${open === null ? '—' : `${open.period} → ${open.due}`}</td><td>${done}<form method="post" action="/desk/recurring/off">${hidden}<button class="quiet" aria-label="${word(lang, 'recurringOff')} ${what}">${word(lang, 'recurringOff')}</button></form></td></tr>`;
  };
  const heads = ['organisation', 'recurringWhat', 'rosterOwner', 'reminderTo', 'recurringOpen', 'recurringDo'];
  return markup`<section id="recurring"><h2>${label}</h2>${problem === null ? '' : markup`<p class="notice" role="alert">${problem[lang]}</p>`}<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table class="grid"><thead><tr>${heads.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${works.map(row)}</tbody></table></div></section>`;
}

/** Whom a deadline's rule binds; its id where the rule is none of those shown. */
export function ruleName(lang: Lang, deadlines: readonly Deadline[], rule: string, reportYear: number | null): string {
  return deadlines.find((one) => one.rule.id === rule && one.reportYear === reportYear)?.rule.who[lang] ?? rule;
}

function remindersHtml(lang: Lang, kind: ReminderLine['kind'], lines: readonly ReminderLine[], deadlines: readonly Deadline[]): Markup {
  if (lines.length === 0) return markup``;
  const who = ({ deadline, reportYear, organisation }: ReminderLine): string => organisation ?? (deadline === null ? '' : ruleName(lang, deadlines, deadline, reportYear));
  const told = kind === 'outbox' || kind === 'reply';
  const days = ({ deadline, daysBefore: n }: ReminderLine): string => (deadline === null ? '' : n < 0 ? word(lang, 'daysAfter', { n: -n }) : word(lang, 'daysBefore', { n }));
  const row = (line: ReminderLine): Markup => markup`<tr><td class="date">${chinaTime(line.dueAt)}</td><td>${wordFor(lang, 'channel', line.to.channel)} <small>${line.to.conversation}</small></td><td>${wordFor(lang, 'about', line.about)} ${line.reportYear ?? ''} ${who(line)} <small>${days(line)}</small></td>${told ? markup`<td class="delivery ${(line.state ?? '').replaceAll(' ', '-')}">${wordFor(lang, 'delivery', line.state ?? '')}${line.reason === null ? '' : markup` <small>${line.reason}</small>`}</td><td class="date">${line.settledAt === null ? '—' : chinaTime(line.settledAt)}</td>` : ''}</tr>`;
  const keys = ['reminderWhen', 'reminderTo', 'reminderOf', ...(told ? ['reminderState', 'reminderSettled'] : [])];
  return markup`<section><h2>${word(lang, `reminders.${kind}`, { n: lines.length })}</h2><div class="scroll" tabindex="0" role="group" aria-label="${word(lang, `reminders.${kind}`, { n: lines.length })}"><table class="grid"><thead><tr>${keys.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${lines.map(row)}</tbody></table></div></section>`;
}
