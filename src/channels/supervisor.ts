import type { ChannelHealth } from './channel.js';

/** How long to wait between attempts, in milliseconds. */
export interface Pace {
  /** After the first failure, the second, …; the last one for all that follow. The first may be 0: most drops are the server's housekeeping. */
  readonly delaysMs: readonly number[];
  /** After what no retry should heal (a revoked token); somebody may mend it meanwhile. */
  readonly lockedOutMs: number;
  /** A connection that held for so long was a good one: the delays begin anew. */
  readonly settledMs: number;
}

/** Office networks come back within minutes; a server that is down is not helped by more attempts than one in half a minute. */
export const PACE: Pace = { delaysMs: [0, 1000, 2000, 5000, 15_000, 30_000], lockedOutMs: 600_000, settledMs: 60_000 };

/** A connection that a supervisor keeps open. */
export interface Supervised {
  /** Opens the connection; resolves when it carries messages. `lost` is to be called once when it no longer does. */
  open(lost: (why: string) => void): Promise<void>;
  /** Closes what is open, also half-opened; never rejects. */
  close(): Promise<void>;
  /** True for an error that no retry heals. */
  isFinal(error: unknown): boolean;
  /** Words for an error, without secrets. */
  explain(error: unknown): ChannelHealth['detail'];
  /** Told of each change. */
  changed(health: ChannelHealth): void;
}

const DETAILS = {
  starting: { zh: '正在连接', en: 'connecting' },
  up: { zh: '已连接', en: 'connected' },
  stopped: { zh: '已停止', en: 'stopped' },
} as const;

/** Keeps one connection open: opens it again, ever more slowly, when it is lost. */
export class Supervisor {
  readonly #supervised: Supervised;
  readonly #now: () => Date;
  readonly #pace: Pace;
  #health: ChannelHealth = { state: 'stopped', detail: DETAILS.stopped };
  #stopped = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(supervised: Supervised, now: () => Date, pace: Pace = PACE) {
    this.#supervised = supervised;
    this.#now = now;
    this.#pace = pace;
  }

  get health(): ChannelHealth {
    return this.#health;
  }

  /** Resolves after the first attempt; rejects when that failed for good. When it only failed for now, goes on trying and is down meanwhile. */
  async start(): Promise<void> {
    this.#stopped = new AbortController();
    this.#set('starting', DETAILS.starting);
    let first!: (error: unknown) => void;
    const attempted = new Promise<unknown>((resolve) => (first = resolve));
    this.#running = this.#run(first);
    const error = await attempted;
    if (error === null || !this.#supervised.isFinal(error)) return;
    await this.stop();
    this.#set('down', this.#supervised.explain(error));
    throw error;
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#supervised.close();
    await this.#running;
    this.#set('stopped', DETAILS.stopped);
  }

  async #run(attempted: (error: unknown) => void): Promise<void> {
    const { signal } = this.#stopped;
    const stopped = aborted(signal);
    let failures = 0;
    while (!signal.aborted) {
      let wait: number;
      const since = this.#now().getTime();
      try {
        const { lost } = await this.#attempt();
        if (signal.aborted) break;
        this.#set('up', DETAILS.up);
        attempted(null);
        const why = await Promise.race([lost, stopped]);
        if (signal.aborted) break;
        if (this.#now().getTime() - since >= this.#pace.settledMs) failures = 0;
        this.#set('down', { zh: `连接中断：${why}`, en: `connection lost: ${why}` });
        wait = this.#delay(failures);
        await this.#supervised.close();
      } catch (error) {
        attempted(error);
        if (signal.aborted) break;
        this.#set('down', this.#supervised.explain(error));
        await this.#supervised.close();
        // After a failed attempt the free one is spent.
        failures = Math.max(failures, 1);
        wait = this.#supervised.isFinal(error) ? this.#pace.lockedOutMs : this.#delay(failures);
      }
      failures += 1;
      await pause(wait, stopped);
    }
    attempted(null);
  }

  /** The promise that settles when the connection is lost is wrapped, since a bare one would be awaited along with the attempt. */
  async #attempt(): Promise<{ lost: Promise<string> }> {
    let lose!: (why: string) => void;
    const lost = new Promise<string>((resolve) => (lose = resolve));
    await this.#supervised.open(lose);
    return { lost };
  }

  #delay(failures: number): number {
    return this.#pace.delaysMs[Math.min(failures, this.#pace.delaysMs.length - 1)]!;
  }

  #set(state: ChannelHealth['state'], detail: ChannelHealth['detail']): void {
    this.#health = { state, detail };
    this.#supervised.changed(this.#health);
  }
}

function aborted(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('');
    else signal.addEventListener('abort', () => resolve(''), { once: true });
  });
}

async function pause(ms: number, stopped: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([new Promise((resolve) => (timer = setTimeout(resolve, ms))), stopped]);
  clearTimeout(timer);
}
