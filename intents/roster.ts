import type { Deadline, Organisation, OrganisationLevel, ReportCard } from '../index/mod.js';

/** How an organisation stands with the report of a year. */
export const REPORT_STATES = ['not due', 'due', 'submitted', 'returned', 'published', 'overdue', 'exempt'] as const;
/**
 * How an organisation stands with one year's report. `not due`: the year is not over · `due`: it owes the report · `submitted`: a report is held
 * or was handed in · `returned`: it was sent back and owes a better one · `published`: it stands where the public can read it · `overdue`: it
 * still owes it after the day that its deadline names · `exempt`: it owes none.
 */
export type ReportState = (typeof REPORT_STATES)[number];

/** An organisation that owes a report every year, as far as answers need to know. */
export interface RosterMember {
  readonly id: string;
  /** As people call it: 勐来乡. */
  readonly name: string;
  /** Places from the outermost to itself. */
  readonly orgPath: readonly string[];
  readonly level: OrganisationLevel;
  readonly aliases: readonly string[];
  readonly owner: { readonly name: string } | null;
  /** Why it owes no report, and for which years reported on (both included, null where open); null when it owes one every year. */
  readonly exempt: { readonly why: string; readonly from: number | null; readonly to: number | null } | null;
  /** Its place in the configuration. */
  readonly place: string;
}

/** How one organisation stands with one year's report. */
export interface ReportStanding {
  readonly organisation: RosterMember;
  readonly state: ReportState;
  /** The deadlines that bind it, earliest first; none where neither law nor notice names one. */
  readonly deadlines: readonly Deadline[];
  /** What the state rests on; null when nothing happened that still counts. */
  readonly last: { readonly change: 'submitted' | 'returned' | 'published' | 'exempt' | 'reopened'; readonly at: Date; readonly by: string; readonly how: 'ingest' | 'chat' | 'command' | 'import' | 'page'; readonly why: string | null; readonly link: string | null } | null;
  /** The report that is held; null when none is. */
  readonly report: ReportCard | null;
}

/** Who owes a report and how each stands; `src` fills it from the configuration and its store. */
export interface Roster {
  /** Empty when none is configured. */
  readonly organisations: readonly RosterMember[];
  byId(id: string): RosterMember | null;
  /** Those that a name or an alias may mean: several when two places share a short name. */
  named(name: string): readonly RosterMember[];
  /** Whose report it is; null when the issuer is on no roster or may be two. */
  ofReport(org: Organisation): RosterMember | null;
  /** How everybody stands at a moment with the reports of one year, in the roster's order. */
  standings(year: number, at: Date): Promise<readonly ReportStanding[]>;
}

/** True when the configuration says that an organisation owes no report of a year. */
export function isExempt({ exempt }: Pick<RosterMember, 'exempt'>, year: number): boolean {
  return exempt !== null && (exempt.from ?? year) <= year && year <= (exempt.to ?? year);
}

/** Nobody is configured. */
export const noRoster: Roster = { organisations: [], byId: () => null, named: () => [], ofReport: () => null, standings: () => Promise.resolve([]) };
