// Runs in a thread of its own (`drafting-room.ts`): texts come as messages and drafts go back, without those that were taken by whoever waited.
import { parentPort, workerData } from 'node:worker_threads';
import { draftOrNull, taken, type Done, type Order } from './drafting-room.js';

const next = workerData as Int32Array;

parentPort?.on('message', ({ number, source }: Order) => {
  if (taken(next, number)) parentPort!.postMessage({ number, draft: draftOrNull(source) } satisfies Done);
});
