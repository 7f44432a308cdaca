/** Slack takes about a message a second in a channel (https://docs.slack.dev/apis/web-api/rate-limits/). */
const GAP_MS = 1000;

interface Pause {
  /** Nothing is said before. */
  readonly until: number;
  /** When the next that has to wait may come. */
  next: number;
}

/** Conversations that Slack asked to leave alone for a while. Whoever has to wait gets a moment of their own, so that they don't all come at once. */
export class Pacer {
  readonly #pauses = new Map<string, Pause>();

  /** When something may be said there; null for now. */
  wait(conversation: string, now: Date): Date | null {
    const pause = this.#pauses.get(conversation);
    if (pause === undefined) return null;
    if (now.getTime() >= pause.until) {
      if (now.getTime() >= pause.next) this.#pauses.delete(conversation);
      return null;
    }
    const moment = new Date(pause.next);
    pause.next += GAP_MS;
    return moment;
  }

  /** Slack wants a pause there. */
  pause(conversation: string, until: Date): void {
    const before = this.#pauses.get(conversation);
    this.#pauses.set(conversation, { until: until.getTime(), next: Math.max(before?.next ?? 0, until.getTime() + GAP_MS) });
  }
}
