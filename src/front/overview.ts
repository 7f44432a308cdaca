import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { dayInChina, deadlinesOf, workingDaysUntil, yearOf, type Lang, type Library, type ReportCard } from '../../index/mod.js';
import type { ChannelName } from '../channels/channel.js';
import type { Overview } from '../channels/front.js';
import { checkedHeld, type Checked } from '../checks/checked.js';
import type { Explanations } from '../checks/explained.js';
import type { DeskTables } from '../desk/tables.js';
import { owes } from '../roster/standing.js';
import { standingsOf, type StandingPorts } from '../roster/standings.js';
import { frontWord } from './words.js';

/** A page that is looked at in passing. */
const MOST = { years: 8, deadlines: 4, findings: 5, asked: 5 } as const;
/** A question of one person alone might tell who they are. */
const LEAST_ASKERS = 2;
/** Reports of one year that are checked for the page; with more, the command and the workbook are the way. */
const MOST_CHECKED = 40;

/** What an overview of reports and findings needs. */
export interface OverviewPorts {
  readonly library: Library;
  readonly explanations: Explanations;
  readonly standings: StandingPorts;
  readonly database: Kysely<DeskTables>;
  readonly now: () => Date;
}

type CheckedYear = readonly Checked[];

/** Makes overviews. What the rules find is kept as long as the same reports are held. */
export function createOverviews(ports: OverviewPorts): (lang: Lang, channel: ChannelName) => Promise<Overview> {
  const { library, explanations, standings, database, now } = ports;
  const found = new WeakMap<readonly ReportCard[], Promise<CheckedYear>>();

  /** Checking takes some hundredths of a second a report: others are heard in between. */
  async function checkYear(cards: readonly ReportCard[]): Promise<CheckedYear> {
    const newest = Math.max(...cards.map(({ year }) => year ?? -Infinity));
    const all: Checked[] = [];
    for (const card of cards.filter(({ year }) => year === newest).slice(0, MOST_CHECKED)) {
      all.push(await checkedHeld(library, explanations, card));
      await setImmediate();
    }
    return all;
  }

  return async (lang, channel) => {
    const cards = await library.reports();
    const checked = found.get(cards) ?? checkYear(cards);
    found.set(cards, checked);
    const at = now();
    const due = yearOf(dayInChina(at)) - 1;
    const all = await standingsOf(due, at, standings);
    return {
      lang,
      held: heldByYear(cards),
      missing: all.length === 0 ? null : { year: due, names: all.filter(owes).map(({ organisation }) => organisation.name) },
      deadlines: deadlinesFrom(at, lang, standings),
      findings: findingsIn(await checked, lang),
      asked: await mostAsked(database, channel),
    };
  };
}

function heldByYear(cards: readonly ReportCard[]): Overview['held'] {
  const counts = new Map<number, number>();
  for (const { year } of cards) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].map(([year, reports]) => ({ year, reports })).sort((a, b) => b.year - a.year).slice(0, MOST.years);
}

function deadlinesFrom(at: Date, lang: Lang, { local, calendar }: Pick<StandingPorts, 'local' | 'calendar'>): Overview['deadlines'] {
  const today = dayInChina(at);
  const year = yearOf(today);
  return [year - 1, year]
    .flatMap((reportYear) => deadlinesOf(reportYear, local, calendar))
    .filter(({ effective }) => effective >= today)
    .sort((a, b) => (a.effective < b.effective ? -1 : 1))
    .slice(0, MOST.deadlines)
    .map(({ rule, effective }) => ({ who: rule.who[lang], date: effective, workingDays: workingDaysUntil(today, effective, calendar) }));
}

function findingsIn(all: CheckedYear, lang: Lang): Overview['findings'] {
  return all
    .flatMap(({ org, year, findings }) => {
      const open = findings.filter(({ explained, finding }) => explained === null && finding.severity !== 'info');
      const errors = open.filter(({ finding }) => finding.severity === 'error').length;
      return open.length === 0 || year === null ? [] : [{ org, year, errors, warnings: open.length - errors, worst: open[0]!.finding.message, question: frontWord(lang, 'findingsQuestion', { org, year }) }];
    })
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings)
    .slice(0, MOST.findings);
}

/** What was answered most often of what several people asked of one channel where others read it: nothing that was asked in private. Settings and files are no questions. */
async function mostAsked(database: Kysely<DeskTables>, channel: ChannelName): Promise<Overview['asked']> {
  const rows = await database
    .selectFrom('desk_audit')
    .select(({ fn }) => ['question', fn.countAll<number>().as('times'), fn.max('id').as('last')])
    .where('channel', '=', channel)
    .where('shared', '=', 1)
    .where('status', '=', 'answered')
    .where('answer_id', 'is not', null)
    .groupBy('question')
    .having(({ eb, fn }) => eb(fn.count('speaker').distinct(), '>=', LEAST_ASKERS))
    .orderBy('times', 'desc')
    .orderBy('last', 'desc')
    .limit(MOST.asked)
    .execute();
  return rows.map(({ question, times }) => ({ question, times }));
}
