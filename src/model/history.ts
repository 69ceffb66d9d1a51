import type { Observation, Source } from './observation.ts';
import type { Period } from './period.ts';

/**
 * What became of one value of a figure (采用、相符、已修订、已撤回、未采用): it counts; another one counts and says the
 * same, or keeps what this bound says; it counted until a later one took its place, or took it back; it never counted,
 * because one published later, or an exact one, was there before it.
 */
export const STANDINGS = ['counts', 'agrees', 'revised', 'withdrawn', 'outranked'] as const;

export type Standing = (typeof STANDINGS)[number];

/** A batch as the log lists it (批次). */
export interface BatchEntry {
  /** Its id in the store. */
  readonly batch: string;
  /** What it is called for short, as no other batch is. */
  readonly name: string;
  /** The name of the export it was read from. */
  readonly source: string;
  readonly mapping: string;
  /** ISO time. */
  readonly ingested: string;
  /** Rows that can be used, the sum of the standings. */
  readonly observations: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** Rows that can't be used: they can't be read, or are in a unit that can't measure their indicator. */
  readonly faulty: number;
  /** Ids, in the order of the batch. */
  readonly indicators: readonly string[];
  /** Codes, in the order of the batch. */
  readonly regions: readonly string[];
  /** From the first month of any figure to the last. */
  readonly span?: Period;
}

/** One value that was ever taken for a figure (数据版本). */
export interface Vintage extends Observation {
  /** The batch for short. */
  readonly name: string;
  readonly standing: Standing;
}

/** A value and where it came from. */
export interface Held extends Omit<Observation, 'source'> {
  readonly cell: string;
  readonly source: Pick<Source, 'batch' | 'file' | 'ingested'>;
}

/** A figure that changes: what counted and what counts from then on. */
export interface FigureChange {
  readonly indicator: string;
  readonly region: string;
  readonly period: Period;
  /** None where the figure had been withdrawn. */
  readonly old?: Held;
  /** None where the figure has no value any more. */
  readonly new?: Held;
}

/** How many figures change, and the first of them. */
export interface Changes {
  readonly count: number;
  readonly first: readonly FigureChange[];
}

/** What taking a batch back changes (撤销批次): figures = restored + gone + unchanged. */
export interface Undoing {
  readonly batch: string;
  readonly source?: string;
  readonly sourceHash?: string;
  readonly mapping?: string;
  readonly ingested?: string;
  readonly figures: number;
  readonly faulty: number;
  /** Another value counts again. */
  readonly restored: Changes;
  /** No value is left. */
  readonly gone: Changes;
  /** The batch's value did not count, or another batch says the same. */
  readonly unchanged: number;
}
