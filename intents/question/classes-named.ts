import { z } from 'zod';
import { lexicon, loadData } from '../../index/mod.js';
import { cue } from '../language/cue-words.js';
import type { Term } from './terms.js';

const ClassNames = z.strictObject({ about: z.string(), /** The group `name` is what the class is called by. */ zh: cue('zh') });

let loaded: RegExp | undefined;

/**
 * Classes that a folded question calls by their number (二类低保, 一级响应), each a word that a figure has to bear; none where the number begins a longer
 * word of the lexicon (三类内部事务信息) or counts the classes (共三类).
 */
export function classesNamed(folded: string): Term[] {
  loaded ??= loadData('intents/language/class-names.json', ClassNames).zh;
  return [...folded.matchAll(new RegExp(loaded, 'gu'))].flatMap(({ index, groups }) => {
    const text = groups!['name']!;
    return opensLongerWord(folded, index, text.length) ? [] : [{ text, start: index, end: index + text.length, concept: null, weight: 1 }];
  });
}

function opensLongerWord(folded: string, start: number, length: number): boolean {
  for (let end = start + length + 1; end <= Math.min(folded.length, start + LONGEST); end += 1) if (lexicon().meaning('zh', folded.slice(start, end)) !== undefined) return true;
  return false;
}

/** UTF-16 units of the longest word that is looked for. */
const LONGEST = 12;
