import { z } from 'zod';
import type { Role } from '../channels/channel.js';
import { both, definePart } from '../config/part.js';

/** Longest that `intents` remembers a turn, in minutes; a longer limit here would promise what it does not keep. */
const LONGEST_MEMORY_MINUTES = 30;

/** How long a conversation is remembered. In a group another subject comes up within minutes; alone with the bot one may think for longer. */
export const conversationsPart = definePart(
  'conversations',
  z
    .strictObject({
      groupMinutes: z.number().min(0).max(LONGEST_MEMORY_MINUTES).default(5),
      directMinutes: z.number().min(0).max(LONGEST_MEMORY_MINUTES).default(LONGEST_MEMORY_MINUTES),
    })
    .prefault({}),
);

/** A message's id must outlive every redelivery: channels repeat within hours, never after a day. */
const LEAST_ID_HOURS = 24;
const MOST_ID_HOURS = 24 * 90;

/** When a message is too old to be answered, and how long its id is remembered so that no delivery of it is answered twice. */
export const messagesPart = definePart(
  'messages',
  z
    .strictObject({
      answerWithinMinutes: z.number().positive().max(LEAST_ID_HOURS * 60).default(10),
      rememberIdsHours: z.number().min(LEAST_ID_HOURS).max(MOST_ID_HOURS).default(72),
    })
    .prefault({}),
);

/** What somebody may do: ask questions, hand in reports, everything. */
export const ROLES = ['ask', 'ingest', 'roster', 'admin'] as const satisfies readonly Role[];

const Roles = z.array(z.enum(ROLES));

/** Who may do what. Of the rules that fit, the one that names most decides (speaker before group before conversation before channel), of equals the first. */
export const accessPart = definePart(
  'access',
  z
    .strictObject({
      /** Whom to ask for access: said in a refusal. */
      contact: z.string().trim().min(1).max(200).nullable().default(null),
      /** What everybody may do whom no rule names; an empty list closes the door. */
      everyone: Roles.default(['ask']),
      /** People by a name of their own, for rules: ids as their channels have them. */
      groups: z.record(z.string().trim().min(1).max(100), z.array(z.string().min(1)).min(1)).default({}),
      rules: z
        .array(
          z.strictObject({
            channel: z.enum(['web', 'slack', 'wechat', 'terminal']),
            conversation: z.string().min(1).optional(),
            speaker: z.string().min(1).optional(),
            /** One of `groups`. */
            group: z.string().trim().min(1).optional(),
            roles: Roles,
          }),
        )
        .default([]),
    })
    .check(({ value, issues }) => {
      // A rule of nobody would open or close nothing, and nobody would notice.
      for (const [i, { group }] of value.rules.entries()) {
        if (group !== undefined && !(group in value.groups)) issues.push({ code: 'custom', path: ['rules', i, 'group'], input: group, message: both(`access.groups 里没有这个组：${group}`, `access.groups has no group of this name: ${group}`) });
      }
    })
    .prefault({}),
);
/** Who may do what. */
export type AccessConfig = z.output<typeof accessPart.schema>;

/** How many days a line about each question is kept; 0 keeps none. */
export const auditPart = definePart('audit', z.strictObject({ keepDays: z.number().int().min(0).max(3650).default(90) }).prefault({}));
