import type { Indicator } from '../model/indicator.ts';
import { KINDS } from '../model/kinds.ts';
import { type Period, yearBefore, yearOf, yearPeriod } from '../model/period.ts';
import type { Target } from '../model/plan.ts';
import { convert, type Unit } from '../model/unit.ts';
import type { Figure } from '../model/verdict.ts';
import type { Readings } from './readings/readings.ts';

/** The baseline a plan states with its value, in the given unit; frozen. */
export function statedBaseline(target: Target, unit: Unit): Figure | undefined {
  const { value, period } = target.baseline ?? {};
  if (!value || !period) return undefined;
  const inUnit = convert(value.value, value.unit, unit) ?? value.value;
  return { value: inUnit, decimals: value.decimals, unit, period, sources: [], how: 'stated' };
}

/** The value of the target that is the baseline (以年度目标的1.2倍). */
function targetBaseline(target: Target, unit: Unit): Figure | undefined {
  const other = target.baseline?.target?.found;
  const value = other?.form?.value;
  if (!other || !value || other.form?.change) return undefined;
  const inUnit = convert(value.value, value.unit, unit);
  return (
    inUnit && {
      value: inUnit,
      decimals: value.decimals,
      unit,
      period: other.window,
      sources: [],
      how: 'target',
    }
  );
}

/**
 * The baseline b (METHOD §3): as the plan states it; the figure of the period it names; another target's value; else,
 * for a stock, the last reading before the window, and for any other kind the same span a year before the reading.
 */
export function baselineOf(
  f: Readings,
  target: Target,
  indicator: Indicator,
  region: string,
  reading: Period,
): Figure | undefined {
  const stated = statedBaseline(target, indicator.unit);
  if (stated) return stated;
  if (target.baseline?.target) return targetBaseline(target, indicator.unit);
  if (target.baseline?.period) return f.at(indicator, region, target.baseline.period);
  return KINDS[indicator.kind].baseline === 'before-window'
    ? f.latest(indicator, region, { start: 0, end: target.window.start - 1 })
    : f.at(indicator, region, yearBefore(reading));
}

/** The latest yearly reading on a path: a whole year, or a stock at a year's end. */
export function yearlyReading(
  f: Readings,
  indicator: Indicator,
  region: string,
  path: Period,
  exactOnly = false,
): Figure | undefined {
  for (let year = yearOf(path.end); year >= yearOf(path.start); year--) {
    // the last year ends with the window, which a due date can end early
    const whole = yearPeriod(year);
    const figure = f.at(indicator, region, { start: whole.start, end: Math.min(whole.end, path.end) });
    if (figure && !(exactOnly && figure.bound)) return figure;
  }
  return undefined;
}
