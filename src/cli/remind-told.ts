import type { z } from 'zod';
import type { PlanningBook } from '../reminders/book.js';
import { harmless } from '../render/harmless.js';
import type { RemindLine } from './output.js';

/** A line of `remind --json` before it is checked. */
export type Line = z.input<typeof RemindLine>;

const HEADS: Readonly<Record<Line['kind'], string>> = { due: '现在该说 · due now', outbox: '待发与已发 · outbox', next: '接下来 · next', reply: '没有送到的答复 · replies that were not delivered' };
const STATES: Readonly<Record<NonNullable<Line['state']>, string>> = {
  planned: '待发 planned',
  claimed: '待发 claimed',
  posting: '正在发 posting',
  pending: '等候 pending',
  sent: '已送达 sent',
  'handed over': '已交给渠道 handed over',
  refused: '被拒 refused',
  unknown: '不明 unknown',
  expired: '过时未发 expired',
  moved: '改由别处说 moved',
};
const ABOUT: Readonly<Record<Line['about'], string>> = { deadline: '', overdue: '逾期 overdue', escalation: '报上级 escalation', own: '个人 own', recurrence: '定期工作 recurrence', reply: '答复 reply' };

/** The lines for a person: one for each message, with what it says. */
export function forPerson(lines: readonly Line[], { book, at }: { readonly book: PlanningBook; readonly at: Date }): string {
  const nobody = book.reminded.length + book.owing.length + book.own.length + book.recurrences.length === 0;
  const empty = nobody ? '没有配置提醒对象（wenbao.config.yaml: reminders.to，或 roster 里各单位的 rooms）· nobody is configured to be reminded\n' : '';
  const sections = (['due', 'outbox', 'next', 'reply'] as const).flatMap((kind) => {
    const of = lines.filter((line) => line.kind === kind);
    return of.length === 0 ? [] : [`${HEADS[kind]}\n${groupsOf(of).map((group) => groupTold(group, book)).join('')}`];
  });
  return harmless(`${moment(at.toISOString())}（北京时间 · China time）\n${empty}${sections.join('\n')}`);
}

/** What goes out together: one message, or what is due at the same moment in one conversation. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    const place = `${line.to.channel} ${line.to.conversation} ${line.to.thread ?? ''}`;
    // What is due goes out now, as the message whose words it has; what comes next at its own time.
    const key = line.message ?? (line.text === null ? `${line.dueAt} ${place}` : `${place} ${line.text}`);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

function groupTold(group: readonly Line[], book: PlanningBook): string {
  const { to, dueAt, state, reason } = group[0]!;
  const head = `  ${moment(dueAt)}  ${to.channel} ${to.conversation}${state ? `  ${STATES[state]}` : ''}${reason ? `（${reason}）` : ''}\n`;
  const same = new Map<string, Line[]>();
  for (const line of group) {
    const key = `${line.about} ${line.deadline} ${line.reportYear} ${line.daysBefore} ${line.org === null ? (line.subject ?? '') : ''}`;
    same.set(key, [...(same.get(key) ?? []), line]);
  }
  const words = group[0]!.text?.split('\n').map((line) => `      │ ${line}\n`) ?? [];
  return head + [...same.values()].map((some) => `      ${itemTold(some, book)}\n`).join('') + words.join('');
}

function itemTold(lines: readonly Line[], book: PlanningBook): string {
  const { deadline, reportYear, daysBefore, about, subject } = lines[0]!;
  const names = lines.flatMap(({ org }) => (org === null ? [] : [book.owing.find(({ id }) => id === org)?.name ?? org]));
  const own = book.own.find(({ id }) => about === 'own' && String(id) === subject);
  const work = book.recurrences.find(({ id }) => about === 'recurrence' && subject?.startsWith(`${id} `));
  const what = deadline === null ? (own?.text ?? (work ? `${work.what} ${subject!.split(' ')[1]}` : '')) : `${deadline} ${reportYear}  ${daysBefore >= 0 ? `−${daysBefore}` : `+${-daysBefore}`}`;
  return [ABOUT[about], what, names.join('、')].filter((piece) => piece !== '').join('  ');
}

function moment(iso: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(new Date(iso));
}
