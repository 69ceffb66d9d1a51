import type { Observation } from '../model/observation.ts';
import { convert } from '../model/unit.ts';

/** An observation read from a cell, before it stands in a batch (观测值). */
export interface Reading extends Omit<Observation, 'source'> {
  /** Its cell, e.g. `R5C3`, row and column from 1 as a spreadsheet counts. */
  readonly cell: string;
}

/** What became of a reading: kept, the same again, or at odds with an earlier one. */
export type Outcome =
  | { readonly kind: 'new' }
  | { readonly kind: 'repeated' }
  /** `first` is set where the earlier cell was not yet at odds with another */
  | { readonly kind: 'conflict'; readonly earlier: Reading; readonly first: boolean };

/** One figure: an exact value, a bound and a deletion of the same span stand beside each other. */
function keyOf(r: Reading): string {
  const sort =
    r.status === 'deleted' ? 'deleted' : r.bound ? `${r.bound}${r.value.toFixed()}${r.unit.text}` : '';
  return [r.indicator, r.region, r.period.start, r.period.end, r.published ?? '', sort].join('\u0000');
}

const sameValue = (a: Reading, b: Reading): boolean => convert(b.value, b.unit, a.unit)?.eq(a.value) ?? false;

/** Holds the readings of one file, and finds those that come twice. */
export class Repeats {
  readonly #kept = new Map<string, Reading>();
  readonly #odds = new Set<string>();

  add(reading: Reading): Outcome {
    const key = keyOf(reading);
    const earlier = this.#kept.get(key);
    if (!earlier) {
      this.#kept.set(key, reading);
      return { kind: 'new' };
    }
    if (sameValue(earlier, reading)) return { kind: 'repeated' };
    const first = !this.#odds.has(key);
    this.#odds.add(key);
    return { kind: 'conflict', earlier, first };
  }

  /** The readings that nothing in the file contradicts, in the order of their cells. */
  kept(): Reading[] {
    return [...this.#kept].flatMap(([key, reading]) => (this.#odds.has(key) ? [] : [reading]));
  }
}
