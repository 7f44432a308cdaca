import type { Lang } from '../index/mod.js';
import type { Draft, Reason } from './answer/answer.js';
import { say, wordsOf } from './answer/phrases.js';
import { NOTHING_YET, stillOffered, stillRemembered, type Remembered } from './conversation.js';
import type { Memory } from './intent.js';
import { isOverMany } from './question/completed.js';
import { chosenOf, namesAPlace, withoutCorrection } from './question/choice.js';
import { namesAPlaceInRank } from './question/follow-up-said.js';
import { asksAgain, isCourtesy, saysYes, withoutCourtesy } from './question/message.js';
import type { Question } from './question/read.js';

/** What a message is in its conversation, before it is read as a question: something that is told at once, or questions that lean on a memory. */
export type Message =
  | { readonly told: Draft }
  | {
      /** Questions to be answered one by one, each complete in itself or leaning on the one before it. */
      readonly texts: readonly string[];
      /** What the first of them leans on. */
      readonly memory: Memory | null;
    };

/** Reads what a message is, by what its conversation remembers at `now`. `lang` is the language it is written in, `answerIn` that of the answer. */
export function messageOf(text: string, remembered: Remembered | null, now: Date, { lang, answerIn, read }: { readonly lang: Lang; readonly answerIn: Lang; readonly read: (text: string) => Question }): Message {
  const kept = stillRemembered(remembered, now);
  const memory = kept?.intent === NOTHING_YET.intent ? null : kept;
  const offered = stillOffered(remembered, now);
  const isAsked = remembered?.askedBack === true;
  const chosen = chosenOf(text, offered, isAsked, read);
  if (chosen.length === 1 || (chosen.length > 1 && namesAPlace(text))) return { texts: chosen, memory };
  if (chosen.length > 1) return { told: narrowed(answerIn, chosen) };
  if (offered.length === 1 && isAsked && saysYes(text)) return { texts: offered, memory };
  if (isCourtesy(text)) return { told: plain(answerIn, 'out_of_scope', 'not_a_question', 'welcome') };
  if (asksAgain(text)) return kept === null || remembered?.last === undefined ? { told: plain(answerIn, 'not_found', 'nothing_before', 'nothingBefore') } : { texts: remembered.last.texts, memory: remembered.last.memory };
  const asked = memory === null ? text : withoutCorrection(withoutCourtesy(text), lang);
  // 第二个 after a rank is its second place.
  if (namesAPlace(asked) && !(isOverMany(memory?.intent) && namesAPlaceInRank(read(asked)))) return { told: plain(answerIn, 'not_found', 'nothing_before', 'nothingToChoose') };
  return { texts: [asked], memory };
}

function plain(lang: Lang, status: Draft['status'], reason: Reason, key: string): Draft {
  return { status, reason, blocks: [{ type: 'text', inlines: say(lang, key) }] };
}

/** Asks back among fewer than were offered. */
function narrowed(lang: Lang, options: readonly string[]): Draft {
  return { status: 'clarify', reason: 'ambiguous_scope', blocks: [{ type: 'choices', lead: wordsOf(say(lang, 'whichOfThese')), options: [...options] }], options: [...options] };
}
