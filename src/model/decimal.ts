import Big from 'big.js';

// METHOD §2: arithmetic is decimal. Quotients keep 30 decimals, far beyond any published figure.
Big.DP = 30;
Big.RM = Big.roundHalfUp;
Big.NE = -40;
Big.PE = 40;

export type Decimal = Big;

/** A decimal from text or a whole number; throws on anything that is no number. */
export const decimal = (value: string | number | Decimal): Decimal => new Big(value);

export const ZERO: Decimal = new Big(0);
export const ONE: Decimal = new Big(1);
export const HUNDRED: Decimal = new Big(100);

/** How many decimals a figure was published with: `1.10` has two. */
export function decimalsOf(text: string): number {
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
}

/** A number rounded half up to so many decimals. */
export const round = (value: Decimal, decimals: number): Decimal => value.round(decimals, Big.roundHalfUp);

/** Shortest plain text of a number, at most so many decimals. */
export const plain = (value: Decimal, decimals = 10): string => round(value, decimals).toFixed();

/** The n-th root of a positive number as a decimal, exact to about 15 digits; n need not be whole. */
export const root = (value: Decimal, n: number): Decimal => new Big(value.toNumber() ** (1 / n));

/** A positive number to the power of a fraction, to 13 figures: beyond any published one, and free of the last digits. */
export const power = (value: Decimal, exponent: Decimal): Decimal =>
  new Big(value.toNumber() ** exponent.toNumber()).prec(13, Big.roundHalfUp);
