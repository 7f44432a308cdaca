/** Where a sign hangs: a message of a conversation. */
export interface SignPlace {
  readonly channel: string;
  readonly timestamp: string;
}

/** People take a second's silence for thinking, more for being ignored. */
const AFTER_MS = 1000;
/** The emoji's name in Slack. */
const SIGN = 'eyes';

/** Hangs a sign on a question that takes a while, and takes it down once there is an answer. */
export class LookingSign {
  readonly #call: (method: 'reactions.add' | 'reactions.remove', place: SignPlace & { readonly name: string }) => Promise<unknown>;
  readonly #afterMs: number;

  constructor(call: (method: 'reactions.add' | 'reactions.remove', place: SignPlace & { readonly name: string }) => Promise<unknown>, afterMs = AFTER_MS) {
    this.#call = call;
    this.#afterMs = afterMs;
  }

  /** Shows the sign while `answered` is open longer than a second. A sign that fails is no harm. */
  during(answered: Promise<unknown>, place: SignPlace): void {
    let hung: Promise<unknown> | null = null;
    const sign = { ...place, name: SIGN };
    const timer = setTimeout(() => (hung = this.#call('reactions.add', sign).catch(() => undefined)), this.#afterMs);
    const down = (): void => {
      clearTimeout(timer);
      void hung?.then(() => this.#call('reactions.remove', sign)).catch(() => undefined);
    };
    answered.then(down, down);
  }
}
