import { Big } from 'big.js';

/** An exact decimal number in plain notation: `-?digits[.digits]`, no exponent, no thousands marks, no trailing zeros after the point. */
export type Decimal = string & { readonly __decimal?: never };

/** Thrown by `quotient` for a zero divisor, so that a caller says 没有可比基数 instead of a number. */
export class NoBaseError extends Error {}

/** Reads what `Big` reads; throws on anything that is not a number. */
export function decimal(value: string | number): Decimal {
  return new Big(value).toFixed();
}

/** The exact sum; 0 of nothing. Throws, like the others here, on what `decimal` refuses. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toFixed();
}

/** `minuend − subtrahend`, exact. */
export function difference(minuend: Decimal, subtrahend: Decimal): Decimal {
  return new Big(minuend).minus(subtrahend).toFixed();
}

/** `a × b`, exact. */
export function product(a: Decimal, b: Decimal): Decimal {
  return new Big(a).times(b).toFixed();
}

/** `dividend ÷ divisor`, rounded half up (away from zero) to `places` digits after the point. Throws `NoBaseError` when the divisor is 0. */
export function quotient(dividend: Decimal, divisor: Decimal, places: number): Decimal {
  if (new Big(divisor).eq(0)) throw new NoBaseError('division by zero');
  const exact = new Big(dividend).times(new Big(10).pow(places + 20)).div(divisor);
  return exact.div(new Big(10).pow(places + 20)).round(places, Big.roundHalfUp).toFixed();
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): number {
  return new Big(a).cmp(b);
}

/** A JSON number when IEEE double holds the decimal exactly as written, else the string itself (contract: `value`). */
export function toJsonValue(value: Decimal): number | string {
  const number = Number(value);
  return Number.isFinite(number) && decimal(number) === value && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : value;
}
