// Runs in a thread of its own (`drafting-room.ts`): texts come as messages and drafts go back, in the same order.
import { parentPort } from 'node:worker_threads';
import type { SourceText } from './document/source-text.js';
import { draftOf } from './draft.js';
import { standardSteps } from './steps.js';

parentPort?.on('message', (source: SourceText) => {
  try {
    parentPort!.postMessage(draftOf(source, standardSteps));
  } catch {
    // Who asked makes it again and tells what is wrong.
    parentPort!.postMessage(null);
  }
});
