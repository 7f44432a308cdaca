/** Which ground a picture is drawn on. Pictures that are sent are always light: nobody knows what they will be read on, and paper is white. */
export type Theme = 'light' | 'dark';

/** Colours of a picture, as SVG writes them. */
export interface Colours {
  readonly ground: string;
  readonly text: string;
  /** Of axes, notes, the source line. */
  readonly quiet: string;
  readonly grid: string;
  readonly zero: string;
  /** Every second row of a table. */
  readonly band: string;
  /** Of the lines in order. */
  readonly lines: readonly string[];
}

/**
 * The hues of Okabe and Ito (Color Universal Design, https://jfly.uni-koeln.de/color/), which people with any colour vision tell apart, darkened for
 * a white ground and lightened for a dark one until each stands out 3:1 (WCAG 2.2, 1.4.11). Neighbours differ in lightness too, and lines in mark
 * and dash, so that a grey print can be read.
 */
export const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: { ground: '#ffffff', text: '#1b1f24', quiet: '#565d66', grid: '#dfe3e8', zero: '#7d858f', band: '#f3f5f7', lines: ['#0a5c99', '#d55e00', '#00795a', '#8e3a73', '#a86f00', '#3a3f45'] },
  dark: { ground: '#14181d', text: '#e8eaed', quiet: '#a9b1ba', grid: '#323941', zero: '#7f8894', band: '#1c2229', lines: ['#5cb8ee', '#ff9a4d', '#4fd6ae', '#e7a0cd', '#f0d060', '#d5d9de'] },
};

/** Marks of the points and dashes of the lines, in the order of the colours: each line differs from the others in all three. */
export const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'path://M0,0L10,0L5,9Z', 'path://M3,0L7,0L7,3L10,3L10,7L7,7L7,10L3,10L3,7L0,7L0,3L3,3Z'] as const;
export const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 4], [10, 4, 2, 4], [14, 6], [4, 2]];

/** More lines than this nobody tells apart. */
export const MOST_LINES = MARKS.length;
