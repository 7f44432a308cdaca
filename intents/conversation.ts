import type { Memory } from './intent.js';

/** Where conversations are remembered. `src` decides how long and how safely; ids are opaque. */
export interface ConversationBook {
  get(session: string): Promise<Remembered | null>;
  put(session: string, remembered: Remembered): Promise<void>;
}

/** The last answered turn and when it was, so that an old one does not answer for a new one. */
export interface Remembered {
  readonly memory: Memory;
  /** Questions that the last turn offered instead of an answer, in the order shown: 「第二个」 picks one. */
  readonly offered?: readonly string[];
  /** True when they were put as a question back: then a name picks one too. What is only like a question that failed is picked by its number. */
  readonly askedBack?: boolean;
  /** The last questions and what they leaned on, for 再查一下. */
  readonly last?: { readonly texts: readonly string[]; readonly memory: Memory | null };
  /** ISO 8601. */
  readonly at: string;
}

/** In a group another subject comes up within minutes (handbook 6.13); one person at a terminal may think for longer. */
const EXPIRES_AFTER_MS = 30 * 60 * 1000;

/** What is still remembered at `now`; a clock that ran backwards forgets nothing. */
export function stillRemembered(remembered: Remembered | null, now: Date): Memory | null {
  if (remembered === null) return null;
  return now.getTime() - Date.parse(remembered.at) <= EXPIRES_AFTER_MS ? remembered.memory : null;
}

/** The questions that the last turn offered; none when it offered none or is forgotten. */
export function stillOffered(remembered: Remembered | null, now: Date): readonly string[] {
  return stillRemembered(remembered, now) === null ? [] : (remembered?.offered ?? []);
}

/** Nothing to go on from: what is kept when a first question was only offered others. */
export const NOTHING_YET: Memory = { intent: 'none', organisations: [], years: [], terms: [], cues: [], counter: null, unit: null, figure: null };

/** Keeps conversations in this process only. */
export class ConversationsInMemory implements ConversationBook {
  readonly #known = new Map<string, Remembered>();

  get(session: string): Promise<Remembered | null> {
    return Promise.resolve(this.#known.get(session) ?? null);
  }

  put(session: string, remembered: Remembered): Promise<void> {
    this.#known.set(session, remembered);
    return Promise.resolve();
  }
}
