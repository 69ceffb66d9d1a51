import { isMoment } from '../../model/kinds.ts';
import { isRate } from '../../model/unit.ts';
import type { Check } from './check.ts';
import { type Evidence, periodOf } from './evidence.ts';
import { isYearToDate, monthAt, numberAt, type Series, type Spot } from './series.ts';

/** Figures around one that tell whether the series is calm: so many, two at the least. */
const AROUND = 12;
const LEAST = 2;
/** A series is calm where the greatest of them is at most so many times the least. */
const CALM = 2;
/** So many times the greatest, or that part of the least, is a leap: a calm figure times ten is five times the greatest. */
const LEAP = 4;
/** How many of its last decimal a figure must be away: few digits prove little. */
const DIGITS = 5;
/** How many points a growth must be away: near 0 it doubles without a fault. */
const POINTS = 2;

/** Whether two rates are of one sort: at a moment, over spans of one length, or both since January. */
function areAlike(s: Series, i: number, j: number, moment: boolean): boolean {
  const { starts, ends } = s.columns;
  const [a, b, c, d] = [monthAt(starts, i), monthAt(ends, i), monthAt(starts, j), monthAt(ends, j)];
  return moment || b - a === d - c || (isYearToDate(a, b) && isYearToDate(c, d));
}

/** The figures nearest to one that are of its sort, the nearest first. */
function around(s: Series, i: number, moment: boolean): number[] {
  const found: number[] = [];
  for (let far = 1; found.length < AROUND && (i - far >= s.from || i + far < s.to); far++)
    for (const j of [i - far, i + far])
      if (j >= s.from && j < s.to && areAlike(s, i, j, moment)) found.push(j);
  return found;
}

/** The figure that a rate leaps from, where the others around it are calm; undefined where it does not leap. */
function leapFrom(s: Series, i: number, evidence: Evidence): number | undefined {
  const { values, steps, ends } = s.columns;
  const own = numberAt(values, i);
  const others = around(s, i, isMoment(s.indicator));
  const nearest = others[0];
  if (own === 0 || nearest === undefined || others.length < LEAST) return undefined;
  // one sign: what turns has turned for a reason
  const sizes = others.map((j) => numberAt(values, j) * Math.sign(own));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (!(least > 0) || most > CALM * least) return undefined;
  const size = Math.abs(own);
  const away = size > most ? size - most : least - size;
  if (size < LEAP * most && size > least / LEAP) return undefined;
  if (away < DIGITS * numberAt(steps, i) || (s.indicator.kind === 'growth' && away < POINTS))
    return undefined;
  const month = monthAt(ends, i);
  const across = (j: number): boolean =>
    evidence.breaks(s, Math.min(month, monthAt(ends, j)), Math.max(month, monthAt(ends, j)));
  return others.some(across) ? undefined : nearest;
}

/**
 * A rate (率) far from calm ones: a point or a sign of per cent was lost (5.1 as 51 or 0.051). Rates move by points, and
 * near 0 by many times themselves, so that the leap of levels does not serve. Of the twelve figures around it that are of
 * its sort, two at the least, all have its sign and the greatest is at most twice the least; it is four times the greatest,
 * or a fourth of the least. So every figure of a calm series that was multiplied or divided by ten is found.
 */
export const rates: Check = {
  code: 'data/rate-leap',
  check(s, warnings, evidence) {
    if (!isRate(s.indicator.unit) || s.indicator.accumulates) return;
    for (let i = s.from; i < s.to; i++) {
      const from = leapFrom(s, i, evidence);
      if (from === undefined) continue;
      const [now, then]: [Spot, Spot] = [
        { series: s, index: i },
        { series: s, index: from },
      ];
      warnings.add('data/rate-leap', now, [then], () => ({
        other: evidence.value(then),
        otherPeriod: periodOf(then),
        otherCell: evidence.where(then),
      }));
    }
  },
};
