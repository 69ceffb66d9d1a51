import type { Indicator } from '../model/indicator.ts';
import { isMoment } from '../model/indicator.ts';
import { type Observation, seriesKey } from '../model/observation.ts';
import { contains, monthPeriod, type Period } from '../model/period.ts';

const EMPTY: readonly Observation[] = [];

/** The observations that may be seen, by series. Revisions have been settled: one figure, one observation. */
export class Book {
  readonly #series: ReadonlyMap<string, readonly Observation[]>;
  readonly #asOf: number;

  /** Whether a figure that breaks its series has been looked at. */
  sawBreak = false;

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
      if (o.period.end > this.#asOf) continue;
      if (o.status === 'break') this.sawBreak = true;
      if (contains(within, span)) yield o;
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

  /** The month that brings a break in the series, after one month and not after another; undefined: there is none. */
  breakAfter(indicator: Indicator, region: string, after: number, until: number): number | undefined {
    for (const o of this.inside(indicator, region, { start: 0, end: until }))
      if (o.status === 'break' && o.period.end > after) return o.period.end;
    return undefined;
  }

  /** The months of a span that bring a break in the series. */
  breaks(indicator: Indicator, region: string, within: Period): number[] {
    const months: number[] = [];
    if (!this.sawBreak) return months;
    for (const o of this.inside(indicator, region, { start: 0, end: within.end }))
      if (o.status === 'break' && o.period.end >= within.start) months.push(o.period.end);
    return months;
  }

  /** The month that brings the last break in the series up to a month; undefined: there is none. */
  lastBreak(indicator: Indicator, region: string, until: number): number | undefined {
    let last: number | undefined;
    for (const o of this.inside(indicator, region, { start: 0, end: until }))
      if (o.status === 'break') last = Math.max(last ?? 0, o.period.end);
    return last;
  }
}
