import { existsSync } from 'node:fs';
import type { IncomingFile, ReportCard } from '../../index/mod.js';
import { openApp, type App } from '../app.js';
import { checkedDraft, checkedHeld, type Checked, type CheckedFinding } from '../checks/checked.js';
import { checkLine } from '../checks/check-line.js';
import { explanationsIn, type Explanations } from '../checks/explained.js';
import type { CheckTables } from '../checks/migrations.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { CheckLine } from '../render/check-line.js';
import { harmless } from '../render/harmless.js';
import type { Settings } from '../settings.js';
import { filesUnder } from './files.js';
import { printLine } from './output.js';

/** Options of `wenbao check`. */
export interface CheckTold {
  readonly out?: string | undefined;
}

/** `wenbao check [REPORT|FILE…]`: consistency rules over what is held, or over files that are not kept. Exit code 1 where an error was found or a file refused. */
export async function check(names: readonly string[], told: CheckTold, settings: Settings): Promise<ExitCode> {
  return withExplanations(settings, async (app, explanations) => {
    const all: Checked[] = [];
    let refused = 0;
    for await (const one of checkedOf(names, app, explanations)) {
      if ('refusal' in one) {
        refused += 1;
        process.stderr.write(harmless(`${one.path}: ${one.refusal.zh} · ${one.refusal.en}\n`));
        continue;
      }
      all.push(one);
      if (settings.json) for (const finding of one.findings) printLine(CheckLine, checkLine(one, finding));
      else process.stdout.write(harmless(forPerson(one)));
    }
    if (told.out !== undefined) await (await import('../checks/findings-xlsx.js')).writeFindings(told.out, all);
    if (!settings.json) process.stdout.write(summaryOf(all));
    return refused > 0 || all.some(({ findings }) => findings.some(isOpenError)) ? EXIT.refused : EXIT.done;
  });
}

/** `wenbao explain FINDING --why TEXT --by NAME`: the finding stays listed, as explained, until the words it rests on change. */
export async function explain(finding: string, told: { readonly why: string; readonly by: string }, settings: Settings): Promise<ExitCode> {
  if (!/^[0-9a-f]{12}$/.test(finding)) throw new WrongCall(`不是问题编号：${finding}（wenbao check 每条后面方括号里的十二位）`, `${finding} is no finding's id (the twelve digits in brackets after each line of wenbao check)`);
  if (told.why.trim() === '' || told.by.trim() === '') throw new WrongCall('--why 和 --by 都要写', '--why and --by must both say something');
  return withExplanations(settings, async (_app, explanations) => {
    await explanations.explain(finding, told.why.trim(), told.by.trim(), settings.now());
    if (!settings.json) process.stdout.write(`已记为“已说明” · noted as explained: ${finding}\n`);
    return EXIT.done;
  });
}

async function withExplanations(settings: Settings, work: (app: App, explanations: Explanations) => Promise<ExitCode>): Promise<ExitCode> {
  const app = await openApp(settings, { samples: false });
  try {
    return await work(app, explanationsIn(app.held.database<CheckTables>()));
  } finally {
    await app.close();
  }
}

type Refused = { readonly path: string; readonly refusal: { readonly zh: string; readonly en: string } };

/** What is named: ids of reports, else paths of files and folders; everything held when nothing is. */
async function* checkedOf(names: readonly string[], app: App, explanations: Explanations): AsyncIterable<Checked | Refused> {
  const { library } = app.held;
  const cards = await library.reports();
  if (names.length === 0) {
    for (const card of cards) yield checkedHeld(library, explanations, card);
    return;
  }
  const held = new Map(cards.map((card): [string, ReportCard] => [card.report, card]));
  for (const name of names) {
    const card = held.get(name);
    if (card) yield checkedHeld(library, explanations, card);
    else if (!existsSync(name)) throw new WrongCall(`${name} 既不是已收录的报告，也不是文件`, `${name} is neither a report that is held nor a file`);
    else for (const file of await filesUnder([name])) yield* checkedFile(file, app, explanations);
  }
}

async function* checkedFile(file: IncomingFile, app: App, explanations: Explanations): AsyncIterable<Checked | Refused> {
  if (file.refused !== undefined) return yield { path: file.path, refusal: file.refused.message };
  const read = await app.read(file.name, await file.bytes());
  if (read.ok) yield checkedDraft(app.held.library, explanations, read.source, file.path);
  else yield { path: file.path, refusal: read.refusal.message };
}

function isOpenError({ finding, explained }: CheckedFinding): boolean {
  return finding.severity === 'error' && explained === null;
}

const SIGNS = { error: '✗ 错误', warning: '! 存疑', info: '· 提示' } as const;
const LONGEST_QUOTE = 60;

function forPerson({ report, path, org, year, findings }: Checked): string {
  const head = `${org} ${year ?? '—'}  ${report ?? path}\n`;
  if (findings.length === 0) return `${head}  没有发现问题 · nothing found\n`;
  return head + findings.map(personLines).join('');
}

function personLines({ id, finding, citations, explained }: CheckedFinding): string {
  const sign = explained === null ? SIGNS[finding.severity] : '✓ 已说明';
  const doubt = finding.doubtful ? '（这张表在文件里有错位，是修正后读出的，请先对照原文）' : '';
  const quotes = citations.slice(0, 2).map(({ quotes: words }) => {
    const plain = words.join(' ').replace(/\s+/gu, ' ');
    return `      「${plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain}」\n`;
  });
  const said = explained === null ? '' : `      ${explained.by}：${explained.why}\n`;
  return `  ${sign} ${finding.message.zh}${doubt} [${id}]\n${said}${quotes.join('')}`;
}

function summaryOf(all: readonly Checked[]): string {
  const findings = all.flatMap((one) => one.findings);
  const count = (severity: keyof typeof SIGNS): number => findings.filter(({ finding, explained }) => explained === null && finding.severity === severity).length;
  const explained = findings.filter((one) => one.explained !== null).length;
  const unread = findings.filter(({ finding }) => finding.rule === 'F-10').length;
  const notes = `${explained > 0 ? `，已说明 ${explained} 条` : ''}${unread > 0 ? `；有 ${unread} 张表没有读到，无法核对` : ''}`;
  const notesEn = `${explained > 0 ? `, explained: ${explained}` : ''}${unread > 0 ? `; tables not read and so not checked: ${unread}` : ''}`;
  return `${all.length} 份报告：错误 ${count('error')}，存疑 ${count('warning')}，提示 ${count('info')}${notes} · reports: ${all.length}; errors: ${count('error')}, warnings: ${count('warning')}, notes: ${count('info')}${notesEn}\n`;
}
