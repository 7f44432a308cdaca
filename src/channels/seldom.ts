/** Things that are not said again too soon, each known by a key. */
export class Seldom {
  readonly #now: () => Date;
  readonly #everyMs: number;
  /** When each was said last; the latest last. */
  readonly #saidAt = new Map<string, number>();

  constructor(now: () => Date, everyMs: number) {
    this.#now = now;
    this.#everyMs = everyMs;
  }

  /** Whether it may be said; if so it counts as said. */
  due(key: string): boolean {
    const now = this.#now().getTime();
    for (const [other, at] of this.#saidAt) {
      if (now - at < this.#everyMs) break;
      this.#saidAt.delete(other);
    }
    if (this.#saidAt.has(key)) return false;
    this.#saidAt.set(key, now);
    return true;
  }
}
