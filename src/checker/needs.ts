import type { Catalogue } from '../model/catalogue.ts';
import { comparedBy } from '../model/forms.ts';
import { type Indicator, restsOn } from '../model/indicator.ts';
import { type SeriesRequest, seriesKey } from '../model/observation.ts';
import type { Period } from '../model/period.ts';
import type { Target } from '../model/plan.ts';
import type { Region } from '../model/region.ts';

/** All that came before is wanted: a baseline is the last reading before the window, however old. */
const spanOf = ({ window }: Target): Period => ({ start: 0, end: window.end + (11 - (window.end % 12)) });

/** The regions a place is among; the region, or the group with all that makes its average, a difference is from. */
const comparedWith = (benchmark: Region, ranked: boolean, catalogue: Catalogue): readonly Region[] =>
  ranked ? catalogue.membersOf(benchmark) : [benchmark, ...catalogue.membersOf(benchmark)];

/** An indicator and everything its figures may be derived from. */
function sourcesOf(
  indicator: Indicator,
  regions: readonly Region[],
  catalogue: Catalogue,
): [Indicator, Region][] {
  const found: [Indicator, Region][] = [];
  const seen = new Set<Indicator>();
  const visit = (i: Indicator | undefined, places: readonly Region[]): void => {
    if (!i || seen.has(i)) return;
    seen.add(i);
    for (const r of withParts(i, places, catalogue)) found.push([i, r]);
    if (i.growthOf !== undefined) visit(catalogue.indicators.get(i.growthOf), places);
    const d = i.derivation;
    if (!d) return;
    const place = d.from === 'places' ? d.among : d.from === 'difference' ? d.against : undefined;
    const group = place === undefined ? undefined : catalogue.region(place);
    const wider = group ? [...places, ...comparedWith(group, d.from === 'places', catalogue)] : places;
    for (const name of restsOn(d)) visit(catalogue.indicatorNames.get(name), wider);
  };
  visit(indicator, regions);
  for (const i of catalogue.indicators.values())
    if (i.relation && catalogue.indicatorNames.get(i.relation.of) === indicator) visit(i, regions);
  return found;
}

/** Regions, and those whose figures add up to theirs. */
export function withParts(
  i: Indicator,
  regions: readonly Region[],
  catalogue: Catalogue,
): ReadonlySet<Region> {
  const all = new Set(regions);
  // a set grows while it is gone through: what a part is made of is asked for, too
  for (const r of all) for (const part of catalogue.addendsOf(i, r.code)) all.add(part);
  return all;
}

/** The regions a target is judged in: the members of a group with `each: region`, else the region, or group, itself. */
export const regionsOf = (target: Target, catalogue: Catalogue): readonly Region[] => {
  const region = target.region?.found;
  if (!region) return [];
  return target.each === 'region' ? catalogue.membersOf(region) : [region];
};

/** What the checker has to know to judge targets: which series, of which regions, over which spans. */
export function needs(targets: readonly Target[], catalogue: Catalogue): SeriesRequest[] {
  const wanted = new Map<string, SeriesRequest>();
  // what a target of another plan repeats is judged there, by its figures
  for (const target of targets.map((t) => t.sameAs?.found ?? t)) {
    const [indicator, region] = [target.indicator?.found, target.region?.found];
    if (!indicator || !region) continue;
    const benchmark = target.form?.benchmark?.found;
    const regions = [
      ...regionsOf(target, catalogue),
      ...(benchmark ? comparedWith(benchmark, comparedBy(target.form ?? {}) === 'places', catalogue) : []),
    ];
    const within = spanOf(target);
    for (const [i, r] of sourcesOf(indicator, regions, catalogue)) {
      const key = seriesKey(i.id, r.code);
      const known = wanted.get(key)?.within ?? within;
      const span = { start: Math.min(known.start, within.start), end: Math.max(known.end, within.end) };
      wanted.set(key, { indicator: i.id, region: r.code, within: span });
    }
  }
  return [...wanted.values()];
}
