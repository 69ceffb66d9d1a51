import { decimal } from '../model/decimal.ts';
import type { Held } from '../model/history.ts';
import type { Written } from '../model/observation.ts';
import { agrees } from './revise.ts';

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
    /** Other values that change nothing: a later publication stands, or an exact figure against a bound. */
    readonly outranked: number;
  };
  /** The first of those revised and of those outranked. */
  readonly revised: readonly Change[];
  readonly outranked: readonly Change[];
}

/** Whether a standing figure keeps its place: it was published later, or is exact where the new one is a bound. */
function stands(old: Held, row: Written): boolean {
  if (row.bound && !old.bound) return true;
  const since = old.published ?? old.source.ingested.slice(0, 10);
  return row.published !== undefined && row.published < since;
}

/** Changes that are held to be told; a revised export can have as many as it has figures. */
const HELD = 10_000;

/** Compares figures one by one with what counts now. */
export class Comparing {
  readonly #counts = { new: 0, revised: 0, unchanged: 0, outranked: 0 };
  readonly #revised: Change[] = [];
  readonly #outranked: Change[] = [];

  /** So many figures where nothing is stored. */
  unknown(figures: number): void {
    this.#counts.new += figures;
  }

  /** A figure with what stands now of its span, which may be that it was withdrawn. */
  add(row: Written, old: Held | undefined): void {
    if (!old || old.status === 'deleted') {
      this.#counts.new++;
      return;
    }
    if (agrees(old, { ...row, value: decimal(row.number) })) {
      this.#counts.unchanged++;
      return;
    }
    const kind = stands(old, row) ? 'outranked' : 'revised';
    this.#counts[kind]++;
    const list = kind === 'revised' ? this.#revised : this.#outranked;
    if (list.length < HELD) list.push({ old, new: row });
  }

  result(): Comparison {
    return { counts: { ...this.#counts }, revised: this.#revised, outranked: this.#outranked };
  }
}
