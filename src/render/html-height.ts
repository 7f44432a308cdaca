/** Lines of Chinese at a desk's width: 880 pixels of 16 each. Tables are set in smaller type, so that a row is about as high as such a line. */
const LETTERS_IN_LINE = 52;
/** A line of running text and a row of a table, in rem; what stands between paragraphs; a heading with the blank before it. */
const LINE_REM = 1.85;
const BETWEEN_REM = 0.5;
const HEADING_REM = 4;

/** Steps that the style sheet has a class for (`tall-1`, …), in rem. */
const STEPS_REM = [10, 20, 30, 45, 60, 90, 120, 180, 300];

/** About how high a paragraph of so many characters is at a desk's width, in rem. */
export function paragraphHeight(characters: number): number {
  return Math.ceil(characters / LETTERS_IN_LINE) * LINE_REM + BETWEEN_REM;
}

/** About how high a table of so many rows is, in rem. */
export function tableHeight(rows: number): number {
  return rows * LINE_REM + 2 * BETWEEN_REM;
}

/** About how high a heading is with the blank before it, in rem. */
export function headingHeight(): number {
  return HEADING_REM;
}

/**
 * The class that tells a browser about how high a part is that it has not laid out yet. Where the guess is far too small, a browser lays out
 * much more than can be seen, and its scroll bar jumps; no guess hides anything.
 */
export function heightClass(rem: number): string {
  const step = STEPS_REM.findIndex((most) => rem <= most * 1.2);
  return `tall-${step === -1 ? STEPS_REM.length : step + 1}`;
}
