import type { Person } from '../../channels/channel.js';
import type { Roster, RosterOrganisation } from '../roster.js';
import type { Change } from '../standing.js';

/** What the access rules let somebody do. */
export interface Allowed {
  readonly admin: boolean;
  /** The role `roster`: to say what became of reports. */
  readonly roster: boolean;
}

/** What an organisation says of its own report; the rest is its supervisor's to say. */
const OWN: readonly Change[] = ['submitted', 'published'];

/**
 * Whether somebody may say what became of an organisation's report. Admins may. Its owner may say that it was handed in or published, and the
 * owner of its supervisor anything. Who has the role `roster` may in a room of the organisation say as much as its owner, in a room of its supervisor
 * and in one that is nobody's anything; in a room of others nothing.
 */
export function maySay(change: Change, organisation: RosterOrganisation, who: Person, allowed: Allowed, roster: Roster): boolean {
  if (allowed.admin) return true;
  const supervisor = organisation.supervisor === null ? null : roster.byId(organisation.supervisor);
  if (isOwner(organisation, who) && OWN.includes(change)) return true;
  if (supervisor !== null && isOwner(supervisor, who)) return true;
  if (!allowed.roster) return false;
  const here = roster.ofRoom(who.from.channel, who.from.conversation);
  if (here.length === 0 || (supervisor !== null && here.includes(supervisor))) return true;
  return here.includes(organisation) && OWN.includes(change);
}

function isOwner({ owner }: RosterOrganisation, { from, speaker }: Person): boolean {
  if (owner === null) return false;
  return (from.channel === 'slack' && owner.slack === speaker) || (from.channel === 'wechat' && owner.wechat === speaker);
}
