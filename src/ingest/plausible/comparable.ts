import { isYearToDate, monthAt, numberAt, type Series } from './series.ts';

/** A series whose figures are lined up: like with like. */
export interface Comparable {
  readonly s: Series;
  readonly moment: boolean;
  /** Whether a longer span holds more. */
  readonly adds: boolean;
  /** Figures that leapt for themselves and are not compared with what follows; none in most series. */
  left?: Set<number>;
}

/** How many months a figure is for; at a moment one. */
export const monthsOf = ({ s, moment }: Comparable, i: number): number =>
  moment ? 1 : monthAt(s.columns.ends, i) - monthAt(s.columns.starts, i) + 1;

/** The kind of a figure's span: a running total of the year, or its length; at a moment there is but one kind. */
function sortOf(own: Comparable, i: number): number {
  if (own.moment) return 0;
  const start = monthAt(own.s.columns.starts, i);
  const end = monthAt(own.s.columns.ends, i);
  return isYearToDate(start, end) ? 0 : end - start + 1;
}

/** The level of a figure: of what adds up, the mean of its months. */
export function levelOf(own: Comparable, i: number): number {
  const value = numberAt(own.s.columns.values, i);
  return own.adds ? value / monthsOf(own, i) : value;
}

/** Whether figures of one sort can be compared: seasons are alike in one span, in one year, or even out in half of one. */
export function alike(own: Comparable, i: number, j: number): boolean {
  const { starts } = own.s.columns;
  const a = monthsOf(own, i);
  const b = monthsOf(own, j);
  return a === b || monthAt(starts, i) === monthAt(starts, j) || (a >= 6 && b >= 6);
}

/** Whether a figure is compared: what is not above 0 is no multiple of anything. */
export const takesPart = (own: Comparable, i: number): boolean =>
  numberAt(own.s.columns.values, i) > 0 && !own.left?.has(i);

/** The next figure of the same sort, forwards or backwards, or −1. */
export function next(own: Comparable, i: number, way: 1 | -1): number {
  const sort = sortOf(own, i);
  const { from, to } = own.s;
  for (let j = i + way; j >= from && j < to; j += way)
    if (sortOf(own, j) === sort && takesPart(own, j)) return j;
  return -1;
}

/** The latest figure of the same span in an earlier year, or −1. */
export function yearsBefore(own: Comparable, i: number): number {
  const { starts, ends } = own.s.columns;
  const end = monthAt(ends, i);
  const months = monthsOf(own, i);
  const season = monthAt(starts, i) % 12;
  for (let j = i - 1; j >= own.s.from; j--)
    if (
      monthAt(starts, j) % 12 === season &&
      monthAt(ends, j) < end &&
      monthsOf(own, j) === months &&
      takesPart(own, j)
    )
      return j;
  return -1;
}

/** Figures before and behind one that tell how its series usually steps. */
const AROUND = 30;

/** The steps between neighbours of a figure's sort around it, without those from and to it. */
export function otherSteps(own: Comparable, i: number): number[] {
  const found: number[] = [];
  const sort = sortOf(own, i);
  let before = -1;
  for (let j = Math.max(own.s.from, i - AROUND); j < Math.min(own.s.to, i + AROUND + 1); j++) {
    if (sortOf(own, j) !== sort || !takesPart(own, j)) continue;
    if (before >= 0 && before !== i && j !== i && alike(own, before, j))
      found.push(Math.abs(Math.log(levelOf(own, j) / levelOf(own, before))));
    before = j;
  }
  return found.sort((a, b) => a - b);
}
