import { type BatchEntry, STANDINGS, type Standing } from '../model/history.ts';
import type { Written } from '../model/observation.ts';
import type { StoredBatch } from './store.ts';

/** Counts what a batch has, row by row, for the log (批次清单). */
export class BatchTally {
  readonly #standings = Object.fromEntries(STANDINGS.map((s) => [s, 0])) as Record<Standing, number>;
  readonly #indicators = new Set<string>();
  readonly #regions = new Set<string>();
  #observations = 0;
  #start = Number.POSITIVE_INFINITY;
  #end = Number.NEGATIVE_INFINITY;
  #faulty = 0;

  /** Counts a row that can be used. */
  row({ indicator, region, period }: Pick<Written, 'indicator' | 'region' | 'period'>): void {
    this.#observations++;
    this.#indicators.add(indicator);
    this.#regions.add(region);
    this.#start = Math.min(this.#start, period.start);
    this.#end = Math.max(this.#end, period.end);
  }

  /** Counts a row that can't be used. */
  fault(): void {
    this.#faulty++;
  }

  /** Counts what became of a row. */
  standing(standing: Standing): void {
    this.#standings[standing]++;
  }

  /** The batch as the log lists it, under its short name. */
  entry({ batch, source, mapping, ingested }: StoredBatch, name: string): BatchEntry {
    return {
      batch,
      name,
      source,
      mapping,
      ingested,
      observations: this.#observations,
      standings: this.#standings,
      faulty: this.#faulty,
      indicators: [...this.#indicators],
      regions: [...this.#regions],
      ...(this.#observations > 0 ? { span: { start: this.#start, end: this.#end } } : {}),
    };
  }
}
