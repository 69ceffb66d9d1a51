import { type Decimal, decimal, ONE, ZERO } from '../model/decimal.ts';
import { COMPARATORS } from '../model/forms.ts';
import type { Better } from '../model/kinds.ts';
import type { Bound } from '../model/observation.ts';
import type { Comparison } from '../model/plan.ts';

/** What a figure must lie between to meet a target; an end that is missing is open. */
export interface Band {
  readonly low: Decimal | undefined;
  readonly high: Decimal | undefined;
  /** Whether the ends themselves do not count (突破, 低于). */
  readonly strict: boolean;
}

/** Limits are all made here, alike: a million are compared. */
export const band = (low: Decimal | undefined, high: Decimal | undefined, strict = false): Band => ({
  low,
  high,
  strict,
});

/** The limits a comparison sets; `b` is the baseline, for a comparator that is held against it. */
export function bandOf(
  { comparator, value, high }: Comparison,
  better: Better,
  tolerance: Decimal,
  b: Decimal = ZERO,
): Band {
  const row = COMPARATORS[comparator];
  const end = row.ends[better];
  const v = (row.against === 'baseline' ? b : value?.value) ?? ZERO;
  const low = row.tolerant ? v.minus(tolerance) : v;
  const top = row.tolerant ? v.plus(tolerance) : (high?.value ?? v);
  return band(end === 'high' ? undefined : low, end === 'low' ? undefined : top, row.strict);
}

/** The limits of a quantity made from x by a rising function; a falling one turns them round. */
export function mapBand({ low, high, strict }: Band, to: (x: Decimal) => Decimal, falling = false): Band {
  const [first, last] = [low && to(low), high && to(high)];
  return falling ? band(last, first, strict) : band(first, last, strict);
}

/** What is nearer than this is equal: beyond any published figure, and free of the last digits of a power. */
const NEAR = 5e-13;

/** How a compares with x: below 0, 0 or above 0. */
function compare(a: Decimal, x: Decimal): number {
  const order = a.cmp(x);
  if (order === 0 || Math.abs(a.toNumber() - x.toNumber()) > 1e-6) return order;
  return Math.abs(a.minus(x).toNumber()) < NEAR ? 0 : order;
}

/** Whether a ≥ x (or a > x); undefined where a is only known as a bound that does not prove it. */
function reaches(a: Decimal, bound: Bound | undefined, x: Decimal, strict: boolean): boolean | undefined {
  const order = compare(a, x);
  if (!bound) return strict ? order > 0 : order >= 0;
  if (bound === '>' && order >= 0) return true;
  if (bound === '>=' && (strict ? order > 0 : order >= 0)) return true;
  if (bound === '<' && order <= 0) return false;
  if (bound === '<=' && (strict ? order <= 0 : order < 0)) return false;
  return undefined;
}

/** Whether a ≤ x (or a < x), likewise. */
function staysBelow(a: Decimal, bound: Bound | undefined, x: Decimal, strict: boolean): boolean | undefined {
  const over = reaches(a, bound, x, !strict);
  return over === undefined ? undefined : !over;
}

const both = (a: boolean | undefined, b: boolean | undefined): boolean | undefined => {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
};

/** Whether a figure lies within limits; undefined where a bound decides nothing. */
export function within(
  a: Decimal,
  bound: Bound | undefined,
  { low, high, strict }: Band,
): boolean | undefined {
  const above = low ? reaches(a, bound, low, strict) : true;
  return both(above, high ? staysBelow(a, bound, high, strict) : true);
}

/** Whether a figure is surely above a ceiling: a flow that can't fall can no longer meet it. */
export const exceeds = (a: Decimal, bound: Bound | undefined, { high, strict }: Band): boolean =>
  high !== undefined && staysBelow(a, bound, high, strict) === false;

/** METHOD §4: the limit a target is paced by. */
export const decidingBound = ({ low, high }: Band): Decimal => low ?? high ?? ZERO;

/** The end that a figure has still to come to: of a band it lies above, the high one. */
export const endFor = (a: Decimal, { low, high }: Band): 'low' | 'high' =>
  low === undefined || (high !== undefined && a.gt(high)) ? 'high' : 'low';

/** A part of a whole as a decimal. */
export const fraction = (part: number, whole: number): Decimal => decimal(part).div(whole);

/** A part that is no less than nothing and no more than the whole. */
export const clamp = (part: Decimal): Decimal => (part.lt(ZERO) ? ZERO : part.gt(ONE) ? ONE : part);
