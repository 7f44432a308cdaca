/** How wide a character is in Noto Sans SC, in ems: a Chinese one is square, the others are set narrower. Wide enough for the widest of each kind. */
const SQUARE = 1;
const DIGIT = 0.56;
const NARROW = 0.36;
const CAPITAL = 0.7;
const LETTER = 0.58;

function widthOfCharacter(character: string): number {
  const point = character.codePointAt(0)!;
  if (point >= 0x2e80 || (point >= 0x2010 && point <= 0x2027)) return SQUARE;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[ .,:;'|!iljtf()[\]/-]/.test(character)) return NARROW;
  return /\p{Lu}|[%@&mwMW—+=<>]/u.test(character) ? CAPITAL + 0.2 : LETTER;
}

/** The width of a text in pixels at a font size, rather too large than too small: what is measured so is not cut off. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += widthOfCharacter(character);
  return ems * size;
}

const ELLIPSIS = '…';

/** A text cut to a width, with … at its end where something is left out. */
export function cutToWidth(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = '';
  let used = widthOf(ELLIPSIS, size);
  for (const character of text) {
    used += widthOfCharacter(character) * size;
    if (used > width) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}

/** A text as `wrapped` gives it, its lines about equally long, so that none holds a single character. */
export function balanced(text: string, width: number, size: number, most: number): string[] {
  const lines = wrapped(text, width, size, most);
  if (lines.length < 2) return lines;
  const even = wrapped(text, Math.min(width, widthOf(text, size) / lines.length + size), size, most);
  return even.length === lines.length ? even : lines;
}

/** Pieces that a line may end after: a Chinese character with the marks that may not part from it; words of narrow characters with the blank behind them. */
const PIECES = /[（《「【(]*[\u2e80-\u{10ffff}][，。；：、！？）》」】),.;:!?%]*\s*|[\u0021-\u2e7f]+\s*/gu;

/** A text as lines no wider than `width`; at most `most` of them, the last one cut. Words are broken only where one alone is too wide. */
export function wrapped(text: string, width: number, size: number, most = Infinity): string[] {
  const lines = [''];
  for (const piece of text.replace(/\s+/g, ' ').match(PIECES) ?? []) {
    for (const part of widthOf(piece.trimEnd(), size) > width ? [...piece] : [piece]) {
      if (widthOf((lines.at(-1)! + part).trimEnd(), size) > width && lines.at(-1) !== '') lines.push('');
      lines[lines.length - 1] += part;
    }
  }
  const told = lines.map((line) => line.trim()).filter((line) => line !== '');
  if (told.length <= most) return told;
  return [...told.slice(0, most - 1), cutToWidth(told.slice(most - 1, most + 1).join(''), width, size)];
}
