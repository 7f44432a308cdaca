import { z } from 'zod';
import { loadData } from '../../data.js';

const list = z.array(z.string().min(1)).min(1);
const from = (file: string): string => `index/figures/lists/data/${file}.json`;

export const introducers = loadData(from('introducers'), z.object({ naming: list, such: list, objects: list, means: list, keep: list, leads: list }));
export const tails = loadData(
  from('tails'),
  z.object({
    notOpen: list,
    numerals: z.record(z.string(), z.number().int()),
    counters: z.string().min(1),
    connectors: list,
    connectorKeep: list,
    members: list,
    measured: z.string().min(1),
    bullets: z.string().min(1),
  }),
);
export const markWords = loadData(from('marks'), z.object({ numerals: z.string().length(10), circled: z.string().min(10), spoken: z.array(list).min(2), boundary: z.string().min(1) }));

/** A regular expression's source that matches any of `words`, the longest first; the words are taken literally. */
export function anyOf(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  return `(?:${sorted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}

/** A character class's source that matches any character of `characters`. */
export function oneOf(characters: string): string {
  return `[${characters.replace(/[\\\]^-]/g, '\\$&')}]`;
}
