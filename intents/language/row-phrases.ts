import { z } from 'zod';
import { lexicon, loadData, type ConceptId, type Lang } from '../../index/mod.js';
import { cues } from './cue-words.js';

const FILE = 'intents/language/row-phrases.json';
const Data = z.strictObject({ zh: z.record(z.string(), cues('zh')), en: z.record(z.string(), cues('en')) });

/** How people say a row of the official tables that is itself a clause, and the concept that the row's label bears. */
export interface RowPhrase {
  readonly concept: ConceptId;
  readonly said: readonly RegExp[];
}

let loaded: Readonly<Record<Lang, readonly RowPhrase[]>> | undefined;

/**
 * The clauses of the official tables (2019 form) in people's words: 没复议就直接起诉, 补正了还是不明确, because the bureau does not hold the information.
 * The rows are the same in every report, and what they say can be turned in more ways than a list of words holds. Throws where the lexicon lacks a concept.
 */
export function rowPhrases(lang: Lang): readonly RowPhrase[] {
  if (loaded === undefined) {
    const data = loadData(FILE, Data);
    loaded = { zh: phrasesOf(data.zh), en: phrasesOf(data.en) };
  }
  return loaded[lang];
}

function phrasesOf(data: Readonly<Record<string, readonly RegExp[]>>): readonly RowPhrase[] {
  return Object.entries(data).map(([concept, said]) => {
    if (lexicon().concept(concept) === undefined) throw new Error(`${FILE}: the lexicon has no concept “${concept}”`);
    return { concept, said };
  });
}
