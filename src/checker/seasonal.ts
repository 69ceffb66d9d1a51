import { type Decimal, decimal, ZERO } from '../model/decimal.ts';
import type { Indicator } from '../model/indicator.ts';
import { lengthOf, type Period, shift } from '../model/period.ts';
import type { Season } from '../model/verdict.ts';
import type { Figures } from './figures.ts';
import { clamp, fraction } from './limits.ts';

/** Years the mean is made of, and years looked back for them. */
const YEARS = 3;
const LOOK_BACK = 5;

/** What a level builds up on in an earlier year: nothing, or where its stated baseline makes it go on, its last figure before. */
function startOf(f: Figures, indicator: Indicator, region: string, window: Period, goesOn: boolean) {
  if (!goesOn) return ZERO;
  const before = { start: window.start - 1, end: window.start - 1 };
  const found = f.at(indicator, region, before);
  return found && !found.bound ? found.value : undefined;
}

/** The part of an earlier window that the same span of it brought; undefined where it is not known, or was counted in two ways. */
function partThen(
  f: Figures,
  indicator: Indicator,
  region: string,
  span: Period,
  window: Period,
  goesOn: boolean,
): Decimal | undefined {
  const whole = f.at(indicator, region, window);
  if (!whole || whole.bound) return undefined;
  const part = f.at(indicator, region, span);
  const start = startOf(f, indicator, region, window, goesOn);
  if (!part || part.bound || !start || whole.value.lte(start)) return undefined;
  if (f.breakBetween(indicator, region, goesOn ? window.start - 1 : span.end, window.end) !== undefined)
    return undefined;
  return part.value.minus(start).div(whole.value.minus(start));
}

/**
 * METHOD §4, seasonal: what part of the window the same span was in the last three complete years, the latest first;
 * fewer where fewer of the last five years are known.
 */
function seasonsOf(
  f: Figures,
  indicator: Indicator,
  region: string,
  span: Period,
  window: Period,
  goesOn: boolean,
): Season[] {
  const seasons: Season[] = [];
  for (let back = 1; back <= LOOK_BACK && seasons.length < YEARS; back++) {
    const then = shift(span, -12 * back);
    const part = partThen(f, indicator, region, then, shift(window, -12 * back), goesOn);
    if (part) seasons.push({ period: then, part });
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
export function seasonalPart(
  f: Figures,
  indicator: Indicator,
  region: string,
  window: Period,
  end: number,
  goesOn: boolean,
): Seasonal {
  const years = lengthOf(window) > 12 ? lengthOf(window) / 12 : 1;
  const whole = years > 1 ? Math.floor((end - window.start + 1) / 12) : 0;
  const start = window.start + 12 * whole;
  const running = years > 1 ? { start, end: start + 11 } : window;
  if (end >= window.end || end < start) return { f: fraction(end - window.start + 1, lengthOf(window)) };
  const seasons = seasonsOf(f, indicator, region, { start, end }, running, goesOn);
  const sum = seasons.reduce((total, s) => total.plus(s.part), ZERO);
  const part =
    seasons.length > 0 ? clamp(sum.div(seasons.length)) : fraction(end - start + 1, lengthOf(running));
  return { f: part.plus(whole).div(decimal(years)), seasons };
}
