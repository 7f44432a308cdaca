import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../data.js';
import { plainText } from './plain-text.js';
import { refusals, type Refusal } from './refusal.js';
import { chooseReader, readSource, type SourceResult } from './source.js';

/** What reading one file may cost. */
export interface ReadingLimits {
  readonly seconds: number;
  /** Of memory beyond what the process held before. */
  readonly megabytes: number;
}

/** Some ten times what the heaviest honest report needs on a slow machine. */
const LIMITS: ReadingLimits = { seconds: 20, megabytes: 700 };
/** Of the thread's heap: it tidies up sooner the less it may take. */
const HEAP_MEGABYTES = 400;
const WATCH_MS = 100;
/** A thread that has read nothing for so long is let go, with the libraries it loaded. */
const IDLE_MS = 60_000;

/** Reads files so that no file can stop or exhaust the program. */
export interface ReadingRoom {
  /** As `readSource`; a file that takes too much time or memory is refused. One at a time, in the order of asking. */
  read(name: string, bytes: Uint8Array): Promise<SourceResult>;
  close(): Promise<void>;
}

/**
 * Plain text is read at once. Everything else is read in a thread of its own that is ended when a file takes too much: libraries
 * work through what they are given in one go, and nothing else could stop them.
 */
export function openReadingRoom(limits: ReadingLimits = LIMITS): ReadingRoom {
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  function open(): Worker {
    const worker = new Worker(threadFile(), { resourceLimits: { maxOldGenerationSizeMb: Math.min(HEAP_MEGABYTES, limits.megabytes) }, stdout: true, stderr: true });
    worker.unref();
    worker.on('exit', () => {
      if (thread === worker) thread = null;
    });
    return worker;
  }

  function inThread(name: string, bytes: Uint8Array): Promise<SourceResult> {
    if (idle !== null) clearTimeout(idle);
    const worker = (thread ??= open());
    worker.ref();
    const before = process.memoryUsage.rss();
    const started = performance.now();
    return new Promise((resolve) => {
      const settle = (result: SourceResult): void => {
        clearInterval(watch);
        worker.off('message', settle).off('error', onError).off('exit', onExit);
        worker.unref();
        idle = setTimeout(() => void worker.terminate(), IDLE_MS).unref();
        resolve(result);
      };
      const refuse = (refusal: Refusal): void => {
        thread = null;
        settle({ ok: false, refusal });
        void worker.terminate();
      };
      const onError = (error: Error & { readonly code?: string }): void =>
        refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refusals.tooMuchMemory() : refusals.damaged({ zh: '一份文件', en: 'a file' }, error.message.slice(0, 200)));
      const onExit = (): void => refuse(refusals.tooMuchMemory());
      const watch = setInterval(() => {
        if (performance.now() - started > limits.seconds * 1000) refuse(refusals.tooSlow(limits.seconds));
        else if (process.memoryUsage.rss() - before > limits.megabytes * 1024 * 1024) refuse(refusals.tooMuchMemory());
      }, WATCH_MS);
      worker.on('message', settle).on('error', onError).on('exit', onExit);
      worker.postMessage({ name, bytes });
    });
  }

  return {
    async read(name, bytes) {
      const chosen = chooseReader(name, bytes);
      if (!chosen.ok) return chosen;
      if (chosen.reader === plainText) return readSource(name, bytes);
      const turn = queue.then(() => inThread(name, bytes));
      queue = turn;
      return turn;
    },
    async close() {
      if (idle !== null) clearTimeout(idle);
      await thread?.terminate();
    },
  };
}

/** A thread needs compiled code; tests run the sources, beside which it stands compiled in `dist`. */
function threadFile(): string {
  const beside = fileURLToPath(new URL('./reading-thread.js', import.meta.url));
  return existsSync(beside) ? beside : join(projectRoot, 'dist/index/source/reading-thread.js');
}
