import type { Indicator } from '../../model/indicator.ts';
import { isMoment } from '../../model/kinds.ts';
import { type Observation, seriesKey } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';

const EMPTY: readonly Observation[] = [];

/** Where series are found by their key: a map of lists, or what makes a list when it is asked for. */
export interface SeriesSource {
  readonly get: (key: string) => readonly Observation[] | undefined;
}

/** The observations that may be seen, by series. Revisions have been settled: one figure, one observation. */
export class Visible {
  readonly #source: SeriesSource;
  readonly #asOf: number;
  /** Whether a figure that breaks its series has been looked at. */
  sawBreak = false;
  // a target looks at one series many times, one after the other: the last one is kept open
  #indicator = '';
  #region = '';
  #open: readonly Observation[] = EMPTY;
  #breaks = false;

  /** Series sorted or not; `asOf` is the last month that may be seen. */
  constructor(source: SeriesSource, asOf: number) {
    this.#source = source;
    this.#asOf = asOf;
  }

  /** Opens a series; says whether a visible figure of it brings a break. */
  #series(indicator: Indicator, region: string): readonly Observation[] {
    if (indicator.id === this.#indicator && region === this.#region) return this.#open;
    this.#indicator = indicator.id;
    this.#region = region;
    this.#open = this.#source.get(seriesKey(indicator.id, region)) ?? EMPTY;
    this.#breaks = false;
    for (const o of this.#open) if (o.status === 'break' && o.period.end <= this.#asOf) this.#breaks = true;
    if (this.#breaks) this.sawBreak = true;
    return this.#open;
  }

  /** Every visible observation of a series inside a span. */
  inside(indicator: Indicator, region: string, within: Period): Observation[] {
    const moment = isMoment(indicator);
    const last = Math.min(within.end, this.#asOf);
    const found: Observation[] = [];
    for (const o of this.#series(indicator, region)) {
      const { start, end } = o.period;
      if (end <= last && (moment ? end : start) >= within.start) found.push(o);
    }
    return found;
  }

  /** The observation of exactly that span; of a moment's series, the one at its end. An exact figure beats a bound. */
  at(indicator: Indicator, region: string, span: Period): Observation | undefined {
    if (span.end > this.#asOf) return undefined;
    const moment = isMoment(indicator);
    let found: Observation | undefined;
    for (const o of this.#series(indicator, region))
      if (o.period.end === span.end && (moment || o.period.start === span.start) && (!found || found.bound))
        found = o;
    return found;
  }

  /** The visible months after one and not after another that bring a break in the series. */
  breaks(indicator: Indicator, region: string, after: number, until: number): readonly number[] {
    const series = this.#series(indicator, region);
    if (!this.#breaks) return [];
    const last = Math.min(until, this.#asOf);
    return series
      .filter((o) => o.status === 'break' && o.period.end > after && o.period.end <= last)
      .map((o) => o.period.end);
  }

  /** The month that brings a break in the series, after one month and not after another; undefined: there is none. */
  breakAfter(indicator: Indicator, region: string, after: number, until: number): number | undefined {
    return this.breaks(indicator, region, after, until)[0];
  }

  /** The month that brings the last break in the series up to a month; undefined: there is none. */
  lastBreak(indicator: Indicator, region: string, until: number): number | undefined {
    const all = this.breaks(indicator, region, 0, until);
    return all.length > 0 ? Math.max(...all) : undefined;
  }
}
