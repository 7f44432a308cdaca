import { aliasProblem, type AliasProblem } from '../intents/mod.js';
import { totalsOf } from '../index/mod.js';
import type { App } from './app.js';
import type { Activity, Done, Operations } from './channels/operations.js';
import { explanationsIn } from './checks/explained.js';
import { FindingShelf } from './checks/finding-shelf.js';
import type { CheckTables } from './checks/migrations.js';
import { checkConfig } from './config/check.js';
import { backupFile } from './backup-file.js';
import { activitySince } from './desk/activity.js';
import { notePageDeed } from './desk/page-deeds.js';
import type { DeskTables } from './desk/tables.js';
import { forgetEverywhere } from './forgetting.js';
import { unansweredQuestions } from './ledger/ledger.js';
import type { LedgerTables } from './ledger/migrations.js';
import { importRoster, markReport, owedReports } from './owed.js';
import { namedRooms, promisedBy, recordRecurringDone, recurringWork, switchRecurringOn } from './recurring-work.js';
import type { ReminderTables } from './reminders/migrations.js';
import { OwnStore } from './reminders/own-store.js';
import { RecurrenceStore } from './reminders/recurrence-store.js';
import { scheduleShown } from './schedule-shown.js';
import type { Settings } from './settings.js';

const DAY_MS = 24 * 3600 * 1000;

/** What the desk's pages do, over an app: each the same as the command of that name. */
export function operationsOver(app: App, settings: Settings): Operations {
  const { held, aliases } = app;
  const { library } = held;
  const explanations = explanationsIn(held.database<CheckTables>());
  const own = new OwnStore(held.database<ReminderTables>());
  const findings = new FindingShelf(library, explanations);

  return {
    findings: (card) => findings.of(card),
    findingCounts: (cards, withinMs) => findings.counts(cards, withinMs),
    explain: (finding, why, by) => explanations.explain(finding, why, by, settings.now()),
    withdraw: (report, why, version) => held.withdraw(report, why, version),
    unanswered: () => unansweredQuestions(held.database<LedgerTables>()),
    aliases: () => aliases.held(),
    aliasChanges: async () => (await aliases.history()).toReversed(),
    addAlias: async (phrase, metric, by) => changing(async (check) => void (await aliases.add(phrase, metric, by, settings.now(), (known) => check(phrase, metric, known)))),
    undoAlias: async (change, by) =>
      changing(async (check) => {
        const undone = await aliases.undo(change, by, settings.now(), check);
        if (undone === null) return NOTHING_TO_UNDO;
        return undone === 'superseded' ? CHANGED_SINCE : undefined;
      }),
    schedule: async () => scheduleShown(app, settings.now()),
    owed: (year) => owedReports(app, year, settings.now()),
    mark: (organisation, year, said) => markReport(app, organisation, year, said, settings.now()),
    importRoster: (file, year, by, keep) => importRoster(app, file, { year, by, keep, now: settings.now() }),
    ownReminders: async () => (await own.active()).map(({ id, to, speaker, text, rule, reportYear, kind, at, daysBefore }) => ({ id, to, speaker, text, deadline: rule, reportYear, kind, at: at?.toISOString() ?? null, daysBefore })),
    endOwnReminder: (id) => own.endById(id, settings.now()),
    recurringWork: () => recurringWork(app, settings.now()),
    recurringDone: (id, evidence, by) => recordRecurringDone(app, id, evidence, by, settings.now()),
    promisedBy: (orgKey) => promisedBy(app, orgKey),
    namedRooms: () => namedRooms(app),
    recurringOn: (id, orgKey, wish, by) => switchRecurringOn(app, id, orgKey, wish, by, settings.now()),
    recurringOff: (id) => new RecurrenceStore(held.database<ReminderTables>()).switchOff(id),
    forget: (target) => forgetEverywhere(held, target),
    backup: () => backupFile(settings.data, settings.now()),
    note: async (deed) => (app.config.audit.keepDays === 0 ? undefined : notePageDeed(held.database<DeskTables>(), deed, settings.now())),
    totalsBook: async (year) => (await import('./totals/totals-xlsx.js')).totalsBook(await totalsOf(library, year)),
    findingsBook: async () => {
      const all = [];
      for (const card of await library.reports()) all.push({ report: card.report, path: null, org: card.org.name, year: card.year, findings: await findings.of(card) });
      return (await import('./checks/findings-xlsx.js')).findingsBook(all);
    },
    configuration: () => checkConfig(settings),
    activity: (): Promise<Activity> => activitySince(held.database<DeskTables>(), new Date(settings.now().getTime() - DAY_MS)),
  };

  /** What `change` says, or that it was done; a phrase that may not be an alias stops it inside its transaction. */
  async function changing(change: (check: (phrase: string, metric: string, known: Parameters<typeof aliasProblem>[2]['held']) => void) => Promise<Done | void>): Promise<Done> {
    const cards = await library.reports();
    try {
      const done = await change((phrase, metric, known) => {
        const problem = aliasProblem(phrase, metric, { held: known, cards, cut: (text) => library.segment(text) });
        if (problem) throw new AliasRefused(problem);
      });
      return done ?? { ok: true };
    } catch (error) {
      if (!(error instanceof AliasRefused)) throw error;
      return { ok: false, why: error.problem.message };
    }
  }
}

const NOTHING_TO_UNDO: Done = { ok: false, why: { zh: '没有可以撤销的改动', en: 'there is no change to take back' } };
const CHANGED_SINCE: Done = { ok: false, why: { zh: '这个叫法后来又改过：请先撤销后面的改动', en: 'this phrase was changed again since: take the later change back first' } };

/** What must not be, on its way out of the transaction. */
class AliasRefused extends Error {
  constructor(readonly problem: AliasProblem) {
    super(problem.message.en);
  }
}
