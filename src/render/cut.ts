/** How long a text is for a reader's program: Unicode code points. */
export function codePoints(text: string): number {
  return [...text].length;
}

const NUMERAL = /[\p{N}%‰.,．，点零一二三四五六七八九十百千万亿两半]/u;
const DIGIT = /\p{N}/u;
const SIGN = /[-+−±~～]/u;
/** Marks that belong to the character before them: accents, joiners, variation selectors, skin tones. */
const ATTACHED = /\p{M}|\u200c|\u200d|\p{Emoji_Modifier}/u;
const OPENING = /[\p{Ps}\p{Pi}「『《〈（【]/u;
const RESTS: readonly RegExp[] = [/[\n]/u, /[。！？!?；;]/u, /[，、,:：\s]/u];

/**
 * Cuts a text into pieces of at most `limit` code points that join to it again. A cut falls after a line, else after a sentence, else after
 * a clause; never inside a number, between a number and its unit, or inside a character that is made of several code points — unless
 * nothing else is left, as in a number longer than the limit.
 */
export function cutText(text: string, limit: number): string[] {
  const points = [...text];
  const pieces: string[] = [];
  let start = 0;
  while (points.length - start > limit) {
    const end = start + cutAt(points.slice(start, start + limit + 1), limit);
    pieces.push(points.slice(start, end).join(''));
    start = end;
  }
  return start < points.length || pieces.length === 0 ? [...pieces, points.slice(start).join('')] : pieces;
}

/** Where to cut: after how many of the points; the point at `limit`, if there is one, only tells what would follow. */
function cutAt(points: readonly string[], limit: number): number {
  // A piece of less than a third wastes a message on a rest near its beginning.
  const shortest = Math.max(1, Math.floor(limit / 3));
  for (const rest of RESTS) {
    for (let at = limit; at >= shortest; at -= 1) if (rest.test(points[at - 1]!) && mayCut(points, at)) return at;
  }
  for (let at = limit; at >= 1; at -= 1) if (mayCut(points, at)) return at;
  return limit;
}

function mayCut(points: readonly string[], at: number): boolean {
  const before = points[at - 1]!;
  const after = points[at];
  if (after === undefined) return true;
  if (ATTACHED.test(after) || before === '\u200d' || OPENING.test(before)) return false;
  if (DIGIT.test(before) && !/[\s\p{P}]/u.test(after)) return false;
  if (NUMERAL.test(before) && NUMERAL.test(after)) return false;
  return !(SIGN.test(before) && DIGIT.test(after));
}
