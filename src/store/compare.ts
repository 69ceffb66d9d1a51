import { type Observation, seriesKey } from '../model/observation.ts';
import type { Row } from './canonical.ts';
import { agrees } from './revise.ts';

/** A figure that changes: what counted and what counts from now on. */
export interface Change {
  readonly old: Observation;
  readonly new: Row;
}

/** What a new batch does to what counts (新增、修订、未变): the four parts add up to its rows. */
export interface Comparison {
  readonly new: readonly Row[];
  readonly revised: readonly Change[];
  readonly unchanged: readonly Row[];
  /** Other values that change nothing: a later publication stands, or an exact figure against a bound. */
  readonly outranked: readonly Change[];
}

/** Whether a standing figure keeps its place: it was published later, or is exact where the new one is a bound. */
function stands(old: Observation, row: Row): boolean {
  if (row.bound && !old.bound) return true;
  const since = old.published ?? old.source.ingested.slice(0, 10);
  return row.published !== undefined && row.published < since;
}

/** Compares rows with what counts now, by seriesKey; stocks on both sides as their closing month. */
export function compareRows(
  rows: readonly Row[],
  series: ReadonlyMap<string, readonly Observation[]>,
): Comparison {
  const counting = new Map<string, Observation>();
  const keyOf = (r: Pick<Row, 'indicator' | 'region' | 'period'>): string =>
    `${seriesKey(r.indicator, r.region)}\u0000${r.period.start}/${r.period.end}`;
  for (const list of series.values()) for (const o of list) counting.set(keyOf(o), o);
  const result = {
    new: [] as Row[],
    revised: [] as Change[],
    unchanged: [] as Row[],
    outranked: [] as Change[],
  };
  for (const row of rows) {
    const old = counting.get(keyOf(row));
    if (!old) result.new.push(row);
    else if (agrees(old, row)) result.unchanged.push(row);
    else if (stands(old, row)) result.outranked.push({ old, new: row });
    else result.revised.push({ old, new: row });
  }
  return result;
}
