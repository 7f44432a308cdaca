import { printed, type Line } from './line.js';
import { anyOf } from '../pattern.js';
import { introducers } from './words.js';

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

/** The last clause before `end`, then as many whole clauses of its sentence as `LONGEST` holds. */
export function clauses(line: Line, end: number): string[] {
  const { text } = line.folded;
  let to = end;
  while (to > 0 && EDGE.test(text[to - 1]!)) to -= 1;
  const starts: number[] = [];
  for (let from = to; from >= 0 && to - from <= LONGEST; from -= 1) {
    const edge = from === 0 ? '。' : text[from - 1]!;
    if (!EDGE.test(edge)) continue;
    starts.push(from);
    if (edge !== ',' && edge !== ':') break;
  }
  const [clause, longest] = [starts[0], starts.at(-1)];
  if (clause === undefined || longest === undefined || clause === to) return [];
  return [...new Set([clause, longest])].map((start) => printed({ line, start, end: to }));
}
