// How the process keeps its memory; imported before anything that fills it, by the program and by what measures it.
import { setFlagsFromString } from 'node:v8';

// The word dictionary takes half of a small server's memory budget; a small nursery keeps the rest from doubling it.
setFlagsFromString('--max-semi-space-size=4');
