import type { Indicator } from '../../model/indicator.ts';
import type { Region } from '../../model/region.ts';

/** Numbers things from 0, the same thing always with the same number. */
export class Interned<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<T, number>();
  /** What was asked for last is mostly asked for again. */
  #last: T | undefined;
  #lastNumber = 0;

  /** The number of a thing, a new one where it has none yet. */
  of(thing: T): number {
    if (thing === this.#last) return this.#lastNumber;
    let n = this.#numbers.get(thing);
    if (n === undefined) {
      n = this.all.push(thing) - 1;
      this.#numbers.set(thing, n);
    }
    this.#last = thing;
    this.#lastNumber = n;
    return n;
  }
}

/** Numbers series from 0, an indicator and a region together. */
export class SeriesNumbers {
  readonly indicators: Indicator[] = [];
  readonly regions: Region[] = [];
  readonly #numbers = new Map<Indicator, Map<Region, number>>();
  #last = -1;

  /** The number of a series, a new one where it has none yet. */
  of(indicator: Indicator, region: Region): number {
    if (this.indicators[this.#last] === indicator && this.regions[this.#last] === region) return this.#last;
    let ofIndicator = this.#numbers.get(indicator);
    if (!ofIndicator) {
      ofIndicator = new Map();
      this.#numbers.set(indicator, ofIndicator);
    }
    let n = ofIndicator.get(region);
    if (n === undefined) {
      n = this.indicators.push(indicator) - 1;
      this.regions.push(region);
      ofIndicator.set(region, n);
    }
    this.#last = n;
    return n;
  }
}
