/** Fewer letters wrong than this, and not more than a third of the word: then it was meant. */
const MOST_WRONG = 3;

/** The known word that somebody most probably meant by `typed`; null when none is near. Case, `-` and `_` do not count. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const plain = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '');
  const ranked = known.map((word) => ({ word, wrong: lettersWrong(plain(typed), plain(word)) })).sort((a, b) => a.wrong - b.wrong);
  const best = ranked[0];
  if (best === undefined) return null;
  return best.wrong <= Math.min(MOST_WRONG, Math.floor(Math.max(typed.length, best.word.length) / 3)) ? best.word : null;
}

/** Least number of letters to add, drop, change or swap with the next one. Words longer than a key can be count as wholly wrong. */
function lettersWrong(a: string, b: string): number {
  if (a.length > 100 || b.length > 100) return Infinity;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, changed, swapped));
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
