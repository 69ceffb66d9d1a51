import { type Decimal, ONE, ZERO } from '../model/decimal.ts';
import { type Indicator, isLevel } from '../model/indicator.ts';
import { lengthOf, type Period, samePeriod, yearOf } from '../model/period.ts';
import type { Pace, Step, Target } from '../model/plan.ts';
import { convert } from '../model/unit.ts';
import { yearsPath } from './baseline.ts';
import { decidingBound, type Limits } from './limits.ts';
import { fraction, type Term } from './term.ts';

/** What is expected at the end of a reading, and how it came about. */
export interface Expectation {
  readonly pace: Pace;
  /** The part of the way that should be done by then (f); missing where the value must hold. */
  readonly f?: Decimal;
  /** What the figure must lie between by then. */
  readonly limits: Limits;
  /** Where the way starts: 0 for a flow, the baseline for what paces from one. Missing where the value must hold. */
  readonly from?: Decimal;
}

/** Whether the limits are made from a baseline. */
const restsOnBaseline = ({ form }: Target): boolean =>
  form?.change !== undefined || form?.comparator === 'improve' || form?.comparator === 'no_worse';

/** Whether the limits stay where they are while the reading moves on: they need no baseline, or the plan gives it. */
export function limitsStay(target: Target): boolean {
  if (!restsOnBaseline(target)) return true;
  const { change } = target.form ?? {};
  const made = change === undefined || change === 'rise' || change === 'fall' || change === 'times';
  return made && target.baseline !== undefined;
}

/** Whether the plan itself states the baseline's value: figures that turn up later never change a pace. */
const statesBaseline = (target: Target): boolean => target.baseline?.value !== undefined;

/** Where the way to a value starts, or undefined where the value must hold from the start (METHOD §4, expected). */
function startOf(target: Target, indicator: Indicator, term: Term): Decimal | undefined {
  const { change } = target.form ?? {};
  if (change === 'average' || change === 'rank' || change === 'above' || change === 'below') return undefined;
  if (target.pace === 'hold') return undefined;
  const explicit = target.pace !== undefined || target.steps !== undefined;
  const several = yearsPath(target) !== undefined || lengthOf(target.window) > 12;
  if (indicator.kind === 'flow') {
    const path = yearsPath(target);
    if (path) return statesBaseline(target) ? term.baseline?.value : undefined;
    if (!restsOnBaseline(target)) return ZERO;
    // against a whole stated year the flow has its own way to go; against the same span only an amount is paced
    if (term.baseline && samePeriodLength(term.baseline.period, target.window)) return ZERO;
    return term.base;
  }
  if (indicator.accumulates) return statesBaseline(target) ? term.baseline?.value : ZERO;
  const paced = indicator.kind === 'stock' || (isLevel(indicator) && several);
  if (statesBaseline(target) && (paced || explicit)) return term.baseline?.value;
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
  unit: Term['unit'],
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

function partDone(target: Target, window: Period, term: Term, pace: Pace, from: Decimal): Decimal {
  const { end } = term.actual.period;
  if (pace === 'steps' && target.steps)
    return stepsPart(target.steps, from, decidingBound(term.limits), end, window.end, term.unit);
  const path = yearsPath(target);
  if (path) return fraction(yearOf(end) - yearOf(path.start) + 1, yearOf(path.end) - yearOf(path.start) + 1);
  return fraction(end - window.start + 1, lengthOf(window));
}

/** What is expected of a target's figure at the end of its reading (METHOD §4). */
export function expect(target: Target, indicator: Indicator, window: Period, term: Term): Expectation {
  const hold: Expectation = { pace: 'hold', limits: term.limits };
  const from = startOf(target, indicator, term);
  if (from === undefined) return hold;
  const pace: Pace = target.steps && target.pace !== 'linear' ? 'steps' : 'linear';
  const f = partDone(target, window, term, pace, from);
  const isFlow = indicator.kind === 'flow';
  const along = (v: Decimal): Decimal => from.plus(v.minus(from).times(f));
  const { low, high, strict } = term.limits;
  // a level already on the right side of its limit has nowhere to go: it must hold
  const paceLow = low && (isFlow || low.gt(from));
  const paceHigh = high && (isFlow || high.lt(from));
  if (!paceLow && !paceHigh) return hold;
  return {
    pace,
    f,
    from,
    limits: {
      ...(low ? { low: paceLow ? along(low) : low } : {}),
      ...(high ? { high: paceHigh ? along(high) : high } : {}),
      strict,
    },
  };
}

/** The expected limits less the slack: a part of v for a flow, of |v − b| where a baseline paces. */
export function withSlack(e: Expectation, term: Term, slack: Decimal | undefined): Limits {
  // as good as expected is enough on the way, also where the end must be more than v
  const limits: Limits = { ...e.limits, strict: false };
  if (!slack || e.from === undefined) return limits;
  const span = decidingBound(term.limits).minus(e.from).abs().times(slack);
  return {
    ...(limits.low ? { low: limits.low.minus(span) } : {}),
    ...(limits.high ? { high: limits.high.plus(span) } : {}),
    strict: false,
  };
}
