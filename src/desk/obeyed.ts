import type { Answer } from '../../intents/mod.js';
import type { Message } from '../render/message.js';

/** A message that told something to be done, dealt with: `done` · `refused`, its speaker had no right · `asked back`, something was lacking and nothing was changed. */
export interface Obeyed {
  readonly message: Message;
  readonly outcome: 'done' | 'refused' | 'asked back';
}

const STATUS = { done: 'answered', refused: 'out_of_scope', 'asked back': 'clarify' } as const;
const REASON = { done: null, refused: 'no_permission', 'asked back': 'ambiguous_scope' } as const;

/** The machine's form of what was done, so that who says it through the API is told as everybody is. */
export function obeyedAnswer(question: string, { message: { lang, text }, outcome }: Obeyed, answerId: string): Answer {
  return { question, lang, status: STATUS[outcome], reason: REASON[outcome], intent: 'roster', text, value: null, unit: null, derived: null, rows: [], citations: [], options: [], answerId, tookMs: 0 };
}
