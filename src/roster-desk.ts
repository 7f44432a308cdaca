import type { App } from './app.js';
import { may } from './desk/access.js';
import type { DeskPorts } from './desk/desk.js';
import { obey } from './roster/chat/obey.js';

/** What the desk needs of the roster: whose room a conversation is, and doing what a message says of a report. */
export function rosterDesk({ standings, config: { access } }: Pick<App, 'standings' | 'config'>): Required<Pick<DeskPorts, 'boundTo' | 'obey'>> {
  return {
    boundTo: ({ channel, conversation }) => standings.roster.ofRoom(channel, conversation).map(({ id }) => id),
    obey: (message, at) => obey(message, at, { standings, contact: access.contact, allowed: (who) => ({ admin: may('admin', who, access), roster: may('roster', who, access) }) }),
  };
}
