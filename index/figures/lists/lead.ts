import { printed, type Line } from './line.js';
import { anyOf, introducers } from './words.js';

const TELLING = new RegExp(anyOf(introducers.leads));
const EDGE = /[,;。:!?]/;
const LONGEST = 80;

/** Verbatim words that lead in to a list whose first item's mark stands at `start` of line `at`: the clause before it, its whole sentence, the section's title. */
export function leadIn(lines: readonly Line[], at: number, start: number): string[] {
  const about = [...wordsBefore(lines, at, start), lines[at]!.placed.path.at(-1) ?? ''];
  return [...new Set(about.filter((words) => words.length >= 2))];
}

function wordsBefore(lines: readonly Line[], at: number, start: number): string[] {
  const line = lines[at]!;
  if (line.placed.kind === 'heading') return [];
  if (start > 0) return clauses(line, start);
  const before = lines[at - 1];
  if (before === undefined || before.placed.section !== line.placed.section || before.placed.kind !== 'sentence') return [];
  const { text } = before.folded;
  return text.endsWith(':') || TELLING.test(text) ? clauses(before, text.length) : [];
}

/** The last clause before `end`, then the sentence so far when it says more. */
export function clauses(line: Line, end: number): string[] {
  const { text } = line.folded;
  let to = end;
  while (to > 0 && EDGE.test(text[to - 1]!)) to -= 1;
  let from = to;
  while (from > 0 && to - from < LONGEST && !EDGE.test(text[from - 1]!)) from -= 1;
  if (from === to) return [];
  let sentence = from;
  while (sentence > 0 && to - sentence < LONGEST && !/[;。!?]/.test(text[sentence - 1]!)) sentence -= 1;
  const clause = printed({ line, start: from, end: to });
  return sentence < from ? [clause, printed({ line, start: sentence, end: to })] : [clause];
}
