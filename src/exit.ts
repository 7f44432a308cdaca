/** Exit codes of every command (contract, "Running"). */
export const EXIT = { done: 0, refused: 1, wrongCall: 2, fault: 3 } as const;
/** One of `EXIT`. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A call that is itself wrong: an unknown report, an unreadable path, a bad option. Ends the command with exit code 2. */
export class WrongCall extends Error {
  /** Said to the operator in both languages: they may read either. */
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}
