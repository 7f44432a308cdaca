import { dayInChina, daysBetween, type Deadline, type Lang } from '../../../index/mod.js';
import { markup, type Markup } from '../../render/html-markup.js';
import type { ReminderLine, Schedule } from '../operations.js';
import { chinaTime } from './china-time.js';
import { pageHtml, type Frame } from './layout.js';
import { word, wordFor } from './words.js';

/** Deadlines with what they rest on, and the reminders: due now, next, and what became of those that were planned. */
export function deadlinesPage(frame: Frame, { deadlines, reminders, reminded }: Schedule, now: Date): string {
  const { lang } = frame;
  const today = dayInChina(now);
  const head = (keys: readonly string[]): Markup => markup`<thead><tr>${keys.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead>`;
  const rows = deadlines.map((deadline) => deadlineHtml(lang, deadline, daysBetween(today, deadline.effective)));
  const body = markup`<div class="sheet wide"><h1>${word(lang, 'deadlinesTitle')}</h1>
<div class="scroll" tabindex="0" role="group" aria-label="${word(lang, 'deadlinesTitle')}"><table class="grid"><caption class="hidden">${word(lang, 'deadlinesTitle')}</caption>${head(['deadlineYear', 'deadlineWho', 'deadlineStated', 'deadlineEffective', 'deadlineLeft', 'deadlineBasis'])}<tbody>${rows}</tbody></table></div>
${(['due', 'next', 'outbox', 'reply'] as const).map((kind) => remindersHtml(lang, kind, reminders.filter((one) => one.kind === kind), deadlines))}
${reminded === 0 ? markup`<p>${word(lang, 'nobodyReminded')}</p>` : ''}</div>`;
  return pageHtml(frame, { title: word(lang, 'deadlinesTitle'), at: 'desk', tabs: { at: 'deadlines' }, body });
}

function deadlineHtml(lang: Lang, { rule, reportYear, stated, effective, provisional }: Deadline, left: number): Markup {
  const days = left < 0 ? word(lang, 'daysAgo', { n: -left }) : left === 0 ? word(lang, 'dayIsToday') : word(lang, 'daysLeft', { n: left });
  return markup`<tr><td>${reportYear}</td><th scope="row">${rule.who[lang]} <small>${rule.duty[lang]}</small></th><td class="date">${stated}</td><td><span class="date">${effective}</span>${provisional ? markup` <small>${word(lang, 'provisional')}</small>` : ''}</td><td class="date">${days}</td><td class="words">${rule.basis.title} ${rule.basis.article}<br><small>${rule.basis.quote}</small></td></tr>`;
}

/** Whom a deadline's rule binds, as it was worded for the year reported on, else as it is now; its id where the rule is none of those shown. */
export function ruleName(lang: Lang, deadlines: readonly Deadline[], rule: string, reportYear: number | null): string {
  const same = deadlines.filter((one) => one.rule.id === rule);
  return (same.find((one) => one.reportYear === reportYear) ?? same.at(-1))?.rule.who[lang] ?? rule;
}

function remindersHtml(lang: Lang, kind: ReminderLine['kind'], lines: readonly ReminderLine[], deadlines: readonly Deadline[]): Markup {
  if (lines.length === 0) return markup``;
  const who = ({ deadline, reportYear, organisation }: ReminderLine): string => organisation ?? (deadline === null ? '' : ruleName(lang, deadlines, deadline, reportYear));
  const told = kind === 'outbox' || kind === 'reply';
  const days = ({ deadline, daysBefore: n }: ReminderLine): string => (deadline === null ? '' : n < 0 ? word(lang, 'daysAfter', { n: -n }) : n === 0 ? word(lang, 'onTheDay') : word(lang, 'daysBefore', { n }));
  const row = (line: ReminderLine): Markup => markup`<tr><td class="date">${chinaTime(line.dueAt)}</td><td>${wordFor(lang, 'channel', line.to.channel)} <small>${line.to.conversation}</small></td><td>${wordFor(lang, 'about', line.about)} ${line.reportYear ?? ''} ${who(line)} <small>${days(line)}</small></td>${told ? markup`<td class="delivery ${(line.state ?? '').replaceAll(' ', '-')}">${wordFor(lang, 'delivery', line.state ?? '')}${line.reason === null ? '' : markup` <small>${line.reason}</small>`}</td><td class="date">${line.settledAt === null ? '—' : chinaTime(line.settledAt)}</td>` : ''}</tr>`;
  const keys = ['reminderWhen', 'reminderTo', 'reminderOf', ...(told ? ['reminderState', 'reminderSettled'] : [])];
  return markup`<section><h2>${word(lang, `reminders.${kind}`, { n: lines.length })}</h2><div class="scroll" tabindex="0" role="group" aria-label="${word(lang, `reminders.${kind}`, { n: lines.length })}"><table class="grid"><thead><tr>${keys.map((key) => markup`<th scope="col">${word(lang, key)}</th>`)}</tr></thead><tbody>${lines.map(row)}</tbody></table></div></section>`;
}
