import { App, HTTPReceiver, SocketModeReceiver, type Logger, type Receiver } from '@slack/bolt';
import { acknowledgingAfterwards } from './acknowledge.js';
import type { SlackConfig } from './config.js';
import type { SlackSelf } from './incoming.js';

/** What comes from Slack. Each resolves when it is taken in, which is when Slack is told so; none rejects. */
export interface SlackHandlers {
  event(body: unknown): Promise<void>;
  press(body: unknown): Promise<void>;
  command(body: unknown): Promise<void>;
  /** Resolves to what is lacking by field, for Slack to show in the form; null when nothing is. */
  submitted(body: unknown): Promise<Readonly<Record<string, string>> | null>;
  shortcut(body: unknown): Promise<void>;
}

/** Events that are listened to; a test holds the manifest to them. */
export const EVENTS = ['app_mention', 'message', 'app_home_opened'] as const;

/** One way for Slack's messages to come in. `open` resolves when they do, `lost` is called when they no longer will. */
export interface SlackReceiver {
  open(self: SlackSelf, lost: (why: string) => void): Promise<void>;
  close(): Promise<void>;
}

/** The secrets that hearing from Slack needs. */
export interface ReceiverSecrets {
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
}

/** Slack answers a hello within a second; without one the socket is of no use. */
const HELLO_MS = 30_000;
/** A peer that never completes the closing handshake is left after this. */
const CLOSE_MS = 3000;

/** How long Slack may be silent on a socket, in milliseconds. */
export interface Pings {
  /** Slack pings every few seconds. */
  readonly server: number;
  /** How long it may take to answer ours. */
  readonly client: number;
}
const PINGS: Pings = { server: 30_000, client: 5_000 };

/** Bolt over Socket Mode or signed HTTP, as configured. */
export function slackReceiver(config: SlackConfig, secrets: ReceiverSecrets, handlers: SlackHandlers, logger: Logger, pings: Pings = PINGS): SlackReceiver {
  return config.mode === 'socket' ? socketReceiver(config, secrets, handlers, logger, pings) : httpReceiver(config, secrets, handlers, logger);
}

function app(receiver: Receiver, secrets: ReceiverSecrets, self: SlackSelf, handlers: SlackHandlers, logger: Logger): App {
  const bolt = new App({
    receiver: acknowledgingAfterwards(receiver),
    logger,
    convoStore: false,
    // Own and other bots' messages are told apart in `incoming.ts`, where it can be tested.
    ignoreSelf: false,
    authorize: async () => ({ botToken: secrets.botToken, botUserId: self.userId, ...(self.botId !== null && { botId: self.botId }) }),
  });
  for (const event of EVENTS) bolt.event(event, ({ body }) => handlers.event(body));
  // The acknowledgement goes out when the handler is done, whenever it is made.
  bolt.action(/^/, ({ ack, body }) => ack().then(() => handlers.press(body)));
  bolt.command(/^/, ({ ack, body }) => ack().then(() => handlers.command(body)));
  bolt.view(/^/, async ({ ack, body }) => {
    const errors = await handlers.submitted(body);
    await (errors === null ? ack() : ack({ response_action: 'errors', errors }));
  });
  bolt.shortcut(/^/, ({ ack, body }) => ack().then(() => handlers.shortcut(body)));
  return bolt;
}

/**
 * Socket Mode with the library's own reconnecting off: it gives up for good on a network error, and its unhandled rejection would end the
 * process. The supervisor opens a new socket instead. What Slack sent and nobody acknowledged comes again on the new one.
 */
function socketReceiver(config: SlackConfig, secrets: ReceiverSecrets, handlers: SlackHandlers, logger: Logger, pings: Pings): SlackReceiver {
  let current: SocketModeReceiver | null = null;
  return {
    async open(self, lost) {
      const receiver = new SocketModeReceiver({
        appToken: secrets.appToken,
        logger,
        autoReconnectEnabled: false,
        // The watchdog: a socket on which Slack pings no more, or answers none of ours, is closed and counts as lost.
        serverPingTimeout: pings.server,
        clientPingTimeout: pings.client,
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
