/** People take a second's silence for thinking, more for being ignored. */
const AFTER_MS = 1000;

/** A sign that something is looked for: how it is shown and taken down. Neither may reject. */
export interface Sign {
  show(): Promise<unknown>;
  hide(): Promise<unknown>;
}

/** Shows signs for what takes a while, and takes them down once there is an answer. */
export class LookingSign {
  readonly #afterMs: number;

  constructor(afterMs = AFTER_MS) {
    this.#afterMs = afterMs;
  }

  /** Shows the sign while `answered` is open longer than a second. Resolves once it is open no more, to whether the sign was shown. */
  async during(answered: Promise<unknown>, { show, hide }: Sign): Promise<boolean> {
    let shown: Promise<unknown> | null = null;
    const timer = setTimeout(() => (shown = show().catch(() => undefined)), this.#afterMs);
    await answered.catch(() => undefined);
    clearTimeout(timer);
    if (shown === null) return false;
    await (shown as Promise<unknown>);
    await hide().catch(() => undefined);
    return true;
  }
}
