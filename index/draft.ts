import type { SourceText } from './document/source-text.js';
import { derive, type Steps } from './derive.js';
import type { ReadingCard } from './reading-card.js';
import { indexedText } from './search/passages.js';
import type { PassageText } from './search/section-index.js';
import { writtenMeaning, type WrittenMeaning } from './store/written.js';

/** Everything that is made of a text, as it will be written: strings and numbers only, so that a thread can hand it over. */
export interface Draft {
  readonly card: ReadingCard;
  readonly meaning: WrittenMeaning;
  readonly passages: readonly PassageText[];
}

/** Depends on the text, its origin's name, the hints beside it and the steps alone. */
export function draftOf(source: SourceText, steps: Steps): Draft {
  const derived = derive(source, steps);
  return { card: derived.card, meaning: writtenMeaning(derived), passages: derived.passages.map(indexedText) };
}
