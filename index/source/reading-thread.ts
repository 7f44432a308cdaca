// Runs in a thread of its own (`reading-room.ts`): one file at a time, asked for and answered by message.
import { parentPort } from 'node:worker_threads';
import { readSource } from './source.js';

parentPort?.on('message', ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) => {
  void readSource(name, bytes).then((result) => parentPort!.postMessage(result));
});
