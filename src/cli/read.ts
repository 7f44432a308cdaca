import type { ReportCard } from '../../index/mod.js';
import { openApp, type App } from '../app.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import type { Settings } from '../settings.js';
import { ReportLine, reportLine } from '../render/report-line.js';
import { changeCounts, changeJson, changeLine } from '../render/figure-change.js';
import { FigureLine, figureLine } from '../render/figure-line.js';
import { ChangesLine, printLine } from './output.js';

/** `wenbao reports`: what is held, newest version of each; with `history` every version. */
export async function reports(settings: Settings, history: boolean): Promise<ExitCode> {
  return withApp(settings, async (app) => {
    const cards = await app.held.library.reports({ history });
    for (const card of cards) {
      const changes = history ? await app.held.library.changes(card.report, undefined, card.version) : null;
      if (settings.json) printLine(ReportLine, { ...reportLine(card), ...(changes && { changes: changeCounts(changes.changes) }) });
      else process.stdout.write(`${card.report}${history ? `@${card.version}` : ''}\t${card.org.name}\t${card.year ?? '—'}\t${card.figures} 个数\t${card.forms.join(' ') || '—'}\t${card.title}${card.withdrawn === null ? '' : `\t已撤回：${card.withdrawn}`}${changes ? `\t与第${changes.from.version}版不同 ${changes.changes.length} 处` : ''}\n`);
    }
    if (cards.length === 0 && !settings.json) process.stderr.write('还没有收录报告 · no report is held\n');
  });
}

/** `wenbao source REPORT[@VERSION]`: the text that citations count in, with nothing added. */
export async function source(name: string, settings: Settings): Promise<ExitCode> {
  return withApp(settings, async (app) => {
    const card = await cardOf(app, name);
    await new Promise<void>((resolve, reject) => {
      void app.held.library.source(card.report, card.version).then(({ text }) => process.stdout.write(text, (error) => (error ? reject(error) : resolve())), reject);
    });
  });
}

/** `wenbao figures REPORT`: every figure, in reading order. */
export async function figures(name: string, settings: Settings): Promise<ExitCode> {
  return withApp(settings, async (app) => {
    const card = await cardOf(app, name);
    const text = await app.held.library.source(card.report, card.version);
    for (const figure of await app.held.library.figures(card.report, card.version)) {
      const line = figureLine(card, text, figure);
      if (settings.json) printLine(FigureLine, line);
      else process.stdout.write(`${line.labels.join(' ')}\t${line.value ?? line.state}${line.unit ?? ''}\t${line.metric ?? ''}\t${line.trust}\n`);
    }
  });
}

/** `wenbao changes REPORT[@V1..V2]`: figures that differ between two versions; without numbers the one in use and the one before it. */
export async function changes(name: string, settings: Settings): Promise<ExitCode> {
  return withApp(settings, async (app) => {
    const [, id, from, to] = /^(.+?)(?:@(\d+)\.\.(\d+))?$/s.exec(name)!;
    const newer = await cardOf(app, to === undefined ? id! : `${id}@${to}`);
    if (from !== undefined) await cardOf(app, `${id}@${from}`);
    const found = await app.held.library.changes(newer.report, from === undefined ? undefined : Number(from), newer.version);
    if (found === null) throw new WrongCall(`${newer.report} 只有一个版本`, `${newer.report} has only one version`);
    if (settings.json) printLine(ChangesLine, { report: newer.report, from: found.from.version, to: found.to.version, counts: changeCounts(found.changes), changes: found.changes.map(changeJson) });
    else process.stdout.write(`${newer.report} @${found.from.version} → @${found.to.version}：${found.changes.length} 处不同\n${found.changes.map((change) => `  ${changeLine(change)}\n`).join('')}`);
  });
}

/** `wenbao withdraw REPORT[@VERSION] --why TEXT`: no answer uses it any more; its citations still open. Of one version that is named, the newest of the others takes the place. */
export async function withdraw(name: string, why: string, settings: Settings): Promise<ExitCode> {
  return withApp(settings, async (app) => {
    const card = await cardOf(app, name);
    const version = /@\d+$/.test(name) ? card.version : undefined;
    if (!(await app.held.withdraw(card.report, why, version))) throw new WrongCall(`${name} 已经撤回`, `${name} is withdrawn already`);
    if (settings.json) return;
    const inUse = version === undefined ? undefined : (await app.held.library.reports()).find(({ report }) => report === card.report);
    process.stdout.write(`已撤回 withdrawn: ${card.report}${version === undefined ? '' : `@${version}`}${inUse === undefined ? '' : `；回答改用 in use now: @${inUse.version}`}\n`);
  });
}

async function withApp(settings: Settings, work: (app: App) => Promise<void>): Promise<ExitCode> {
  const app = await openApp(settings, { samples: false });
  try {
    await work(app);
    return EXIT.done;
  } finally {
    await app.close();
  }
}

/** `REPORT` or `REPORT@VERSION` as a card; without version the one in use, else (withdrawn) the newest. An id from before a report was filed elsewhere still opens. */
async function cardOf(app: App, name: string): Promise<ReportCard> {
  const [, id, version] = /^(.+?)(?:@(\d+))?$/s.exec(name) ?? [];
  const card = await app.held.library.report(id ?? name, version === undefined ? undefined : Number(version));
  if (!card) throw new WrongCall(`没有收录 ${name}；wenbao reports 可以查看已收录的报告。`, `${name} is not held; wenbao reports lists what is.`);
  return card;
}
