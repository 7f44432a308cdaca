import { dayInChina, yearOf } from '../index/mod.js';
import { addressKey, type Conversation, type Owing } from './reminders/book.js';
import { ladderIn, type RemindersConfig } from './reminders/config.js';
import { nobodyOwes, type OwingNow } from './reminders/planning-book.js';
import type { RosterOrganisation } from './roster/roster.js';
import type { ReportState } from '../intents/mod.js';
import { standingsOf, type StandingPorts } from './roster/standings.js';

/** Nothing more is to be done about a report. One that is not due yet is still reminded of: the ladder begins before the year is over. */
const DONE: readonly ReportState[] = ['submitted', 'published', 'exempt'];

/** Who owes what at a moment, as the roster and what is held tell, for the two years whose deadlines may be near. */
export function owingFrom(standings: StandingPorts, reminders: RemindersConfig): OwingNow {
  const { organisations } = standings.roster;
  if (organisations.length === 0) return nobodyOwes;
  const ladders = new Map(organisations.map(({ id, orgPath }) => [id, ladderIn(reminders, orgPath)]));
  return async (now) => {
    const year = yearOf(dayInChina(now));
    const done = new Map<number, ReadonlySet<string>>();
    for (const reportYear of [year - 1, year]) done.set(reportYear, new Set((await standingsOf(reportYear, now, standings)).filter(({ state }) => DONE.includes(state)).map(({ organisation }) => organisation.id)));
    return organisations.map((one): Owing => {
      const above = one.supervisor === null ? null : standings.roster.byId(one.supervisor);
      return {
        id: one.id,
        name: one.name,
        level: one.level,
        conversations: conversationsOf(one),
        supervisor: above && { name: above.name, conversations: conversationsOf(above) },
        ladder: ladders.get(one.id)!,
        done: (reportYear) => done.get(reportYear)?.has(one.id) === true,
      };
    });
  };
}

/** Its rooms in their order, then its owner alone; places where nothing can be said unasked are left out. */
function conversationsOf({ rooms, owner }: RosterOrganisation): Conversation[] {
  const lang = rooms[0]?.lang ?? 'zh';
  const alone = (['wechat', 'slack'] as const).flatMap((channel) => (owner?.[channel] ? [{ to: { channel, conversation: owner[channel], thread: null }, lang }] : []));
  const all = [...rooms.filter(({ channel }) => channel === 'slack' || channel === 'wechat').map(({ channel, conversation, lang: spoken }) => ({ to: { channel, conversation, thread: null }, lang: spoken })), ...alone];
  return all.filter((one, i) => all.findIndex((other) => addressKey(other.to) === addressKey(one.to)) === i);
}
