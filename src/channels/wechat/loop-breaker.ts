/** More messages of one speaker in a minute are no person's: another bot answers our answers. */
const MOST_A_MINUTE = 12;
const MINUTE = 60_000;

/** Tells speakers that are faster than people. */
export class LoopBreaker {
  readonly #now: () => Date;
  /** When each speaker spoke in the last minute; those who spoke last come last. */
  readonly #spoke = new Map<string, readonly number[]>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Notes that a speaker spoke; true while they are too fast. */
  tooFast(speaker: string): boolean {
    const now = this.#now().getTime();
    const lately = [...(this.#spoke.get(speaker) ?? []).filter((at) => now - at < MINUTE), now].slice(-MOST_A_MINUTE - 1);
    this.#spoke.delete(speaker);
    this.#spoke.set(speaker, lately);
    for (const [other, at] of this.#spoke) {
      if (now - at.at(-1)! < MINUTE) break;
      this.#spoke.delete(other);
    }
    return lately.length > MOST_A_MINUTE;
  }
}
