import { type Decimal, HUNDRED, ONE, ZERO } from '../../model/decimal.ts';
import { lengthOf, yearBefore } from '../../model/period.ts';
import type { Amount, Needed } from '../../model/verdict.ts';
import { endFor, fraction } from '../band.ts';
import { partDone } from '../expected.ts';
import {
  type Basis,
  broughtYearBefore,
  hardness,
  history,
  keeps,
  margin,
  ownUnit,
  reaches,
} from './basis.ts';

/** A flow towards a floor: v − a in all and per remaining month, beside what the same months brought a year before. */
function ofRemainder(q: Basis, value: Decimal): Needed {
  const { compared, months } = q;
  const amount = (x: Decimal): Amount => ({ value: x, unit: compared.unit });
  const before = broughtYearBefore(q);
  const soFar = compared.actual.value.div(lengthOf(compared.actual.period));
  const own = ownUnit(q, value);
  return {
    kind: 'remainder',
    amount: amount(value),
    perMonth: amount(value.div(months)),
    soFar: amount(soFar),
    months,
    ...(before ? { yearBefore: amount(before) } : {}),
    against: before ? 'year-before' : 'so-far',
    ...hardness(value, before ?? soFar.times(months)),
    ...history(q, reaches(q, own)),
  };
}

/** What the present rate has brought by the end of a month, along the target's pace; undefined where its season is not known. */
function broughtBy({ c, compared, e }: Basis, month: number): Decimal | undefined {
  const { value, period } = compared.actual;
  const shaped = (e.pace === 'seasonal' || e.pace === 'steps') && e.f?.gt(ZERO) ? e.f : undefined;
  if (!shaped) return value.times(month - c.window.start + 1).div(lengthOf(period));
  if (month >= c.window.end) return value.div(shaped);
  const { f, seasons } = partDone(c, compared, e.pace, e.from ?? ZERO, month);
  // seen in fewer years, it is another season than the one so far
  if (seasons && seasons.length < (e.seasons?.length ?? 0)) return undefined;
  return value.times(f).div(shaped);
}

/** The first month by whose end a ceiling is used up at the present rate. */
function monthUsedUp(q: Basis, ceiling: Decimal): number | undefined {
  for (let month = q.compared.actual.period.end + 1; month <= q.c.window.end; month++)
    if (broughtBy(q, month)?.gte(ceiling)) return month;
  return undefined;
}

/** What the present rate would bring by the window's end, and whether that goes beyond a ceiling. */
function atTheEnd(
  q: Basis,
  ceiling: Decimal,
): { readonly whole: Decimal | undefined; readonly beyond: boolean } {
  const whole = broughtBy(q, q.c.window.end);
  return { whole, beyond: whole !== undefined && !keeps(q, ceiling)(whole) };
}

/** A flow under a ceiling: the headroom, and the month in which the present rate would use it up. */
function ofHeadroom(q: Basis, ceiling: Decimal): Needed {
  const { compared, months } = q;
  const amount = (x: Decimal): Amount => ({ value: x, unit: compared.unit });
  const value = ceiling.minus(compared.actual.value);
  const before = broughtYearBefore(q);
  const soFar = compared.actual.value.div(lengthOf(compared.actual.period));
  const { whole, beyond } = atTheEnd(q, ceiling);
  const usedUp = whole?.gte(ceiling) ? monthUsedUp(q, ceiling) : undefined;
  const usual = before ?? soFar.times(months);
  const own = ownUnit(q, value);
  return {
    kind: 'headroom',
    amount: amount(value),
    perMonth: amount(value.div(months)),
    soFar: amount(soFar),
    months,
    ...(before ? { yearBefore: amount(before) } : {}),
    ...(usedUp === undefined ? {} : { usedUp }),
    ...(beyond ? { exceeds: true } : {}),
    against: before ? 'year-before' : 'so-far',
    // a ceiling is the harder to keep the less of what is usual it allows
    ...(usual.lte(ZERO) ? { hardness: ZERO } : hardness(usual, value)),
    ...history(q, keeps(q, own)),
  };
}

/** A flow that can fall and lies above its ceiling: what the months left have to take away again. */
function ofExcess(q: Basis, ceiling: Decimal): Needed {
  const { compared, months } = q;
  const amount = (x: Decimal): Amount => ({ value: x, unit: compared.unit });
  const excess = compared.actual.value.minus(ceiling);
  return {
    kind: 'change',
    amount: amount(excess),
    perMonth: amount(excess.div(months)),
    months,
    atMost: true,
    ...(atTheEnd(q, ceiling).beyond ? { exceeds: true } : {}),
  };
}

/** A flow: what it has still to bring or to take away, or what its ceiling still allows. */
export function neededFlow(q: Basis): Needed {
  const { low, high } = q.band;
  const a = q.compared.actual.value;
  if (low && (low.gt(a) || (q.band.strict && low.eq(a)))) return ofRemainder(q, low.minus(a));
  if (high?.lt(a)) return ofExcess(q, high);
  return high ? ofHeadroom(q, high) : margin(q, a.minus(low ?? a));
}

/** METHOD §5: growth G for the window with g so far needs (G − w·g) ÷ (1 − w), w the span's share of last year's level. */
export function neededGrowth(q: Basis): Needed {
  const { c, compared, months } = q;
  const { readings, indicator, region } = c;
  const level =
    indicator.growthOf === undefined ? undefined : readings.catalogue.indicators.get(indicator.growthOf);
  const [span, window] = [yearBefore(compared.actual.period), yearBefore(c.window)];
  const before = level && readings.at(level, region, span);
  const whole = level && readings.at(level, region, window);
  const known =
    before &&
    whole &&
    !before.bound &&
    !whole.bound &&
    whole.value.gt(0) &&
    before.value.lt(whole.value) &&
    readings.breakBetween(level, region, span.end, window.end) === undefined;
  const w = known ? before.value.div(whole.value) : fraction(lengthOf(span), lengthOf(window));
  const g = compared.actual.value;
  const end = endFor(g, q.band);
  const floor = end === 'low';
  const value = (q.band[end] ?? g).minus(w.times(g)).div(ONE.minus(w));
  // what the months left must bring, as a multiple of what they brought last year
  const times = (rate: Decimal): Decimal => ONE.plus(rate.times(compared.unit.factor).div(HUNDRED));
  const [needed, present] = [times(value), times(g)];
  const own = ownUnit(q, value);
  return {
    kind: 'growth',
    amount: { value, unit: compared.unit },
    months,
    ...(known ? { weight: w } : { assumed: true }),
    ...(floor ? {} : { atMost: true }),
    against: 'year-before',
    ...(floor ? { hardness: needed.lt(ZERO) ? ZERO : needed } : hardness(present, needed)),
    ...history(q, floor ? reaches(q, own) : keeps(q, own)),
  };
}
