import { plain } from '../../model/decimal.ts';
import type { Check } from './check.ts';
import { type Desk, periodOf } from './desk.ts';
import { half, isClose, isSmall, type Remainder, remainder } from './rounding.ts';
import { at, FRESH, type Series, type Spot, seekBack } from './series.ts';

/** What is between a span's figure and the difference of two running totals, where it is more than rounding. */
function gapOf(
  s: Series,
  i: number,
  until: number,
  before: number,
  desk: Desk,
): (() => Remainder) | undefined {
  const { values } = s.columns;
  const [x, b, a] = [at(values, i), at(values, until), at(values, before)];
  const off = Math.abs(x - (b - a));
  const allowed = half(s, i) + half(s, until) + half(s, before);
  const scale = Math.abs(x) + Math.abs(b) + Math.abs(a);
  if (isSmall(off, allowed, scale)) return undefined;
  const spot = (index: number): Spot => ({ series: s, index });
  const exact = (): Remainder => remainder([spot(i), spot(before)], [spot(until)], desk.look);
  if (!isClose(off, allowed, scale)) return exact;
  const found = exact();
  return found.off.abs().gt(found.allowed) ? exact : undefined;
}

/**
 * A month or a quarter that is not the difference of the running totals around it: x(March) against 1–3月 less 1–2月.
 * Revisions make such differences, which is why the sentence asks for them; what the rounding of the three figures
 * explains, half a unit of each last decimal, is passed over.
 */
export const months: Check = {
  code: 'data/span-differs',
  check(s, desk) {
    if (s.indicator.kind !== 'flow') return;
    const { starts, ends, flags } = s.columns;
    for (let i = s.from; i < s.to; i++) {
      const [start, end] = [at(starts, i), at(ends, i)];
      const january = start - (start % 12);
      if (start === january || end >= january + 12) continue;
      // the running total to the same end starts earlier, and so stands before the span
      const until = seekBack(s, i, january, end);
      const before = until < 0 ? -1 : seekBack(s, until, january, start - 1);
      if (before < 0 || !((at(flags, i) | at(flags, until) | at(flags, before)) & FRESH)) continue;
      const gap = gapOf(s, i, until, before, desk);
      if (!gap || desk.broken(s, start - 1, end)) continue;
      const [own, to, less] = [i, until, before].map((index) => ({ series: s, index })) as [Spot, Spot, Spot];
      desk.say(months.code, own, [to, less], () => {
        const { off } = gap();
        return {
          by: `${plain(off.abs())} ${s.indicator.unit.text}`,
          until: desk.value(to),
          untilPeriod: periodOf(to),
          untilCell: desk.where(to),
          before: desk.value(less),
          beforePeriod: periodOf(less),
          beforeCell: desk.where(less),
        };
      });
    }
  },
};
