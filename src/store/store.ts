import type { Diagnostic } from '../model/diagnostic.ts';
import type { BatchEntry, Undoing, Vintage } from '../model/history.ts';
import type { Observation, SeriesRequest, Written } from '../model/observation.ts';
import type { Comparison } from './compare.ts';
import type { ExportHashes, Origin } from './origin.ts';
import type { Revision } from './settle.ts';

/** Which figures of a store are looked at; all, unless something is said. */
export interface View {
  /** Month number: spans that end later are left out. */
  readonly asOf?: number;
  /** ISO date: what was ingested or published later is left out. */
  readonly knownOn?: string;
}

/** What every answer of a store brings with it. */
interface Answer {
  /** Batches and rows that could not be read; the answer was made without them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The series asked for, with what counts in them. */
export interface ReadResult extends Answer {
  /** What counts, by seriesKey, in the order of time. Every series asked for is there. */
  readonly series: ReadonlyMap<string, readonly Observation[]>;
  /** Figures of which other values were published. */
  readonly revisions: readonly Revision[];
}

/** All values that a series ever had. */
export interface VintagesResult extends Answer {
  /** In the order of time, those of one span the earliest published first. */
  readonly vintages: readonly Vintage[];
}

/** The batches of a store. */
export interface LogResult extends Answer {
  /** The latest ingested first. */
  readonly entries: readonly BatchEntry[];
}

/** What removing a batch changes. */
export interface UndoResult extends Answer {
  readonly undone: Undoing;
}

/** What is wrong in a store. */
export interface VerifyResult extends Answer {
  /** The batches that were looked through, by their ids. */
  readonly batches: readonly string[];
}

/** A batch that is stored. */
export interface StoredBatch extends Origin {
  /** Its id in the store. */
  readonly batch: string;
}

/** What became of figures that were to be stored. */
export interface Appended {
  /** The id of the batch they are in. */
  readonly batch: string;
  /** False where the store has the same export by the same mapping already, perhaps since a moment ago. */
  readonly written: boolean;
}

/** Figures that can be gone through again and again. */
export type FigureList = Iterable<Written> & { readonly length: number };

/**
 * Where the observations of a project live (观测值库). Figures come in batches, one for each export; a batch is never
 * changed, and what counts is settled when it is asked for (`docs/method.md` §2, Revisions), so that any past state of
 * knowledge can be asked for too. Where a batch or the store as a whole can't be opened, every method throws UserError,
 * but for `log` and `undoing`, which answer from the rest.
 */
export interface Store {
  /** What counts in some series. Stocks come as their closing month. All requests are answered together. */
  read(requests: readonly SeriesRequest[], view?: View): Promise<ReadResult>;

  /** Every value that was ever published for a series, and what became of each. */
  vintages(request: SeriesRequest, view?: View): Promise<VintagesResult>;

  /** The codes of the regions that have figures of an indicator, in the order of the catalogue. */
  regionsWith(indicator: string): Promise<readonly string[]>;

  /** The batches, with what became of their figures; those ingested by a day (`knownOn`), as it was known then. */
  log(knownOn?: string): Promise<LogResult>;

  /** The batches that came of an export and a mapping, the earliest ingested first. */
  batchesOf(hashes: ExportHashes): Promise<readonly StoredBatch[]>;

  /** What figures that are not yet stored would change in what counts. They are gone through several times. */
  compare(figures: FigureList): Promise<Comparison>;

  /**
   * Stores figures as one batch, whole or not at all. One export is not stored twice by the same mapping, even by two
   * programs at once, unless cells of it were left out before or another date of publication is given now. Throws
   * UserError where it can't be written.
   */
  append(origin: Origin, figures: Iterable<Written>): Promise<Appended>;

  /**
   * The id of the one batch that a user means by some text: its id, its name, or a part that no other name has.
   * Throws UserError where none is meant, or several, or what is not to be removed.
   */
  findBatch(asked: string): Promise<string>;

  /** What removing a batch would change. */
  undoing(batch: string): Promise<UndoResult>;

  /** Removes a batch and nothing else. Throws UserError where that can't be; nothing is changed then. */
  remove(batch: string): Promise<void>;

  /** Looks through all that is stored: batches changed since they were written, rows that can't be read or used. */
  verify(): Promise<VerifyResult>;
}
