/** An axis of values: its ends lie on ticks, zero is within. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const TICKS = 5;
const NICE = [1, 2, 2.5, 5, 10];

/** Round ticks that hold every value and zero, since lengths from anywhere else lie. Whole numbers get whole ticks. */
export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const power = 10 ** Math.floor(Math.log10(span / TICKS));
  const nice = (NICE.find((factor) => factor * power >= span / TICKS) ?? 10) * power;
  const step = values.every(Number.isInteger) ? Math.max(1, Math.ceil(nice)) : nice;
  return { min: Math.floor(low / step) * step, max: Math.max(Math.ceil(high / step) * step, low === 0 ? step : 0), step };
}

/** From here on a tick with all its noughts would leave no room for the chart. */
const LONG = 1e10;

/** A tick as people write it: thousands apart, no tail of a binary fraction, powers of ten where it is very long. */
export function tickText(value: number): string {
  if (Math.abs(value) >= LONG) return value.toExponential(2).replace(/\.?0*e\+?(-?\d+)$/, '×10^$1');
  return String(Number(value.toPrecision(10))).replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** The texts of all ticks. */
export function tickTexts({ min, max, step }: Scale): string[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => tickText(min + i * step));
}
