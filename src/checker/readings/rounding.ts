import { type Decimal, decimal, total, ZERO } from '../../model/decimal.ts';
import { convert, isCount, type Unit } from '../../model/unit.ts';
import type { Figure } from '../../model/verdict.ts';

/** Half of the last decimal; single things are counted, not rounded (家, 人). */
const half = (decimals: number, unit: Unit): Decimal =>
  decimals === 0 && isCount(unit) ? ZERO : decimal(`5e-${decimals + 1}`);

/** How far rounding can have moved a figure: half of its last decimal, of a count nothing; of a sum, that of all its parts; of a place, not at all. */
export function roundingOf(f: Figure): Decimal {
  if (f.how === 'place') return ZERO;
  if (f.how === 'regions') return total((f.parts ?? []).map(roundingOf));
  if (f.how === 'published' || f.how === 'sum' || f.how === 'difference')
    return total(f.sources.map((o) => inUnit(half(o.decimals, o.unit), o.unit, f.unit)));
  return half(f.decimals, f.unit);
}

const inUnit = (value: Decimal, from: Unit, to: Unit): Decimal => convert(value, from, to) ?? value;

/** Whether a published figure and the one made from its sources cannot both be right, whatever was rounded. */
export function disagree(published: Figure, made: Figure): boolean {
  const difference = made.value.minus(published.value);
  const allowed = roundingOf(made).plus(published.bound ? ZERO : roundingOf(published));
  switch (published.bound) {
    case '>':
    case '>=':
      return difference.lt(allowed.times(-1));
    case '<':
    case '<=':
      return difference.gt(allowed);
    case '≈':
      return false;
    default:
      return difference.abs().gt(allowed);
  }
}
