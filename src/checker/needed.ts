import { ONE } from '../model/decimal.ts';
import { lengthOf, type Period, shift, yearOf, yearPeriod } from '../model/period.ts';
import type { Needed } from '../model/verdict.ts';
import { yearsPath } from './baseline.ts';
import { decidingBound } from './limits.ts';
import { limitsStay } from './pace.ts';
import { type Case, fraction, type Term } from './term.ts';

/** The flow of the same remaining months a year before, where it is known. */
function yearBefore(c: Case, rest: Period, term: Term): Pick<Needed, 'yearBefore'> {
  const f = c.figures.at(c.indicator, c.region, shift(rest, -12));
  return f && !f.bound
    ? { yearBefore: { value: f.value.times(f.unit.factor).div(term.unit.factor), unit: term.unit } }
    : {};
}

/** A flow towards a floor: v − a in all and per remaining month. */
function ofFlow(c: Case, term: Term, months: number): Needed {
  const value = decidingBound(term.limits).minus(term.actual.value);
  const rest = { start: term.actual.period.end + 1, end: c.window.end };
  return {
    kind: 'remainder',
    amount: { value, unit: term.unit },
    perMonth: { value: value.div(months), unit: term.unit },
    months,
    ...yearBefore(c, rest, term),
  };
}

/** A flow under a ceiling: the headroom, and the month in which the present rate would use it up. */
function ofCeiling(c: Case, term: Term, months: number): Needed {
  const ceiling = decidingBound(term.limits);
  const value = ceiling.minus(term.actual.value);
  const elapsed = lengthOf(term.actual.period);
  const rate = term.actual.value.div(elapsed);
  const usedUp = rate.gt(0) ? c.window.start + Math.ceil(ceiling.div(rate).toNumber()) - 1 : undefined;
  return {
    kind: 'headroom',
    amount: { value, unit: term.unit },
    months,
    ...(usedUp !== undefined && usedUp <= c.window.end ? { usedUp } : {}),
  };
}

/** METHOD §5: growth G for the year with g so far needs (G − w·g) ÷ (1 − w), w the span's share of last year's level. */
function ofGrowth(c: Case, term: Term, months: number): Needed {
  const level =
    c.indicator.growthOf === undefined ? undefined : c.figures.catalogue.indicators.get(c.indicator.growthOf);
  const span = term.actual.period;
  const before = level && c.figures.at(level, c.region, shift(span, -12));
  const year = level && c.figures.at(level, c.region, shift(c.window, -12));
  const known =
    before && year && !before.bound && !year.bound && year.value.gt(0) && before.value.lt(year.value);
  const w = known ? before.value.div(year.value) : fraction(lengthOf(span), lengthOf(c.window));
  const goal = decidingBound(term.limits);
  const value = goal.minus(w.times(term.actual.value)).div(ONE.minus(w));
  return { kind: 'growth', amount: { value, unit: term.unit }, months, ...(known ? {} : { assumed: true }) };
}

/** What is still needed to meet a target that is not final (METHOD §5); undefined where nothing can be said. */
export function neededFor(c: Case, term: Term, asOf: number): Needed | undefined {
  const { actual, limits } = term;
  const months = c.window.end - actual.period.end;
  if (months <= 0 || actual.bound || asOf > c.window.end) return undefined;
  if (!limitsStay(c.target) || yearsPath(c.target)) return undefined;
  if (c.indicator.kind === 'flow') return limits.low ? ofFlow(c, term, months) : ofCeiling(c, term, months);
  const wholeYear = lengthOf(c.window) === 12 && c.window.start === yearPeriod(yearOf(c.window.start)).start;
  if (c.indicator.kind === 'growth' && limits.low && wholeYear && term.unit.factor.gt(0))
    return ofGrowth(c, term, months);
  return undefined;
}
