import { deadlinesOf, type DeadlineRule, type Library, type ReportCard, type WorkCalendar } from '../../index/mod.js';
import type { Roster as AnsweringRoster } from '../../intents/mod.js';
import type { ChangeBook } from './changes.js';
import { groupBy, reportsByOrganisation, type Roster } from './roster.js';
import { standingAt, type Standing } from './standing.js';

/** What the standing of everybody on the roster is read from. */
export interface StandingPorts {
  readonly roster: Roster;
  readonly changes: ChangeBook;
  readonly library: Pick<Library, 'reports'>;
  /** Local dates beside the law's. */
  readonly local: readonly DeadlineRule[];
  readonly calendar: WorkCalendar;
}

/** How every organisation of the roster stands at `now` with the report of one year, in the roster's order. */
export async function standingsOf(year: number, now: Date, { roster, changes, library, local, calendar }: StandingPorts): Promise<Standing[]> {
  if (roster.organisations.length === 0) return [];
  const deadlines = deadlinesOf(year, local, calendar);
  const cards = (await library.reports()).filter((card) => card.year === year);
  const held = reportsByOrganisation(roster, cards);
  const said = groupBy(await changes.of({ year }), ({ organisation }) => organisation);
  return roster.organisations.map((organisation) => standingAt(now, { organisation, year, happened: said.get(organisation.id) ?? [], report: newest(held.get(organisation.id)), deadlines }));
}

/** The roster as answers see it. */
export function rosterPort(ports: StandingPorts): AnsweringRoster {
  return { ...ports.roster, standings: (year, at) => standingsOf(year, at, ports) };
}

/** One organisation's report may be filed under two names; the last that came counts. */
function newest(cards: readonly ReportCard[] = []): ReportCard | null {
  return cards.reduce<ReportCard | null>((best, card) => (best === null || card.ingestedAt > best.ingestedAt ? card : best), null);
}
