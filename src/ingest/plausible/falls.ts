import type { Check } from './check.ts';
import { type Desk, periodOf } from './desk.ts';
import { half, isClose, isSmall, remainder } from './rounding.ts';
import { at, FRESH, isYearToDate, type Series } from './series.ts';

/** Whether a figure is less than an earlier one by more than their rounding. */
function hasFallen(s: Series, before: number, i: number, desk: Desk): boolean {
  const { values, steps } = s.columns;
  const off = at(values, before) - at(values, i);
  const same = at(steps, before) === at(steps, i);
  const allowed = same ? 0 : half(s, before) + half(s, i);
  const scale = Math.abs(at(values, before));
  if (isSmall(off, allowed, scale)) return false;
  if (!isClose(off, allowed, scale)) return true;
  const exact = remainder([{ series: s, index: before }], [{ series: s, index: i }], desk.look);
  return exact.off.gt(exact.allowed);
}

/**
 * A running total of a year (累计) that is less than the one before it, though the catalogue does not say `can_fall`.
 * Two figures with the same last decimal are compared as they stand, because rounding keeps their order; where one is
 * coarser than the other, it must fall by more than both roundings.
 */
export const falls: Check = {
  code: 'data/fell',
  check(s, desk) {
    if (s.indicator.kind !== 'flow' || s.indicator.canFall) return;
    const { starts, ends, flags } = s.columns;
    let before = -1;
    for (let i = s.from; i < s.to; i++) {
      if (!isYearToDate(at(starts, i), at(ends, i))) continue;
      const last = before;
      before = i;
      if (last < 0 || at(starts, last) !== at(starts, i) || !((at(flags, i) | at(flags, last)) & FRESH))
        continue;
      if (!hasFallen(s, last, i, desk) || desk.broken(s, at(ends, last), at(ends, i))) continue;
      const [now, then] = [
        { series: s, index: i },
        { series: s, index: last },
      ];
      desk.say(falls.code, now, [then], () => ({
        before: desk.value(then),
        beforePeriod: periodOf(then),
        beforeCell: desk.where(then),
      }));
    }
  },
};
