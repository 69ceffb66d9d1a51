import { type Decimal, ONE, power, ZERO } from '../model/decimal.ts';
import { comparesFigure, needsBaseline } from '../model/forms.ts';
import { isSummed, KINDS } from '../model/kinds.ts';
import { lengthOf, type Period, samePeriod, yearOf } from '../model/period.ts';
import type { Pace, Step, Target } from '../model/plan.ts';
import { convert } from '../model/unit.ts';
import type { Season } from '../model/verdict.ts';
import { type Band, band, decidingBound, fraction } from './band.ts';
import type { Case, Compared } from './compared.ts';
import { seasonalPart } from './seasonal.ts';

/** What is expected at the end of a reading, and how it came about. */
export interface Expectation {
  readonly pace: Pace;
  /** The part of the way that should be done by then (f); missing where the value must hold. */
  readonly f: Decimal | undefined;
  /** The years a seasonal pace was seen in. */
  readonly seasons: readonly Season[] | undefined;
  /** What the figure must lie between by then. */
  readonly band: Band;
  /** Where the way starts: 0 for a flow, the baseline for what paces from one. Missing where the value must hold. */
  readonly from: Decimal | undefined;
  /** The end of a band that holds while the other one paces. */
  readonly holds: 'low' | 'high' | undefined;
}

/** What must hold from the start. */
const holding = (whole: Band): Expectation => ({
  pace: 'hold',
  f: undefined,
  seasons: undefined,
  band: whole,
  from: undefined,
  holds: undefined,
});

/** Whether the limits are made from a baseline. */
const restsOnBaseline = ({ form }: Target): boolean => form !== undefined && needsBaseline(form);

/**
 * Whether the limits of the figure itself stay where they are while the reading moves on: they need no baseline, or the
 * plan names it.
 */
export const bandStays = (target: Target): boolean =>
  comparesFigure(target.form ?? {}) && (!restsOnBaseline(target) || target.baseline !== undefined);

/** Whether the plan itself states the baseline's value: figures that turn up later never change a pace. */
const statesBaseline = (target: Target): boolean => target.baseline?.value !== undefined;

/** Whether what accumulates goes on from a baseline: a stated one, or what it is promised to rise from. */
const goesOn = (target: Target): boolean => statesBaseline(target) || restsOnBaseline(target);

/** Where the way to a value starts, or undefined where the value must hold from the start (METHOD §4, expected). */
function startOf({ target, indicator, path }: Case, compared: Compared): Decimal | undefined {
  if (target.pace === 'hold' || !comparesFigure(target.form ?? {})) return undefined;
  const explicit = target.pace !== undefined;
  const several = path !== undefined || lengthOf(target.window) > 12;
  if (isSummed(indicator)) {
    if (path) return statesBaseline(target) ? compared.baseline?.value : undefined;
    if (!restsOnBaseline(target)) return ZERO;
    // against a whole stated year the flow has its own way to go; against the same span only an amount is paced
    if (target.baseline && compared.baseline && samePeriodLength(compared.baseline.period, target.window))
      return ZERO;
    return compared.base;
  }
  if (indicator.accumulates) return goesOn(target) ? compared.baseline?.value : ZERO;
  const { stated } = KINDS[indicator.kind].pace;
  const paced = explicit || stated === 'linear' || (stated === 'over-years' && several);
  if (statesBaseline(target) && paced) return compared.baseline?.value;
  return explicit ? ZERO : undefined;
}

const samePeriodLength = (a: Period, b: Period): boolean =>
  samePeriod(a, b) || (lengthOf(a) === lengthOf(b) && a.start % 12 === b.start % 12);

/**
 * The part of the way from `from` to v that the stated checkpoints expect, linear between them, 0 before the first, the
 * whole at the window's end.
 */
export function stepsPart(
  steps: readonly Step[],
  from: Decimal,
  v: Decimal,
  month: number,
  end: number,
  unit: Compared['unit'],
): Decimal {
  const points = steps.map((s) => {
    if ('part' in s.to) return { month: s.month, part: s.to.part };
    const amount = convert(s.to.amount.value, s.to.amount.unit, unit) ?? s.to.amount.value;
    return { month: s.month, part: v.eq(from) ? ONE : amount.minus(from).div(v.minus(from)) };
  });
  if (points.at(-1)?.month !== end) points.push({ month: end, part: ONE });
  const next = points.findIndex((p) => p.month >= month);
  const after = points[next];
  if (!after) return ONE;
  if (after.month === month) return after.part;
  const before = points[next - 1];
  if (!before) return ZERO;
  return before.part.plus(
    after.part.minus(before.part).times(fraction(month - before.month, after.month - before.month)),
  );
}

/** The part of the time that has passed: months of the window, years on a path of several. */
function timePassed({ path, window }: Case, month: number): Decimal {
  return path
    ? fraction(yearOf(month) - yearOf(path.start) + 1, yearOf(path.end) - yearOf(path.start) + 1)
    : fraction(month - window.start + 1, lengthOf(window));
}

/** The part of the way that should be done by the end of a month. */
export function partDone(
  c: Case,
  compared: Compared,
  pace: Pace,
  from: Decimal,
  month: number,
): { readonly f: Decimal; readonly seasons?: readonly Season[] } {
  const { target, indicator, region, window } = c;
  if (pace === 'steps' && target.steps) {
    const v = decidingBound(compared.band);
    return { f: stepsPart(target.steps.points, from, v, month, window.end, compared.unit) };
  }
  if (pace === 'seasonal') {
    const fromBase = indicator.accumulates && goesOn(target);
    return seasonalPart({ readings: c.readings, indicator, region, goesOn: fromBase }, window, month);
  }
  return { f: timePassed(c, month) };
}

/** What a limit is by then: along the line from the start, or at a constant rate of growth. */
function along(pace: Pace, from: Decimal, v: Decimal, f: Decimal): Decimal {
  return pace === 'geometric' ? from.times(power(v.div(from), f)) : from.plus(v.minus(from).times(f));
}

/** The pace of a target; checkpoints of a year say nothing within one of its months or quarters (`each`). */
function paceOf({ target, window }: Case): Pace {
  const { pace, steps } = target;
  return pace === 'steps' && !(steps && samePeriod(steps.window, window)) ? 'linear' : (pace ?? 'linear');
}

/** What is expected of a target's figure at the end of its reading (METHOD §4). */
export function expect(c: Case, compared: Compared): Expectation {
  const from = startOf(c, compared);
  if (from === undefined) return holding(compared.band);
  const { low, high, strict } = compared.band;
  const pace = paceOf(c);
  // what is made in a window grows with it; a level already on the right side of its limit has nowhere to go: it must hold; no rate of growth leads to 0
  const builds = isSummed(c.indicator) && !c.path;
  const leads = (v: Decimal): boolean => pace !== 'geometric' || (from.gt(ZERO) && v.gt(ZERO));
  const paceLow = low !== undefined && (builds || low.gt(from)) && leads(low);
  const paceHigh = high !== undefined && (builds || high.lt(from)) && leads(high);
  if (!paceLow && !paceHigh) return holding(compared.band);
  const { f, seasons } = partDone(c, compared, pace, from, compared.actual.period.end);
  const by = (v: Decimal | undefined, paced: boolean): Decimal | undefined =>
    v && paced ? along(pace, from, v, f) : v;
  const now = band(by(low, paceLow), by(high, paceHigh), strict);
  const part = pace === 'geometric' ? partOf(from, compared.band, now, f) : f;
  const holds = low && !paceLow ? 'low' : high && !paceHigh ? 'high' : undefined;
  return { pace, f: part, seasons, band: now, from, holds };
}

/** The part of the way that lies behind what is expected: what completion is measured against. */
function partOf(from: Decimal, whole: Band, now: Band, f: Decimal): Decimal {
  const way = decidingBound(whole).minus(from);
  return way.eq(ZERO) ? f : decidingBound(now).minus(from).div(way);
}

/**
 * The expected limits less the slack: a part of v for a flow, of |v − b| where a baseline paces. What holds otherwise has
 * none: a rate, a level, a rise in per cent.
 */
export function withSlack({ band: { low, high }, from }: Expectation, c: Case, compared: Compared): Band {
  const { target, indicator } = c;
  const start = from ?? (isSummed(indicator) && bandStays(target) ? ZERO : undefined);
  // as good as expected is enough on the way, also where the end must be more than v
  if (!target.slack || start === undefined) return band(low, high);
  const span = decidingBound(compared.band).minus(start).abs().times(target.slack);
  return band(low?.minus(span), high?.plus(span));
}
