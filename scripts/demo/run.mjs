// `npm run demo [QUESTION…]`: one question asked in each channel's double, side by side. Nothing leaves this machine and nothing is kept.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { TerminalChannel } from '../../dist/src/channels/terminal/terminal.js';
import { channels } from '../../dist/src/channels/channels.js';
import { BEAT } from '../../dist/src/channels/wechat/heartbeat.js';
import { puppetNamed } from '../../dist/src/channels/wechat/puppets.js';
import { WechatChannel, WECHAT_PACE } from '../../dist/src/channels/wechat/wechat.js';
import { WechatyBot } from '../../dist/src/channels/wechat/wechaty-bot.js';
import { openLibrary, standardSteps } from '../../dist/index/mod.js';
import { serve } from '../../dist/src/serve.js';
import { settingsFrom } from '../../dist/src/settings.js';
import { ownMigrations } from '../../dist/src/tables.js';
import { sideBySide } from './columns.mjs';
import { BOT_TOKEN, browser, freePort, SIGNING_SECRET, terminal, village, workspace } from './places.mjs';

const QUESTIONS = ['勐来乡村为民服务站办理了多少件？', '那中心呢？', 'What share did the village stations account for?', '年报几号前要交？'];
const LEAST_COLUMNS = 120;

const folder = mkdtempSync(join(tmpdir(), 'wenbao-demo-'));
const slackPort = await freePort();
const webPort = await freePort();
const places = { terminal: terminal(), web: browser(() => `http://127.0.0.1:${webPort}`), slack: await workspace(slackPort), wechat: village() };
writeFileSync(
  join(folder, 'wenbao.config.yaml'),
  JSON.stringify({
    publicAddress: 'http://127.0.0.1:8620',
    channels: { web: { port: webPort }, slack: { mode: 'http', port: slackPort, api: places.slack.api }, wechat: { enabled: true, gapSeconds: 0, jitterSeconds: 0, partLength: 1500 } },
  }),
);
const settings = settingsFrom({ data: join(folder, 'data'), config: join(folder, 'wenbao.config.yaml') }, { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_SIGNING_SECRET: SIGNING_SECRET }, folder, () => new Date());

const terminalModule = {
  name: 'terminal',
  config: z.unknown(),
  secrets: [],
  enabled: () => true,
  check: () => [],
  create: async (_config, _secrets, { now }) => new TerminalChannel({ input: places.terminal.input, output: places.terminal.output, person: false, colour: false, history: [], leave: new Set(), now }),
};
const modules = [
  terminalModule,
  ...channels.map((module) =>
    module.name === 'wechat'
      ? { ...module, create: async (config, _secrets, ports) => new WechatChannel(config, ports, { makeBot: async () => new WechatyBot(places.wechat.account, ports.folder), facts: puppetNamed('mock'), wait: async () => {}, chance: () => 0.5, pace: WECHAT_PACE, beat: BEAT }) }
      : module,
  ),
];

const sample = fileURLToPath(new URL('../../samples/menglai-2020.txt', import.meta.url));
const held = await openLibrary(settings.data, { steps: standardSteps, migrations: ownMigrations });
await held.ingest([{ name: 'menglai-2020.txt', path: sample, bytes: () => readFile(sample) }], () => {});
await held.close();

const stop = new AbortController();
const up = new Set();
let allUp;
const started = new Promise((resolve) => (allUp = resolve));
const served = serve(settings, {
  modules,
  stop: stop.signal,
  say: ({ en }) => {
    if (/^[✓…] \w+ (?!connecting)/.test(en)) up.add(en.split(' ')[1]);
    if (en.startsWith('✗')) process.stderr.write(`${en}\n`);
    if (up.size === modules.length) allUp();
  },
  write: (line) => (JSON.parse(line).level === 'error' ? process.stderr.write(line) : undefined),
});
await Promise.race([started, served]);

const asked = process.argv.slice(2);
const heads = { terminal: '终端 terminal', web: '网页 web page', slack: 'Slack（提及 mention）', wechat: '微信群 WeChat group' };
for (const question of asked.length > 0 ? [asked.join(' ')] : QUESTIONS) {
  for (const place of Object.values(places)) await place.say(question);
  const columns = [];
  for (const [name, place] of Object.entries(places)) columns.push({ head: heads[name], text: await place.shown() });
  process.stdout.write(`\n▶ ${question}\n\n${sideBySide(columns, Math.max(process.stdout.columns ?? 0, LEAST_COLUMNS))}\n`);
}

stop.abort();
await served;
for (const place of Object.values(places)) await place.close();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
