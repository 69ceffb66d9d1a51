import { isLevel, isMoment } from '../../model/indicator.ts';
import type { Check } from './check.ts';
import { type Desk, periodOf } from './desk.ts';
import { at, isYearToDate, type Series, type Spot } from './series.ts';

/** Ten times, less the fifth that a series may have changed meanwhile. */
const TENFOLD = Math.log(8);
/** The same of a hundred times: what is asked where a single figure speaks. */
const HUNDREDFOLD = Math.log(80);
/** How much further a level may have moved for each year between two figures, after the first. */
const YEARLY = Math.log(1.4);
/** How many of its last decimal the lesser figure is taken to be more than it is: few digits prove little. */
const DIGITS = 100;
/** How many times its usual step a series must leap. */
const UNUSUAL = 4;
/** A series is calm where so many other steps are known, and the largest of them is so many times smaller. */
const KNOWN = 4;
const CALM = 3;
/** Far above what doubles are wrong by, far below what matters. */
const NOISE = 1e-9;

/** A series whose figures are lined up: like with like. */
interface Line {
  readonly s: Series;
  readonly moment: boolean;
  /** Whether a longer span holds more. */
  readonly adds: boolean;
  /** Figures that leapt for themselves and are not compared with what follows; none in most series. */
  left?: Set<number>;
}

const monthsOf = ({ s, moment }: Line, i: number): number =>
  moment ? 1 : at(s.columns.ends, i) - at(s.columns.starts, i) + 1;

/** The kind of a figure's span: a running total of the year, or its length; at a moment there is but one kind. */
function sortOf(line: Line, i: number): number {
  const { starts, ends } = line.s.columns;
  return line.moment || isYearToDate(at(starts, i), at(ends, i)) ? 0 : monthsOf(line, i);
}

/** The level of a figure: of what adds up, the mean of its months. */
const levelOf = (line: Line, i: number): number =>
  line.adds ? at(line.s.columns.values, i) / monthsOf(line, i) : at(line.s.columns.values, i);

/** Whether figures of one sort can be compared: seasons are alike in one span, in one year, or even out in half of one. */
function alike(line: Line, i: number, j: number): boolean {
  const { starts } = line.s.columns;
  const [a, b] = [monthsOf(line, i), monthsOf(line, j)];
  return a === b || at(starts, i) === at(starts, j) || (a >= 6 && b >= 6);
}

const takesPart = (line: Line, i: number): boolean => at(line.s.columns.values, i) > 0 && !line.left?.has(i);

/** The next figure of the same sort, forwards or backwards, or −1. */
function next(line: Line, i: number, way: 1 | -1): number {
  const sort = sortOf(line, i);
  const { from, to } = line.s;
  for (let j = i + way; j >= from && j < to; j += way)
    if (sortOf(line, j) === sort && takesPart(line, j)) return j;
  return -1;
}

/** The latest figure of the same span in an earlier year, or −1. */
function yearsBefore(line: Line, i: number): number {
  const { ends } = line.s.columns;
  let j = next(line, i, -1);
  while (j >= 0 && ((at(ends, i) - at(ends, j)) % 12 !== 0 || monthsOf(line, i) !== monthsOf(line, j)))
    j = next(line, j, -1);
  return j;
}

/** How far a figure is from another, as a logarithm with its sign, less what digits and years explain; 0 at the least. */
function distance(line: Line, i: number, j: number): number {
  const { ends, steps, values } = line.s.columns;
  const [a, b] = [levelOf(line, i), levelOf(line, j)];
  const least = a < b ? i : j;
  const few = 1 + (DIGITS * at(steps, least)) / at(values, least);
  const years = Math.abs(at(ends, i) - at(ends, j)) / 12;
  const size = Math.abs(Math.log(a / b)) - Math.log(few) - Math.max(0, years - 1) * YEARLY;
  return Math.max(0, size) * Math.sign(a - b);
}

/** The steps between neighbours of a figure's sort, without those from and to it. */
function otherSteps(line: Line, i: number): number[] {
  const found: number[] = [];
  const sort = sortOf(line, i);
  let before = -1;
  for (let j = line.s.from; j < line.s.to; j++) {
    if (sortOf(line, j) !== sort || !takesPart(line, j)) continue;
    if (before >= 0 && before !== i && j !== i && alike(line, before, j))
      found.push(Math.abs(Math.log(levelOf(line, j) / levelOf(line, before))));
    before = j;
  }
  return found.sort((a, b) => a - b);
}

interface Leap {
  /** The figure that it is compared with. */
  readonly from: number;
  /** The figure after it, where that is back. */
  readonly back?: number;
}

/** Whether a figure leaps away from those before it. */
function leapOf(line: Line, i: number, before: number, desk: Desk): Leap | undefined {
  const { ends } = line.s.columns;
  const whole = (j: number): boolean => j >= 0 && !desk.broken(line.s, at(ends, j), at(ends, i));
  const peers = [...new Set([before, yearsBefore(line, i)])].filter(whole);
  const [from] = peers;
  if (from === undefined) return undefined;
  const ways = peers.map((j) => distance(line, i, j));
  const sign = Math.sign(ways[0] ?? 0);
  const least = Math.min(...ways.map((d) => d * sign)) + NOISE;
  if (least < TENFOLD) return undefined;
  const after = next(line, i, 1);
  const like = after >= 0 && alike(line, i, after) && !desk.broken(line.s, at(ends, i), at(ends, after));
  const back = like && distance(line, i, after) * sign + NOISE >= TENFOLD;
  const steps = otherSteps(line, i);
  const calm = steps.length >= KNOWN && least >= CALM * (steps.at(-1) ?? 0);
  const sure = peers.length > 1 || back || calm;
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  if (least < Math.max(sure ? TENFOLD : HUNDREDFOLD, UNUSUAL * usual)) return undefined;
  return back ? { from, back: after } : { from };
}

/** How many times a level is another: `9870`, or the part it is of it. */
function timesOf(line: Line, i: number, j: number): { readonly times: string } | { readonly part: string } {
  const ratio = levelOf(line, i) / levelOf(line, j);
  const short = (n: number): string => (n < 100 ? n.toFixed(1) : n.toFixed(0));
  return ratio > 1 ? { times: short(ratio) } : { part: short(1 / ratio) };
}

/**
 * A level ten times its neighbours, or a tenth of them: the series breaks, or a unit was misread (万元 as 亿元).
 *
 * Like is compared with like: months with months, quarters with quarters, running totals by the mean of their months and
 * only inside one year or with at least half a year in each, so that a February is not held against a December. A figure
 * is compared with the one before it and with the same span a year before. Each of them must say that it leaps: one
 * that does not has a season, or a habit, to explain it. Then two voices are enough for ten times (8, because the series
 * itself moves): the two figures before; or the figure after, which is back; or a history of at least four other steps,
 * none of them a third as large. Where a single figure speaks, as in a young series, it takes a hundred times (80),
 * which a wrong 万 or 千 is and a good year is not.
 *
 * Small numbers leap without a fault (1 firm, then 12): the lesser figure is taken to be a hundred of its last decimal
 * more than it is, so that few digits prove little and nothing (0) proves nothing. Series that are never quiet must leap
 * four times as far as they usually step, and years without a figure are granted 40 per cent each. What
 * `accumulates` starts from nothing every time and is left out, as are growth, ranks and gaps.
 */
export const leap: Check = {
  code: 'data/leap',
  check(s, desk) {
    const { indicator } = s;
    if (!isLevel(indicator) || indicator.accumulates) return;
    const line: Line = { s, moment: isMoment(indicator), adds: indicator.kind === 'flow' };
    const { ends } = s.columns;
    for (let i = s.from + 1; i < s.to; i++) {
      if (!takesPart(line, i)) continue;
      let before = next(line, i, -1);
      if (before < 0) continue;
      if (!alike(line, i, before)) before = -1;
      else {
        const ratio = levelOf(line, i) / levelOf(line, before);
        if (ratio < 8 && ratio > 1 / 8) continue;
      }
      const found = leapOf(line, i, before, desk);
      if (!found) continue;
      desk.leap(s, at(ends, i));
      if (found.back !== undefined) {
        desk.leap(s, at(ends, found.back));
        line.left = (line.left ?? new Set()).add(i);
      }
      const [now, then]: [Spot, Spot] = [
        { series: s, index: i },
        { series: s, index: found.from },
      ];
      desk.say(leap.code, now, [then], () => ({
        ...timesOf(line, i, found.from),
        other: desk.value(then),
        otherPeriod: periodOf(then),
        otherCell: desk.where(then),
        ...(line.adds && monthsOf(line, i) !== monthsOf(line, found.from) ? { monthly: 'yes' } : {}),
      }));
    }
  },
};
