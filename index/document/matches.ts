/**
 * All matches of a global pattern in `text`, in order. `matchAll` copies the pattern with each call, which takes longer than most searches of a
 * sentence (docs/decisions/0020).
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
