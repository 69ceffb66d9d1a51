import { plain } from '../../model/decimal.ts';
import type { Check } from './check.ts';
import { periodOf } from './evidence.ts';
import { half, isSmall, remainder } from './rounding.ts';
import { FRESH, flagsAt, monthAt, numberAt, type Series, type Spot, seekBack } from './series.ts';

/** Whether a span's figure differs from what is between two running totals by more than their rounding. */
function differs(s: Series, i: number, until: number, before: number): boolean {
  const { values } = s.columns;
  const x = numberAt(values, i);
  const b = numberAt(values, until);
  const a = numberAt(values, before);
  const allowed = half(s, i) + half(s, until) + half(s, before);
  return !isSmall(Math.abs(x - (b - a)), allowed, Math.abs(x) + Math.abs(b) + Math.abs(a));
}

/**
 * A month or a quarter that is not the difference of the running totals around it: x(March) against 1–3月 less 1–2月.
 * Revisions make such differences, which is why the sentence asks for them; what the rounding of the three figures
 * explains, half a unit of each last decimal, is passed over.
 */
export const months: Check = {
  code: 'data/span-differs',
  check(s, warnings, evidence) {
    if (s.indicator.kind !== 'flow') return;
    const { starts, ends, flags } = s.columns;
    for (let i = s.from; i < s.to; i++) {
      const start = monthAt(starts, i);
      const end = monthAt(ends, i);
      const january = start - (start % 12);
      if (start === january || end >= january + 12) continue;
      // the running total to the same end starts earlier, and so stands before the span
      const until = seekBack(s, i, january, end);
      const before = until < 0 ? -1 : seekBack(s, until, january, start - 1);
      if (before < 0 || !((flagsAt(flags, i) | flagsAt(flags, until) | flagsAt(flags, before)) & FRESH))
        continue;
      if (!differs(s, i, until, before) || evidence.breaks(s, start - 1, end)) continue;
      const [own, to, less] = [i, until, before].map((index) => ({ series: s, index })) as [Spot, Spot, Spot];
      warnings.add(months.code, own, [to, less], () => {
        const { off } = remainder([own, less], [to], evidence.look);
        return {
          by: `${plain(off.abs())} ${s.indicator.unit.text}`,
          until: evidence.value(to),
          untilPeriod: periodOf(to),
          untilCell: evidence.where(to),
          before: evidence.value(less),
          beforePeriod: periodOf(less),
          beforeCell: evidence.where(less),
        };
      });
    }
  },
};
