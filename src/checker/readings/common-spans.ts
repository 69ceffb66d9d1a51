import type { Indicator } from '../../model/indicator.ts';
import { isMoment } from '../../model/kinds.ts';
import { contains, type Period } from '../../model/period.ts';
import type { Lookup } from './lookup.ts';

/** An indicator of a region, by its code. */
export type RegionSeries = readonly [indicator: Indicator, region: string];

/** The spans of a window for which several series have figures at once, the latest first. */
export function* commonSpans(f: Lookup, series: readonly RegionSeries[], window: Period): Iterable<Period> {
  // amounts made in a span, over amounts at its end, are those of the span
  const moments = series.every(([i]) => isMoment(i));
  let end = window.end;
  while (end >= window.start) {
    const spot = { start: window.start, end };
    let reach = end;
    let first: Period | undefined;
    let together = true;
    for (const [i, region] of series) {
      const found = f.latest(i, region, spot)?.period;
      if (!found) return;
      first ??= found;
      together &&= found.end === first.end;
      reach = Math.min(reach, found.end);
    }
    if (together && first) yield moments ? first : { start: window.start, end: reach };
    end = together ? reach - 1 : reach;
  }
}

/** The series of other indicators that a figure would be derived from; none where nothing allows it. */
function sourcesOf(f: Lookup, indicator: Indicator, region: string): RegionSeries[] {
  const d = indicator.derivation;
  if (!d || d.from === 'regions') return [];
  const get = (name: string): Indicator | undefined => f.catalogue.indicatorNames.get(name);
  if (d.from === 'levels') {
    const level = get(d.level);
    return level ? [[level, region]] : [];
  }
  if (d.from === 'parts') {
    const [above, below] = [get(d.numerator), get(d.denominator)];
    return above && below
      ? [
          [above, region],
          [below, region],
        ]
      : [];
  }
  const of = get(d.of);
  const place = f.catalogue.region(d.from === 'places' ? d.among : d.against);
  if (!of || !place) return [];
  const others = d.from === 'places' ? f.members(place.code) : [place.code];
  return [...others.map((r): RegionSeries => [of, r]), [of, region]];
}

/** The spans of a window a derivation could be made for, the latest first. */
export function* spansToTry(
  f: Lookup,
  indicator: Indicator,
  region: string,
  window: Period,
): Iterable<Period> {
  const eras = f.erasOf(indicator, region);
  // what is the sum of its parts is not derived in another way
  const other = eras.some((e) => contains(e.within, window)) ? [] : sourcesOf(f, indicator, region);
  if (other.length > 0) yield* commonSpans(f, other, window);
  for (const { regions, within } of eras) {
    const part = { start: Math.max(window.start, within.start), end: Math.min(window.end, within.end) };
    const series = regions.map((r): RegionSeries => [indicator, r.code]);
    if (part.start <= part.end) yield* commonSpans(f, series, part);
  }
}
