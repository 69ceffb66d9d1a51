/** Exact fractions, for the plain second judging: nothing of src/model/decimal.ts. */
export interface Fraction {
  readonly n: bigint;
  /** Positive. */
  readonly d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

export function frac(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  const sign = bottom < 0n ? -1n : 1n;
  const common = gcd(top, bottom) || 1n;
  return { n: (sign * top) / common, d: (sign * bottom) / common };
}

/** A fraction from decimal text. */
export function read(text: string): Fraction {
  const [whole = '', part = ''] = text.replace('-', '').split('.');
  const n = BigInt(whole + part);
  return frac(text.startsWith('-') ? -n : n, 10n ** BigInt(part.length));
}

export const ZERO = frac(0);
export const ONE = frac(1);
export const add = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d + b.n * a.d, a.d * b.d);
export const neg = (a: Fraction): Fraction => frac(-a.n, a.d);
export const sub = (a: Fraction, b: Fraction): Fraction => add(a, neg(b));
export const mul = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.n, a.d * b.d);
export const div = (a: Fraction, b: Fraction): Fraction => frac(a.n * b.d, a.d * b.n);
export const abs = (a: Fraction): Fraction => frac(a.n < 0n ? -a.n : a.n, a.d);
export const pow = (a: Fraction, k: number): Fraction => frac(a.n ** BigInt(k), a.d ** BigInt(k));

/** Below 0, 0 or above 0, as a is less than, equal to or more than b. */
export function order(a: Fraction, b: Fraction): number {
  const x = a.n * b.d - b.n * a.d;
  return x < 0n ? -1 : x > 0n ? 1 : 0;
}

/** Rounded half away from 0 to so many decimals. */
export function rounded(a: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  const twice = (abs(a).n * scale * 2n) / a.d;
  const whole = (twice + 1n) / 2n;
  return frac(a.n < 0n ? -whole : whole, scale);
}
