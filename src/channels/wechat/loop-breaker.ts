/** More messages of one speaker in a minute, or in an hour, are no person's: another bot answers our answers. */
const MOST_A_MINUTE = 12;
const MOST_AN_HOUR = 100;
/** So often within ten minutes nobody says the same again; a bot that understands nothing does. */
const MOST_ALIKE = 4;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** As much of a message as tells it from others; kept in memory only. */
const TOLD_APART = 200;

interface Spoken {
  readonly at: number;
  readonly text: string;
}

/** Tells speakers that are no people. */
export class LoopBreaker {
  readonly #now: () => Date;
  /** What each speaker said in the last hour; those who spoke last come last. */
  readonly #spoke = new Map<string, readonly Spoken[]>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Notes what a speaker said; true while they speak as no person does. */
  isLoop(speaker: string, text: string): boolean {
    const now = this.#now().getTime();
    const said: Spoken = { at: now, text: text.slice(0, TOLD_APART) };
    const lately = [...(this.#spoke.get(speaker) ?? []).filter(({ at }) => now - at < HOUR), said].slice(-MOST_AN_HOUR - 1);
    this.#spoke.delete(speaker);
    this.#spoke.set(speaker, lately);
    for (const [other, all] of this.#spoke) {
      if (now - all.at(-1)!.at < HOUR) break;
      this.#spoke.delete(other);
    }
    const within = (ms: number): readonly Spoken[] => lately.filter(({ at }) => now - at < ms);
    const alike = said.text === '' ? 0 : within(10 * MINUTE).filter((one) => one.text === said.text).length;
    return lately.length > MOST_AN_HOUR || within(MINUTE).length > MOST_A_MINUTE || alike > MOST_ALIKE;
  }
}
