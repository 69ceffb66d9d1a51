import { type Decimal, decimal } from './decimal.ts';
import { type Change, COMPARATORS } from './forms.ts';
import type { Allowance, Target } from './plan.ts';
import { convert, isPoints, isRate, type Unit } from './unit.ts';

/** METHOD §3, tolerance of `about`: 0.5 points for a rate, 5 % of a quantity, a tenth of a change. */
export const TOLERANCE = {
  ratePoints: decimal('0.5'),
  quantity: decimal('0.05'),
  change: decimal('0.1'),
} as const;

/** How far `about` (左右) may fall short of v, in the unit of v; the default unless the plan states one. */
export function toleranceOf(
  v: Decimal,
  unit: Unit,
  change: Change | undefined,
  stated: Allowance | undefined,
): Decimal {
  if (stated && 'part' in stated) return v.abs().times(stated.part);
  if (stated) {
    const { value, unit: own } = stated.amount;
    // a bare number is in the unit of v already; points on a rate are too, but for ‰
    if (own.dimensions === 'number') return value;
    if (isPoints(own) && isRate(unit)) return value.times(own.factor).div(unit.factor);
    return convert(value, own, unit) ?? value;
  }
  if (change) return v.abs().times(TOLERANCE.change);
  return isRate(unit) || isPoints(unit)
    ? TOLERANCE.ratePoints.div(unit.factor)
    : v.abs().times(TOLERANCE.quantity);
}

/** The tolerance of a target that has one: of `about`, in its own unit. */
export function decidingTolerance(target: Target): Decimal | undefined {
  const { form } = target;
  if (!form?.value || !COMPARATORS[form.comparator].tolerant) return undefined;
  return toleranceOf(form.value.value, form.value.unit, form.change, target.tolerance);
}
