import { randomUUID } from 'node:crypto';
import type { ReminderBook } from '../intents/mod.js';
import type { App } from './app.js';
import type { ChannelName } from './channels/channel.js';
import { AT_TERMINAL } from './channels/terminal/terminal.js';
import { may } from './desk/access.js';
import type { ClaimedMessage } from './desk/messages.js';
import { owingFrom } from './owing.js';
import { askerBook } from './reminders/asker-book.js';
import { configuredBook } from './reminders/config.js';
import type { ReminderTables } from './reminders/migrations.js';
import { outboxIn } from './reminders/outbox.js';
import { planningBook } from './reminders/planning-book.js';
import type { Roster, RosterOrganisation } from './roster/roster.js';

/** Channels that can say something unasked. */
const REACHABLE: readonly ChannelName[] = ['slack', 'wechat', 'terminal'];

/** The reminders of whoever writes a message, for the desk. */
export function peopleReminders({ held, config, standings }: Pick<App, 'held' | 'config' | 'standings'>): (message: ClaimedMessage, lang: 'zh' | 'en') => ReminderBook {
  const database = held.database<ReminderTables>();
  const outbox = outboxIn(database, randomUUID());
  const configured = configuredBook(config.deadlines, config.reminders);
  const owing = owingFrom(standings, config.reminders);
  return (message, lang) => {
    const { from, speaker, direct, id } = message;
    // Whoever sits at this machine could call the command as well.
    const mayAdminister = from.channel === 'terminal' || may('admin', message, config.access);
    const to = from.channel === 'terminal' ? { ...from, conversation: AT_TERMINAL } : from;
    const asker = { to, speaker, lang, message: id, mayAdminister, mayStop: direct || mayAdminister, reachable: REACHABLE.includes(from.channel) };
    return askerBook(asker, { database, outbox, library: held.library, book: (now) => planningBook(database, configured, owing, now), organisation: organisationOf(standings.roster, message) });
  };
}

/** The one organisation whose room it is, else whose owner asks. */
function organisationOf({ organisations, ofRoom }: Roster, { from, speaker }: Pick<ClaimedMessage, 'from' | 'speaker'>): RosterOrganisation | null {
  const rooms = ofRoom(from.channel, from.conversation);
  const found = rooms.length > 0 ? rooms : organisations.filter(({ owner }) => (from.channel === 'slack' || from.channel === 'wechat') && owner?.[from.channel] === speaker);
  return found.length === 1 ? found[0]! : null;
}
