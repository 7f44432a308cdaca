// `npm run demo:wechat`: a morning in a WeChat group, played on wechaty's mock puppet against `wenbao serve`. Nothing leaves this machine and nothing is kept but, with `--pictures FOLDER`, the pictures that the bot showed.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLibrary, standardSteps } from '../../dist/index/mod.js';
import { channels } from '../../dist/src/channels/channels.js';
import { BEAT } from '../../dist/src/channels/wechat/heartbeat.js';
import { puppetNamed } from '../../dist/src/channels/wechat/puppets.js';
import { WechatChannel, WECHAT_PACE } from '../../dist/src/channels/wechat/wechat.js';
import { WechatyBot } from '../../dist/src/channels/wechat/wechaty-bot.js';
import { serve } from '../../dist/src/serve.js';
import { settingsFrom } from '../../dist/src/settings.js';
import { ownMigrations } from '../../dist/src/tables.js';
import { group } from './group.mjs';

const BOT = '问报';
const PEOPLE = { mary: '玛丽', zhang: '张三', wang: '王主任' };
const SAMPLES = fileURLToPath(new URL('../../samples/', import.meta.url));
/** Sent by hand in the group, so not held before. */
const HANDED_IN = 'qingshi-2022.txt';

/** Who says what; `answers` is how many messages and pictures the bot owes to it. */
const MORNING = [
  { who: 'mary', says: '大家早，年报材料都准备得怎么样了', answers: 0 },
  { who: 'mary', says: `@${BOT}\u2005勐来乡村为民服务站办了多少件`, answers: 1 },
  { who: 'mary', says: '那中心呢', answers: 1 },
  { who: 'zhang', says: '@所有人\u2005十点开会', answers: 0 },
  { who: 'zhang', says: `@${BOT} 收到多少件申请`, answers: 1 },
  { who: 'zhang', says: '1', answers: 1 },
  { who: 'wang', says: `@${BOT} 柳河乡近三年收到申请的变化趋势`, answers: 2 },
  { who: 'wang', sends: HANDED_IN, as: '青石镇2022年报.txt', answers: 1 },
  { who: 'wang', says: '收录', answers: 1 },
  { who: 'wang', says: `@${BOT} 更多`, answers: 1 },
  { who: 'mary', says: `@${BOT} 青石镇2022年收到多少件申请`, answers: 1 },
  { who: 'mary', says: `@${BOT} 年报几号前要交`, answers: 1 },
  { who: 'zhang', says: `@${BOT} 明天会下雨吗`, answers: 1 },
];

const [flag, pictures] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'wenbao-wechat-'));
writeFileSync(join(folder, 'wenbao.config.yaml'), JSON.stringify({ access: { everyone: ['ask', 'ingest'] }, channels: { web: { enabled: false }, wechat: { enabled: true } } }));
const settings = settingsFrom({ data: join(folder, 'data'), config: join(folder, 'wenbao.config.yaml') }, {}, folder, () => new Date());

const held = await openLibrary(settings.data, { steps: standardSteps, migrations: ownMigrations });
await held.ingest(
  readdirSync(SAMPLES).filter((name) => name.endsWith('.txt') && name !== HANDED_IN).map((name) => ({ name, path: name, bytes: () => readFile(join(SAMPLES, name)) })),
  () => {},
);
await held.close();

const heard = [];
let arrived = () => {};
const village = group({ topic: '云岭县政务公开群', people: PEOPLE, bot: BOT, heard: (message) => {
  heard.push(message);
  arrived();
} });
const stop = new AbortController();
let up;
const started = new Promise((resolve) => (up = resolve));
const served = serve(settings, {
  modules: channels
    .filter(({ name }) => name === 'wechat')
    .map((module) => ({ ...module, create: async (config, _secrets, ports) => new WechatChannel(config, ports, { makeBot: async () => new WechatyBot(village.account, ports.folder), facts: puppetNamed('mock'), wait: async () => {}, chance: () => 0.5, pace: WECHAT_PACE, beat: BEAT }) })),
  stop: stop.signal,
  say: ({ en }) => en.startsWith('✗') && process.stderr.write(`${en}\n`),
  write: (line) => {
    const { level, msg } = JSON.parse(line);
    if (msg === 'wechat.loggedIn') up();
    if (level === 'error') process.stderr.write(line);
  },
});
await Promise.race([started, served]);

process.stdout.write(`── 云岭县政务公开群（${Object.keys(PEOPLE).length + 1}）──\n`);
for (const { who, says, sends, as, answers } of MORNING) {
  print(PEOPLE[who], says ?? `[文件] ${as}`);
  if (says !== undefined) village.say(who, says);
  else await village.send(who, as, await readFile(join(SAMPLES, sends)));
  for (let i = 0; i < answers; i += 1) print(BOT, shown(await next()));
}
stop.abort();
await served;
rmSync(folder, { recursive: true, force: true });
process.exit(0);

function print(name, text) {
  const [first, ...more] = text.split('\n');
  process.stdout.write(`\n${name}：${first}\n${more.map((line) => `  ${line}\n`).join('')}`);
}

function shown({ text, picture }) {
  if (picture === undefined) return text;
  if (flag !== '--pictures' || pictures === undefined) return `[图片] ${Math.ceil(picture.bytes.length / 1024)} KB`;
  mkdirSync(pictures, { recursive: true });
  const file = join(pictures, picture.name);
  writeFileSync(file, picture.bytes);
  return `[图片] ${file}`;
}

/** The next thing the bot says; gives up after half a minute. */
async function next() {
  const late = Date.now() + 30_000;
  while (heard.length === 0) {
    if (Date.now() > late) throw new Error('no answer came');
    await Promise.race([new Promise((resolve) => (arrived = resolve)), new Promise((resolve) => setTimeout(resolve, 1000))]);
  }
  return heard.shift();
}
