/**
 * All matches of a global pattern in `text`, in order. `matchAll` copies the pattern with each call, which takes longer than most searches of a
 * sentence (docs/decisions/0020). As `matchAll`, throws a TypeError for a pattern that is not global, which would find its first match for ever.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`not a global pattern: ${pattern}`);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
