import type { App } from './app.js';
import type { Done, OwedReport, RosterImported, SaidOfReport } from './channels/operations.js';
import { importedChanges } from './roster/import/import.js';
import { lacksOf } from './roster/requirements.js';
import { CHANGES } from './roster/standing.js';
import { standingsOf } from './roster/standings.js';

/** Everybody on the roster with one year's report, and what each state rests on. */
export async function owedReports({ standings }: Pick<App, 'standings'>, year: number, now: Date): Promise<OwedReport[]> {
  return (await standingsOf(year, now, standings)).map(({ organisation, state, deadlines, report, last }) => ({
    id: organisation.id,
    organisation: organisation.name,
    orgPath: organisation.orgPath,
    state,
    report: report?.report ?? null,
    due: deadlines[0]?.stated ?? null,
    owner: organisation.owner?.name ?? null,
    last: last && { change: last.change, at: last.at.toISOString(), by: last.by, why: last.why, link: last.link },
  }));
}

const NOBODY: Done = { ok: false, why: { zh: '名册里没有这个单位', en: 'the roster has no such organisation' } };
const NO_STATE: Done = { ok: false, why: { zh: '没有这种状态', en: 'there is no such state' } };

/** Keeps what somebody says on the desk's page of an organisation's report, by the rules of `wenbao roster mark`. */
export async function markReport({ standings: { roster, changes } }: Pick<App, 'standings'>, organisation: string, year: number, { change, by, why, link }: Omit<SaidOfReport, 'at'>, now: Date): Promise<Done> {
  const of = roster.byId(organisation);
  if (of === null) return NOBODY;
  const said = CHANGES.find((one) => one === change);
  if (said === undefined) return NO_STATE;
  const lack = lacksOf({ change: said, why, link });
  if (lack !== null) return { ok: false, why: lack };
  await changes.add([{ organisation: of.id, year, change: said, at: now, by, how: 'page', why, link, cause: null }]);
  return { ok: true };
}

/** Keeps the states that a spreadsheet tells by the rules of `wenbao roster import`, all or none; where `keep` is false it is only checked. */
export async function importRoster({ standings: { roster, changes } }: Pick<App, 'standings'>, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }, told: { readonly year: number; readonly by: string; readonly keep: boolean; readonly now: Date }): Promise<RosterImported> {
  const imported = await importedChanges(name, bytes, { roster, year: told.year, by: told.by, now: told.now });
  if (!imported.ok) return imported;
  const added = told.keep ? await changes.add(imported.changes) : 0;
  return { ok: true, added, known: imported.changes.length - added, idle: imported.idle };
}
