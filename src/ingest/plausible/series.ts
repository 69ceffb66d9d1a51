import type { Decimal } from '../../model/decimal.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Unit } from '../../model/unit.ts';

/** Flag of a figure: it came with the export being read. */
export const FRESH = 1;
/** Flag of a figure: with it the series breaks (口径变化), so that nothing before is compared with it or what follows. */
export const BREAK = 2;

/**
 * Figures by column, so that a million of them are a few arrays. Those of one series stand together, sorted by the end
 * of their span and then by its start, one figure for one span. Bounds and deleted figures are left out; what a moment's
 * series says (期末) starts in the month it ends in.
 */
export interface Columns {
  /** Month numbers of the first and the last month. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** In the unit of the series' indicator. */
  readonly values: Float64Array;
  /** One of the last decimal it was published with, in the same unit: 0.01 for 118.24. */
  readonly steps: Float64Array;
  /** `FRESH`, `BREAK` or both. */
  readonly flags: Uint8Array;
  /** What the caller knows the figure by. */
  readonly ids: Float64Array;
}

/** The figures of one indicator and region (序列): the places from `from` to before `to` in its columns. */
export interface Series {
  readonly indicator: Indicator;
  /** The region's code. */
  readonly region: string;
  readonly columns: Columns;
  readonly from: number;
  readonly to: number;
}

/** A figure by its place in a series' columns. */
export interface Spot {
  readonly series: Series;
  readonly index: number;
}

/** A figure as it was published: asked for only where something about it is suspected. */
export interface Shown {
  readonly value: Decimal;
  readonly decimals: number;
  readonly unit: Unit;
  /** Its cell, and before it the batch where it is none of the export being read. */
  readonly where: string;
  /** Where a finding about it is shown: of the export being read, row and column of the cell, from 1. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Gives the figure of an id. */
export type Look = (id: number) => Shown;

// one function for each sort of column, which is compiled for that sort alone
/** The month number at a place that is known to be there. */
export const monthAt = (column: Int32Array, index: number): number => column[index] as number;
/** The number at a place that is known to be there. */
export const numberAt = (column: Float64Array, index: number): number => column[index] as number;
/** The flags at a place that is known to be there. */
export const flagsAt = (column: Uint8Array, index: number): number => column[index] as number;

/** Whether a span runs from a January to a month of the same year (累计). */
export const isYearToDate = (start: number, end: number): boolean => start % 12 === 0 && end < start + 12;

/** The place of a span's figure among those before a place, or −1; near ones are found first. */
export function seekBack(s: Series, before: number, start: number, end: number): number {
  const { starts, ends } = s.columns;
  for (let i = before - 1; i >= s.from && monthAt(ends, i) >= end; i--)
    if (monthAt(ends, i) === end && monthAt(starts, i) === start) return i;
  return -1;
}
