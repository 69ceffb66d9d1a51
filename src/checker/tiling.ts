import type { Observation } from '../model/observation.ts';
import { monthOfYear, type Period, samePeriod, yearOf } from '../model/period.ts';

/** A part of a tiling: a published span, or the difference of two cumulative ones. */
export interface Tile {
  readonly period: Period;
  readonly plus: Observation;
  /** The shorter cumulative figure taken away: ytd(b) − ytd(a − 1). */
  readonly minus?: Observation;
}

const cost = (t: Tile): number => (t.minus ? 2 : 1);

const isCumulative = ({ period }: Observation): boolean =>
  monthOfYear(period.start) === 1 && yearOf(period.start) === yearOf(period.end);

/** Every span that can be laid: the published ones, and differences of cumulative ones of a year. */
function tilesOf(exact: readonly Observation[], breaks: readonly number[]): Tile[] {
  const tiles: Tile[] = exact.map((plus) => ({ period: plus.period, plus }));
  const cumulative = exact.filter(isCumulative);
  for (const plus of cumulative)
    for (const minus of cumulative)
      if (
        minus.period.start === plus.period.start &&
        minus.period.end < plus.period.end &&
        !breaks.some((b) => b > minus.period.end && b <= plus.period.end)
      )
        tiles.push({ period: { start: minus.period.end + 1, end: plus.period.end }, plus, minus });
  return tiles;
}

/**
 * Lays published spans of a flow from the window's start without gap or overlap (METHOD §4, the reading): the tiling
 * that reaches furthest inside the window, of those the one with the fewest parts. Nothing is added up across one of
 * the `breaks`, the months with which figures end that break the series. With `exactly`, only a tiling that reaches the window's end. Undefined: none starts where the window starts.
 */
export function tile(
  observations: readonly Observation[],
  window: Period,
  exactly: boolean,
  breaks: readonly number[],
): readonly Tile[] | undefined {
  const exact = observations.filter((o) => !o.bound);
  const whole = exact.find((o) => samePeriod(o.period, window));
  if (whole) return [{ period: whole.period, plus: whole }];
  const byStart = new Map<number, Tile[]>();
  for (const t of tilesOf(exact, breaks)) {
    if (t.period.start < window.start || t.period.end > window.end) continue;
    // what comes after the first part must not bring a new way of counting
    if (t.period.start > window.start && breaks.some((b) => b >= t.period.start && b <= t.period.end))
      continue;
    const list = byStart.get(t.period.start);
    if (list) list.push(t);
    else byStart.set(t.period.start, [t]);
  }
  // best[m]: fewest parts that reach the month before m
  const best = new Map<number, { readonly parts: number; readonly tile?: Tile }>([
    [window.start, { parts: 0 }],
  ]);
  let furthest = window.start;
  for (let month = window.start; month <= window.end; month++) {
    const here = best.get(month);
    if (!here) continue;
    for (const t of byStart.get(month) ?? []) {
      const next = t.period.end + 1;
      const parts = here.parts + cost(t);
      const known = best.get(next);
      if (!known || parts < known.parts) best.set(next, { parts, tile: t });
      furthest = Math.max(furthest, next);
    }
  }
  if (furthest === window.start || (exactly && furthest !== window.end + 1)) return undefined;
  const laid: Tile[] = [];
  for (let month = furthest; month > window.start; ) {
    const t = best.get(month)?.tile;
    if (!t) return undefined;
    laid.unshift(t);
    month = t.period.start;
  }
  return laid;
}
