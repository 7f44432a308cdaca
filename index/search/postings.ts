/**
 * The passages that hold a term, by the numbers that MiniSearch gives them, with how often: what it keeps in a Map, in a fourth of the memory.
 * Numbers only grow while passages are added, so they stand in one ascending list; nearly all of them count once. Whoever goes through
 * it may delete what it comes to, as in a Map.
 */
export class Postings {
  #numbers: number[] = [];
  /** Counts other than one. */
  #counts: Map<number, number> | null = null;
  /** Numbers of the list that were deleted; when they are half of it, a new list is made. */
  #gone: Set<number> | null = null;
  /** Where the number asked for last stands: going through the list asks for one after the other. */
  #last = 0;

  get size(): number {
    return this.#numbers.length - (this.#gone?.size ?? 0);
  }

  get(number: number): number | undefined {
    return this.#at(number) < 0 || this.#gone?.has(number) === true ? undefined : (this.#counts?.get(number) ?? 1);
  }

  set(number: number, count: number): this {
    const end = this.#numbers.length;
    if (end === 0 || number > this.#numbers[end - 1]!) this.#numbers.push(number);
    else if (this.#at(number) < 0) this.#numbers = [...this.#numbers, number].sort((a, b) => a - b);
    this.#gone?.delete(number);
    if (count === 1) this.#counts?.delete(number);
    else (this.#counts ??= new Map()).set(number, count);
    return this;
  }

  delete(number: number): boolean {
    if (this.get(number) === undefined) return false;
    const gone = (this.#gone ??= new Set());
    gone.add(number);
    this.#counts?.delete(number);
    if (gone.size * 2 > this.#numbers.length) {
      this.#numbers = this.#numbers.filter((one) => !gone.has(one));
      this.#gone = null;
    }
    return true;
  }

  *keys(): IterableIterator<number> {
    for (const number of this.#numbers) if (this.#gone?.has(number) !== true) yield number;
  }

  *[Symbol.iterator](): IterableIterator<[number, number]> {
    for (const number of this.keys()) yield [number, this.#counts?.get(number) ?? 1];
  }

  /** The same for whoever looks at few passages (ascending): the size stays that of all, for it says how rare the term is. */
  among(numbers: readonly number[]): Pick<Postings, 'size' | 'get' | 'keys'> {
    const held = numbers.filter((number) => this.get(number) !== undefined);
    return { size: this.size, get: (number) => this.get(number), keys: () => held.values() };
  }

  /** Index of `number` in the list; -1 when it is not there. */
  #at(number: number): number {
    const numbers = this.#numbers;
    // A passage that is being added is behind all others: nobody need look for it.
    if (numbers.length === 0 || number > numbers[numbers.length - 1]!) return -1;
    if (numbers[this.#last] === number) return this.#last;
    if (numbers[this.#last + 1] === number) return (this.#last += 1);
    let [from, to] = [0, numbers.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (numbers[middle]! < number) from = middle + 1;
      else to = middle;
    }
    return numbers[from] === number ? (this.#last = from) : -1;
  }
}
