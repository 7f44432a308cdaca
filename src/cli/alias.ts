import { aliasProblem, type Alias, type AliasProblem } from '../../intents/mod.js';
import type { AliasChange } from '../aliases/aliases.js';
import { openApp, type App } from '../app.js';
import { EXIT, WrongCall, type ExitCode } from '../exit.js';
import { harmless } from '../render/harmless.js';
import type { Settings } from '../settings.js';
import { AliasChangeLine, AliasLine, AliasRefusal, printLine } from './output.js';

/** Options of `wenbao alias`. */
export interface AliasTold {
  /** Who makes the change. */
  readonly by?: string | undefined;
}

const SOMEBODY = 'terminal';

/** `wenbao alias add PHRASE = METRIC`: the words may come as one argument or several. Exit code 1 when it must not be. */
export async function aliasAdd(words: readonly string[], { by = SOMEBODY }: AliasTold, settings: Settings): Promise<ExitCode> {
  const [, phrase, metric] = /^(.+?)\s*=\s*(\S+)$/su.exec(words.join(' ').trim()) ?? [];
  if (phrase === undefined || metric === undefined) throw new WrongCall('写法：wenbao alias add "服务大厅" = prose.service.centre.total', 'Write it like this: wenbao alias add "service hall" = prose.service.centre.total');
  return changing(settings, async (app, check) => printChange(await app.aliases.add(phrase, metric, by, settings.now(), (held) => check(phrase, metric, held)), settings));
}

/** `wenbao alias remove PHRASE`. */
export async function aliasRemove(phrase: string, { by = SOMEBODY }: AliasTold, settings: Settings): Promise<ExitCode> {
  return changing(settings, async (app) => {
    const change = await app.aliases.remove(phrase, by, settings.now());
    if (change === null) throw new WrongCall(`没有这个叫法：${phrase}`, `${phrase} is no alias`);
    printChange(change, settings);
  });
}

/** `wenbao alias undo [CHANGE]`: takes the change of that number back, else the last one. */
export async function aliasUndo(number: string | undefined, { by = SOMEBODY }: AliasTold, settings: Settings): Promise<ExitCode> {
  if (number !== undefined && !/^\d{1,9}$/.test(number)) throw new WrongCall(`不是改动的编号：${number}；wenbao alias list --history 会列出`, `${number} is no number of a change; wenbao alias list --history shows them`);
  return changing(settings, async (app, check) => {
    const change = await app.aliases.undo(number === undefined ? null : Number(number), by, settings.now(), check);
    if (change === null) throw new WrongCall('没有可以撤销的改动', 'there is no change to take back');
    if (change === 'superseded') throw new WrongCall('这个叫法后来又改过：请先撤销后面的改动', 'this phrase was changed again since: take the later change back first');
    printChange(change, settings);
  });
}

/** `wenbao alias list [--history]`: the aliases in force, or every change ever made. */
export async function aliasList({ history = false }: { readonly history?: boolean | undefined }, settings: Settings): Promise<ExitCode> {
  return changing(settings, async (app) => {
    if (history) for (const change of await app.aliases.history()) printChange(change, settings);
    else for (const { phrase, metric } of await app.aliases.held()) {
      if (settings.json) printLine(AliasLine, { phrase, metric });
      else process.stdout.write(`${harmless(phrase)} = ${metric}\n`);
    }
  });
}

/** What must not be, on its way out of the transaction. */
class AliasRefused extends Error {
  constructor(readonly problem: AliasProblem) {
    super(problem.message.en);
  }
}

async function changing(settings: Settings, work: (app: App, check: (phrase: string, metric: string, held: readonly Alias[]) => void) => Promise<void>): Promise<ExitCode> {
  const app = await openApp(settings, { samples: false });
  try {
    const cards = await app.held.library.reports();
    await work(app, (phrase, metric, held) => {
      const problem = aliasProblem(phrase, metric, { held, cards, cut: (text) => app.held.library.segment(text) });
      if (problem) throw new AliasRefused(problem);
    });
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof AliasRefused)) throw error;
    if (settings.json) printLine(AliasRefusal, { error: error.problem });
    else process.stderr.write(`${harmless(error.problem.message.zh)}\n${harmless(error.problem.message.en)}\n`);
    return EXIT.refused;
  } finally {
    await app.close();
  }
}

function printChange({ id, phrase, before, after, by, at, undoes }: AliasChange, settings: Settings): void {
  if (settings.json) printLine(AliasChangeLine, { id, phrase, before, after, by, at, undoes });
  else process.stdout.write(`${id}\t${at}\t${harmless(by)}\t${harmless(phrase)}：${before ?? '—'} → ${after ?? '—'}${undoes === null ? '' : `（撤销 ${undoes}）`}\n`);
}
