import { type Decimal, decimal, ONE, round, ZERO } from '../model/decimal.ts';
import type { Better } from '../model/indicator.ts';
import type { Bound } from '../model/observation.ts';
import type { Comparison } from '../model/plan.ts';

/** What a figure must lie between to meet a target; an end that is missing is open. */
export interface Limits {
  readonly low?: Decimal;
  readonly high?: Decimal;
  /** Whether the ends themselves do not count (突破, 低于). */
  readonly strict: boolean;
}

/** The limits a comparison sets; `b` is the baseline for improve and no_worse. */
export function limitsOf(
  { comparator, value, high }: Comparison,
  better: Better,
  tolerance: Decimal,
  b: Decimal = ZERO,
): Limits {
  const v = value?.value ?? ZERO;
  const up = high?.value ?? v;
  const side = (low: Decimal, top: Decimal, strict = false): Limits => {
    if (better === 'higher') return { low, strict };
    return better === 'lower' ? { high: top, strict } : { low, high: top, strict };
  };
  switch (comparator) {
    case 'at_least':
      return { low: v, strict: false };
    case 'more_than':
      return { low: v, strict: true };
    case 'at_most':
      return { high: v, strict: false };
    case 'less_than':
      return { high: v, strict: true };
    case 'about':
      return side(v.minus(tolerance), v.plus(tolerance));
    case 'between':
      return side(v, up);
    case 'improve':
      return better === 'lower' ? { high: b, strict: true } : { low: b, strict: true };
    default:
      return side(b, b);
  }
}

/** The limits of a quantity made from x by a rising function; a falling one turns them round. */
export function mapLimits(limits: Limits, to: (x: Decimal) => Decimal, falling = false): Limits {
  const [low, high] = falling ? [limits.high, limits.low] : [limits.low, limits.high];
  return { ...(low ? { low: to(low) } : {}), ...(high ? { high: to(high) } : {}), strict: limits.strict };
}

/** How a compares with x, to twelve decimals: beyond any published figure, and free of a quotient's last digits. */
const compare = (a: Decimal, x: Decimal): number => round(a.minus(x), 12).cmp(ZERO);

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
export function within(a: Decimal, bound: Bound | undefined, limits: Limits): boolean | undefined {
  const low = limits.low ? reaches(a, bound, limits.low, limits.strict) : true;
  const high = limits.high ? staysBelow(a, bound, limits.high, limits.strict) : true;
  return both(low, high);
}

/** Whether a figure is surely above a ceiling: a flow that can't fall can no longer meet it. */
export const exceeds = (a: Decimal, bound: Bound | undefined, limits: Limits): boolean =>
  limits.high !== undefined && staysBelow(a, bound, limits.high, limits.strict) === false;

/** METHOD §4: the limit a target is paced by. */
export const decidingBound = (limits: Limits): Decimal => limits.low ?? limits.high ?? ZERO;

/** A part of a whole as a decimal. */
export const fraction = (part: number, whole: number): Decimal => decimal(part).div(whole);

/** A part that is no less than nothing and no more than the whole. */
export const clamp = (part: Decimal): Decimal => (part.lt(ZERO) ? ZERO : part.gt(ONE) ? ONE : part);
