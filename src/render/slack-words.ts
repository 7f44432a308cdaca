import { z } from 'zod';
import { bothLanguages, filled, loadData, type Lang } from '../../index/mod.js';

const Words = z.record(z.string(), bothLanguages);

let loaded: z.output<typeof Words> | undefined;

/** A phrase of `slack-words.json` with its slots filled; a slot that is lacking is a mistake of ours and throws. */
export function slackWord(lang: Lang, key: string, slots: Readonly<Record<string, string | number>> = {}): string {
  loaded ??= loadData('src/render/slack-words.json', Words);
  return filled(loaded[key]![lang], slots);
}

/** A phrase in both languages, for what is shown before anybody said anything. */
export function slackFormWord(key: string): string {
  return `${slackWord('zh', key)} · ${slackWord('en', key)}`;
}
