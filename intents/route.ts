import type { Context, Intent, Memory, Outcome } from './intent.js';
import { intents } from './intents.js';
import type { Question } from './question/read.js';

export interface Routed {
  readonly intent: Intent;
  readonly outcome: Outcome;
}

/** Intents that a question's words speak for, best first; ties keep the list's order. */
export function candidatesFor(question: Question, memory: Memory | null, among: readonly Intent[] = intents): { intent: Intent; score: number; because: readonly string[] }[] {
  return among
    .flatMap((intent) => {
      const match = intent.match(question, memory);
      return match ? [{ intent, ...match }] : [];
    })
    .sort((a, b) => b.score - a.score);
}

/** A refusal this sure ends the search: a number that is not held must not become a passage that mentions something like it. */
const FINAL_REFUSAL = 0.8;

/** Tries intents in order. An answer (or a question back) ends it; of refusals the first counts. Null when nothing has anything to say. */
export async function route(question: Question, context: Context, among: readonly Intent[] = intents): Promise<Routed | null> {
  let refusal: Routed | null = null;
  for (const { intent, score, because } of candidatesFor(question, context.memory, among)) {
    const outcome = await intent.answer(question, context);
    if (!outcome) continue;
    const routed: Routed = { intent, outcome: { ...outcome, draft: { ...outcome.draft, because: [...because, ...(outcome.draft.because ?? [])] } } };
    if (outcome.draft.status !== 'not_found' || outcome.draft.reason !== undefined && BLANK.has(outcome.draft.reason)) return routed;
    refusal ??= routed;
    if (score >= FINAL_REFUSAL) break;
  }
  return refusal;
}

/** Refusals that are themselves what the report says. */
const BLANK: ReadonlySet<string> = new Set(['blank_cell', 'not_applicable', 'no_base']);
