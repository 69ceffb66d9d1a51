import type { Indicator } from '../model/indicator.ts';
import { isMoment } from '../model/indicator.ts';
import { type Observation, seriesKey } from '../model/observation.ts';
import { contains, monthPeriod, type Period } from '../model/period.ts';

const EMPTY: readonly Observation[] = [];

/** The observations that may be seen, by series. Revisions have been settled: one figure, one observation. */
export class Book {
  readonly #series: ReadonlyMap<string, readonly Observation[]>;
  readonly #asOf: number;

  /** Series sorted or not; `asOf` is the last month that may be seen. */
  constructor(series: ReadonlyMap<string, readonly Observation[]>, asOf: number) {
    this.#series = series;
    this.#asOf = asOf;
  }

  /** Every visible observation of a series inside a span. */
  *inside(indicator: Indicator, region: string, within: Period): Iterable<Observation> {
    const moment = isMoment(indicator);
    for (const o of this.#series.get(seriesKey(indicator.id, region)) ?? EMPTY) {
      const span = moment ? monthPeriod(o.period.end) : o.period;
      if (o.period.end <= this.#asOf && contains(within, span)) yield o;
    }
  }

  /** The observation of exactly that span; of a moment's series, the one at its end. An exact figure beats a bound. */
  at(indicator: Indicator, region: string, span: Period): Observation | undefined {
    const moment = isMoment(indicator);
    let found: Observation | undefined;
    for (const o of this.inside(indicator, region, moment ? monthPeriod(span.end) : span))
      if ((moment || o.period.start === span.start) && o.period.end === span.end && (!found || found.bound))
        found = o;
    return found;
  }

  /** Whether a break in the series lies after one month and not after another. */
  breaks(indicator: Indicator, region: string, after: number, until: number): boolean {
    for (const o of this.inside(indicator, region, { start: 0, end: until }))
      if (o.status === 'break' && o.period.end > after) return true;
    return false;
  }
}
