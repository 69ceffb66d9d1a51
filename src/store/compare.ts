import { decimal, decimalsOf } from '../model/decimal.ts';
import type { Held } from '../model/history.ts';
import type { Written } from '../model/observation.ts';
import { agrees, latestOf } from './settle.ts';

/** A figure that changes: what counted and what counts from now on. */
export interface Change {
  readonly old: Held;
  readonly new: Written;
}

/** What a new batch does to what counts (新增、修订、未变): the four counts add up to its figures. */
export interface Comparison {
  readonly counts: {
    readonly new: number;
    readonly revised: number;
    readonly unchanged: number;
    /** Other values that change nothing: a later publication stands, or an exact value against a bound. */
    readonly outranked: number;
  };
  /** The first of those revised and of those outranked. */
  readonly revised: readonly Change[];
  readonly outranked: readonly Change[];
}

/** Changes that are kept to be told; a revised export can have as many as it has figures. */
const KEPT = 10_000;

/** Compares figures one by one with what counts now. */
export class Comparing {
  /** ISO time at which the figures come in. */
  readonly #now = new Date().toISOString();
  readonly #counts = { new: 0, revised: 0, unchanged: 0, outranked: 0 };
  readonly #revised: Change[] = [];
  readonly #outranked: Change[] = [];

  /** Counts so many figures of which nothing is stored. */
  unknown(figures: number): void {
    this.#counts.new += figures;
  }

  /** Compares a figure with all its vintages that are stored. */
  add(figure: Written, vintages: readonly Held[]): void {
    const old = latestOf(vintages);
    const source = { batch: '', file: '', ingested: this.#now };
    const now: Held = {
      ...figure,
      value: decimal(figure.number),
      decimals: decimalsOf(figure.number),
      source,
    };
    const stands = latestOf([...vintages, now]) === now;
    if (!old || (old.status === 'deleted' && stands)) this.#counts.new++;
    else if (agrees(old, now)) this.#counts.unchanged++;
    else if (stands) this.#keep('revised', { old, new: figure });
    else this.#keep('outranked', { old, new: figure });
  }

  #keep(kind: 'revised' | 'outranked', change: Change): void {
    this.#counts[kind]++;
    const list = kind === 'revised' ? this.#revised : this.#outranked;
    if (list.length < KEPT) list.push(change);
  }

  /** What came of it. */
  result(): Comparison {
    return { counts: { ...this.#counts }, revised: this.#revised, outranked: this.#outranked };
  }
}
