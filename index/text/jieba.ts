import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import { z } from 'zod';
import { loadData, projectRoot } from '../data.js';
import { dictionaryFolder, dictionaryVersion, dividedPaths, isDivided, middlingWords } from './dictionary.js';
import { runsOf } from './runs.js';
import type { Segmenter, Token } from './token.js';

// The only file that knows nodejieba. Its dictionary takes a second and 210 MB, so it is loaded on first need and once per process;
// words are inserted process-wide, which is why there is one segmenter and no way to make a second with other words.

const WORDS = 'index/language/zh/words.json';
const wordsFile = z.object({ words: z.array(z.string().regex(/^\p{Script=Han}{2,}$/u)) });
/** nodejieba's own dictionaries by the names that its `load` gives them. */
const DICTIONARIES = { dict: 'jieba.dict.utf8', hmmDict: 'hmm_model.utf8', userDict: 'user.dict.utf8', stopWordDict: 'stop_words.utf8' };
/** Word weights are for extracting keywords, which we do not: a table of one word spares 20 MB and a tenth of a second. */
const IDF = 'index/text/idf.utf8';
/** Longest text handed over at once: bounds what the native side allocates for a file without any blank or digit. */
const LONGEST = 8192;

/** The dictionary is missing or the native part was not built: an operator has to mend it. */
export class SegmenterError extends Error {
  readonly code = 'segmenter-unavailable';
}

let words: readonly string[] | null = null;
let fingerprint: string | null = null;
let loaded: Segmenter | null = null;

function domainWords(): readonly string[] {
  words ??= loadData(WORDS, wordsFile).words;
  return words;
}

/** The fingerprint that `loadSegmenter()` would have, without loading the dictionary. */
export function segmenterFingerprint(): string {
  if (fingerprint === null) {
    fingerprint = `nodejieba-${dictionaryVersion()}-${createHash('sha256').update(domainWords().join('\n')).digest('hex').slice(0, 12)}`;
  }
  return fingerprint;
}

/** The segmenter; the first call loads the dictionary (about a second). Throws `SegmenterError` when it cannot. */
export function loadSegmenter(): Segmenter {
  if (loaded !== null) return loaded;
  const folder = dictionaryFolder();
  const whole = { ...Object.fromEntries(Object.entries(DICTIONARIES).map(([name, file]) => [name, join(folder, file)])), idfDict: join(projectRoot, IDF) };
  const parts = isDivided() ? dividedPaths() : null;
  const paths = parts === null ? whole : { ...whole, dict: parts.base, userDict: parts.own };
  // The native side aborts the process on a missing file, so look first.
  for (const path of Object.values(paths)) {
    if (!existsSync(path)) throw new SegmenterError(`nodejieba's dictionary ${path} is missing: install the package again`);
  }
  try {
    nodejieba.load(paths);
    if (parts !== null) for (const { word, tag } of middlingWords(readFileSync(parts.middling, 'utf8'))) nodejieba.insertWord(word, tag);
    for (const word of domainWords()) nodejieba.insertWord(word);
  } catch (error) {
    throw new SegmenterError(`nodejieba does not load: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  loaded = { fingerprint: segmenterFingerprint(), segment, isVerb };
  return loaded;
}

/** The dictionary's mark of verbs (v, vn, vg …). False for what the dictionary cuts into several words. */
function isVerb(word: string): boolean {
  if (word === '' || word.length > LONGEST_WORD) return false;
  const [tagged, ...more] = nodejieba.tag(word);
  return tagged !== undefined && more.length === 0 && tagged.tag.startsWith('v');
}

/** Longer runs are no words. */
const LONGEST_WORD = 8;

function segment(text: string): Token[] {
  const tokens: Token[] = [];
  for (const run of runsOf(text)) {
    if (run.kind === 'han') cutRun(text, run.start, run.end, tokens);
    else tokens.push({ text: text.slice(run.start, run.end), start: run.start, end: run.end });
  }
  return tokens;
}

function cutRun(text: string, from: number, to: number, into: Token[]): void {
  for (let start = from; start < to; ) {
    const end = to - start > LONGEST ? clearOfPair(text, start + LONGEST) : to;
    const piece = text.slice(start, end);
    let at = start;
    for (const word of wordsOf(piece)) {
      into.push({ text: text.slice(at, at + word), start: at, end: at + word });
      at += word;
    }
    start = end;
  }
}

/** Lengths of the words of `piece`. Falls back to single characters when the native side does not give the text back whole. */
function wordsOf(piece: string): number[] {
  const lengths = nodejieba.cut(piece, true).map((word) => word.length);
  const sum = lengths.reduce((total, length) => total + length, 0);
  return sum === piece.length && !lengths.includes(0) ? lengths : Array.from(piece, (character) => character.length);
}

function clearOfPair(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}
