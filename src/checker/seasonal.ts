import { type Decimal, decimal, ZERO } from '../model/decimal.ts';
import type { Indicator } from '../model/indicator.ts';
import { lengthOf, type Period, shift } from '../model/period.ts';
import type { Figure, Season } from '../model/verdict.ts';
import { clamp, fraction } from './band.ts';
import type { Readings } from './readings/readings.ts';

/** Years the mean is made of, and years looked back for them. */
const YEARS = 3;
const LOOK_BACK = 5;

/** The series whose seasons are looked for. */
export interface SeasonalSeries {
  readonly readings: Readings;
  readonly indicator: Indicator;
  readonly region: string;
  /** Whether it builds up on what was there before the window: a stated baseline makes it go on. */
  readonly goesOn: boolean;
}

function exactAt({ readings, indicator, region }: SeasonalSeries, span: Period): Figure | undefined {
  const found = readings.at(indicator, region, span);
  return found?.bound ? undefined : found;
}

/** The part of a window that the same span of it brought; undefined where it is not known, or was counted in two ways. */
function partOf(s: SeasonalSeries, span: Period, window: Period): Decimal | undefined {
  const before = window.start - 1;
  const [part, whole] = [exactAt(s, span)?.value, exactAt(s, window)?.value];
  const start = s.goesOn ? exactAt(s, { start: before, end: before })?.value : ZERO;
  if (!part || !whole || !start || whole.lte(start)) return undefined;
  const counted = s.goesOn ? before : span.end;
  if (s.readings.breakBetween(s.indicator, s.region, counted, window.end) !== undefined) return undefined;
  return part.minus(start).div(whole.minus(start));
}

/**
 * METHOD §4, seasonal: what part of the window the same span was in the last three complete years, the latest first;
 * fewer where fewer of the last five years are known.
 */
function seasonsOf(s: SeasonalSeries, span: Period, window: Period): Season[] {
  const seasons: Season[] = [];
  for (let back = 1; back <= LOOK_BACK && seasons.length < YEARS; back++) {
    const period = shift(span, -12 * back);
    const part = partOf(s, period, shift(window, -12 * back));
    if (part) seasons.push({ period, part });
  }
  return seasons;
}

/** The part of the way that should be done, and the years it was seen in; without any, the part of the time. */
export interface Seasonal {
  readonly f: Decimal;
  /** Missing where no season is running: whole years, or the whole window. */
  readonly seasons?: readonly Season[];
}

/**
 * The part of a window that should be done by the end of a month, by the seasons of earlier years. Of a window of
 * several years, each whole year is its part of the time, and the running one is divided by its season.
 */
export function seasonalPart(s: SeasonalSeries, window: Period, end: number): Seasonal {
  const years = lengthOf(window) > 12 ? lengthOf(window) / 12 : 1;
  const whole = years > 1 ? Math.floor((end - window.start + 1) / 12) : 0;
  const start = window.start + 12 * whole;
  const running = years > 1 ? { start, end: start + 11 } : window;
  if (end >= window.end || end < start) return { f: fraction(end - window.start + 1, lengthOf(window)) };
  const seasons = seasonsOf(s, { start, end }, running);
  const sum = seasons.reduce((total, season) => total.plus(season.part), ZERO);
  const part =
    seasons.length > 0 ? clamp(sum.div(seasons.length)) : fraction(end - start + 1, lengthOf(running));
  return { f: part.plus(whole).div(decimal(years)), seasons };
}
