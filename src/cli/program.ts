import { Command, CommanderError } from 'commander';
import { EXIT, type ExitCode } from '../exit.js';
import type { Settings, Told } from '../settings.js';
import { aliasAdd, aliasList, aliasRemove, aliasUndo, type AliasTold } from './alias.js';
import { ask, type AskTold } from './ask.js';
import { backup, restoreCommand } from './backup.js';
import { check, explain, type CheckTold } from './check.js';
import { chat } from './chat.js';
import { doctor } from './doctor.js';
import { forgetCommand } from './forget.js';
import { describe } from './help.js';
import { ingest, type IngestTold } from './ingest.js';
import { missing, type MissingTold } from './missing.js';
import { rosterHistory, rosterImport, rosterList, rosterMark, type ImportTold, type MarkTold, type RosterTold } from './roster.js';
import { total, type TotalTold } from './total.js';
import { recurrencesDone, recurrencesList, recurrencesOff, recurrencesOn, type RecurrenceTold } from './recurrences.js';
import { remind, type RemindTold } from './remind.js';
import { changes, figures, reports, source, withdraw } from './read.js';
import { mcpCommand } from './mcp.js';
import { serveCommand } from './serve.js';
import { unansweredCommand } from './unanswered.js';

/** What the command line needs from `main`, the only reader of environment and clock. */
export interface Outside {
  readonly settings: (told: Told) => Settings;
  /** For a command that runs until it is told to stop: from the call on, a signal asks for that instead of ending the process. */
  readonly untilStopped: () => AbortSignal;
}

/** Runs one command. Resolves to its exit code; throws `WrongCall` for a call that is itself wrong. */
export async function run(argv: readonly string[], outside: Outside): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  const program = new Command('wenbao');
  const settings = (): Settings => outside.settings(program.opts<Told>());
  const does = <A extends unknown[]>(work: (...args: A) => Promise<ExitCode>) => async (...args: A): Promise<void> => {
    exit = await work(...args);
  };
  program
    .option('--data <dir>')
    .option('--config <file>')
    .option('--json')
    .showHelpAfterError('wenbao --help')
    .exitOverride();
  program
    .command('ask')
    .argument('[question...]')
    .option('--session <id>')
    .option('--at <iso>')
    .option('--batch <file>')
    .option('--replay <file>')
    .option('--debug')
    .action(does((words: string[], told: AskTold) => ask(words, told, settings())));
  program.command('chat').option('--at <iso>').action(does((told: { at?: string }) => chat(told, settings())));
  for (const name of ['serve', 'start']) program.command(name).action(does(() => serveCommand(settings(), outside.untilStopped())));
  program.command('mcp').action(does(() => mcpCommand(settings(), outside.untilStopped())));
  program
    .command('ingest')
    .argument('<path...>')
    .option('--org <name>')
    .option('--year <year>')
    .action(does((paths: string[], told: IngestTold) => ingest(paths, told, settings())));
  program.command('reports').option('--history').action(does((told: { history?: boolean }) => reports(settings(), told.history ?? false)));
  program.command('source').argument('<report>').action(does((name: string) => source(name, settings())));
  program.command('figures').argument('<report>').action(does((name: string) => figures(name, settings())));
  program.command('changes').argument('<report>').action(does((name: string) => changes(name, settings())));
  program.command('withdraw').argument('<report>', 'REPORT[@VERSION]').requiredOption('--why <text>').action(does((name: string, told: { why: string }) => withdraw(name, told.why, settings())));
  program.command('forget').argument('<person|conversation>').action(does((target: string) => forgetCommand(target, settings())));
  program.command('check').argument('[name...]').option('--out <file>').action(does((names: string[], told: CheckTold) => check(names, told, settings())));
  program.command('total').requiredOption('--year <year>').option('--out <file>').action(does((told: TotalTold) => total(told, settings())));
  program.command('missing').requiredOption('--year <year>').option('--at <iso>').action(does((told: MissingTold) => missing(told, settings())));
  const roster = program.command('roster');
  roster.command('list').option('--year <year>').option('--at <iso>').action(does((told: RosterTold) => rosterList(told, settings())));
  roster.command('mark').argument('<organisation>').argument('<state>', 'submitted | returned | published | exempt | reopened').option('--year <year>').option('--why <text>').option('--link <url>').option('--by <name>').action(does((name: string, state: string, told: MarkTold) => rosterMark(name, state, told, settings())));
  roster.command('history').argument('[organisation]').option('--year <year>').action(does((name: string | undefined, told: RosterTold) => rosterHistory(name, told, settings())));
  roster.command('import').argument('<file>').option('--year <year>').option('--by <name>').option('--dry-run').action(does((file: string, told: ImportTold) => rosterImport(file, told, settings())));
  program.command('explain').argument('<finding>').requiredOption('--why <text>').requiredOption('--by <name>').action(does((finding: string, told: { why: string; by: string }) => explain(finding, told, settings())));
  program.command('remind').option('--at <iso>').option('--dry-run').action(does((told: RemindTold) => remind(told, settings())));
  const recurrences = program.command('recurrences');
  recurrences.command('list', { isDefault: true }).action(does(() => recurrencesList(settings())));
  recurrences.command('on').argument('<id>').option('--owner <name>').option('--to <place>').option('--lang <lang>').option('--by <name>').action(does((id: string, told: RecurrenceTold) => recurrencesOn(id, told, settings())));
  recurrences.command('off').argument('<id>').action(does((id: string) => recurrencesOff(id, settings())));
  recurrences.command('done').argument('<id>').option('--evidence <text>').option('--by <name>').action(does((id: string, told: RecurrenceTold) => recurrencesDone(id, told, settings())));
  program.command('unanswered').action(does(() => unansweredCommand(settings())));
  const alias = program.command('alias');
  alias.command('add').argument('<phrase = metric...>').option('--by <name>').action(does((words: string[], told: AliasTold) => aliasAdd(words, told, settings())));
  alias.command('remove').argument('<phrase>').option('--by <name>').action(does((phrase: string, told: AliasTold) => aliasRemove(phrase, told, settings())));
  alias.command('undo').argument('[change]').option('--by <name>').action(does((change: string | undefined, told: AliasTold) => aliasUndo(change, told, settings())));
  alias.command('list').option('--history').action(does((told: { history?: boolean }) => aliasList(told, settings())));
  program.command('backup').argument('<file>').action(does((file: string) => backup(file, settings())));
  program.command('restore').argument('<file>').option('--replace').action(does((file: string, told: { replace?: boolean }) => restoreCommand(file, told, settings())));
  program.command('doctor').action(does(() => doctor(settings())));
  describe(program);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongCall;
    throw error;
  }
}
