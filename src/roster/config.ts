import { z } from 'zod';
import { fold } from '../../index/mod.js';
import { both, definePart } from '../config/part.js';
import { namesOfEntry, organisationOfEntry } from './roster.js';

const LEVELS = ['province', 'city', 'county', 'township', 'department'] as const;
const Name = z.string().trim().min(1).max(60);
const Year = z.int().min(1990).max(2100);

const Person = z.strictObject({
  name: Name,
  /** The person's id there, so that they can be written to and may report for their organisation. */
  slack: z.string().min(1).optional(),
  wechat: z.string().min(1).optional(),
});

const Room = z.strictObject({
  channel: z.enum(['slack', 'wechat', 'web', 'terminal']),
  conversation: z.string().min(1),
  /** In which language it is written to. */
  language: z.enum(['zh', 'en']).default('zh'),
});

/** Years reported on, both included; open where not given. */
const Exempt = z
  .strictObject({ why: z.string().trim().min(1), from: Year.optional(), to: Year.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { message: both('到（to）早于从（from）', 'ends (to) before it begins (from)'), path: ['to'] });

const Entry = z.strictObject({
  /** As people call it, or in full; the places of `within` come before it. */
  name: Name,
  /** Only where the name does not tell it. */
  level: z.enum(LEVELS).optional(),
  aliases: z.array(Name).default([]),
  owner: Person.optional(),
  /** Rooms and channels that are the organisation's own: who asks there without naming anybody means it. */
  rooms: z.array(Room).default([]),
  /** Name or alias of the organisation that supervises it. */
  supervisor: Name.optional(),
  exempt: Exempt.optional(),
});

const RosterSchema = z
  .strictObject({
    /** Places that all of them lie in, in full. */
    within: z.string().trim().max(60).default(''),
    /** Who supervises those that name nobody else. */
    supervisor: Name.optional(),
    organisations: z.array(Entry).max(5000).default([]),
  })
  .check(({ value, issues }) => {
    const report = (path: (string | number)[], input: unknown, zh: string, en: string): void => void issues.push({ code: 'custom', path, input, message: both(zh, en) });
    const { organisations, within, supervisor } = value;
    const ids = new Map<string, number>();
    const called = new Map<string, number[]>();
    for (const [i, entry] of organisations.entries()) {
      const { id, level } = organisationOfEntry(entry, within);
      if (level === 'unknown') report(['organisations', i, 'name'], entry.name, '看不出是哪一级，请用 level 写明', 'the name does not tell the level: say it with level');
      const same = ids.get(id);
      if (same === undefined) ids.set(id, i);
      else report(['organisations', i, 'name'], entry.name, `与第 ${same + 1} 个（${organisations[same]!.name}）是同一个单位`, `is the same organisation as number ${same + 1} (${organisations[same]!.name})`);
      for (const name of namesOfEntry(entry, within)) called.set(name, [...(called.get(name) ?? []), i]);
    }
    for (const [i, { aliases }] of organisations.entries()) {
      for (const [j, alias] of aliases.entries()) {
        const other = (called.get(fold(alias).text) ?? []).find((one) => one !== i);
        const twice = aliases.findIndex((one) => fold(one).text === fold(alias).text) < j;
        if (other !== undefined) report(['organisations', i, 'aliases', j], alias, `“${alias}”也是第 ${other + 1} 个（${organisations[other]!.name}）的叫法，一个叫法只能指一个单位`, `"${alias}" is also what number ${other + 1} (${organisations[other]!.name}) is called: one name, one organisation`);
        else if (twice) report(['organisations', i, 'aliases', j], alias, `“${alias}”写了两遍`, `"${alias}" stands here twice`);
      }
    }
    checkSupervisors(called, value, report);
    if (supervisor !== undefined && (called.get(fold(supervisor).text) ?? []).length !== 1) report(['supervisor'], supervisor, ...notOnRoster(supervisor));
  })
  .prefault({});

type Report = (path: (string | number)[], input: unknown, zh: string, en: string) => void;

function notOnRoster(name: string): [string, string] {
  return [`名册里没有（或不止一个）“${name}”`, `the roster has no "${name}", or more than one`];
}

/** A supervisor is on the roster, is told apart by its name, and does not in the end supervise itself. */
function checkSupervisors(called: ReadonlyMap<string, readonly number[]>, { organisations, supervisor: byDefault }: { readonly organisations: readonly z.output<typeof Entry>[]; readonly supervisor?: string | undefined }, report: Report): void {
  const numbersOf = (name: string | undefined): readonly number[] => (name === undefined ? [] : (called.get(fold(name).text) ?? []));
  const above = organisations.map(({ supervisor }, i) => numbersOf(supervisor ?? byDefault).filter((one) => supervisor !== undefined || one !== i));
  for (const [i, { supervisor }] of organisations.entries()) {
    if (supervisor === undefined) continue;
    if (above[i]!.length !== 1) {
      report(['organisations', i, 'supervisor'], supervisor, ...notOnRoster(supervisor));
      continue;
    }
    const seen = new Set<number>();
    let at: number | undefined = i;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      at = above[at]![0];
    }
    if (at === i) report(['organisations', i, 'supervisor'], supervisor, '上级关系绕成了圈', 'the supervisors go round in a circle');
  }
}

/** `roster` in the configuration: the organisations that owe a report. */
export const rosterPart = definePart('roster', RosterSchema);

/** The `roster` part of the configuration. */
export type RosterConfig = z.output<typeof RosterSchema>;
/** An organisation of the roster. */
export type RosterEntry = RosterConfig['organisations'][number];
