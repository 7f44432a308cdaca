import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import type { Inline } from './answer.js';

const Phrases = z.record(z.string(), z.strictObject({ zh: z.string(), en: z.string() }));

let loaded: z.output<typeof Phrases> | undefined;

type Filling = Inline | readonly Inline[];

/**
 * The sentence frame `key` in `lang`, its `{slots}` filled. Frames hold no digit of their own.
 * Throws when the frame is unknown or a slot is not given: a fault of ours.
 */
export function say(lang: Lang, key: string, slots: Readonly<Record<string, Filling>> = {}): Inline[] {
  loaded ??= loadData('intents/language/phrases.json', Phrases);
  const frame = loaded[key]?.[lang];
  if (frame === undefined) throw new Error(`intents/language/phrases.json has no "${key}"`);
  return frame
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .flatMap((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      if (name === undefined) return [piece];
      const filling = slots[name];
      if (filling === undefined) throw new Error(`"${key}" needs {${name}}`);
      return isList(filling) ? [...filling] : [filling];
    });
}

function isList(filling: Filling): filling is readonly Inline[] {
  return Array.isArray(filling);
}

/** The words of inlines, for options and logs. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
}
