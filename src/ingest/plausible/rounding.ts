import { type Decimal, decimal, ZERO } from '../../model/decimal.ts';
import { convert, isCount } from '../../model/unit.ts';
import { type Look, numberAt, type Series, type Spot } from './series.ts';

/** The part of an amount that doubles may be wrong by: some fifty of their last digits, for sums of as many members. */
export const NOISE = 1e-14;

/** How far a figure may be from the true one by its rounding (进位误差): half of its last decimal. */
export function half(s: Series, index: number): number {
  const step = numberAt(s.columns.steps, index);
  return step === 1 && isCount(s.indicator.unit) ? 0 : step / 2;
}

/** What figures leave over that should come to nothing, and what their rounding allows, in the indicator's unit. */
export interface Remainder {
  readonly off: Decimal;
  readonly allowed: Decimal;
}

/** The first figures less the others, exactly; all are of one indicator. */
export function remainder(plus: readonly Spot[], minus: readonly Spot[], look: Look): Remainder {
  let [off, allowed] = [ZERO, ZERO];
  for (const [spots, sign] of [
    [plus, 1],
    [minus, -1],
  ] as const)
    for (const { series, index } of spots) {
      const own = series.indicator.unit;
      const { value, decimals, unit } = look(numberAt(series.columns.ids, index));
      off = off.plus((convert(value, unit, own) ?? ZERO).times(sign));
      if (half(series, index) > 0)
        allowed = allowed.plus(convert(decimal(`5e-${decimals + 1}`), unit, own) ?? ZERO);
    }
  return { off, allowed };
}

/**
 * Whether an amount is no more than what is allowed. What doubles can't tell from it is equal to it: it would take
 * figures of fifteen digits to differ by less.
 */
export const isSmall = (amount: number, allowed: number, scale: number): boolean =>
  amount <= allowed + NOISE * scale;
