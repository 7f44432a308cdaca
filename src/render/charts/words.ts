import { z } from 'zod';
import { bothLanguages, filled, loadData, type Lang } from '../../../index/mod.js';

const Words = z.record(z.string(), bothLanguages);

let loaded: z.output<typeof Words> | undefined;

/** A word or sentence of a picture in `lang`, its `{slots}` filled. Throws where there is none of that name: a fault of ours. */
export function chartWord(lang: Lang, key: string, slots: Readonly<Record<string, string>> = {}): string {
  loaded ??= loadData('src/render/charts/words.json', Words);
  const words = loaded[key];
  if (words === undefined) throw new Error(`src/render/charts/words.json has no "${key}"`);
  return filled(words[lang], slots).trim();
}
