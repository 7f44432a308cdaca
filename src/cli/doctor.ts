import { access, constants, mkdir } from 'node:fs/promises';
import { standardSteps, loadSegmenter, openLibrary } from '../../index/mod.js';
import type { ChannelFinding } from '../channels/channel.js';
import { checkConfig } from '../config/check.js';
import { EXIT, type ExitCode } from '../exit.js';
import type { ReminderTables } from '../reminders/migrations.js';
import { refusingRooms, type RefusingRoom } from '../reminders/refusing-rooms.js';
import type { Settings } from '../settings.js';
import { ownMigrations } from '../tables.js';
import { DoctorLine, printLine } from './output.js';

type Finding = ChannelFinding;

const LEAST_NODE = [20, 19] as const;

/** `wenbao doctor`: checks what a run needs and says how to mend what is missing. Exit code 1 when something is. */
export async function doctor(settings: Settings): Promise<ExitCode> {
  const findings = [nodeVersion(), await dataFolder(settings), segmenter(), ...(await store(settings)), await type(), ...(await checkConfig(settings))];
  for (const finding of findings) {
    if (settings.json) printLine(DoctorLine, finding);
    else process.stdout.write(`${finding.ok ? '✓' : '✗'} ${finding.message.zh} · ${finding.message.en}${finding.hint ? `\n    → ${finding.hint.zh}\n    → ${finding.hint.en}` : ''}\n`);
  }
  return findings.every(({ ok }) => ok) ? EXIT.done : EXIT.refused;
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return { check: 'node', ok, message: { zh: `Node ${process.versions.node}`, en: `Node ${process.versions.node}` }, ...(!ok && { hint: { zh: '请安装 Node 20.19 或更新的版本', en: 'install Node 20.19 or newer' } }) };
}

async function dataFolder(settings: Settings): Promise<Finding> {
  try {
    await mkdir(settings.data, { recursive: true });
    await access(settings.data, constants.W_OK);
    return { check: 'data', ok: true, message: { zh: `数据目录可写：${settings.data}`, en: `data folder is writable: ${settings.data}` } };
  } catch (error) {
    return { check: 'data', ok: false, message: { zh: `数据目录不可写：${settings.data}（${messageOf(error)}）`, en: `data folder is not writable: ${settings.data} (${messageOf(error)})` }, hint: { zh: '用 --data 指定一个可写的目录，或修改目录权限', en: 'name a writable folder with --data, or change its permissions' } };
  }
}

function segmenter(): Finding {
  try {
    const words = loadSegmenter().segment('村为民服务站').map((token) => token.text);
    return { check: 'segmenter', ok: words.length > 0, message: { zh: `分词可用（${words.join('/')}）`, en: `word segmentation works (${words.join('/')})` } };
  } catch (error) {
    return {
      check: 'segmenter',
      ok: false,
      message: { zh: `分词不可用：${messageOf(error)}`, en: `word segmentation does not work: ${messageOf(error)}` },
      hint: { zh: '重新运行 npm ci；机器需要 C++ 编译器和 Node 头文件（Debian：libnode-dev，或设置 npm 的 nodedir）', en: 'run npm ci again; it needs a C++ compiler and Node headers (Debian: libnode-dev, or set npm nodedir)' },
    };
  }
}

async function store(settings: Settings): Promise<Finding[]> {
  try {
    const held = await openLibrary(settings.data, { steps: standardSteps, migrations: ownMigrations });
    const cards = await held.library.reports();
    const refusing = await refusingRooms(held.database<ReminderTables>());
    await held.close();
    return [{ check: 'store', ok: true, message: { zh: `存储可用，已收录 ${cards.length} 份报告`, en: `store works, ${cards.length} reports held` } }, ...refusing.map(roomThatRefuses)];
  } catch (error) {
    return [{ check: 'store', ok: false, message: { zh: `存储不可用：${messageOf(error)}`, en: `store does not work: ${messageOf(error)}` }, hint: { zh: '检查磁盘空间和目录权限；better-sqlite3 未编译时请重新运行 npm ci', en: 'check disk space and permissions; run npm ci again if better-sqlite3 was not built' } }];
  }
}

function roomThatRefuses({ channel, conversation, reason, at }: RefusingRoom): Finding {
  const why = reason === null ? '' : `（${reason}）`;
  return {
    check: 'rooms',
    ok: false,
    message: { zh: `${channel} 的会话 ${conversation} 最近一次提醒没有收（${at}）${why}`, en: `${channel} ${conversation} refused the last reminder (${at})${reason === null ? '' : `: ${reason}`}` },
    hint: { zh: '这个群或频道可能不存在了，或者机器人不在里面：改名册或 reminders.to 里的编号，或把机器人拉进去', en: 'the room may be gone or without the bot: correct its id in the roster or in reminders.to, or invite the bot' },
  };
}

/** Charts and tables as pictures need Chinese type: drawn without it they would be empty, and nothing would say so. */
async function type(): Promise<Finding> {
  try {
    const { asPicture } = await import('../render/charts/picture.js');
    const { width } = await asPicture('<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"/>', 16, '');
    return { check: 'fonts', ok: width === 16, message: { zh: '图表的中文字体可用', en: 'Chinese type for charts works' } };
  } catch (error) {
    return { check: 'fonts', ok: false, message: { zh: `图表画不出中文：${messageOf(error)}`, en: `charts cannot draw Chinese: ${messageOf(error)}` }, hint: { zh: '重新运行 npm ci（字体在 @expo-google-fonts/noto-sans-sc 里）', en: 'run npm ci again (the type is in @expo-google-fonts/noto-sans-sc)' } };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
