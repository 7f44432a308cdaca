import { dayInChina, yearOf, type Deadline, type ReportCard } from '../../index/mod.js';
import { isExempt, type ReportState } from '../../intents/mod.js';
import type { RosterOrganisation } from './roster.js';

/** What people may say became of a report; `reopened` takes the others back. */
export const CHANGES = ['submitted', 'returned', 'published', 'exempt', 'reopened'] as const;
/** What can happen to a report; `reopened` takes back what was said before. */
export type Change = (typeof CHANGES)[number];

/** Something that happened to an organisation's report of one year. */
export interface Happened {
  readonly change: Change;
  readonly at: Date;
  /** Who did it: a person, or the file that came in. */
  readonly by: string;
  /** `page`: on the desk's page. */
  readonly how: 'ingest' | 'chat' | 'command' | 'import' | 'page';
  readonly why: string | null;
  readonly link: string | null;
}

/** How an organisation stands at a moment, and what that rests on. */
export interface Standing {
  readonly organisation: RosterOrganisation;
  /** The year reported on. */
  readonly year: number;
  readonly state: ReportState;
  /** The deadlines that bind it, earliest first; none where neither law nor notice names one (townships without a local notice). */
  readonly deadlines: readonly Deadline[];
  /** What the state rests on; null when nothing happened that still counts. */
  readonly last: Happened | null;
  /** The report that is held; null when none is. */
  readonly report: ReportCard | null;
}

/** What a standing is made of. `happened` in any order. */
export interface StandingFacts {
  readonly organisation: RosterOrganisation;
  readonly year: number;
  readonly happened: readonly Happened[];
  readonly report: ReportCard | null;
  /** All deadlines of the year's reports, whomever they bind. */
  readonly deadlines: readonly Deadline[];
}

/**
 * How an organisation stands at `now`. Pure: the moment moves the calendar only; what has happened counts whatever the moment, so that a day
 * can be tried out. Nobody is `overdue` before the day that the law or the notice names is over, also where the last working day came before it.
 */
export function standingAt(now: Date, { organisation, year, happened, report, deadlines }: StandingFacts): Standing {
  const binding = deadlines.filter(({ rule }) => rule.levels.includes(organisation.level)).toSorted((a, b) => (a.stated < b.stated ? -1 : a.stated > b.stated ? 1 : 0));
  const inOrder = [...happened, ...(report === null ? [] : [heldAs(report)])].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const said = inOrder.reduce<Happened | null>((before, next) => after(before, next, report), null);
  return { organisation, year, state: stateOf(now, organisation, year, said, binding), deadlines: binding, last: said, report };
}

/** A report that is held counts as handed in when it came. */
export function heldAs({ ingestedAt, report, version }: ReportCard): Happened {
  return { change: 'submitted', at: new Date(ingestedAt), by: `${report}@${version}`, how: 'ingest', why: null, link: null };
}

/** A newer version of what is published does not unpublish it; taking back what was said leaves the report that is held. */
function after(before: Happened | null, next: Happened, report: ReportCard | null): Happened | null {
  if (next.change === 'reopened') return report === null ? null : heldAs(report);
  return next.change === 'submitted' && before?.change === 'published' ? before : next;
}

function stateOf(now: Date, organisation: RosterOrganisation, year: number, said: Happened | null, binding: readonly Deadline[]): ReportState {
  if (said !== null && (said.change === 'submitted' || said.change === 'published' || said.change === 'exempt')) return said.change;
  if (isExempt(organisation, year)) return 'exempt';
  const today = dayInChina(now);
  const [first] = binding;
  if (first !== undefined && today > first.stated) return 'overdue';
  if (said?.change === 'returned') return 'returned';
  return yearOf(today) > year ? 'due' : 'not due';
}

/** True while the organisation still has something to do: the reminders are for these. */
export function owes({ state }: Pick<Standing, 'state'>): boolean {
  return state === 'due' || state === 'returned' || state === 'overdue';
}
