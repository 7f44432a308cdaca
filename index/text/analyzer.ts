import { createHash } from 'node:crypto';
import { z } from 'zod';
import { loadData } from '../data.js';
import { readingOf } from '../language/script/mod.js';
import type { Thesaurus } from './thesaurus.js';
import type { Segmenter } from './token.js';

/** What a text is found by. `pairs` (two neighbouring Han characters) catch what segmentation cut elsewhere, so they must weigh less. */
export interface Terms {
  /** Without repeats: passages are short, and official tables repeat their words in every row. */
  readonly words: readonly string[];
  /** Inside words of three and more characters and beside single ones; without repeats and without those that are a word of the text anyway. */
  readonly pairs: readonly string[];
}

/** One word that a question asks for, with the weaker evidence that may stand for it. */
export interface AskedTerm {
  readonly word: string;
  /** Neighbouring characters inside the word: 考评 for 一考评. Empty for a single character and for Latin words. */
  readonly pairs: readonly string[];
  /** Other words that mean the same; a reader would take them for an answer too. */
  readonly also: readonly string[];
  /** 0 to 1: how much the word says; 开展 and 工作 say little. */
  readonly weight: number;
}

/** A question's search terms. */
export interface Asked {
  readonly terms: readonly AskedTerm[];
  /** Pairs across two words that stand side by side: they say that the words belong together. */
  readonly links: readonly string[];
}

/** Makes search terms of text. Two analyzers with the same fingerprint make the same terms. */
export interface Analyzer {
  readonly fingerprint: string;
  terms(text: string): Terms;
  /** Stop words are dropped, unless nothing else is asked for. */
  asked(text: string): Asked;
}

const STOP_WORDS = 'index/language/zh/stopwords.json';
const stopFile = z.object({ words: z.array(z.string().min(1)) });
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
/** Raise when the code below makes other terms of the same words. */
const VERSION = 3;

/** `thesaurus` widens questions only: what is indexed depends on segmenter and stop words alone. */
export function createAnalyzer(segmenter: Segmenter, thesaurus: Thesaurus | null = null): Analyzer {
  const stop = stopWords();

  function words(folded: string): { readonly word: string; readonly start: number; readonly end: number }[] {
    const kept = [];
    for (const { text, start, end } of segmenter.segment(folded)) {
      if (isHan(text.charCodeAt(0)) || SAYS_SOMETHING.test(text)) kept.push({ word: termOf(text), start, end });
    }
    return kept;
  }

  function terms(text: string): Terms {
    const folded = condense(readingOf(text));
    const known = new Set<string>();
    const pairs = new Set<string>();
    let before: { readonly word: string; readonly end: number } | null = null;
    for (const token of words(folded)) {
      const { word, start } = token;
      if (stop.has(word)) {
        before = null;
        continue;
      }
      known.add(word);
      if (word.length > 2) for (const pair of pairsIn(word)) pairs.add(pair);
      // Where words were cut otherwise in the question, a single character is left over on one side or the other.
      if (before?.end === start && (word.length === 1 || before.word.length === 1)) for (const pair of pairsIn(folded.slice(start - 1, start + 1))) pairs.add(pair);
      before = token;
    }
    for (const word of known) pairs.delete(word);
    return { words: [...known], pairs: [...pairs] };
  }

  function asked(text: string): Asked {
    const folded = condense(readingOf(text));
    const all = words(folded);
    const content = all.filter(({ word }) => !stop.has(word));
    const kept = content.length > 0 ? content : all;
    const links = kept.flatMap(({ start }, i) => {
      const left = folded.charCodeAt(start - 1);
      return i > 0 && kept[i - 1]!.end === start && isHan(left) && isHan(folded.charCodeAt(start)) ? [folded.slice(start - 1, start + 1)] : [];
    });
    return { terms: askedTerms(kept.map(({ word }) => word), thesaurus), links: [...new Set(links)] };
  }

  return { fingerprint: analyzerFingerprint(segmenter.fingerprint), terms, asked };
}

/**
 * Chinese words stay as asked for, and the first of a known run brings its synonyms; an English run is there only for what it means.
 * At most one term for each word and meaning.
 */
function askedTerms(words: readonly string[], thesaurus: Thesaurus | null): AskedTerm[] {
  const terms = new Map<string, AskedTerm>();
  let synonymsUntil = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const lang = isHan(word.charCodeAt(0)) ? 'zh' : 'en';
    const reading = at < synonymsUntil ? null : (thesaurus?.read(lang, words.slice(at)) ?? null);
    if (reading !== null) synonymsUntil = at + reading.length;
    if (lang === 'en' && reading !== null) {
      const run = words.slice(at, at + reading.length).join(' ');
      reading.meanings.forEach(({ surfaces, weight }, i) => terms.set(`${run} ${i}`, { word: run, pairs: [], also: surfaces, weight: Math.max(weight, LEAST_WEIGHT) }));
      at += reading.length - 1;
      continue;
    }
    const meaning = reading?.meanings.length === 1 ? reading.meanings[0]! : null;
    const single = reading?.length === 1 ? meaning : null;
    if (!terms.has(word)) terms.set(word, { word, pairs: pairsIn(word), also: meaning?.surfaces.filter((surface) => surface !== word) ?? [], weight: Math.max(single?.weight ?? 1, LEAST_WEIGHT) });
  }
  return [...terms.values()];
}

/** Even a word that says little has to be looked for. */
const LEAST_WEIGHT = 0.2;

/** The fingerprint of an analyzer over a segmenter with this fingerprint, without making either. */
export function analyzerFingerprint(segmenter: string): string {
  return `${segmenter}/terms-${VERSION}-${createHash('sha256').update([...stopWords()].join('\n')).digest('hex').slice(0, 12)}`;
}

let stopList: ReadonlySet<string> | null = null;
function stopWords(): ReadonlySet<string> {
  stopList ??= new Set(loadData(STOP_WORDS, stopFile).words);
  return stopList;
}

/**
 * Text with the blanks dropped that stand between Chinese characters (结 果 → 结果); between Latin words one stays.
 * Offsets are lost: for comparing only. Where they matter, `fold` keeps them.
 */
export function condense(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060]+/gu, (blank, at: number) => (isLatin(text.charCodeAt(at - 1)) && isLatin(text.charCodeAt(at + blank.length)) ? ' ' : ''));
}

function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** A word as it is compared: NFKC, lower case, numbers without thousands marks. */
export function termOf(word: string): string {
  if (isHan(word.charCodeAt(0))) return word;
  const folded = word.normalize('NFKC').toLowerCase();
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(folded) ? folded.replaceAll(',', '') : folded;
}

/** Neighbouring Han characters of a word. */
export function pairsIn(word: string): string[] {
  const pairs: string[] = [];
  for (let at = 1; at < word.length; at += 1) {
    if (isHan(word.charCodeAt(at - 1)) && isHan(word.charCodeAt(at))) pairs.push(word.slice(at - 1, at + 1));
  }
  return pairs;
}

/** CJK ideographs of the basic plane, 々 and 〇; rarer planes are found by their words alone. */
function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3005 || code === 0x3007 || (code >= 0xf900 && code <= 0xfaff);
}
