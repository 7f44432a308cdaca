import { pino } from 'pino';
import type { ChannelLog } from './channels/channel.js';
import type { Config } from './config/parts.js';

/** The log of a run. `of` gives the log of a part of it, whose lines name that part. */
export interface Log extends ChannelLog {
  of(part: string): ChannelLog;
}

/** What a log writes, where, and what it must never write. */
export interface LogOptions {
  readonly level: Config['log']['level'];
  /** Values that must not stand in any line, whoever writes it: SDKs put them into errors and addresses. */
  readonly secrets: readonly string[];
  readonly write: (line: string) => void;
}

/** A shorter secret could be part of any word; none that a channel accepts is so short. */
const LEAST_SECRET = 6;
/** Longer than any id, state or reason; what is longer was perhaps said by somebody. */
const LONGEST_FACT = 300;

/** Takes secrets out of a text, also as JSON and addresses write them. */
export function blotter(secrets: readonly string[]): (text: string) => string {
  const hidden = secrets.filter((secret) => secret.length >= LEAST_SECRET).flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  return (text) => hidden.reduce((left, secret) => left.replaceAll(secret, '***'), text);
}

/** A structured log, one JSON object a line. Takes ids, states and counts; cuts what is long and blots out secrets, whatever it is given. */
export function createLog({ level, secrets, write }: LogOptions): Log {
  const blotted = blotter(secrets);
  const root = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, { write: (line: string) => write(blotted(line)) });
  const over = (logger: pino.Logger): ChannelLog => ({
    info: (event, facts) => logger.info(short(facts), event),
    warn: (event, facts) => logger.warn(short(facts), event),
    error: (event, facts) => logger.error(short(facts), event),
  });
  return { ...over(root), of: (part) => over(root.child({ part })) };
}

function short(facts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, typeof value === 'string' && value.length > LONGEST_FACT ? `${value.slice(0, LONGEST_FACT)}…` : value]));
}
