import { z } from 'zod';
import { lexicon, loadData, type ConceptId } from '../../index/mod.js';
import { cues } from './cue-words.js';

const FILE = 'intents/language/row-phrases.json';
const Data = z.strictObject({ zh: z.record(z.string(), cues('zh')) });

/** How people say a row of the official tables that is itself a clause, and the concept that the row's label bears. */
export interface RowPhrase {
  readonly concept: ConceptId;
  readonly said: readonly RegExp[];
}

let loaded: readonly RowPhrase[] | undefined;

/**
 * The clauses of the official tables (2019 form) in people's words: 没复议就直接起诉, 补正了还是不明确. The rows are the same in every report,
 * and what they say can be turned in more ways than a list of words holds. Throws where the lexicon lacks a concept.
 */
export function rowPhrases(): readonly RowPhrase[] {
  loaded ??= Object.entries(loadData(FILE, Data).zh).map(([concept, said]) => {
    if (lexicon().concept(concept) === undefined) throw new Error(`${FILE}: the lexicon has no concept “${concept}”`);
    return { concept, said };
  });
  return loaded;
}
