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
 * From the hues of Okabe and Ito (Color Universal Design, https://jfly.uni-koeln.de/color/), moved until any two of them are 24 apart (CIE 1976 ΔE)
 * for people who lack one of the three cones, as Machado, Oliveira and Fernandes (2009) work out what they see, and each stands out 3:1 from its
 * ground (WCAG 2.2, 1.4.11). Darkened alone, vermilion and yellow were 1 apart for who lacks the first. Lines differ in mark and dash too, so that a
 * grey print can be read.
 */
export const COLOURS: Readonly<Record<Theme, Colours>> = {
  light: { ground: '#ffffff', text: '#1b1f24', quiet: '#565d66', grid: '#dfe3e8', zero: '#7d858f', band: '#f3f5f7', lines: ['#0a5c99', '#d67e00', '#00a58b', '#5e0a51', '#925b1e', '#56503e'] },
  dark: { ground: '#14181d', text: '#e8eaed', quiet: '#a9b1ba', grid: '#323941', zero: '#7f8894', band: '#1c2229', lines: ['#5cb8ee', '#ca711d', '#65ffc1', '#d18ba8', '#ddd96f', '#c6e9fb'] },
};

/** Marks of the points and dashes of the lines, in the order of the colours: each line differs from the others in all three. */
export const MARKS = ['circle', 'rect', 'triangle', 'diamond', 'path://M0,0L10,0L5,9Z', 'path://M3,0L7,0L7,3L10,3L10,7L7,7L7,10L3,10L3,7L0,7L0,3L3,3Z'] as const;
/** Dashes of lines, in pixels drawn and left out, so that lines differ without colour; the first is a full line. */
export const DASHES: readonly (readonly number[])[] = [[], [8, 4], [2, 4], [10, 4, 2, 4], [14, 6], [4, 2]];

/** More lines than this nobody tells apart. */
export const MOST_LINES = MARKS.length;
