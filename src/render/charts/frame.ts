import type { Colours } from './colours.js';
import { wrapped } from './measure.js';
import { textAt, type Drawing } from './svg.js';

/** The words around a drawing. */
export interface Around {
  readonly title: string;
  /** Below the title: the unit. */
  readonly subtitle: string;
  /** Notes, then the source line. */
  readonly foot: readonly string[];
}

/** Pixels around everything that is drawn. */
export const MARGIN = 20;
const TITLE = { size: 18, line: 26, most: 3 };
const SMALL = { size: 13, line: 20, most: 4 };

/** A drawing with its title above and its notes and source below, all in its width. */
export function framed(body: Drawing, { title, subtitle, foot }: Around, colours: Colours): Drawing {
  const { width } = body;
  const room = width - 2 * MARGIN;
  const pieces: string[] = [];
  let y = MARGIN;
  for (const line of wrapped(title, room, TITLE.size, TITLE.most)) pieces.push(textAt(MARGIN, (y += TITLE.line) - 7, line, { size: TITLE.size, fill: colours.text, bold: true }));
  for (const line of wrapped(subtitle, room, SMALL.size, 1)) pieces.push(textAt(MARGIN, (y += SMALL.line) - 5, line, { size: SMALL.size, fill: colours.quiet }));
  y += 8;
  pieces.push(`<g transform="translate(0 ${y})">${body.svg}</g>`);
  y += body.height + 4;
  for (const note of foot) for (const line of wrapped(note, room, SMALL.size, SMALL.most)) pieces.push(textAt(MARGIN, (y += SMALL.line) - 5, line, { size: SMALL.size, fill: colours.quiet }));
  return { svg: pieces.join(''), width, height: Math.ceil(y + MARGIN - 6) };
}
