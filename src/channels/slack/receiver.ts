import { App, HTTPReceiver, SocketModeReceiver, type Logger, type Receiver } from '@slack/bolt';
import type { SlackConfig } from './config.js';
import type { SlackSelf } from './incoming.js';

/** What comes from Slack, already acknowledged. */
export interface SlackHandlers {
  event(body: unknown): void;
  press(body: unknown): void;
  command(body: unknown): void;
  submitted(body: unknown): void;
}

/** One way for Slack's messages to come in. `open` resolves when they do, `lost` is called when they no longer will. */
export interface SlackReceiver {
  open(self: SlackSelf, lost: (why: string) => void): Promise<void>;
  close(): Promise<void>;
}

export interface ReceiverSecrets {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** Slack answers a hello within a second; without one the socket is of no use. */
const HELLO_MS = 30_000;
/** A peer that never completes the closing handshake is left after this. */
const CLOSE_MS = 3000;

/** Bolt over Socket Mode or signed HTTP, as configured. Bolt acknowledges events before the handlers run. */
export function slackReceiver(config: SlackConfig, secrets: ReceiverSecrets, handlers: SlackHandlers, logger: Logger): SlackReceiver {
  return config.mode === 'socket' ? socketReceiver(config, secrets, handlers, logger) : httpReceiver(config, secrets, handlers, logger);
}

function app(receiver: Receiver, secrets: ReceiverSecrets, self: SlackSelf, handlers: SlackHandlers, logger: Logger): App {
  const bolt = new App({
    receiver,
    logger,
    convoStore: false,
    // Own and other bots' messages are told apart in `incoming.ts`, where it can be tested.
    ignoreSelf: false,
    authorize: async () => ({ botToken: secrets.botToken, botUserId: self.userId, ...(self.botId !== null && { botId: self.botId }) }),
  });
  bolt.event('app_mention', async ({ body }) => handlers.event(body));
  bolt.event('message', async ({ body }) => handlers.event(body));
  bolt.action(/^/, async ({ ack, body }) => {
    await ack();
    handlers.press(body);
  });
  bolt.command(/^/, async ({ ack, body }) => {
    await ack();
    handlers.command(body);
  });
  bolt.view(/^/, async ({ ack, body }) => {
    await ack();
    handlers.submitted(body);
  });
  return bolt;
}

/**
 * Socket Mode with the library's own reconnecting off: it gives up for good on a network error, and its unhandled rejection would end the
 * process. The supervisor opens a new socket instead. What Slack sent and nobody acknowledged comes again on the new one.
 */
function socketReceiver(config: SlackConfig, secrets: ReceiverSecrets, handlers: SlackHandlers, logger: Logger): SlackReceiver {
  let current: SocketModeReceiver | null = null;
  return {
    async open(self, lost) {
      const receiver = new SocketModeReceiver({
        appToken: secrets.appToken,
        logger,
        autoReconnectEnabled: false,
        installerOptions: { clientOptions: { slackApiUrl: config.api, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: HELLO_MS } },
      });
      current = receiver;
      app(receiver, secrets, self, handlers, logger);
      await within(HELLO_MS, receiver.client.start());
      receiver.client.once('disconnected', () => lost('socket closed'));
    },
    async close() {
      const closing = current;
      current = null;
      if (closing) await within(CLOSE_MS, closing.client.disconnect()).catch(() => undefined);
    },
  };
}

function httpReceiver(config: SlackConfig, secrets: ReceiverSecrets, handlers: SlackHandlers, logger: Logger): SlackReceiver {
  let current: HTTPReceiver | null = null;
  return {
    async open(self, lost) {
      const receiver = new HTTPReceiver({ signingSecret: secrets.signingSecret, endpoints: [config.path], logger });
      app(receiver, secrets, self, handlers, logger);
      const server = await receiver.start({ host: config.host, port: config.port });
      current = receiver;
      server.once('close', () => lost('server closed'));
    },
    async close() {
      const closing = current;
      current = null;
      if (closing) await within(CLOSE_MS, closing.stop()).catch(() => undefined);
    },
  };
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(Object.assign(new Error('no answer in time'), { code: 'timeout' })), ms)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
