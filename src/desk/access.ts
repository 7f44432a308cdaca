import { UNBOUND, type Access, type Person, type Role } from '../channels/channel.js';
import type { AccessConfig } from './config.js';

type Rule = AccessConfig['rules'][number];

/** Whether somebody may do something there. Who is `admin` may do everything; whom a channel knows by passing ids only may ask at most. */
export function may(role: Role, who: Person, access: AccessConfig): boolean {
  if (role !== 'ask' && who.from.conversation.startsWith(UNBOUND) && who.speaker.startsWith(UNBOUND)) return false;
  const roles = rolesOf(who, access);
  return roles.includes(role) || roles.includes('admin');
}

/** The rules as the channels' host hands them on. */
export function accessBy(config: AccessConfig): Access {
  return { may: (role, who) => who === null || may(role, who, config), contact: config.contact };
}

/** The roles of the rule that names most of speaker, group, conversation and channel; of equals the first; else what everybody has. */
export function rolesOf(who: Person, access: AccessConfig): readonly Role[] {
  const fitting = access.rules.filter((rule) => fits(rule, who, access));
  return [...fitting].sort((a, b) => weight(b) - weight(a))[0]?.roles ?? access.everyone;
}

function fits({ channel, conversation, speaker, group }: Rule, who: Person, { groups }: AccessConfig): boolean {
  return channel === who.from.channel && (conversation ?? who.from.conversation) === who.from.conversation && (speaker ?? who.speaker) === who.speaker && (group === undefined || groups[group]!.includes(who.speaker));
}

/** A rule about a person outweighs one about a group, that one about a conversation; together they outweigh either. */
function weight({ conversation, speaker, group }: Rule): number {
  return (speaker === undefined ? 0 : 4) + (group === undefined ? 0 : 2) + (conversation === undefined ? 0 : 1);
}
