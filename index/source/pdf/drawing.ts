/** A printed character. Coordinates are points from the page's top left corner, `y` (the baseline) growing downward. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A straight line printed on the page, or a bar so thin that it looks like one. */
export interface Rule {
  readonly horizontal: boolean;
  /** `y` of a horizontal line, `x` of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What stands on a page: its characters in the order of drawing, and its lines. */
export interface Drawing {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Characters that are there but not shown: the text that recognition laid under a scan. */
  readonly invisible: number;
}

/** A page's list of drawing operations, as pdf.js makes it. */
export interface Operations {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

/** [a, b, c, d, e, f] as in a PDF: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace?: boolean;
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A bar this thin (points) is a line; one this short is a dot or part of a letter. */
const THIN = 2.5;
const SHORT = 3;
const INVISIBLE = 3;

function times(m: Matrix, n: Matrix): Matrix {
  return [m[0] * n[0] + m[2] * n[1], m[1] * n[0] + m[3] * n[1], m[0] * n[2] + m[2] * n[3], m[1] * n[2] + m[3] * n[3], m[0] * n[4] + m[2] * n[5] + m[4], m[1] * n[4] + m[3] * n[5] + m[5]];
}

const apply = (m: Matrix, x: number, y: number): [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];

interface Graphics {
  readonly ctm: Matrix;
  readonly size: number;
  readonly unit: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly stretch: number;
  readonly leading: number;
  readonly rise: number;
  readonly mode: number;
}

/**
 * Follows a page's drawing operations and notes where each character and each straight line comes to stand. Characters are taken one
 * by one, because the library's own text items run neighbouring cells together. Turned text (watermarks) is left out.
 * `codes` are the library's numbers of operations; `unitOf` tells a font's glyph unit (0.001 for nearly all).
 */
export function readDrawing({ fnArray, argsArray }: Operations, base: Matrix, codes: Readonly<Record<string, number>>, unitOf: (font: string) => number): Drawing {
  const glyphs: Glyph[] = [];
  const rules: Rule[] = [];
  let invisible = 0;
  let state: Graphics = { ctm: base, size: 0, unit: 0.001, characterSpacing: 0, wordSpacing: 0, stretch: 1, leading: 0, rise: 0, mode: 0 };
  const stack: Graphics[] = [];
  let textMatrix: Matrix = IDENTITY;
  let line: [number, number] = [0, 0];
  let x = 0;
  let y = 0;
  const moveTo = (dx: number, dy: number): void => {
    line = [line[0] + dx, line[1] + dy];
    [x, y] = line;
  };
  const startAt = (matrix: Matrix): void => {
    textMatrix = matrix;
    line = [0, 0];
    x = 0;
    y = 0;
  };

  function show(shown: readonly (PdfGlyph | number | null)[]): void {
    const m = times(state.ctm, textMatrix);
    const upright = m[0] > 0 && Math.abs(m[1]) < m[0] * 0.05;
    const size = Math.hypot(m[2], m[3]) * Math.abs(state.size);
    for (const glyph of shown) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        x -= (glyph * state.size * state.stretch) / 1000;
        continue;
      }
      const wide = glyph.width * state.size * state.unit * state.stretch;
      const [left, baseline] = apply(m, x, y + state.rise);
      const [right] = apply(m, x + wide, y + state.rise);
      if (state.mode === INVISIBLE) invisible += 1;
      else if (upright && size > 1 && glyph.unicode.trim() !== '') glyphs.push({ text: glyph.unicode.normalize('NFC'), x: left, right, y: baseline, size });
      x += wide + (state.characterSpacing + (glyph.isSpace === true ? state.wordSpacing : 0)) * state.stretch;
    }
  }

  const does: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save: () => void stack.push(state),
    restore: () => void (state = stack.pop() ?? state),
    transform: (args) => void (state = { ...state, ctm: times(state.ctm, matrixOf(args)) }),
    paintFormXObjectBegin: (args) => {
      stack.push(state);
      if (args[0]) state = { ...state, ctm: times(state.ctm, matrixOf([args[0]])) };
    },
    paintFormXObjectEnd: () => void (state = stack.pop() ?? state),
    beginText: () => startAt(IDENTITY),
    setTextMatrix: (args) => startAt(matrixOf(args)),
    moveText: (args) => moveTo(args[0] as number, args[1] as number),
    setLeadingMoveText: (args) => {
      state = { ...state, leading: args[1] as number };
      moveTo(args[0] as number, args[1] as number);
    },
    setLeading: (args) => void (state = { ...state, leading: -(args[0] as number) }),
    nextLine: () => moveTo(0, state.leading),
    setFont: (args) => void (state = { ...state, size: args[1] as number, unit: unitOf(args[0] as string) }),
    setCharSpacing: (args) => void (state = { ...state, characterSpacing: args[0] as number }),
    setWordSpacing: (args) => void (state = { ...state, wordSpacing: args[0] as number }),
    setHScale: (args) => void (state = { ...state, stretch: (args[0] as number) / 100 }),
    setTextRise: (args) => void (state = { ...state, rise: args[0] as number }),
    setTextRenderingMode: (args) => void (state = { ...state, mode: args[0] as number }),
    showText: (args) => show(args[0] as readonly (PdfGlyph | number | null)[]),
    constructPath: (args) => {
      const path = (args[1] as (ArrayLike<number> | null)[] | null)?.[0];
      if (path) addRules(path, state.ctm, fills.has(args[0] as number), strokes.has(args[0] as number), rules);
    },
  };
  const fills = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map((name) => codes[name]!));
  const strokes = new Set(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map((name) => codes[name]!));
  const byCode = new Map(Object.entries(does).map(([name, act]) => [codes[name]!, act]));
  for (let i = 0; i < fnArray.length; i += 1) byCode.get(fnArray[i]!)?.((argsArray[i] ?? []) as readonly unknown[]);
  return { glyphs, rules, invisible };
}

/** A matrix as one list or as six numbers; what a damaged file puts in its place counts as none. */
function matrixOf(args: readonly unknown[]): Matrix {
  const numbers: unknown[] = typeof args[0] === 'object' && args[0] !== null ? Array.from(args[0] as ArrayLike<unknown>) : [...args];
  const at = (i: number): number => (typeof numbers[i] === 'number' ? numbers[i] : IDENTITY[i]!);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** How many numbers follow each code of a path: move, line, curve, quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0];

function addRules(path: ArrayLike<number>, ctm: Matrix, filled: boolean, stroked: boolean, rules: Rule[]): void {
  let points: [number, number][] = [];
  let straight = true;
  const finish = (): void => {
    if (stroked) for (let i = 1; i < points.length; i += 1) addLine(points[i - 1]!, points[i]!, rules);
    else if (filled && straight && points.length >= 3) addBar(points, rules);
    points = [];
    straight = true;
  };
  for (let i = 0; i < path.length; ) {
    const code = path[i]!;
    const operands = OPERANDS[code] ?? 0;
    if (code === 0) finish();
    if (code === 4 && points.length > 0) points.push(points[0]!);
    if (code === 2 || code === 3) straight = false;
    if (operands > 0) points.push(apply(ctm, path[i + operands - 1]!, path[i + operands]!));
    i += operands + 1;
  }
  finish();
}

function addLine([x0, y0]: [number, number], [x1, y1]: [number, number], rules: Rule[]): void {
  if (Math.abs(y0 - y1) < 0.5 && Math.abs(x0 - x1) > SHORT) rules.push({ horizontal: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (Math.abs(x0 - x1) < 0.5 && Math.abs(y0 - y1) > SHORT) rules.push({ horizontal: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

function addBar(points: readonly [number, number][], rules: Rule[]): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THIN && right - left > SHORT) rules.push({ horizontal: true, at: (top + bottom) / 2, from: left, to: right });
  else if (right - left <= THIN && bottom - top > SHORT) rules.push({ horizontal: false, at: (left + right) / 2, from: top, to: bottom });
}
