import { type Decimal, decimal, ZERO } from '../model/decimal.ts';
import type { Observation } from '../model/observation.ts';
import { convert, countsSingly, type Unit } from '../model/unit.ts';
import type { Figure } from '../model/verdict.ts';

const half = (decimals: number): Decimal => decimal(`5e-${decimals + 1}`);

/** Half of the last decimal a figure was published with; none where single things were counted. */
const halfOf = (o: Observation): Decimal =>
  o.decimals === 0 && countsSingly(o.unit) ? ZERO : half(o.decimals);

/** How far rounding can have moved a figure: half of its last decimal; of a sum, that of all its parts; of a place, not at all. */
export function roundingOf(f: Figure): Decimal {
  if (f.how === 'place') return ZERO;
  if (f.how === 'regions') return (f.parts ?? []).map(roundingOf).reduce((a, b) => a.plus(b), ZERO);
  if (f.how === 'published' || f.how === 'sum' || f.how === 'difference')
    return f.sources.reduce((sum, o) => sum.plus(inUnit(halfOf(o), o.unit, f.unit)), ZERO);
  return half(f.decimals);
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
