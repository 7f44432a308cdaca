// The places of the demonstration: each plays the other side of a channel, people and their programs. `say` asks, `shown` waits for the next answer.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';
import { load } from 'cheerio';
import { createEmulator } from 'emulate';
import { group } from './group.mjs';

export const BOT_TOKEN = 'xoxb-1234567890-demonstration';
export const SIGNING_SECRET = 'd3a0d3a0d3a0d3a0d3a0d3a0d3a0d3a0';
const ADMIN = 'xoxp-admin-of-the-workspace';
const BOT = { user_id: 'UWENBAO01', bot_id: 'BWENBAO01' };
const CHANNEL = 'C000000001';

/** A port that was free a moment ago. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Asks again and again until there is something; gives up after half a minute. */
async function eventually(look) {
  for (let tries = 0; tries < 1500; tries += 1) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no answer came');
}

/** A terminal that is a pair of streams. */
export function terminal() {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (piece) => (printed += piece));
  let read = 0;
  return {
    input,
    output,
    say: async (text) => void input.write(`${text}\n`),
    shown: () => eventually(() => {
      const end = printed.indexOf('\n\n', read);
      if (end < 0) return null;
      const text = printed.slice(read, end);
      read = end + 2;
      return text;
    }),
    close: async () => input.end(),
  };
}

/** A browser without a window. */
export function browser(addressOf) {
  let cookie = '';
  let shown = '';
  return {
    async say(text) {
      const response = await fetch(`${addressOf()}/ask`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ q: text }), headers: { origin: addressOf(), cookie } });
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      const $ = load(await (await fetch(addressOf(), { headers: { cookie } })).text());
      const message = $('.message').last();
      message.find('p, li, blockquote, figcaption, button').after('\n');
      shown = message.text().replace(/\n{2,}/g, '\n').trim();
    },
    shown: async () => shown,
    close: async () => {},
  };
}

/** A workspace of Slack: its Web API is an independent emulator, its events are signed and sent as Slack does. */
export async function workspace(eventsPort) {
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        oauth_apps: [{ client_id: '1.2', client_secret: 's', name: '问报', redirect_uris: ['http://localhost/'], bot_name: 'wenbao', bot_user_id: BOT.user_id, bot_id: BOT.bot_id }],
        tokens: [{ token: BOT_TOKEN, type: 'bot', ...BOT, bot_user_id: BOT.user_id, scopes: ['chat:write', 'app_mentions:read', 'im:history', 'channels:history', 'users:read', 'reactions:write', 'commands'] }, { token: ADMIN, user: 'admin' }],
      },
    },
  });
  const admin = async (method, params) => (await fetch(`${emulator.url}/api/${method}`, { method: 'POST', headers: { authorization: `Bearer ${ADMIN}` }, body: new URLSearchParams(params) })).json();
  /** The first question begins a thread, in which the conversation goes on. */
  let thread = null;
  let read = 0;
  return {
    api: `${emulator.url}/api/`,
    async say(text) {
      const { ts } = await admin('chat.postMessage', { channel: CHANNEL, text: `<@${BOT.user_id}> ${text}`, ...(thread !== null && { thread_ts: thread }) });
      thread ??= ts;
      const body = JSON.stringify({
        type: 'event_callback',
        team_id: 'T000000001',
        api_app_id: 'A1',
        event_id: `Ev${ts}`,
        event_time: Math.floor(Date.now() / 1000),
        authorizations: [{ team_id: 'T000000001', user_id: BOT.user_id, is_bot: true }],
        event: { type: 'app_mention', user: 'U000000001', text: `<@${BOT.user_id}> ${text}`, ts, thread_ts: thread, event_ts: ts, channel: CHANNEL },
      });
      const at = Math.floor(Date.now() / 1000);
      const signature = `v0=${createHmac('sha256', SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex')}`;
      const response = await fetch(`http://127.0.0.1:${eventsPort}/slack/events`, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-slack-request-timestamp': String(at), 'x-slack-signature': signature } });
      if (!response.ok) throw new Error(`Slack's event was refused: ${response.status}`);
    },
    shown: () => eventually(async () => {
      const { messages = [] } = await admin('conversations.replies', { channel: CHANNEL, ts: thread });
      const reply = messages.filter(({ blocks }) => blocks?.length > 0)[read];
      if (reply === undefined) return null;
      read += 1;
      return textsIn(reply.blocks).join('\n');
    }),
    close: () => emulator.close(),
  };
}

/** What a reader sees of Slack's blocks. */
function textsIn(value) {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  if (value.type === 'rich_text_section' || value.type === 'rich_text_quote') return [`${value.type === 'rich_text_quote' ? '┃ ' : ''}${value.elements.flatMap(textsIn).join('')}`];
  if (value.type === 'button') return [`[${value.text.text}]`];
  if (value.type === 'feedback_buttons' || value.type === 'context_actions') return [];
  if (typeof value.text === 'string') return [value.text.replace(/<[^|>]*\|([^>]*)>/g, '$1')];
  return Object.values(value).flatMap(textsIn);
}

/** A village group of WeChat, in which one person asks. */
export function village() {
  const said = [];
  const { account, say } = group({ topic: '柳泉村', people: { mary: '玛丽' }, bot: '问报', heard: ({ text }) => (text === undefined ? undefined : said.push(text)) });
  return {
    account,
    say: async (text) => say('mary', `@问报\u2005${text}`),
    shown: () => eventually(() => said.shift()),
    close: async () => {},
  };
}
