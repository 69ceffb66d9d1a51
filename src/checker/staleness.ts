import { INTERVAL, type Indicator } from '../model/indicator.ts';
import { lengthOf, monthOfYear, type Period, yearOf } from '../model/period.ts';
import type { Mark } from '../model/verdict.ts';

/**
 * How old a reading is at the as-of month, by the months between two readings and their lag: `stale` past one interval and the lag, `gone` past two, `closed` where the
 * window's end and the lag have passed without a final figure.
 */
export function ageOf(
  lag: number,
  interval: number,
  window: Period,
  reading: Period,
  asOf: number,
): 'fresh' | 'stale' | 'gone' | 'closed' {
  if (asOf > window.end + lag) return 'closed';
  const age = asOf - reading.end;
  if (age > 2 * interval + lag) return 'gone';
  return age > interval + lag ? 'stale' : 'fresh';
}

/** The first month at whose end a figure for the window should be there. */
export function firstDue(indicator: Indicator, window: Period): number {
  const { released } = indicator;
  if (released !== undefined) {
    const month = yearOf(window.start) * 12 + released - 1;
    return month >= window.start ? month : month + 12;
  }
  const interval = INTERVAL[indicator.frequency];
  // a yearly series has its figure at the year's end, a quarterly one at the quarter's, wherever the window starts
  const first = interval - ((monthOfYear(window.start) - 1) % interval);
  return window.start + Math.min(first, lengthOf(window)) + indicator.lag;
}

/** Adds the marks a figure brings along: it is a bound, or its label was inferred. */
export function addMarksOf(
  sources: readonly { readonly status?: string; readonly bound?: string }[],
  marks: Mark[],
): void {
  let bound = false;
  let inferred = false;
  for (const s of sources) {
    bound ||= s.bound !== undefined;
    inferred ||= s.status === 'inferred';
  }
  if (bound) marks.push('bound');
  if (inferred) marks.push('inferred');
}
