import { type Decimal, HUNDRED, ONE, power, ZERO } from '../model/decimal.ts';
import { KINDS } from '../model/kinds.ts';
import { yearBefore, yearOf } from '../model/period.ts';
import type { Amount, Figure, Needed } from '../model/verdict.ts';
import { endFor, type Limits } from './limits.ts';
import {
  differenceOf,
  hardness,
  history,
  inTermUnit,
  keeps,
  margin,
  ownUnit,
  type Question,
  reaches,
} from './question.ts';

/** The figure a change has so far been from: of a stock the last before the window, of any other the same span a year before. */
function changedFrom({ c, term }: Question): { readonly from: Decimal; readonly months: number } | undefined {
  const { figures, indicator, region, window, target, path } = c;
  const { period } = term.actual;
  if (indicator.accumulates && target.baseline?.value === undefined)
    return { from: ZERO, months: period.end - (path ?? window).start + 1 };
  const b =
    target.baseline?.value !== undefined && term.baseline
      ? term.baseline
      : KINDS[indicator.kind].baseline === 'before-window'
        ? figures.latest(indicator, region, { start: 0, end: window.start - 1 })
        : figures.at(indicator, region, yearBefore(period));
  if (!b || b.bound || b.period.end >= period.end) return undefined;
  if (figures.breakBetween(indicator, region, b.period.end, period.end) !== undefined) return undefined;
  return { from: inTermUnit(b, term), months: period.end - b.period.end };
}

/** The change of a stock over the same remaining months a year before. */
function changeYearBefore(q: Question): Decimal | undefined {
  const { c, term } = q;
  if (KINDS[c.indicator.kind].spans !== 'ends') return undefined;
  const at = (month: number): Figure | undefined =>
    c.figures.at(c.indicator, c.region, { start: month, end: month });
  const start = term.actual.period.end - 12;
  const [before, after] = [at(start), at(c.window.end - 12)];
  if (!before || !after || before.bound || after.bound) return undefined;
  if (c.figures.breakBetween(c.indicator, c.region, start, term.actual.period.end) !== undefined)
    return undefined;
  return inTermUnit(after, term).minus(inTermUnit(before, term));
}

/**
 * A level that has still to rise (sign 1) or fall (−1): in all, per remaining month or, on a path of years, per year,
 * beside what it has moved so far and over the same months a year before.
 */
function ofChange(q: Question, value: Decimal, sign: 1 | -1): Needed {
  const { c, term, months } = q;
  const difference = (x: Decimal): Amount => differenceOf(c, x, term.unit);
  const path = c.path;
  const unitMonths = path ? 12 : 1;
  const moved = q.own ? changedFrom(q) : undefined;
  const soFar = moved && term.actual.value.minus(moved.from).times(sign).div(moved.months);
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
function ofStockHeadroom(q: Question, ceiling: Decimal): Needed {
  const { term, months } = q;
  const value = ceiling.minus(term.actual.value);
  const moved = changedFrom(q);
  const soFar = moved && term.actual.value.minus(moved.from).div(moved.months);
  const before = changeYearBefore(q);
  const amount = (x: Decimal): Amount => ({ value: x, unit: term.unit });
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
    ...(left <= months ? { usedUp: term.actual.period.end + Math.max(left, 1) } : {}),
    ...(end.gt(value) || (q.limits.strict && end.gt(ZERO) && end.eq(value)) ? { exceeds: true } : {}),
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
export function neededLevel(q: Question): Needed {
  const { low, high, strict } = q.limits;
  const a = q.term.actual.value;
  if (low && (low.gt(a) || (strict && low.eq(a)))) return ofChange(q, low.minus(a), 1);
  if (high && (high.lt(a) || (strict && high.eq(a)))) return ofChange(q, a.minus(high), -1);
  if (high && !low && q.own && KINDS[q.c.indicator.kind].spans === 'ends' && !q.c.path)
    return ofStockHeadroom(q, high);
  const spare = low && high ? least(a.minus(low), high.minus(a)) : low ? a.minus(low) : (high ?? a).minus(a);
  return margin(q, spare);
}

const least = (a: Decimal, b: Decimal): Decimal => (a.lt(b) ? a : b);

/** The last place that is good enough: places are whole, and one that must be better than x is at least one before it. */
function lastPlace({ low, high, strict }: Limits): number | undefined {
  const end = (high ?? low)?.toNumber();
  return end === undefined || !strict ? end && Math.floor(end) : Math.ceil(end) - 1;
}

/** Places still to gain. */
export function neededPlaces(q: Question): Needed {
  const { c, term, months } = q;
  const value = term.actual.value.minus(lastPlace(q.limits) ?? term.actual.value);
  const unit = c.figures.catalogue.units.parse('位') ?? term.unit;
  return {
    kind: value.gt(ZERO) ? 'places' : 'margin',
    amount: { value: value.abs(), unit, places: true },
    months,
  };
}

/** Mean yearly growth since the baseline: the growth a year that the years left need. */
export function neededAverage({ c, term, months }: Question): Needed | undefined {
  const [reading] = term.actual.parts ?? [];
  const end = endFor(term.actual.value, term.limits);
  const goal = term.limits[end];
  if (!reading || !term.baseline || !goal || !c.path) return undefined;
  const rate = ONE.plus(goal.times(term.unit.factor).div(HUNDRED));
  if (rate.lte(ZERO)) return undefined; // nothing is left to grow
  const years = yearOf(c.window.end) - yearOf(term.baseline.period.end);
  const left = months / 12;
  // (b·(1 + v)^years ÷ a)^(1 ÷ years left) − 1
  const level = term.baseline.value.times(power(rate, ONE.times(years)));
  const value = power(level.div(reading.value), ONE.div(left))
    .minus(ONE)
    .times(HUNDRED)
    .div(term.unit.factor);
  return {
    kind: 'yearly',
    amount: { value, unit: term.unit },
    months,
    soFar: { value: term.actual.value, unit: term.unit },
    ...(end === 'low' ? {} : { atMost: true }),
    against: 'so-far',
    ...(value.lte(ZERO) ? { hardness: ZERO } : hardness(value, term.actual.value)),
  };
}
