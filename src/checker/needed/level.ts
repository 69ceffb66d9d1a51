import { type Decimal, HUNDRED, ONE, power, ZERO } from '../../model/decimal.ts';
import { KINDS } from '../../model/kinds.ts';
import { yearBefore, yearOf } from '../../model/period.ts';
import type { Amount, Figure, Needed } from '../../model/verdict.ts';
import { type Band, endFor } from '../band.ts';
import {
  type Basis,
  differenceOf,
  hardness,
  history,
  inTermUnit,
  keeps,
  margin,
  ownUnit,
  reaches,
} from './basis.ts';

/** The figure a change has so far been from: of a stock the last before the window, of any other the same span a year before. */
function changedFrom({
  c,
  compared,
}: Basis): { readonly from: Decimal; readonly months: number } | undefined {
  const { readings, indicator, region, window, target, path } = c;
  const { period } = compared.actual;
  if (indicator.accumulates && target.baseline?.value === undefined)
    return { from: ZERO, months: period.end - (path ?? window).start + 1 };
  const b =
    target.baseline?.value !== undefined && compared.baseline
      ? compared.baseline
      : KINDS[indicator.kind].baseline === 'before-window'
        ? readings.latest(indicator, region, { start: 0, end: window.start - 1 })
        : readings.at(indicator, region, yearBefore(period));
  if (!b || b.bound || b.period.end >= period.end) return undefined;
  if (readings.breakBetween(indicator, region, b.period.end, period.end) !== undefined) return undefined;
  return { from: inTermUnit(b, compared), months: period.end - b.period.end };
}

/** The change of a stock over the same remaining months a year before. */
function changeYearBefore(q: Basis): Decimal | undefined {
  const { c, compared } = q;
  if (KINDS[c.indicator.kind].spans !== 'ends') return undefined;
  const at = (month: number): Figure | undefined =>
    c.readings.at(c.indicator, c.region, { start: month, end: month });
  const start = compared.actual.period.end - 12;
  const [before, after] = [at(start), at(c.window.end - 12)];
  if (!before || !after || before.bound || after.bound) return undefined;
  if (c.readings.breakBetween(c.indicator, c.region, start, compared.actual.period.end) !== undefined)
    return undefined;
  return inTermUnit(after, compared).minus(inTermUnit(before, compared));
}

/**
 * A level that has still to rise (sign 1) or fall (−1): in all, per remaining month or, on a path of years, per year,
 * beside what it has moved so far and over the same months a year before.
 */
function ofChange(q: Basis, value: Decimal, sign: 1 | -1): Needed {
  const { c, compared, months } = q;
  const difference = (x: Decimal): Amount => differenceOf(c, x, compared.unit);
  const path = c.path;
  const unitMonths = path ? 12 : 1;
  const moved = q.own ? changedFrom(q) : undefined;
  const soFar = moved && compared.actual.value.minus(moved.from).times(sign).div(moved.months);
  const before = path || !q.own ? undefined : changeYearBefore(q)?.times(sign);
  const per = value.times(unitMonths).div(months);
  const own = ownUnit(q, value);
  const usual = before ?? soFar?.times(months);
  return {
    kind: 'change',
    amount: difference(value),
    ...(path ? { perYear: difference(per) } : { perMonth: difference(per) }),
    ...(soFar ? { soFar: difference(soFar.times(unitMonths)) } : {}),
    ...(before ? { yearBefore: difference(before) } : {}),
    months,
    ...(sign < 0 ? { atMost: true } : {}),
    ...(usual
      ? { against: before ? ('year-before' as const) : ('so-far' as const), ...hardness(value, usual) }
      : {}),
    ...history(q, (brought) => reaches(q, own)(brought.times(sign))),
  };
}

/** A stock below its ceiling: the headroom, and the month in which it would be used up as the stock has risen so far. */
function ofStockHeadroom(q: Basis, ceiling: Decimal): Needed {
  const { compared, months } = q;
  const value = ceiling.minus(compared.actual.value);
  const moved = changedFrom(q);
  const soFar = moved && compared.actual.value.minus(moved.from).div(moved.months);
  const before = changeYearBefore(q);
  const amount = (x: Decimal): Amount => ({ value: x, unit: compared.unit });
  const usual = before ?? soFar?.times(months);
  const left = soFar?.gt(ZERO) ? Math.ceil(value.div(soFar).toNumber()) : Number.POSITIVE_INFINITY;
  const end = soFar ? soFar.times(months) : ZERO;
  const own = ownUnit(q, value);
  return {
    kind: 'headroom',
    amount: amount(value),
    perMonth: amount(value.div(months)),
    ...(soFar ? { soFar: amount(soFar) } : {}),
    months,
    ...(before ? { yearBefore: amount(before) } : {}),
    ...(left <= months ? { usedUp: compared.actual.period.end + Math.max(left, 1) } : {}),
    ...(end.gt(value) || (q.band.strict && end.gt(ZERO) && end.eq(value)) ? { exceeds: true } : {}),
    ...(usual
      ? {
          against: before ? ('year-before' as const) : ('so-far' as const),
          ...(usual.lte(ZERO) ? { hardness: ZERO } : hardness(usual, value)),
        }
      : {}),
    ...history(q, keeps(q, own)),
  };
}

/** A level: what it has still to move, what its ceiling still allows, or what it has to spare. */
export function neededLevel(q: Basis): Needed {
  const { low, high, strict } = q.band;
  const a = q.compared.actual.value;
  if (low && (low.gt(a) || (strict && low.eq(a)))) return ofChange(q, low.minus(a), 1);
  if (high && (high.lt(a) || (strict && high.eq(a)))) return ofChange(q, a.minus(high), -1);
  if (high && !low && q.own && KINDS[q.c.indicator.kind].spans === 'ends' && !q.c.path)
    return ofStockHeadroom(q, high);
  const spare = low && high ? least(a.minus(low), high.minus(a)) : low ? a.minus(low) : (high ?? a).minus(a);
  return margin(q, spare);
}

const least = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b);

/** The last place that is good enough: places are whole, and one that must be better than x is at least one before it. */
function lastPlace({ low, high, strict }: Band): number | undefined {
  const end = (high ?? low)?.toNumber();
  return end === undefined || !strict ? end && Math.floor(end) : Math.ceil(end) - 1;
}

/** Places still to gain. */
export function neededPlaces(q: Basis): Needed {
  const { c, compared, months } = q;
  const value = compared.actual.value.minus(lastPlace(q.band) ?? compared.actual.value);
  const unit = c.readings.catalogue.units.parse('位') ?? compared.unit;
  return {
    kind: value.gt(ZERO) ? 'places' : 'margin',
    amount: { value: value.abs(), unit, places: true },
    months,
  };
}

/** Mean yearly growth since the baseline: the growth a year that the years left need. */
export function neededAverage({ c, compared, months }: Basis): Needed | undefined {
  const [reading] = compared.actual.parts ?? [];
  const end = endFor(compared.actual.value, compared.band);
  const goal = compared.band[end];
  if (!reading || !compared.baseline || !goal || !c.path) return undefined;
  const rate = ONE.plus(goal.times(compared.unit.factor).div(HUNDRED));
  if (rate.lte(ZERO)) return undefined; // nothing is left to grow
  const years = yearOf(c.window.end) - yearOf(compared.baseline.period.end);
  const left = months / 12;
  // (b·(1 + v)^years ÷ a)^(1 ÷ years left) − 1
  const level = compared.baseline.value.times(power(rate, ONE.times(years)));
  const value = power(level.div(reading.value), ONE.div(left))
    .minus(ONE)
    .times(HUNDRED)
    .div(compared.unit.factor);
  return {
    kind: 'yearly',
    amount: { value, unit: compared.unit },
    months,
    soFar: { value: compared.actual.value, unit: compared.unit },
    ...(end === 'low' ? {} : { atMost: true }),
    against: 'so-far',
    ...(value.lte(ZERO) ? { hardness: ZERO } : hardness(value, compared.actual.value)),
  };
}
