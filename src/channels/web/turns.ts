import type { Message } from '../../render/message.js';

/** A question and what was said to it; `question` is null for what the bot said by itself. */
export interface Turn {
  readonly id: string;
  readonly question: string | null;
  readonly message: Message;
}

const IDLE_MS = 12 * 3600 * 1000;
/** A session shows so many turns at most, and the process remembers so many sessions: some tens of megabytes when all are full. */
const TURNS = 40;
const SESSIONS = 300;

/**
 * What the open sessions show, so that a page without a script is a conversation. Kept in memory only: what the desk must remember it remembers
 * itself, and what people asked is not written twice.
 */
export class ShownTurns {
  readonly #now: () => Date;
  readonly #sessions = new Map<string, { turns: Turn[]; seenAt: number }>();

  constructor(now: () => Date) {
    this.#now = now;
  }

  of(session: string | null): readonly Turn[] {
    const known = session === null ? undefined : this.#sessions.get(session);
    return known !== undefined && this.#now().getTime() - known.seenAt < IDLE_MS ? known.turns : [];
  }

  add(session: string, turn: Turn): void {
    const turns = [...this.of(session), turn].slice(-TURNS);
    this.#sessions.delete(session);
    this.#sessions.set(session, { turns, seenAt: this.#now().getTime() });
    if (this.#sessions.size > SESSIONS) this.#sessions.delete(this.#sessions.keys().next().value!);
  }

  forget(session: string): void {
    this.#sessions.delete(session);
  }
}
