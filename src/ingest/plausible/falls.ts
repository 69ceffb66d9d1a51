import type { Check } from './check.ts';
import { periodOf } from './evidence.ts';
import { half, isSmall } from './rounding.ts';
import { FRESH, flagsAt, isYearToDate, monthAt, numberAt, type Series } from './series.ts';

/** Whether a figure is less than an earlier one by more than their rounding. */
function hasFallen(s: Series, before: number, i: number): boolean {
  const { values, steps } = s.columns;
  const off = numberAt(values, before) - numberAt(values, i);
  const same = numberAt(steps, before) === numberAt(steps, i);
  const allowed = same ? 0 : half(s, before) + half(s, i);
  return !isSmall(off, allowed, Math.abs(numberAt(values, before)));
}

/**
 * A running total of a year (累计) that is less than the one before it, though the catalogue does not say `can_fall`.
 * Two figures with the same last decimal are compared as they stand, because rounding keeps their order; where one is
 * coarser than the other, it must fall by more than both roundings.
 */
export const falls: Check = {
  code: 'data/fell',
  check(s, warnings, evidence) {
    if (s.indicator.kind !== 'flow' || s.indicator.canFall) return;
    const { starts, ends, flags } = s.columns;
    let before = -1;
    for (let i = s.from; i < s.to; i++) {
      if (!isYearToDate(monthAt(starts, i), monthAt(ends, i))) continue;
      const last = before;
      before = i;
      if (
        last < 0 ||
        monthAt(starts, last) !== monthAt(starts, i) ||
        !((flagsAt(flags, i) | flagsAt(flags, last)) & FRESH)
      )
        continue;
      if (!hasFallen(s, last, i) || evidence.breaks(s, monthAt(ends, last), monthAt(ends, i))) continue;
      const [now, then] = [
        { series: s, index: i },
        { series: s, index: last },
      ];
      warnings.add(falls.code, now, [then], () => ({
        before: evidence.value(then),
        beforePeriod: periodOf(then),
        beforeCell: evidence.where(then),
      }));
    }
  },
};
