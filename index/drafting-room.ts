import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { projectRoot } from './data.js';
import type { Steps } from './derive.js';
import type { SourceText } from './document/source-text.js';
import { draftOf, type Draft } from './draft.js';
import { standardSteps } from './steps.js';

/** Makes drafts in a thread of its own, and here when whoever asked has to wait anyway. */
export interface DraftingRoom {
  /** Begins a draft; they are begun in the order of asking. Null when it could not be made: then it is made where it was asked for, and tells why. */
  draft(source: SourceText): Promise<Draft | null>;
  /** Waits for one that was begun. Whoever would be idle meanwhile makes others that the thread has not come to. */
  wait(begun: Promise<Draft | null>): Promise<Draft | null>;
  /** Ends the thread; what is still asked for becomes null. */
  close(): Promise<void>;
}

/** What the thread is given: a text under its number, counted from 0 without a gap. */
export interface Order {
  readonly number: number;
  readonly source: SourceText;
}

/** What the thread gives back; `draft` is null where deriving failed, so that whoever waits meets the error itself. */
export interface Done {
  readonly number: number;
  readonly draft: Draft | null;
}

/** Takes the order when it is the next that nobody has: `next` is shared by all who draft. */
export function taken(next: Int32Array, number: number): boolean {
  return Atomics.compareExchange(next, 0, number, number + 1) === number;
}

/** Characters of a text that is drafted beside other work: a longer one would keep questions waiting. */
const SHORT = 100_000;

/** A thread knows the standard steps only, and where there is one processor it would but take turns: null then. */
export function openDraftingRoom(steps: Steps): DraftingRoom | null {
  const standard = steps.parse === standardSteps.parse && steps.align === standardSteps.align && steps.prose === standardSteps.prose && steps.roles === standardSteps.roles && steps.lists === standardSteps.lists;
  if (!standard || availableParallelism() === 1) return null;
  const next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  return withThread(new Worker(threadFile(), { workerData: next, stdout: true, stderr: true }), next);
}

interface Waiting extends Order {
  readonly answer: (draft: Draft | null) => void;
}

function withThread(worker: Worker, next: Int32Array): DraftingRoom {
  const waiting = new Map<number, Waiting>();
  let orders = 0;
  let ended = false;
  const answer = ({ number, draft }: Done): void => {
    const asked = waiting.get(number);
    waiting.delete(number);
    asked?.answer(draft);
  };
  const end = (): void => {
    ended = true;
    for (const number of waiting.keys()) answer({ number, draft: null });
  };
  worker.on('message', answer).on('error', end).on('exit', end);

  /** Makes the next draft that nobody has begun; false when there is none, or none that is short. */
  function help(): boolean {
    const order = waiting.get(Atomics.load(next, 0));
    if (order === undefined || order.source.text.length > SHORT || !taken(next, order.number)) return false;
    answer({ number: order.number, draft: draftOrNull(order.source) });
    return true;
  }

  return {
    draft(source) {
      if (ended) return Promise.resolve(null);
      const order = { number: orders++, source };
      const made = new Promise<Draft | null>((resolve) => waiting.set(order.number, { ...order, answer: resolve }));
      worker.postMessage(order satisfies Order);
      return made;
    },
    async wait(begun) {
      const there = begun.then(() => true);
      // A turn of the program lets what the thread has done come in.
      const turn = (): Promise<boolean> => new Promise((resolve) => setImmediate(resolve, false));
      while (!(await Promise.race([turn(), there]))) if (!help()) break;
      return begun;
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** Null where the steps fail: who asked makes it again and tells what is wrong. */
export function draftOrNull(source: SourceText): Draft | null {
  try {
    return draftOf(source, standardSteps);
  } catch {
    return null;
  }
}

/** A thread needs compiled code; tests run the sources, beside which it stands compiled in `dist`. */
function threadFile(): string {
  const beside = fileURLToPath(new URL('./drafting-thread.js', import.meta.url));
  return existsSync(beside) ? beside : join(projectRoot, 'dist/index/drafting-thread.js');
}
