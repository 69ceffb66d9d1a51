import { isYearToDate, monthAt, numberAt, type Series } from './series.ts';

/** A series whose figures are lined up: like with like. */
export interface Line {
  readonly s: Series;
  readonly moment: boolean;
  /** Whether a longer span holds more. */
  readonly adds: boolean;
  /** Figures that leapt for themselves and are not compared with what follows; none in most series. */
  left?: Set<number>;
}

/** How many months a figure is for; at a moment one. */
export const monthsOf = ({ s, moment }: Line, i: number): number =>
  moment ? 1 : monthAt(s.columns.ends, i) - monthAt(s.columns.starts, i) + 1;

/** The kind of a figure's span: a running total of the year, or its length; at a moment there is but one kind. */
function sortOf(line: Line, i: number): number {
  if (line.moment) return 0;
  const start = monthAt(line.s.columns.starts, i);
  const end = monthAt(line.s.columns.ends, i);
  return isYearToDate(start, end) ? 0 : end - start + 1;
}

/** The level of a figure: of what adds up, the mean of its months. */
export function levelOf(line: Line, i: number): number {
  const value = numberAt(line.s.columns.values, i);
  return line.adds ? value / monthsOf(line, i) : value;
}

/** Whether figures of one sort can be compared: seasons are alike in one span, in one year, or even out in half of one. */
export function alike(line: Line, i: number, j: number): boolean {
  const { starts } = line.s.columns;
  const a = monthsOf(line, i);
  const b = monthsOf(line, j);
  return a === b || monthAt(starts, i) === monthAt(starts, j) || (a >= 6 && b >= 6);
}

/** Whether a figure is compared: what is not above 0 is no multiple of anything. */
export const takesPart = (line: Line, i: number): boolean =>
  numberAt(line.s.columns.values, i) > 0 && !line.left?.has(i);

/** The next figure of the same sort, forwards or backwards, or −1. */
export function next(line: Line, i: number, way: 1 | -1): number {
  const sort = sortOf(line, i);
  const { from, to } = line.s;
  for (let j = i + way; j >= from && j < to; j += way)
    if (sortOf(line, j) === sort && takesPart(line, j)) return j;
  return -1;
}

/** The latest figure of the same span in an earlier year, or −1. */
export function yearsBefore(line: Line, i: number): number {
  const { starts, ends } = line.s.columns;
  const end = monthAt(ends, i);
  const months = monthsOf(line, i);
  const season = monthAt(starts, i) % 12;
  for (let j = i - 1; j >= line.s.from; j--)
    if (
      monthAt(starts, j) % 12 === season &&
      monthAt(ends, j) < end &&
      monthsOf(line, j) === months &&
      takesPart(line, j)
    )
      return j;
  return -1;
}

/** Figures before and behind one that tell how its series usually steps. */
const AROUND = 30;

/** The steps between neighbours of a figure's sort around it, without those from and to it. */
export function otherSteps(line: Line, i: number): number[] {
  const found: number[] = [];
  const sort = sortOf(line, i);
  let before = -1;
  for (let j = Math.max(line.s.from, i - AROUND); j < Math.min(line.s.to, i + AROUND + 1); j++) {
    if (sortOf(line, j) !== sort || !takesPart(line, j)) continue;
    if (before >= 0 && before !== i && j !== i && alike(line, before, j))
      found.push(Math.abs(Math.log(levelOf(line, j) / levelOf(line, before))));
    before = j;
  }
  return found.sort((a, b) => a - b);
}
