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
    .description('问报：回答政府信息公开工作年度报告里的问题，每个数都附原文 · answers questions about annual reports on government information disclosure, each figure with its source')
    .option('--data <dir>', '数据目录（也可用 WENBAO_DATA）· folder of the store (or WENBAO_DATA)')
    .option('--config <file>', '配置文件（也可用 WENBAO_CONFIG）· configuration file (or WENBAO_CONFIG)')
    .option('--json', '机器可读输出 · machine output on standard output')
    .showHelpAfterError('wenbao --help')
    .exitOverride();
  program
    .command('ask')
    .argument('[question...]')
    .option('--session <id>', '同一会话的追问 · conversation to go on with')
    .option('--at <iso>', '提问时刻 · moment of asking')
    .option('--batch <file>', 'JSONL 文件或 -：每行 {"id","q"} · file of JSON lines, or -')
    .option('--replay <file>', '重放一条保存的消息，只看会答什么 · put a saved message through the desk, post nothing')
    .option('--debug', '附上判断依据 · say why')
    .description('问一个问题 · ask one question')
    .action(does((words: string[], told: AskTold) => ask(words, told, settings())));
  program.command('chat').option('--at <iso>').description('在终端里对话 · converse in the terminal').action(does((told: { at?: string }) => chat(told, settings())));
  for (const name of ['serve', 'start']) program.command(name).description('启动网页、各渠道和定时提醒 · run the web page, every configured channel and the schedule').action(does(() => serveCommand(settings(), outside.untilStopped())));
  program.command('mcp').description('把问答、数字、原文、核对作为工具提供给智能体（标准输入输出）· offer asking, figures, passages and checks to agents over standard input and output').action(does(() => mcpCommand(settings(), outside.untilStopped())));
  program
    .command('ingest')
    .argument('<path...>')
    .option('--org <name>', '这些文件是哪个机关的（优先于报告自己的写法）· whose reports these are, whatever they say')
    .option('--year <year>', '是哪一年的报告（优先于报告自己的写法）· which year they are about, whatever they say')
    .description('导入报告文件或目录 · take in report files or folders')
    .action(does((paths: string[], told: IngestTold) => ingest(paths, told, settings())));
  program.command('reports').option('--history', '含旧版本 · old versions too').description('已收录的报告 · reports held').action(does((told: { history?: boolean }) => reports(settings(), told.history ?? false)));
  program.command('source').argument('<report>').description('报告原文 · text of REPORT[@VERSION]').action(does((name: string) => source(name, settings())));
  program.command('figures').argument('<report>').description('报告里的全部数字 · every figure of REPORT').action(does((name: string) => figures(name, settings())));
  program.command('changes').argument('<report>').description('两版之间改了哪些数 · what differs between two versions, REPORT[@V1..V2]').action(does((name: string) => changes(name, settings())));
  program.command('withdraw').argument('<report>', 'REPORT[@VERSION]').requiredOption('--why <text>', '原因 · reason').description('撤回一份报告或其中一版 · take REPORT[@VERSION] out of use').action(does((name: string, told: { why: string }) => withdraw(name, told.why, settings())));
  program.command('forget').argument('<person|conversation>').description('删除某人或某会话的记忆、台账和消息文字 · delete what is kept of a person or conversation').action(does((target: string) => forgetCommand(target, settings())));
  program.command('check').argument('[name...]').option('--out <file>', '另存为 .xlsx · also as an .xlsx file').description('核对勾稽关系：已收录的报告，或还没收录的文件 · check consistency of reports held or of files').action(does((names: string[], told: CheckTold) => check(names, told, settings())));
  program.command('total').requiredOption('--year <year>', '报告年度 · year reported on').option('--out <file>', '另存为 .xlsx · also as an .xlsx file').description('按统一格式把各单位的三张表加起来 · add the official tables over the organisations held').action(does((told: TotalTold) => total(told, settings())));
  program.command('missing').requiredOption('--year <year>', '报告年度 · year reported on').option('--at <iso>', '按哪一刻算 · as of this moment').description('名册里还没交的单位 · organisations of the roster with no report').action(does((told: MissingTold) => missing(told, settings())));
  const roster = program.command('roster').description('名册：谁该交年报，交了没有 · who owes a report and how they stand');
  const year = '报告年度，默认去年 · year reported on, last year by default';
  roster.command('list').option('--year <year>', year).option('--at <iso>', '按哪一刻算 · as of this moment').description('每家的状态 · how everybody stands').action(does((told: RosterTold) => rosterList(told, settings())));
  roster.command('mark').argument('<organisation>').argument('<state>', 'submitted | returned | published | exempt | reopened').option('--year <year>', year).option('--why <text>', '原因 · reason').option('--link <url>', '发布在哪里 · where it is published').option('--by <name>', '谁说的 · who says so').description('登记已交、退回、已发布、免报，或取消 · say what became of a report').action(does((name: string, state: string, told: MarkTold) => rosterMark(name, state, told, settings())));
  roster.command('history').argument('[organisation]').option('--year <year>', '报告年度 · year reported on').description('来龙去脉 · everything that happened').action(does((name: string | undefined, told: RosterTold) => rosterHistory(name, told, settings())));
  roster.command('import').argument('<file>').option('--year <year>', year).option('--by <name>', '谁导入的 · who imports').option('--dry-run', '只检查 · check only').description('从 .xlsx 或 .csv 导入状态 · take states from a spreadsheet').action(does((file: string, told: ImportTold) => rosterImport(file, told, settings())));
  program.command('explain').argument('<finding>').requiredOption('--why <text>', '原因 · reason').requiredOption('--by <name>', '谁说明的 · who says so').description('把核对出的一条记为已说明 · note a finding as explained').action(does((finding: string, told: { why: string; by: string }) => explain(finding, told, settings())));
  program.command('remind').option('--at <iso>', '按哪一刻算 · as of this moment').option('--dry-run', '只看，不记入待发 · look only, plan nothing').description('该提醒什么、提醒谁、送达没有 · what is due to be said, to whom, and what was delivered').action(does((told: RemindTold) => remind(told, settings())));
  const recurrences = program.command('recurrences').description('报告里承诺定期做的工作 · work that reports promise to do again and again');
  recurrences.command('list', { isDefault: true }).description('有哪些，启用了没有，做了没有 · what there is, whether it is on, what is done').action(does(() => recurrencesList(settings())));
  recurrences.command('on').argument('<id>').option('--owner <name>', '负责人 · who does it').option('--to <place>', '提醒到哪里：slack:频道 或 wechat:群 · where it is asked after').option('--lang <lang>', 'zh | en').option('--by <name>', '谁启用的 · who switches it on').description('启用 · switch on').action(does((id: string, told: RecurrenceTold) => recurrencesOn(id, told, settings())));
  recurrences.command('off').argument('<id>').description('停用 · switch off').action(does((id: string) => recurrencesOff(id, settings())));
  recurrences.command('done').argument('<id>').option('--evidence <text>', '依据：说明或链接 · what shows it: a note or a link').option('--by <name>', '谁说的 · who says so').description('这一期完成了 · the open period is done').action(does((id: string, told: RecurrenceTold) => recurrencesDone(id, told, settings())));
  program.command('unanswered').description('没答上的问题，问得最多的在前 · questions left unanswered, most often asked first').action(does(() => unansweredCommand(settings())));
  const alias = program.command('alias').description('本地叫法：一个词就是某个指标 · local names: a phrase that stands for a metric');
  const by = '谁改的 · who makes the change';
  alias.command('add').argument('<phrase = metric...>').option('--by <name>', by).description('例：alias add "服务大厅" = prose.service.centre.total').action(does((words: string[], told: AliasTold) => aliasAdd(words, told, settings())));
  alias.command('remove').argument('<phrase>').option('--by <name>', by).description('不再这样叫 · no longer an alias').action(does((phrase: string, told: AliasTold) => aliasRemove(phrase, told, settings())));
  alias.command('undo').argument('[change]').option('--by <name>', by).description('撤销一次改动，默认最后一次 · take a change back, the last one by default').action(does((change: string | undefined, told: AliasTold) => aliasUndo(change, told, settings())));
  alias.command('list').option('--history', '每一次改动 · every change').description('现有的叫法 · aliases in force').action(does((told: { history?: boolean }) => aliasList(told, settings())));
  program.command('backup').argument('<file>').description('备份数据目录到一个文件，服务不用停 · all that is held in one file, while serving goes on').action(does((file: string) => backup(file, settings())));
  program.command('restore').argument('<file>').option('--replace', '目录不空也恢复，原数据移到旁边 · also into a folder in use before; what is there is moved aside').description('从备份恢复数据目录 · a data folder from a backup').action(does((file: string, told: { replace?: boolean }) => restoreCommand(file, told, settings())));
  program.command('doctor').description('自检 · check this installation').action(does(() => doctor(settings())));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.wrongCall;
    throw error;
  }
}
