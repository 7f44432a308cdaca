import { LogLevel, type Logger } from '@slack/bolt';
import type { ChannelLog } from '../channel.js';

/** Tokens, and the tickets in addresses of sockets. */
const SECRET = /\bx(?:ox[a-z.]*|app)-[\w-]+|wss?:\/\/\S+/g;
/** Enough to recognise a message of the library. */
const LONGEST = 300;

/** Slack's libraries log to ours, warnings and errors only (below that they log what people wrote), with secrets taken out. */
export function sdkLog(log: ChannelLog): Logger {
  const said = (parts: readonly unknown[]): { said: string } => ({ said: parts.map(String).join(' ').replace(SECRET, '…').slice(0, LONGEST) });
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn('slack.library', said(parts)),
    error: (...parts) => log.error('slack.library', said(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
