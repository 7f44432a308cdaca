import type { z } from 'zod';
import { dayInChina, yearOf } from '../../index/mod.js';
import { stateWord } from '../../intents/mod.js';
import { openApp, type App } from '../app.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { harmless } from '../render/harmless.js';
import { owes, type Standing } from '../roster/standing.js';
import { standingsOf } from '../roster/standings.js';
import { momentFrom, type Settings } from '../settings.js';
import { MissingLine, printLine, type StandingLine } from './output.js';

/** Options of `wenbao missing`. */
export interface MissingTold {
  readonly year: string;
  readonly at?: string | undefined;
}

/** `wenbao missing --year Y`: organisations of the roster that still have to hand in. Throws `WrongCall` without a roster: nothing printed would mean that nobody is missing. */
export async function missing({ year: told, at }: MissingTold, settings: Settings): Promise<ExitCode> {
  const year = yearFrom(told);
  const now = momentFrom(at, settings.now);
  return withRoster(settings, async (app) => {
    const all = await standingsOf(year, now, app.standings);
    const lacking = all.filter((one) => owes(one) || one.state === 'not due');
    if (settings.json) {
      for (const one of lacking) {
        const { report: _report, link: _link, ...line } = standingLine(one, app);
        printLine(MissingLine, line);
      }
    } else process.stdout.write(harmless(forPerson(year, all, lacking)));
    await tellStrangers(app, year);
  });
}

/** A year of four digits. Throws `WrongCall` on anything else. */
export function yearFrom(told: string): number {
  if (!/^(?:19|20)\d{2}$/.test(told)) throw new WrongCall(`--year 要写四位年份：${told}`, `--year takes a year of four digits: ${told}`);
  return Number(told);
}

/** The year whose reports are being handed in, or were last: the one before the calendar's. */
export function yearInHand(now: Date): number {
  return yearOf(dayInChina(now)) - 1;
}

/** Runs a command that needs a roster. */
export async function withRoster(settings: Settings, work: (app: App) => Promise<ExitCode | void>): Promise<ExitCode> {
  const app = await openApp(settings, { samples: false });
  try {
    if (app.standings.roster.organisations.length === 0) throw new WrongCall('没有配置名册：在 wenbao.config.yaml 的 roster.organisations 里写上该交年报的单位（写法见 wenbao.config.example.yaml）', 'no roster is configured: list the organisations that owe a report under roster.organisations in wenbao.config.yaml (wenbao.config.example.yaml shows how)');
    return (await work(app)) ?? EXIT.done;
  } finally {
    await app.close();
  }
}

/** An organisation's standing in its machine form. */
export function standingLine({ organisation, year, state, deadlines: [first], last, report }: Standing, app: App): z.input<typeof StandingLine> {
  const supervisor = organisation.supervisor === null ? null : app.standings.roster.byId(organisation.supervisor);
  const why = last?.why ?? (state === 'exempt' ? organisation.exempt?.why : null);
  return {
    org: organisation.name,
    orgPath: [...organisation.orgPath],
    level: organisation.level,
    year,
    state,
    due: first?.stated ?? null,
    lastWorkingDay: first?.effective ?? null,
    provisional: first?.provisional ?? false,
    basis: first === undefined ? null : { kind: first.rule.kind, title: first.rule.basis.title, article: first.rule.basis.article },
    ...(organisation.owner !== null && { owner: organisation.owner.name }),
    ...(supervisor && { supervisor: supervisor.name }),
    ...(report !== null && { report: report.report }),
    ...(why != null && { why }),
    ...(last?.link != null && { link: last.link }),
  };
}

/** An organisation's standing on a line for a person. */
export function standingText({ organisation, state, deadlines: [first], last }: Standing): string {
  const due = first === undefined ? '没有期限（当地通知未配置）· no date' : `${first.stated}${first.effective === first.stated ? '' : `（最后一个工作日 ${first.effective}）`}`;
  const said = last?.why ?? last?.link ?? '';
  return `  ${organisation.name}\t${stateWord('zh', state)} ${state}\t${due}\t${organisation.owner?.name ?? '—'}${said === '' ? '' : `\t${said}`}\n`;
}

function forPerson(year: number, all: readonly Standing[], lacking: readonly Standing[]): string {
  const exempt = all.filter(({ state }) => state === 'exempt').length;
  const head = `${year} 年：名册 ${all.length} 家，缺 ${lacking.length} 家${exempt > 0 ? `，不用报 ${exempt} 家` : ''} · ${lacking.length} of ${all.length} missing\n`;
  return head + lacking.map(standingText).join('');
}

/** A report of nobody on the roster may be one that is counted as missing under another name: said, so that somebody looks. */
async function tellStrangers(app: App, year: number): Promise<void> {
  const { roster, library } = app.standings;
  const strangers = (await library.reports()).filter((card) => card.year === year && roster.ofReport(card.org) === null);
  if (strangers.length > 0) process.stderr.write(harmless(`另收录了名册以外（或说不清是谁）的 ${year} 年报告，名称不同的请在名册里加 aliases · held, but of nobody on the roster: ${strangers.map(({ org }) => org.path.join('')).join('、')}\n`));
}
