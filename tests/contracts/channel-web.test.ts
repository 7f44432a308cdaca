import { tmpdir } from 'node:os';
import { load } from 'cheerio';
import { createWebChannel } from '../../src/channels/web/server.js';
import type { HostPorts } from '../../src/channels/channel.js';
import { channelContract } from './channel-contract.js';
import { channelPorts } from '../src/channels/ports.js';

channelContract('web', async ({ answer, library }) => {
  const ports: HostPorts = { ...channelPorts({ folder: tmpdir() }), answer, library, takeIn: () => Promise.resolve(null), vitals: { health: () => Promise.resolve({ ok: true, checks: [] }), metrics: () => Promise.resolve('') }, check: { held: () => Promise.resolve(null), file: () => Promise.resolve({ findings: [] }) }, health: () => [], access: { may: () => true, contact: null }, operations: {} as never };
  const channel = createWebChannel({ host: '127.0.0.1', port: 0 }, ports);
  let cookie = '';
  const page = async (): Promise<string> => {
    const response = await fetch(channel.health().detail.en, { headers: { cookie } });
    return response.text();
  };
  return {
    channel,
    nowhere: { channel: 'web', conversation: 'nobody', thread: null },
    start: (onMessage) => channel.start(onMessage),
    say: async (text) => {
      const response = await fetch(`${channel.health().detail.en}/ask`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ q: text }), headers: { origin: channel.health().detail.en, cookie } });
      cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      return null;
    },
    shown: async () => {
      const $ = load(await page());
      return $('.message').toArray().map((one) => $(one).text());
    },
    acting: async () => {
      const $ = load(await page());
      return $('.message').find('script, [onclick], [onerror], b, a[href^="javascript"]').toArray().map((one) => $.html(one));
    },
    close: async () => {},
  };
});
