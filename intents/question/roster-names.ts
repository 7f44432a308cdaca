import type { Organisation, ReportCard } from '../../index/mod.js';
import type { Roster, RosterMember } from '../roster.js';

/** Opens the key of an organisation of the roster of which no report is held. */
const NOT_HELD = 'roster:';

/** A name under which the roster knows an organisation, for questions: under the key of its reports, or one of its own where none is held. */
export interface RosterName {
  readonly key: string;
  /** Given where no report is held, so that nothing else tells its names. */
  readonly organisation: Organisation | null;
  readonly aliases: readonly string[];
}

/** True for a key of an organisation that is on the roster and of which no report is held. */
export function isOnRosterOnly(key: string): boolean {
  return key.startsWith(NOT_HELD);
}

/** What the roster adds to the names of those that are held. */
export function rosterNames(roster: Roster, cards: readonly ReportCard[]): RosterName[] {
  if (roster.organisations.length === 0) return [];
  const keys = new Map<string, Set<string>>();
  for (const [key, card] of new Map(cards.map((one) => [one.orgKey, one]))) {
    const id = roster.ofReport(card.org)?.id;
    if (id !== undefined) keys.set(id, (keys.get(id) ?? new Set<string>()).add(key));
  }
  return roster.organisations.flatMap((member): RosterName[] => {
    const held = [...(keys.get(member.id) ?? [])];
    if (held.length > 0) return held.map((key) => ({ key, organisation: null, aliases: member.aliases }));
    return [{ key: NOT_HELD + member.id, organisation: { name: member.name, fullName: member.orgPath.join(''), path: member.orgPath, level: member.level }, aliases: member.aliases }];
  });
}

/** The keys under which questions know members: of their reports, where any is held. */
export function keysOf(members: readonly RosterMember[], roster: Roster, cards: readonly ReportCard[]): string[] {
  const ids = new Set(members.map(({ id }) => id));
  if (ids.size === 0) return [];
  const held = [...new Map(cards.map((card) => [card.orgKey, card])).values()].flatMap((card) => {
    const id = roster.ofReport(card.org)?.id;
    return id !== undefined && ids.has(id) ? [{ id, key: card.orgKey }] : [];
  });
  return [...held.map(({ key }) => key), ...members.filter(({ id }) => !held.some((one) => one.id === id)).map(({ id }) => NOT_HELD + id)];
}

/** The member that a key stands for; null when it is on no roster. */
export function memberOfKey(key: string, roster: Roster, cards: readonly ReportCard[]): RosterMember | null {
  if (isOnRosterOnly(key)) return roster.byId(key.slice(NOT_HELD.length));
  const card = cards.find((one) => one.orgKey === key);
  return card === undefined ? null : roster.ofReport(card.org);
}
