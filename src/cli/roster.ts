import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { harmless } from '../render/harmless.js';
import { heldAs, CHANGES, type Change, type Happened } from '../roster/standing.js';
import { importedChanges } from '../roster/import/import.js';
import { lacksOf } from '../roster/requirements.js';
import { reportsByOrganisation, type Roster, type RosterOrganisation } from '../roster/roster.js';
import { standingsOf } from '../roster/standings.js';
import { momentFrom, type Settings } from '../settings.js';
import { standingLine, standingText, withRoster, yearFrom, yearInHand } from './missing.js';
import { HappenedLine, ImportProblemLine, printLine, StandingLine } from './output.js';

/** Options of `wenbao roster list` and `history`. */
export interface RosterTold {
  readonly year?: string | undefined;
  readonly at?: string | undefined;
}

/** Options of `wenbao roster mark`. */
export interface MarkTold extends RosterTold {
  readonly why?: string | undefined;
  readonly link?: string | undefined;
  readonly by?: string | undefined;
}

/** Options of `wenbao roster import`. */
export interface ImportTold extends RosterTold {
  readonly by?: string | undefined;
  readonly dryRun?: boolean | undefined;
}

const SOMEBODY = 'terminal';

/** `wenbao roster list [--year Y]`: everybody, and how they stand. */
export async function rosterList(told: RosterTold, settings: Settings): Promise<ExitCode> {
  const now = momentFrom(told.at, settings.now);
  const year = told.year === undefined ? yearInHand(now) : yearFrom(told.year);
  return withRoster(settings, async (app) => {
    const all = await standingsOf(year, now, app.standings);
    if (settings.json) for (const one of all) printLine(StandingLine, standingLine(one, app));
    else process.stdout.write(harmless(`${year} 年：名册 ${all.length} 家 · ${all.length} organisations\n${all.map(standingText).join('')}`));
  });
}

/** `wenbao roster mark ORG STATE`: says what became of an organisation's report. Throws `WrongCall` for what must not be said. */
export async function rosterMark(name: string, state: string, told: MarkTold, settings: Settings): Promise<ExitCode> {
  const now = settings.now();
  const year = told.year === undefined ? yearInHand(now) : yearFrom(told.year);
  const change = CHANGES.find((one) => one === state);
  if (change === undefined) throw new WrongCall(`没有“${state}”这种状态；可用的有：${CHANGES.join('、')}`, `there is no state "${state}"; known are: ${CHANGES.join(', ')}`);
  const happened: Happened = { change, at: now, by: told.by ?? SOMEBODY, how: 'command', why: told.why?.trim() || null, link: told.link?.trim() || null };
  const lack = lacksOf(happened);
  if (lack !== null) throw new WrongCall(lack.zh, lack.en);
  return withRoster(settings, async ({ standings: { roster, changes } }) => {
    const organisation = theOne(roster, name);
    await changes.add([{ ...happened, how: 'command', organisation: organisation.id, year, cause: null }]);
    print(organisation, year, happened, settings);
  });
}

/** `wenbao roster history [ORG] [--year Y]`: everything that happened, oldest first, versions that came in too. */
export async function rosterHistory(name: string | undefined, told: RosterTold, settings: Settings): Promise<ExitCode> {
  const year = told.year === undefined ? null : yearFrom(told.year);
  return withRoster(settings, async ({ standings: { roster, changes, library } }) => {
    const wanted = name === undefined ? roster.organisations : [theOne(roster, name)];
    const held = reportsByOrganisation(roster, await library.reports({ history: true }));
    const said = await changes.of(year === null ? {} : { year });
    const lines = wanted.flatMap((organisation) => [
      ...(held.get(organisation.id) ?? []).flatMap((card) => (card.year === null || (year !== null && card.year !== year) ? [] : [{ organisation, year: card.year, happened: { ...heldAs(card), why: card.withdrawn } }])),
      ...said.filter((one) => one.organisation === organisation.id).map((one) => ({ organisation, year: one.year, happened: one })),
    ]);
    for (const line of lines.toSorted((a, b) => a.happened.at.getTime() - b.happened.at.getTime())) print(line.organisation, line.year, line.happened, settings);
  });
}

/** `wenbao roster import FILE`: states from a spreadsheet, all of them or, where anything is wrong, none; exit code 1 then. */
export async function rosterImport(file: string, told: ImportTold, settings: Settings): Promise<ExitCode> {
  const now = settings.now();
  const year = told.year === undefined ? yearInHand(now) : yearFrom(told.year);
  const bytes = await readFile(file).catch((error: Error) => {
    throw new WrongCall(`读不了：${file}（${error.message}）`, `Cannot read ${file} (${error.message})`);
  });
  return withRoster(settings, async ({ standings: { roster, changes } }) => {
    const imported = await importedChanges(basename(file), bytes, { roster, year, by: told.by ?? SOMEBODY, now });
    if (!imported.ok) {
      for (const { row, column, message } of imported.problems) {
        if (settings.json) printLine(ImportProblemLine, { path: file, row, column, message });
        else process.stderr.write(harmless(`${file}${row === null ? '' : `  第 ${row} 行 ${column ?? ''} 列 · row ${row}, column ${column ?? '—'}`}\n    ${message.zh}\n    ${message.en}\n`));
      }
      if (!settings.json) process.stderr.write('什么都没有导入 · nothing was imported\n');
      return EXIT.refused;
    }
    const added = told.dryRun === true ? 0 : await changes.add(imported.changes);
    for (const change of imported.changes) print(roster.byId(change.organisation)!, change.year, change, settings);
    process.stderr.write(`${told.dryRun === true ? '只检查，没有导入 · checked only' : `新记 ${added} 条，原有 ${imported.changes.length - added} 条 · ${added} new, ${imported.changes.length - added} known`}；${imported.idle} 行写着未交 · ${imported.idle} rows say that nothing was handed in\n`);
    return EXIT.done;
  });
}

/** The organisation of a name. Throws `WrongCall` when the roster has none of it, or several. */
function theOne(roster: Roster, name: string): RosterOrganisation {
  const found = roster.named(name);
  if (found.length === 1) return found[0]!;
  if (found.length === 0) throw new WrongCall(`名册里没有“${name}”；wenbao roster list 会列出`, `the roster has no "${name}"; wenbao roster list shows whom it has`);
  const paths = found.map(({ orgPath }) => orgPath.join('')).join('、');
  throw new WrongCall(`“${name}”不止一个：${paths}；请写全称`, `"${name}" may be ${paths}: name it in full`);
}

/** Prints something that happened. */
export function print({ name, orgPath }: RosterOrganisation, year: number, { change, at, by, how, why, link }: Happened, settings: Settings): void {
  const line: z.input<typeof HappenedLine> = { org: name, orgPath: [...orgPath], year, change: change satisfies Change, at: at.toISOString(), by, how, why, link };
  if (settings.json) printLine(HappenedLine, line);
  else process.stdout.write(harmless(`${line.at}\t${name}\t${year}\t${change}\t${by}（${how}）${why === null ? '' : `\t${why}`}${link === null ? '' : `\t${link}`}\n`));
}
