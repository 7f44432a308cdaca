import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { projectRoot } from './data.js';
import type { Steps } from './derive.js';
import type { SourceText } from './document/source-text.js';
import type { Draft } from './draft.js';
import { standardSteps } from './steps.js';

/** Makes drafts in a thread of its own, while whoever asked writes those before. */
export interface DraftingRoom {
  /** In the order of asking. Null when the thread could not: then it is made where it was asked for. */
  draft(source: SourceText): Promise<Draft | null>;
  /** Ends the thread; what is still asked for becomes null. */
  close(): Promise<void>;
}

/** A thread knows the standard steps only, and where there is one processor it would but take turns: null then. */
export function openDraftingRoom(steps: Steps): DraftingRoom | null {
  const standard = steps.parse === standardSteps.parse && steps.align === standardSteps.align && steps.prose === standardSteps.prose && steps.roles === standardSteps.roles && steps.lists === standardSteps.lists;
  return standard && availableParallelism() > 1 ? inThread(new Worker(threadFile(), { stdout: true, stderr: true })) : null;
}

function inThread(worker: Worker): DraftingRoom {
  const waiting: ((draft: Draft | null) => void)[] = [];
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const answer of waiting.splice(0)) answer(null);
  };
  worker.on('message', (draft: Draft | null) => waiting.shift()?.(draft));
  worker.on('error', end).on('exit', end);
  return {
    draft(source) {
      if (ended) return Promise.resolve(null);
      worker.postMessage(source);
      return new Promise((resolve) => waiting.push(resolve));
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** A thread needs compiled code; tests run the sources, beside which it stands compiled in `dist`. */
function threadFile(): string {
  const beside = fileURLToPath(new URL('./drafting-thread.js', import.meta.url));
  return existsSync(beside) ? beside : join(projectRoot, 'dist/index/drafting-thread.js');
}
