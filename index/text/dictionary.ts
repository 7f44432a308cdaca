import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { projectRoot } from '../data.js';

// nodejieba reads its dictionary twice, for cutting and for key sentences that nobody asks for, and copies all of it to find the frequency in
// the middle. A word that is inserted afterwards is kept once and weighs what the middle one does, which nearly half of the words do: divided
// so, the dictionary takes little more than half of the time to load and cuts every text the same (docs/decisions/0020).

const require = createRequire(import.meta.url);

/** Stands in the base for the frequency of all words outside it: private use, no word of any text. */
const BALANCE = '\u{f0000}';

/** A dictionary in three parts, as the texts of their files. */
export interface DividedDictionary {
  /** Single characters, and as many words as it takes to keep least frequency, middle one and sum. */
  readonly base: string;
  /** The user dictionary and, before it, words that weigh something of their own: loaded as nodejieba's user dictionary. */
  readonly own: string;
  /** Words of the middle frequency, to be inserted after loading: lines of word and part of speech. */
  readonly middling: string;
}

interface Entry {
  readonly line: string;
  readonly word: string;
  readonly frequency: number;
  readonly tag: string;
}

/** Divides nodejieba's dictionary (lines of word, frequency, part of speech). Throws an `Error` when it has too few words of the middle frequency. */
export function divided(dictionary: string, user: string): DividedDictionary {
  const entries = linesOf(dictionary).map(entryOf);
  const byFrequency = entries.map(({ frequency }) => frequency).sort((a, b) => a - b);
  const [least, middle] = [byFrequency[0] ?? 0, byFrequency[entries.length >> 1] ?? 0];
  const users = new Set(linesOf(user).map((line) => line.split(' ')[0]));
  const rarest = entries.find(({ frequency }) => frequency === least);
  // Single characters of a user dictionary are never joined with their neighbours: those of the dictionary must stay out of it.
  const inBase = (entry: Entry): boolean => entry === rarest || [...entry.word].length === 1;
  const base = entries.filter(inBase);
  const others = entries.filter((entry) => !inBase(entry));
  const middling = others.filter(({ word, frequency }) => frequency === middle && !users.has(word));
  // The balance weighs more than the middle, too.
  const lopsided = 1 + base.filter(({ frequency }) => frequency > middle).length - base.filter(({ frequency }) => frequency < middle).length;
  const levelling = middling.splice(0, Math.abs(lopsided) + 1);
  if (levelling.length <= Math.abs(lopsided)) throw new Error(`the dictionary has too few words of its middle frequency ${middle} to be divided`);
  base.push(...levelling);
  const held = new Set([...base, ...middling]);
  const own = others.filter((entry) => !held.has(entry));
  return {
    base: textOf([...base.map(({ line }) => line), `${BALANCE} ${sumOf(entries) - sumOf(base)} x`]),
    own: textOf([...own.map(({ line }) => line), ...linesOf(user)]),
    middling: textOf(middling.map(({ word, tag }) => `${word} ${tag}`)),
  };
}

/** The words of `DividedDictionary.middling`, each with its part of speech. */
export function* middlingWords(middling: string): Generator<{ readonly word: string; readonly tag: string }> {
  for (const line of linesOf(middling)) {
    const end = line.indexOf(' ');
    yield { word: line.slice(0, end), tag: line.slice(end + 1) };
  }
}

/** The folder of nodejieba's own dictionaries. */
export function dictionaryFolder(): string {
  return join(dirname(require.resolve('nodejieba/package.json')), 'submodules', 'cppjieba', 'dict');
}

/** The release of nodejieba, of which its dictionary is a part. */
export function dictionaryVersion(): string {
  return (require('nodejieba/package.json') as { version: string }).version;
}

/** Where the build puts the parts of the dictionary. */
export function dividedPaths(): Readonly<Record<keyof DividedDictionary, string>> {
  const folder = join(projectRoot, 'dist', `dictionary-${dictionaryVersion()}`);
  return { base: join(folder, 'base.utf8'), own: join(folder, 'own.utf8'), middling: join(folder, 'middling.utf8') };
}

/** True once the build has divided the dictionary; before, it is loaded whole, with the same words. */
export function isDivided(): boolean {
  return Object.values(dividedPaths()).every((path) => existsSync(path));
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

function entryOf(line: string): Entry {
  const [word = '', frequency = '', tag = ''] = line.split(' ');
  return { line, word, frequency: Number(frequency), tag };
}

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { frequency }) => sum + frequency, 0);
}
