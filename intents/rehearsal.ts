import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Lang, Library } from '../index/mod.js';
import { intents } from './intents.js';

/** When a rehearsal takes place. */
export interface RehearsalTold {
  /** The moment at which its questions are asked. */
  readonly at: Date;
  /** Aborted when the program is to end: then no further question is asked. */
  readonly stop: AbortSignal;
}

/** The replies that somebody waits for. */
export class Waiting {
  readonly #replies = new Set<Promise<unknown>>();

  /** Counts a reply until it is there, or has failed: how it failed is told to whoever asked, and to nobody else. */
  for<T>(reply: Promise<T>): Promise<T> {
    this.#replies.add(reply);
    const settled = (): boolean => this.#replies.delete(reply);
    reply.then(settled, settled);
    return reply;
  }

  /** Resolves when nobody waits, and whoever wrote in the meantime was heard. */
  async nobody(): Promise<void> {
    for (await nextTurn(); this.#replies.size > 0; await nextTurn()) await Promise.allSettled(this.#replies);
  }
}

/** The library as if the first of its reports were the only one: asked of many, a question would read, and keep, what nobody has asked for. Null when none is held. */
export async function onlyFirst(library: Library): Promise<Library | null> {
  const [first] = await library.reports();
  return first === undefined ? null : { ...library, reports: () => Promise.resolve([first]) };
}

/**
 * Asks the intents' own examples once, one after the other, for nobody: V8 compiles a function when it runs for the first time, and again when it has
 * run often, for which the first questions of a process would else wait. Gives way to whoever is waiting before each. `ask` never rejects.
 */
export async function rehearse(ask: (example: string, at: Date) => Promise<unknown>, waiting: Waiting, { at, stop }: RehearsalTold): Promise<void> {
  const languages: readonly Lang[] = ['zh', 'en'];
  for (const example of intents.flatMap((intent) => languages.flatMap((lang) => intent.examples[lang]))) {
    await waiting.nobody();
    if (stop.aborted) return;
    await ask(example, at);
  }
}
