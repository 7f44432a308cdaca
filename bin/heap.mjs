import { setFlagsFromString } from 'node:v8';

/**
 * How the process keeps its memory; called before anything that fills it, by the program and by what measures it.
 * The word dictionary takes half of a small server's memory budget; a small nursery keeps the rest from doubling it.
 */
export function keepHeapSmall() {
  setFlagsFromString('--max-semi-space-size=4');
}
