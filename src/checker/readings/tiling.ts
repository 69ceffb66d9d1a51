import type { Observation } from '../../model/observation.ts';
import { monthOfYear, type Period, yearOf } from '../../model/period.ts';

/** A part of a tiling: a published span, or the difference of two cumulative ones. */
export interface Tile {
  readonly period: Period;
  readonly plus: Observation;
  /** The shorter cumulative figure taken away: ytd(b) − ytd(a − 1). */
  readonly minus?: Observation;
}

const isCumulative = ({ period }: Observation): boolean =>
  monthOfYear(period.start) === 1 && yearOf(period.start) === yearOf(period.end);

/** Differences of cumulative figures of a year that lie inside a window. */
function differences(exact: readonly Observation[], window: Period, breaks: readonly number[]): Tile[] {
  const cumulative = exact.filter(isCumulative);
  const tiles: Tile[] = [];
  if (cumulative.length < 2) return tiles;
  for (const plus of cumulative)
    for (const minus of cumulative) {
      const start = minus.period.end + 1;
      const { end } = plus.period;
      if (minus.period.start !== plus.period.start || start > end || start < window.start || end > window.end)
        continue;
      if (breaks.some((b) => b >= start && b <= end)) continue;
      tiles.push({ period: { start, end }, plus, minus });
    }
  return tiles;
}

/** The best way to lay spans up to a month: how many parts it takes, and the last of them. */
interface Reached {
  readonly parts: number;
  readonly plus: Observation;
  readonly tile?: Tile;
}

/**
 * Lays published spans of a flow from the window's start without gap or overlap (METHOD §4, the reading): the tiling
 * that reaches furthest inside the window, of those the one with the fewest parts. Nothing is added up across one of
 * the `breaks`, the months with which figures end that break the series. With `exactly`, only a tiling that reaches the
 * window's end. Undefined: none starts where the window starts.
 */
export function tile(
  observations: readonly Observation[],
  window: Period,
  exactly: boolean,
  breaks: readonly number[],
): readonly Tile[] | undefined {
  const { start, end } = window;
  const exact: Observation[] = [];
  for (const o of observations) {
    if (o.bound) continue;
    if (o.period.start === start && o.period.end === end) return [{ period: o.period, plus: o }];
    exact.push(o);
  }
  const made = differences(exact, window, breaks);
  // what comes after the first part must not bring a new way of counting
  const stops = (from: number, to: number): boolean =>
    from > start && breaks.some((b) => b >= from && b <= to);
  // reached[m]: the best way to the end of month m, from the window's start
  const reached: (Reached | undefined)[] = new Array(end - start + 1);
  let furthest = start - 1;
  for (let month = start; month <= furthest + 1 && month <= end; month++) {
    const before = month === start ? 0 : reached[month - 1 - start]?.parts;
    if (before === undefined) continue;
    const lay = (to: number, parts: number, plus: Observation, t?: Tile): void => {
      const known = reached[to - start];
      if (known && known.parts <= parts) return;
      reached[to - start] = t ? { parts, plus, tile: t } : { parts, plus };
      if (to > furthest) furthest = to;
    };
    for (const o of exact) {
      const { period } = o;
      if (period.start === month && period.end <= end && !stops(month, period.end))
        lay(period.end, before + 1, o);
    }
    for (const t of made)
      if (t.period.start === month && !stops(month, t.period.end)) lay(t.period.end, before + 2, t.plus, t);
  }
  if (furthest < start || (exactly && furthest !== end)) return undefined;
  const laid: Tile[] = [];
  for (let month = furthest; month >= start; ) {
    const last = reached[month - start];
    if (!last) return undefined;
    const t = last.tile ?? { period: last.plus.period, plus: last.plus };
    laid.push(t);
    month = t.period.start - 1;
  }
  return laid.reverse();
}
