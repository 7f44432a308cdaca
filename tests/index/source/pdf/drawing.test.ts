import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDrawing, type Matrix } from '../../../../index/source/pdf/drawing.js';

const NAMES = ['save', 'restore', 'transform', 'beginText', 'setTextMatrix', 'moveText', 'setFont', 'showText', 'setCharSpacing', 'setWordSpacing', 'setHScale', 'setTextRise', 'setTextRenderingMode', 'setLeading', 'nextLine', 'setLeadingMoveText', 'constructPath', 'fill', 'stroke', 'endPath', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeStroke', 'closeFillStroke', 'closeEOFillStroke', 'paintFormXObjectBegin', 'paintFormXObjectEnd'] as const;
const codes = Object.fromEntries(NAMES.map((name, i) => [name, i + 1]));
/** A page 800 points high: its origin is below. */
const BASE: Matrix = [1, 0, 0, -1, 0, 800];

type Operation = readonly [(typeof NAMES)[number], ...unknown[]];
const draw = (...operations: readonly Operation[]): ReturnType<typeof readDrawing> => readDrawing({ fnArray: operations.map(([name]) => codes[name]!), argsArray: operations.map(([, ...args]) => args) }, BASE, codes, () => 0.001);
const glyphs = (text: string): { unicode: string; width: number; isSpace: boolean }[] => [...text].map((unicode) => ({ unicode, width: unicode === ' ' ? 250 : 1000, isSpace: unicode === ' ' }));
const places = (drawing: ReturnType<typeof readDrawing>): unknown[] => drawing.glyphs.map(({ text, x, y, size }) => [text, Math.round(x * 100) / 100, Math.round(y * 100) / 100, size]);

describe('characters stand where the operations put them', () => {
  it.each<[string, readonly Operation[], unknown[]]>([
    ['moved', [['setFont', 'f', 10], ['beginText'], ['moveText', 50, 700], ['showText', glyphs('公开')]], [['公', 50, 100, 10], ['开', 60, 100, 10]]],
    ['by a matrix', [['setFont', 'f', 1], ['beginText'], ['setTextMatrix', [12, 0, 0, 12, 30, 500]], ['showText', glyphs('公开')]], [['公', 30, 300, 12], ['开', 42, 300, 12]]],
    ['with gaps between them', [['setFont', 'f', 10], ['beginText'], ['moveText', 0, 0], ['showText', [...glyphs('公'), -500, ...glyphs('开')]]], [['公', 0, 800, 10], ['开', 15, 800, 10]]],
    ['with spacing', [['setFont', 'f', 10], ['setCharSpacing', 2], ['setWordSpacing', 3], ['beginText'], ['showText', glyphs('公 开')]], [['公', 0, 800, 10], ['开', 19.5, 800, 10]]],
    ['narrowed', [['setFont', 'f', 10], ['setHScale', 50], ['beginText'], ['showText', glyphs('公开')]], [['公', 0, 800, 10], ['开', 5, 800, 10]]],
    ['on the next line', [['setFont', 'f', 10], ['setLeading', 14], ['beginText'], ['moveText', 20, 600], ['showText', glyphs('公')], ['nextLine'], ['showText', glyphs('开')]], [['公', 20, 200, 10], ['开', 20, 214, 10]]],
    ['inside a form, and as before after it', [['setFont', 'f', 10], ['paintFormXObjectBegin', [1, 0, 0, 1, 100, 0], null], ['beginText'], ['showText', glyphs('公')], ['paintFormXObjectEnd'], ['beginText'], ['showText', glyphs('开')]], [['公', 100, 800, 10], ['开', 0, 800, 10]]],
    ['turned ones left out', [['setFont', 'f', 40], ['beginText'], ['setTextMatrix', [0.7, 0.7, -0.7, 0.7, 100, 100]], ['showText', glyphs('草稿')]], []],
  ])('%s', (_, operations, expected) => {
    expect(places(draw(...operations))).toEqual(expected);
  });

  it('counts those that are not shown', () => {
    const drawing = draw(['setFont', 'f', 10], ['setTextRenderingMode', 3], ['beginText'], ['showText', glyphs('公开')]);
    expect([drawing.glyphs.length, drawing.invisible]).toEqual([0, 2]);
  });
});

describe('lines', () => {
  const path = (...points: readonly number[]): unknown[] => [[Float32Array.from(points)], null];
  it.each<[string, Operation, unknown[]]>([
    ['stroked', ['constructPath', codes['stroke'], ...path(0, 10, 700, 1, 110, 700)], [{ horizontal: true, at: 100, from: 10, to: 110 }]],
    ['stroked rectangle', ['constructPath', codes['stroke'], ...path(0, 10, 700, 1, 110, 700, 1, 110, 600, 1, 10, 600, 4)], [{ horizontal: true, at: 100, from: 10, to: 110 }, { horizontal: false, at: 110, from: 100, to: 200 }, { horizontal: true, at: 200, from: 10, to: 110 }, { horizontal: false, at: 10, from: 100, to: 200 }]],
    ['thin filled bar', ['constructPath', codes['fill'], ...path(0, 10, 700, 1, 110, 700, 1, 110, 700.5, 1, 10, 700.5, 4)], [{ horizontal: true, at: 99.75, from: 10, to: 110 }]],
    ['filled area is none', ['constructPath', codes['fill'], ...path(0, 10, 700, 1, 110, 700, 1, 110, 600, 1, 10, 600, 4)], []],
    ['slanted is none', ['constructPath', codes['stroke'], ...path(0, 10, 700, 1, 110, 650)], []],
    ['only clipped is none', ['constructPath', codes['endPath'], ...path(0, 10, 700, 1, 110, 700)], []],
  ])('%s', (_, operation, expected) => {
    expect(draw(operation).rules.map(({ horizontal, at, from, to }) => ({ horizontal, at, from, to }))).toEqual(expected);
  });
});

it('any list of operations is followed without throwing', () => {
  const argument = fc.oneof(fc.double(), fc.constant(null), fc.array(fc.double(), { maxLength: 6 }));
  const operation = fc.tuple(fc.constantFrom(...NAMES.filter((name) => name !== 'showText' && name !== 'constructPath')), fc.array(argument, { minLength: 2, maxLength: 6 }));
  fc.assert(fc.property(fc.array(operation, { maxLength: 40 }), (operations) => {
    const drawing = draw(...operations.map(([name, args]): Operation => [name, ...args]), ['showText', glyphs('公')]);
    expect(drawing.glyphs.length).toBeLessThanOrEqual(1);
  }));
});
