/** One queue for each conversation: what is said there is answered in the order it came; conversations don't wait for each other. */
export class ConversationQueues {
  readonly #tails = new Map<string, Promise<void>>();

  /** Runs `work` when what was queued under `key` before is done, however that ended. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const done = before.then(work);
    const tail = done.then(
      () => {},
      () => {},
    );
    this.#tails.set(key, tail);
    void tail.then(() => {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    });
    return done;
  }

  /** Resolves when nothing is queued any more, also what is queued meanwhile. */
  async idle(): Promise<void> {
    while (this.#tails.size > 0) await Promise.all(this.#tails.values());
  }
}
