import { setImmediate } from 'node:timers/promises';

/**
 * Lets heavy work begin once in a round of the event loop. Answering keeps the processor busy almost without waiting, so that answers standing
 * ready would run all in a row, and servers that want an acknowledgement within seconds would not be heard meanwhile.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is one's turn, in the order of asking; whoever waits during theirs holds nobody up. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => setImmediate());
    return this.#last;
  }
}
