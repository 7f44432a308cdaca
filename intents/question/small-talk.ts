import { z } from 'zod';
import { loadData, type Lang } from '../../index/mod.js';
import { cues, firstFit } from '../language/cue-words.js';

const wordsIn = (lang: Lang) =>
  z.strictObject({
    /** What opens a message and is no part of its question: a form of address, or anything up to words that say that the subject changes. */
    before: cues(lang),
    /** Thanks and requests for an answer that close it. */
    behind: cues(lang),
  });
const SmallTalk = z.strictObject({ zh: wordsIn('zh'), en: wordsIn('en') });

let loaded: z.output<typeof SmallTalk> | undefined;

/**
 * A question without what is said around it: 今天好热哦，对了…, …盼复. The text itself where nothing else would be left, so that thanks alone stay
 * thanks. `folded` as questions are folded; what is left begins and ends within it.
 */
export function withoutSmallTalk(folded: string, lang: Lang): string {
  loaded ??= loadData('intents/language/small-talk.json', SmallTalk);
  const { before, behind } = loaded[lang];
  let rest = folded;
  for (let cut = firstFit(before, rest); cut !== null && cut[0].length > 0; cut = firstFit(before, rest)) rest = rest.slice(cut.index + cut[0].length).trimStart();
  const end = firstFit(behind, rest);
  if (end !== null) rest = rest.slice(0, end.index);
  return /[\p{L}\p{N}]/u.test(rest) ? rest : folded;
}
