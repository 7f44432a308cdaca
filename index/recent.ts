/** Keeps the values used last, at most `limit` of them. Values of a key must not change, or must be forgotten. */
export class Recent<K, V> {
  readonly #limit: number;
  readonly #kept = new Map<K, Promise<V>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The kept value, else what `make` makes. Two callers at once share one making; a failed one is not kept. */
  get(key: K, make: () => Promise<V>): Promise<V> {
    const kept = this.#kept.get(key);
    if (kept !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const made = make();
    this.#kept.set(key, made);
    made.catch(() => this.#kept.delete(key));
    if (this.#kept.size > this.#limit) this.#kept.delete(this.#kept.keys().next().value as K);
    return made;
  }
}
