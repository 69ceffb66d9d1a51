/** Largest whole number a double holds exactly. */
const SAFE = Number.MAX_SAFE_INTEGER;
/** Decimals of a quotient that never ends, in text: far beyond any published figure. */
export const LONGEST = 30;
/** 10^0 to 10^15: all of them safe. */
const TENS: readonly number[] = Array.from({ length: 16 }, (_, k) => 10 ** k);

/** The numerator and denominator of a number too long for two doubles; the denominator is positive. */
interface Wide {
  readonly n: bigint;
  readonly d: bigint;
}

const gcd = (a: number, b: number): number => {
  let x = Math.abs(a);
  let y = b;
  while (y !== 0) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
};

const wideGcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

const isSafe = (x: number): boolean => x <= SAFE && x >= -SAFE;

/**
 * A number as an exact fraction (METHOD §2: arithmetic is decimal): 0.1 × 12 is 1.2, and a third of three is one. Its two
 * ends are whole doubles while they fit, and bigints beyond; so a million targets are judged without either's cost.
 * Immutable. Methods take what `decimal` takes.
 */
export class Decimal {
  private readonly n: number;
  private readonly d: number;
  private readonly long: Wide | undefined;

  /** For `fraction` and `decimal` only: a numerator, a positive denominator, both safe; or a wide pair. */
  constructor(n: number, d: number, wide?: Wide) {
    this.n = n;
    this.d = d;
    this.long = wide;
  }

  /** n ÷ d of safe whole numbers, d not 0. */
  static of(n: number, d: number): Decimal {
    if (d < 0) return Decimal.of(0 - n, -d);
    if (d < 1e6) return new Decimal(n, d);
    // long denominators are cut down early, so that the next step still fits
    const common = gcd(n, d) || 1;
    return new Decimal(n / common, d / common);
  }

  /** n ÷ d of bigints, d not 0; two doubles where they fit. */
  static wide(n: bigint, d: bigint): Decimal {
    const sign = d < 0n ? -1n : 1n;
    const common = wideGcd(n, d < 0n ? -d : d) || 1n;
    const [top, bottom] = [(sign * n) / common, (sign * d) / common];
    const [a, b] = [Number(top), Number(bottom)];
    return isSafe(a) && isSafe(b) ? new Decimal(a, b) : new Decimal(0, 1, { n: top, d: bottom });
  }

  private toWide(): Wide {
    return this.long ?? { n: BigInt(this.n), d: BigInt(this.d) };
  }

  plus(x: Decimal | number | string): Decimal {
    const b = decimal(x);
    if (!this.long && !b.long) {
      if (this.d === b.d) {
        const n = this.n + b.n;
        if (isSafe(n)) return new Decimal(n, this.d);
      }
      const left = this.n * b.d;
      const right = b.n * this.d;
      const d = this.d * b.d;
      if (isSafe(left) && isSafe(right) && d <= SAFE && isSafe(left + right))
        return Decimal.of(left + right, d);
    }
    const [p, q] = [this.toWide(), b.toWide()];
    return Decimal.wide(p.n * q.d + q.n * p.d, p.d * q.d);
  }

  minus(x: Decimal | number | string): Decimal {
    return this.plus(decimal(x).neg());
  }

  neg(): Decimal {
    return this.long
      ? new Decimal(0, 1, { n: -this.long.n, d: this.long.d })
      : new Decimal(0 - this.n, this.d);
  }

  times(x: Decimal | number | string): Decimal {
    const b = decimal(x);
    if (!this.long && !b.long) {
      const n = this.n * b.n;
      const d = this.d * b.d;
      if (isSafe(n) && d <= SAFE) return Decimal.of(n, d);
    }
    const [p, q] = [this.toWide(), b.toWide()];
    return Decimal.wide(p.n * q.n, p.d * q.d);
  }

  /** Throws where the divisor is 0. */
  div(x: Decimal | number | string): Decimal {
    const b = decimal(x);
    if (b.long === undefined && b.n === 0) throw new Error('division by zero');
    if (!this.long && !b.long) {
      const n = this.n * b.d;
      const d = this.d * b.n;
      if (isSafe(n) && isSafe(d)) return Decimal.of(n, d);
    }
    const [p, q] = [this.toWide(), b.toWide()];
    return Decimal.wide(p.n * q.d, p.d * q.n);
  }

  abs(): Decimal {
    return this.sign() < 0 ? this.neg() : this;
  }

  /** −1, 0 or 1. */
  sign(): number {
    return this.long ? (this.long.n < 0n ? -1 : 1) : Math.sign(this.n);
  }

  /** Below 0, 0 or above 0, as this is less than, equal to or more than x. */
  cmp(x: Decimal | number | string): number {
    const b = decimal(x);
    if (!this.long && !b.long) {
      if (this.d === b.d) return this.n - b.n;
      const left = this.n * b.d;
      const right = b.n * this.d;
      if (isSafe(left) && isSafe(right)) return left - right;
    }
    const [p, q] = [this.toWide(), b.toWide()];
    const difference = p.n * q.d - q.n * p.d;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  eq(x: Decimal | number | string): boolean {
    return this.cmp(x) === 0;
  }

  lt(x: Decimal | number | string): boolean {
    return this.cmp(x) < 0;
  }

  lte(x: Decimal | number | string): boolean {
    return this.cmp(x) <= 0;
  }

  gt(x: Decimal | number | string): boolean {
    return this.cmp(x) > 0;
  }

  gte(x: Decimal | number | string): boolean {
    return this.cmp(x) >= 0;
  }

  /** The whole number of 10^−decimals nearest, halves away from 0. */
  private scaled(decimals: number): bigint {
    const { n, d } = this.toWide();
    const twice = (n < 0n ? -n : n) * 10n ** BigInt(decimals) * 2n;
    const whole = (twice / d + 1n) / 2n;
    return n < 0n ? -whole : whole;
  }

  /** Rounded to so many decimals, halves away from 0. */
  round(decimals: number): Decimal {
    const ten = TENS[decimals];
    if (!this.long && ten !== undefined && isSafe(this.n * ten * 2)) {
      const x = Math.abs(this.n) * ten;
      const rest = x % this.d;
      const whole = (x - rest) / this.d + (rest * 2 >= this.d ? 1 : 0);
      return new Decimal(this.n < 0 ? 0 - whole : whole, ten);
    }
    return Decimal.wide(this.scaled(decimals), 10n ** BigInt(decimals));
  }

  /** The nearest double. */
  toNumber(): number {
    return this.long ? Number(this.toFixed()) : this.n / this.d;
  }

  /** Decimals the number has; as many as are written of one that never ends. */
  private countDecimals(): number {
    const { n, d } = this.toWide();
    let rest = d / (wideGcd(n, d) || 1n);
    let [twos, fives] = [0, 0];
    for (; rest % 2n === 0n; rest /= 2n) twos += 1;
    for (; rest % 5n === 0n; rest /= 5n) fives += 1;
    return rest === 1n ? Math.min(Math.max(twos, fives), LONGEST) : LONGEST;
  }

  /** Plain text with so many decimals; without a number, with those it has, 30 at the most. */
  toFixed(decimals?: number): string {
    if (decimals === undefined) {
      const all = this.toFixed(this.countDecimals());
      return all.includes('.') ? all.replace(/\.?0+$/, '') : all;
    }
    const scaled = this.scaled(decimals);
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
    const sign = scaled < 0n ? '-' : '';
    if (decimals === 0) return sign + digits;
    return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  }

  toString(): string {
    return this.toFixed();
  }

  toJSON(): string {
    return this.toFixed();
  }
}

const NUMBER = /^([-+]?)(\d*)(?:\.(\d*))?(?:e([-+]?\d+))?$/i;

/** Reads plain text, with an exponent or without. */
function parse(text: string): Decimal {
  const m = NUMBER.exec(text);
  const [, sign, whole = '', part = '', exponent = '0'] = m ?? [];
  const digits = whole + part;
  if (!m || digits === '') throw new Error(`“${text}” is no number`);
  const decimals = part.length - Number(exponent);
  const ten = TENS[decimals];
  if (digits.length <= 15 && ten !== undefined) {
    const n = Number(digits);
    return new Decimal(sign === '-' ? 0 - n : n, ten);
  }
  const n = BigInt(sign === '-' ? `-${digits}` : digits);
  return decimals >= 0
    ? Decimal.wide(n, 10n ** BigInt(decimals))
    : Decimal.wide(n * 10n ** BigInt(-decimals), 1n);
}

/** A decimal from text or a number; throws on anything that is no number. */
export function decimal(value: string | number | Decimal): Decimal {
  if (typeof value === 'object') return value;
  if (typeof value === 'string') return parse(value);
  return Number.isSafeInteger(value) ? new Decimal(value, 1) : parse(String(value));
}

export const ZERO: Decimal = decimal(0);
export const ONE: Decimal = decimal(1);
export const HUNDRED: Decimal = decimal(100);

/** How many decimals a figure was published with: `1.10` has two. */
export function decimalsOf(text: string): number {
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
}

/** The sum of many numbers; 0 of none. */
export const total = (values: readonly Decimal[]): Decimal => values.reduce((sum, v) => sum.plus(v), ZERO);

/** A number rounded half up to so many decimals. */
export const round = (value: Decimal, decimals: number): Decimal => value.round(decimals);

/**
 * Decimals that show so many digits of a number from its first that is not 0, 30 at the most: what is too small to be told
 * from 0 by them has no more.
 */
export function decimalsFor(value: Decimal, digits: number): number {
  if (value.eq(ZERO)) return 0;
  const before = Math.floor(Math.log10(Math.abs(value.toNumber()))) + 1;
  return Math.min(LONGEST, Math.max(0, digits - before));
}

/** Digits of a figure with so many decimals, from its first that is not 0: 0.0410 has three. */
export const digitsOf = (value: Decimal, decimals: number): number =>
  value.abs().toFixed(decimals).replace('.', '').replace(/^0+/, '').length;

/** Shortest plain text of a number, at most so many decimals. */
export const plain = (value: Decimal, decimals = 10): string => round(value, decimals).toFixed();

/** A double as a decimal of so many figures, the last ones of a power are not to be trusted; at most the largest double. */
const figures = (value: number, count: number): Decimal =>
  decimal(Number(Math.min(value, Number.MAX_VALUE).toPrecision(count)));

/** The n-th root of a positive number, exact to about 15 digits; n need not be whole. */
export const root = (value: Decimal, n: number): Decimal => figures(value.toNumber() ** (1 / n), 15);

/** A positive number to the power of a fraction, to 13 figures: beyond any published one, and free of the last digits. */
export const power = (value: Decimal, exponent: Decimal): Decimal =>
  figures(value.toNumber() ** exponent.toNumber(), 13);
