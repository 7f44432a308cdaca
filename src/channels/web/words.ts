import { z } from 'zod';
import { bothLanguages, filled, loadData, type Lang } from '../../../index/mod.js';

const Words = z.record(z.string(), bothLanguages);

let loaded: z.output<typeof Words> | undefined;

/**
 * The page's own word or sentence `key` in `lang`, its `{slots}` filled. Plain text: templates escape it.
 * Throws when the key is unknown or a slot is not given: a fault of ours.
 */
export function word(lang: Lang, key: string, slots: Readonly<Record<string, string | number>> = {}): string {
  loaded ??= loadData('src/channels/web/words.json', Words);
  const frame = loaded[key]?.[lang];
  if (frame === undefined) throw new Error(`src/channels/web/words.json has no "${key}"`);
  return filled(frame, slots);
}

/** The word for one of a set that may grow elsewhere (states, reasons, channels): its own name where the page has none for it yet. */
export function wordFor(lang: Lang, set: 'change' | 'reason' | 'delivery' | 'state' | 'channel' | 'asked' | 'leftOut' | 'about' | 'interval', name: string): string {
  loaded ??= loadData('src/channels/web/words.json', Words);
  return loaded[`${set}.${name}`]?.[lang] ?? name;
}
