import type { Lang } from '../index/mod.js';
import type { Answer, Reason, Status } from './answer/answer.js';
import { counterAsked } from './question/read.js';

/** A question that was refused or asked back, with what came nearest. */
export interface Unanswered {
  /** As it was asked. */
  readonly question: string;
  readonly lang: Lang;
  readonly status: Exclude<Status, 'answered' | 'fault'>;
  readonly reason: Reason;
  readonly intent: string;
  /** Nearest first: complete questions that would have been answered. */
  readonly nearest: readonly string[];
}

/** Where questions without an answer are kept, so that somebody can teach a word or add a report. `src` decides how long and of whom. */
export interface Ledger<Asker> {
  note(unanswered: Unanswered, asker: Asker, at: Date): Promise<void>;
}

/** Nothing was asked for that a report could say, so nothing can be learnt from it. */
const CHATTER: readonly Reason[] = ['not_a_question', 'nothing_before', 'empty_question', 'question_too_long', 'no_permission', 'internal'];

/** What the ledger keeps of an answer; null for what was answered, for chatter and for faults of ours. */
export function unansweredOf({ question, lang, status, reason, intent, options }: Answer): Unanswered | null {
  if (status === 'answered' || status === 'fault' || reason === null) return null;
  // 小铺办了多少件: a question in which every telling word is unknown looks like chatter and is what an alias is for.
  if (CHATTER.includes(reason) && !(reason === 'not_a_question' && counterAsked(question) !== null)) return null;
  return { question, lang, status, reason, intent, nearest: options };
}
