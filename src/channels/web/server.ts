import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { createAdaptorServer } from '@hono/node-server';
import { both } from '../../config/part.js';
import type { Channel, ChannelHealth, Delivery, HostPorts } from '../channel.js';
import type { Door } from './door.js';
import { isLoopback } from './guard.js';
import type { WebConfig } from './module.js';
import { createSite } from './pages.js';

/** Where the page is unless somebody names a port; when it is taken, the next free one of so many. */
const USUAL_PORT = 8620;
const PORTS_TRIED = 20;
/** A request must have come in whole by then, so that slow senders hold no connection for ever; 20 MB over a slow line take a minute. */
const REQUEST_TIMEOUT_MS = 120_000;

/** The web page as a channel. Answers within the request; what is posted to a session shows when its page is next drawn. */
export function createWebChannel({ host, port }: Pick<WebConfig, 'host' | 'port'>, ports: HostPorts, door: Door = { kind: 'open' }): Channel {
  const hosts = [...(ports.publicAddress === null ? [] : [new URL(ports.publicAddress).hostname]), ...(UNSPECIFIED.has(host) ? [] : [named(host)])];
  const { app, turns } = createSite(ports, { hosts, door });
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS } }) as Server;
  let health: ChannelHealth = { state: 'starting', detail: { zh: '网页正在启动', en: 'the page is starting' } };

  return {
    name: 'web',
    async start() {
      if (!isLoopback(host) && door.kind === 'open') throw new Error(`网页绑定 ${host} 但没有登录，没有启动\nthe page would be bound to ${host} without a login; it was not started`);
      if (UNSPECIFIED.has(host) && ports.publicAddress === null) throw new Error('网页绑定所有地址时要配置 publicAddress\nto bind every address, set publicAddress');
      const bound = await listen(server, host, port === undefined ? Array.from({ length: PORTS_TRIED }, (_, n) => USUAL_PORT + n) : [port]);
      const address = `http://${named(host)}:${bound}`;
      health = { state: 'up', detail: { zh: address, en: address } };
      ports.log.info('web-up', { address });
    },
    async post(to, message): Promise<Delivery> {
      const messageId = randomUUID();
      turns.add(to.conversation, { id: messageId, question: null, message });
      return { state: 'handed over', messageId, reason: null, retryAt: null };
    },
    health: () => health,
    async stop() {
      health = { state: 'stopped', detail: { zh: '网页已停', en: 'the page has stopped' } };
      if (!server.listening) return;
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
    },
  };
}

/** Every address of the machine: requests then name one that we cannot know, but for the public one. */
const UNSPECIFIED = new Set(['0.0.0.0', '::']);

/** A host as it stands in an address. */
function named(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** Listens on the first port that is free. Rejects with the last one's error when none is. */
async function listen(server: Server, host: string, candidates: readonly number[]): Promise<number> {
  let last: unknown = new Error('no port to try');
  for (const candidate of candidates) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(candidate, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      last = error;
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') break;
    }
  }
  throw explained(last, host, candidates);
}

/** Why the page cannot be where it should, in words that its operator can act on. */
function explained(error: unknown, host: string, candidates: readonly number[]): Error {
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  const at = `${named(host)}:${candidates.length === 1 ? candidates[0] : `${candidates[0]}–${candidates.at(-1)}`}`;
  const why = WHY_NOT[code] ?? { zh: message, en: message };
  return new Error(both(`网页不能用 ${at}：${why.zh}`, `the page cannot be at ${at}: ${why.en}`), { cause: error });
}

const WHY_NOT: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  EADDRINUSE: { zh: '端口已被别的程序占用', en: 'another program has the port' },
  EACCES: { zh: '没有权限用这个端口', en: 'no permission for that port' },
  EADDRNOTAVAIL: { zh: '这台机器没有这个地址', en: 'this machine has no such address' },
};
