const EDGE = new Set(',;。:!?');
const LONGEST = 90;

/** Where the clause that holds `at` begins: after punctuation; a bracket that closes again belongs to it. Never before `floor`. */
export function clauseStart(text: string, at: number, floor: number): number {
  const least = Math.max(floor, at - LONGEST);
  let depth = 0;
  let start = at;
  for (; start > least; start -= 1) {
    const character = text[start - 1]!;
    if (character === ')') depth += 1;
    else if (character === '(') depth -= 1;
    if (depth < 0 || (depth === 0 && EDGE.has(character))) break;
  }
  return start;
}

/** Where the clause that holds `at` ends, exclusive. */
export function clauseEnd(text: string, at: number): number {
  const most = Math.min(text.length, at + LONGEST);
  let depth = 0;
  let end = at;
  for (; end < most; end += 1) {
    const character = text[end]!;
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0 || (depth === 0 && EDGE.has(character))) break;
  }
  return end;
}
