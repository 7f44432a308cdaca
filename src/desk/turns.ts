import { setImmediate } from 'node:timers/promises';

/** Rounds of the event loop without intake before heavy work begins: a request takes one to be accepted, one to be read, one to be written down. */
const QUIET_ROUNDS = 3;
/** Under a stream that never pauses an answer begins all the same after so many rounds. */
const MOST_ROUNDS = 40;

/**
 * Lets heavy work begin once in a while, and never while something is being taken in. Answering keeps the processor busy almost without
 * waiting, so that answers standing ready would run all in a row, and servers that want an acknowledgement within seconds would not be heard
 * meanwhile.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve();
  #takenIn = 0;
  #open = 0;

  /** Notes that something is being taken in, from now until `done` settles. */
  intake(done: Promise<unknown>): void {
    this.#takenIn += 1;
    this.#open += 1;
    const closed = (): void => void (this.#open -= 1);
    done.then(closed, closed);
  }

  /** Resolves when it is one's turn, in the order of asking; whoever waits during theirs holds nobody up. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => this.#quiet());
    return this.#last;
  }

  async #quiet(): Promise<void> {
    for (let rounds = 0, quiet = 0; quiet < QUIET_ROUNDS && rounds < MOST_ROUNDS; rounds += 1) {
      const before = this.#takenIn;
      await setImmediate();
      quiet = this.#open === 0 && this.#takenIn === before ? quiet + 1 : 0;
    }
  }
}
