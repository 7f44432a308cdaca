import { describe, expect, it } from 'vitest';
import { COLOURS, MOST_LINES } from '../../../../src/render/charts/colours.js';

/** What people see who lack one kind of cones, in linear RGB (Machado, Oliveira, Fernandes 2009, severity 1). */
const VISIONS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  trichromacy: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const dot = (row: readonly number[], rgb: readonly number[]): number => row.reduce((sum, weight, i) => sum + weight * rgb[i]!, 0);

/** Linear RGB of `#rrggbb` (IEC 61966-2-1). */
function linear(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
}

/** CIE 1976 L*a*b*, white D65. */
function lab(rgb: readonly number[]): number[] {
  const xyz = [[0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047], [0.2126, 0.7152, 0.0722], [0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883]].map((row) => dot(row, rgb));
  const [x, y, z] = xyz.map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const luminance = (colour: string): number => dot([0.2126, 0.7152, 0.0722], linear(colour));

describe.each(['light', 'dark'] as const)('the lines of a chart, %s', (theme) => {
  const { lines, ground } = COLOURS[theme];

  it.each(Object.keys(VISIONS))('are told apart by %s', (vision) => {
    expect(lines.length).toBe(MOST_LINES);
    const seen = lines.map((colour) => lab(VISIONS[vision]!.map((row) => Math.min(1, Math.max(0, dot(row, linear(colour)))))));
    const near = lines.flatMap((a, i) => lines.slice(0, i).flatMap((b, j) => (Math.hypot(...seen[i]!.map((value, axis) => value - seen[j]![axis]!)) < 24 ? [`${a} ${b}`] : [])));
    expect(near).toEqual([]);
  });

  it('stand out from the ground', () => {
    const contrast = (colour: string): number => (Math.max(luminance(colour), luminance(ground)) + 0.05) / (Math.min(luminance(colour), luminance(ground)) + 0.05);
    expect(lines.filter((colour) => contrast(colour) < 3)).toEqual([]);
  });
});
