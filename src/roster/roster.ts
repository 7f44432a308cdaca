import { fold, mayBeOne, organisationKey, readOrganisation, type Organisation, type ReportCard } from '../../index/mod.js';
import type { ChannelName } from '../channels/channel.js';
import type { RosterConfig, RosterEntry } from './config.js';

/** A person with the ids under which channels know them. */
export interface Person {
  readonly name: string;
  readonly slack: string | null;
  readonly wechat: string | null;
}

/** A conversation of a channel. */
export interface Room {
  readonly channel: ChannelName;
  readonly conversation: string;
  readonly lang: 'zh' | 'en';
}

/** An organisation that owes a report every year. */
export interface RosterOrganisation {
  /** Its places joined, as in ids of reports: 沧源佤族自治县勐来乡. */
  readonly id: string;
  /** As people call it: 勐来乡. */
  readonly name: string;
  /** Places from the outermost to itself. */
  readonly orgPath: readonly string[];
  readonly level: Organisation['level'];
  readonly aliases: readonly string[];
  readonly owner: Person | null;
  /** Rooms and channels of its own. */
  readonly rooms: readonly Room[];
  /** `id` of the organisation that supervises it. */
  readonly supervisor: string | null;
  /** Why it owes no report, and for which years reported on (both included, null where open). */
  readonly exempt: { readonly why: string; readonly from: number | null; readonly to: number | null } | null;
  /** Where it stands in the configuration: `wenbao.config.yaml: roster.organisations[3]`. */
  readonly place: string;
}

/** The organisations that owe reports, in the order of the configuration; empty when none is configured. */
export interface Roster {
  readonly organisations: readonly RosterOrganisation[];
  /** The organisation of that id. */
  byId(id: string): RosterOrganisation | null;
  /** Those that a name, an alias or a full name may mean: several when two places share a short name. */
  named(name: string): readonly RosterOrganisation[];
  /** Those whose room a conversation is. */
  ofRoom(channel: string, conversation: string): readonly RosterOrganisation[];
  /** Whom a report is of: the one organisation that its issuer can only be; null when it is on no roster or may be two. */
  ofReport(org: Organisation): RosterOrganisation | null;
}

/** An entry as an organisation: name, places and level as reports are read, so that the two meet. */
export function organisationOfEntry({ name, level }: Pick<RosterEntry, 'name' | 'level'>, within: string): Pick<RosterOrganisation, 'id' | 'name' | 'orgPath' | 'level'> {
  const places = fold(within).text;
  const full = fold(name).text;
  const read = readOrganisation(full.startsWith(places) ? full : places + full);
  return { id: organisationKey(read), name: read.name, orgPath: read.path, level: level ?? read.level };
}

/** Everything an entry is called, folded: as written, as read, with its places and without them, and its aliases. */
export function namesOfEntry(entry: Pick<RosterEntry, 'name' | 'level' | 'aliases'>, within: string): Set<string> {
  const { name, orgPath } = organisationOfEntry(entry, within);
  return new Set([entry.name, name, orgPath.join(''), orgPath.at(-1) ?? name, ...entry.aliases].map((one) => fold(one).text));
}

/** The roster of a configuration that was found right. */
export function rosterOf({ within, supervisor, organisations: entries }: RosterConfig): Roster {
  const called = new Map<string, number[]>();
  for (const [i, entry] of entries.entries()) for (const name of namesOfEntry(entry, within)) called.set(name, [...(called.get(name) ?? []), i]);
  const numbersOf = (name: string): readonly number[] => called.get(fold(name).text) ?? [];
  const read = entries.map((entry) => organisationOfEntry(entry, within));
  const organisations = entries.map((entry, i): RosterOrganisation => {
    const { owner, exempt } = entry;
    const above = [entry.supervisor ?? supervisor ?? ''].flatMap(numbersOf)[0];
    return {
      ...read[i]!,
      aliases: entry.aliases,
      owner: owner === undefined ? null : { name: owner.name, slack: owner.slack ?? null, wechat: owner.wechat ?? null },
      rooms: entry.rooms.map(({ channel, conversation, language }) => ({ channel, conversation, lang: language })),
      supervisor: above === undefined || above === i ? null : read[above]!.id,
      exempt: exempt === undefined ? null : { why: exempt.why, from: exempt.from ?? null, to: exempt.to ?? null },
      place: `wenbao.config.yaml: roster.organisations[${i}]`,
    };
  });
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const byLastPlace = groupBy(organisations, ({ orgPath }) => orgPath.at(-1) ?? '');
  const named = (name: string): readonly RosterOrganisation[] => numbersOf(name).map((i) => organisations[i]!);
  return {
    organisations,
    byId: (id) => byId.get(id) ?? null,
    named,
    ofRoom: (channel, conversation) => organisations.filter(({ rooms }) => rooms.some((room) => room.channel === channel && room.conversation === conversation)),
    ofReport: (org) => {
      const byPath = (byLastPlace.get(org.path.at(-1) ?? '') ?? []).filter(({ orgPath }) => mayBeOne(orgPath, org.path));
      const found = byPath.length > 0 ? byPath : named(org.name).filter(({ orgPath }) => mayBeOne(orgPath, [...org.path.slice(0, -1), orgPath.at(-1)!]));
      return found.length === 1 ? found[0]! : null;
    },
  };
}

/** The reports of each organisation, by its id; whoever is on no roster is left out. */
export function reportsByOrganisation(roster: Roster, cards: readonly ReportCard[]): ReadonlyMap<string, readonly ReportCard[]> {
  const known = new Map<string, string | null>();
  const idOf = (card: ReportCard): string | null => {
    if (!known.has(card.orgKey)) known.set(card.orgKey, roster.ofReport(card.org)?.id ?? null);
    return known.get(card.orgKey)!;
  };
  return groupBy(cards.filter((card) => idOf(card) !== null), (card) => idOf(card)!);
}

/** Things by what they share, in order. */
export function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
