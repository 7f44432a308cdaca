import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';

const Words = z.record(z.string(), z.strictObject({ zh: z.string(), en: z.string() }));

let loaded: z.output<typeof Words> | undefined;

/** A phrase of `slack-words.json` with its slots filled; a slot that is lacking is a mistake of ours and throws. */
export function slackWord(lang: Lang, key: string, slots: Readonly<Record<string, string | number>> = {}): string {
  loaded ??= loadData('src/render/slack-words.json', Words);
  return loaded[key]![lang].replace(/\{(\w+)\}/g, (_, slot: string) => {
    const filling = slots[slot];
    if (filling === undefined) throw new Error(`slack-words.json: ${key} lacks ${slot}`);
    return String(filling);
  });
}

/** A phrase in both languages, for what is shown before anybody said anything. */
export function slackFormWord(key: string): string {
  return `${slackWord('zh', key)} · ${slackWord('en', key)}`;
}
