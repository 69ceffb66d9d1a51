import type { Decimal } from './decimal.ts';
import type { Period } from './period.ts';
import type { Unit } from './unit.ts';

/** A figure published as a bound (4800多, 30余, 近1000): what it proves about the true value. */
export type Bound = '>' | '>=' | '<' | '<=' | '≈';

/** The published flags of a figure (数据状态); `inferred`: its label or region was inferred by whoever entered it. */
export const OBSERVATION_STATUSES = [
  'provisional',
  'estimated',
  'revised',
  'break',
  'inferred',
  'deleted',
] as const;

export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

/** The columns of a batch, in their order: `store` writes them, and `ingest` takes its own output. */
export const BATCH_COLUMNS = [
  'indicator',
  'region',
  'from',
  'to',
  'value',
  'unit',
  'status',
  'published',
  'cell',
] as const;

/** Where a figure came from, down to the cell. */
export interface Source {
  /** The batch it stands in, by its id in the store. */
  readonly batch: string;
  /** Its line in the batch, or what the store counts rows by. */
  readonly line: number;
  /** The export it was read from. */
  readonly file: string;
  /** Its cell there, e.g. `R5C3`. */
  readonly cell: string;
  /** ISO time of ingestion. */
  readonly ingested: string;
}

/** One published figure of an indicator, a region and a span (观测值). */
export interface Observation {
  readonly indicator: string;
  readonly region: string;
  readonly period: Period;
  readonly value: Decimal;
  /** Decimals as published. */
  readonly decimals: number;
  readonly unit: Unit;
  readonly bound?: Bound;
  readonly status?: ObservationStatus;
  /** ISO date of publication. */
  readonly published?: string;
  readonly source: Source;
}

/** A figure as it is taken from its cell and stands in a batch: its value as it was published. */
export interface Written extends Omit<Observation, 'source' | 'value' | 'decimals'> {
  /** Its digits, with a minus and a decimal point where it has them. */
  readonly number: string;
  /** Its cell in the export, e.g. `R5C3`. */
  readonly cell: string;
}

/** A series the checker asks the store for. */
export interface SeriesRequest {
  readonly indicator: string;
  readonly region: string;
  /** The spans wanted lie in here. */
  readonly within: Period;
}

export const seriesKey = (indicator: string, region: string): string => `${indicator}\u0000${region}`;

const FIGURE = /^(>=|<=|>|<|≥|≤|≈)?([-+]?\d+(?:\.\d+)?)$/;

/** Splits the text of a published value into its bound and its number: `>4800`. Undefined: neither. */
export function readBound(text: string): { readonly bound?: Bound; readonly number: string } | undefined {
  const m = FIGURE.exec(text);
  if (!m?.[2]) return undefined;
  const sign = m[1]?.replace('≥', '>=').replace('≤', '<=');
  return { number: m[2].replace(/^\+/, ''), ...(sign ? { bound: sign as Bound } : {}) };
}
