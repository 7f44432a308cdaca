import type { Context, Intent, Memory, Outcome } from './intent.js';
import { intents } from './intents.js';
import type { Question } from './question/read.js';

/** The intent that had the last word, and what it said. */
export interface Routed {
  readonly intent: Intent;
  readonly outcome: Outcome;
}

/** An intent that may answer, how well the question suits it (0–1), and why. */
interface Suited {
  readonly intent: Intent;
  readonly score: number;
  readonly because: readonly string[];
}

/** What all intents said of a question last: one answer asks them several times, after the same turn. */
const suited = new WeakMap<Question, { readonly memory: Memory | null; readonly found: readonly Suited[] }>();

/** Intents that a question's words speak for, best first; ties keep the list's order. */
export function candidatesFor(question: Question, memory: Memory | null, among: readonly Intent[] = intents): readonly Suited[] {
  if (among !== intents) return suitedAmong(question, memory, among);
  const known = suited.get(question);
  if (known?.memory === memory) return known.found;
  const found = suitedAmong(question, memory, among);
  suited.set(question, { memory, found });
  return found;
}

function suitedAmong(question: Question, memory: Memory | null, among: readonly Intent[]): readonly Suited[] {
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
