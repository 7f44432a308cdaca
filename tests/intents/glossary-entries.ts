import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../index/mod.js';

/** A noun of the glossary that a report may count: how it is asked for, how a report prints it, and what all it may print. */
export interface Counted {
  readonly english: string;
  readonly plural: string;
  readonly printed: string;
  readonly words: readonly string[];
  readonly counter: string;
}

/** Files of the glossary whose nouns tests count. */
export const fields: readonly string[] = ['works', 'nature', 'safety', 'trade', 'learning', 'care', 'disclosure', 'people'];

/** What things of a kind are counted by in a sentence. */
const COUNTERS: Readonly<Record<string, string>> = { people: '人', places: '处', objects: '台', papers: '件', cases: '起', occasions: '场', households: '户', houses: '套', trees: '株', animals: '头', lengths: '公里', columns: '个', accounts: '个', routes: '条' };
const UNCHANGED = /(?:people|men|children|police|staff|personnel|equipment|livestock|housing|land|sheep)$/;

/** Nouns of one file that have a kind, one for each line. */
export function counted(field: string): Counted[] {
  const lines = JSON.parse(readFileSync(join(projectRoot, 'index/language/glossary', `${field}.json`), 'utf8')) as { en: string[]; zh: string[]; kinds?: string[]; weight?: number }[];
  return lines.flatMap(({ en, zh, kinds = field === 'people' ? ['people'] : [], weight }) => {
    const counter = COUNTERS[kinds[0] ?? ''];
    const [english, printed] = [en[0]!, zh[0]!];
    return counter === undefined || weight !== undefined || printed.length < 2 ? [] : [{ english, plural: pluralOf(english), printed, words: zh, counter }];
  });
}

function pluralOf(noun: string): string {
  if (UNCHANGED.test(noun)) return noun;
  if (/(?:[sxz]|[cs]h)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
