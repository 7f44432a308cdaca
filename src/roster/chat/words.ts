import { z } from 'zod';
import { bothLanguages, loadData, type Lang } from '../../../index/mod.js';
import type { Inline } from '../../../intents/mod.js';
import { CHANGES, type Change } from '../standing.js';

const Surfaces = z.array(z.string().min(1));
const OfLanguage = z.strictObject({
  ...(Object.fromEntries(CHANGES.map((change) => [change, Surfaces])) as Record<Change, typeof Surfaces>),
  /** Regular expression: what may stand between the organisation's name and the word. */
  report: z.string(),
  done: z.strictObject(Object.fromEntries(CHANGES.map((change) => [change, z.string()])) as Record<Change, z.ZodString>),
});
const MESSAGES = ['noted', 'known', 'undo', 'noRight', 'askOwner', 'askContact', 'operator', 'noRoster', 'whose', 'several', 'unknown', 'lacks', 'exampleLink', 'exampleReason'] as const;
const Words = z.strictObject({ zh: OfLanguage, en: OfLanguage, messages: z.strictObject(Object.fromEntries(MESSAGES.map((key) => [key, bothLanguages])) as Record<(typeof MESSAGES)[number], typeof bothLanguages>) });

let loaded: z.output<typeof Words> | undefined;

/** The words of messages that say what became of a report, read once. */
export function commandWords(): z.output<typeof Words> {
  loaded ??= loadData('src/roster/chat/words.json', Words);
  return loaded;
}

/** A message's sentence with its slots filled: what fills them comes from the roster or from what was said. */
export function told(lang: Lang, key: (typeof MESSAGES)[number], slots: Readonly<Record<string, string | readonly Inline[]>> = {}): Inline[] {
  return commandWords()
    .messages[key][lang].split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .flatMap((piece): readonly Inline[] => {
      const filling = /^\{\w+\}$/.test(piece) ? (slots[piece.slice(1, -1)] ?? '') : null;
      if (filling === null) return [piece];
      if (typeof filling !== 'string') return filling;
      return filling === '' ? [] : [{ type: 'counted', text: filling, basis: 'roster' }];
    });
}
