import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { REPORT_STATES, type ReportState } from '../roster.js';

const Pattern = z.string().transform((source) => new RegExp(source, 'iu'));
const Patterns = z.array(Pattern);
const Two = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** In the order in which they are tried: what denies comes first. */
export const ROSTER_KINDS = ['unpublished', 'missing', 'overdue', 'returned', 'published', 'submitted'] as const;
/** Whom a question about the roster asks for; `submitted` are those who have handed in. */
export type RosterKind = (typeof ROSTER_KINDS)[number];

const Words = z.strictObject({
  /** Matched against the question without years, with `@` where it names organisations. */
  kinds: z.strictObject(Object.fromEntries(ROSTER_KINDS.map((kind) => [kind, Patterns])) as Record<RosterKind, typeof Patterns>),
  /** Asks whether one organisation, named or the asker's own, has handed in. */
  one: Patterns,
  /** Asks of which years an organisation's reports are held or lacking. */
  years: Patterns,
  /** 我们乡: whose room it is. */
  we: Pattern,
  /** Asks how many. */
  count: Pattern,
});
const RosterWords = z.strictObject({ states: z.strictObject(Object.fromEntries(REPORT_STATES.map((state) => [state, Two])) as Record<ReportState, typeof Two>), zh: Words, en: Words });

let loaded: z.output<typeof RosterWords> | undefined;

/** The words of rosters, read once. */
export function rosterWords(): z.output<typeof RosterWords> {
  loaded ??= loadData('intents/language/roster.json', RosterWords);
  return loaded;
}

/** A state as people say it. */
export function stateWord(lang: Lang, state: ReportState): string {
  return rosterWords().states[state][lang];
}
