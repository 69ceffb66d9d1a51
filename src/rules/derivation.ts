import { type Indicator, restsOn } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
import { circles, graphOf, levelsBelow } from './graph.ts';
import type { Finding, Rule } from './rule.ts';

/** What a derivation names, each with the key that names it. */
type Named = readonly (readonly [key: string, name: string])[];

/** The series and regions a derivation names. */
function named(i: Indicator): { readonly series: Named; readonly regions: Named } {
  const d = i.derivation;
  switch (d?.from) {
    case 'parts':
      return {
        series: [
          ['numerator', d.numerator],
          ['denominator', d.denominator],
        ],
        regions: [],
      };
    case 'places':
      return { series: [['of', d.of]], regions: [['among', d.among]] };
    case 'difference':
      return { series: [['of', d.of]], regions: [['against', d.against]] };
    case 'regions':
      return { series: [], regions: [] };
    case 'levels':
      return { series: [['growth', d.level]], regions: [] };
    default: {
      // a published place or gap names what it is of all the same
      const r = i.relation;
      return r
        ? { series: [['of', r.of]], regions: [[i.kind === 'rank' ? 'among' : 'against', r.place]] }
        : { series: [], regions: [] };
    }
  }
}

/** The names along a circle, back to the first: 甲 → 乙 → 甲. */
const shown = (names: readonly string[]): string => [...names, ...names.slice(0, 1)].join(' → ');

/** How many levels of parts or sources may lie below each other. */
const LEVELS = 100;

/** A derivation that names what the catalogue doesn't have, or that runs in a circle. */
export const derivation: Rule = {
  id: 'derivation',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const { catalogue } = w;
    const sources = (i: Indicator) =>
      (i.derivation ? restsOn(i.derivation) : []).map((name) => catalogue.indicatorNames.get(name));
    const indicators = [...catalogue.indicators.values()];
    const rests = graphOf(indicators, sources);
    const below = levelsBelow(rests);
    for (const i of indicators) {
      const { series, regions } = named(i);
      const finding = (key: string, name: string, nearest = ''): Finding => ({
        args: { key, name, nearest },
        file: i.file,
        pointer: `${i.pointer}/${key}`,
      });
      for (const [key, name] of series)
        if (!catalogue.indicatorNames.get(name))
          yield finding(key, name, catalogue.indicatorNames.nearest(name));
      for (const [key, name] of regions)
        if (!catalogue.region(name)) yield finding(key, name, catalogue.regionNames.nearest(name));
      if (below.get(i) === LEVELS + 1)
        yield { what: 'depth', args: { id: i.id, most: LEVELS }, file: i.file, pointer: i.pointer };
    }
    for (const way of circles(rests, indicators)) {
      const [{ id, file, pointer }] = way as [Indicator];
      yield { what: 'circle', args: { id, way: shown(way.map((i) => i.id)) }, file, pointer };
    }
    const within = (r: Region) =>
      [...(r.members ?? []), ...(r.parts ?? [])].map((name) => catalogue.region(name));
    const placeOf = ({ file, pointer, members }: Region) => ({
      file,
      pointer: `${pointer}/${members ? 'members' : 'parts'}`,
    });
    const places = [...catalogue.regions.values()];
    const holds = graphOf(places, within);
    for (const way of circles(holds, places)) {
      const [region] = way as [Region];
      const args = { name: region.name, way: shown(way.map((r) => r.name)) };
      yield { what: 'region-circle', args, ...placeOf(region) };
    }
    const inside = levelsBelow(holds);
    for (const region of places)
      if (inside.get(region) === LEVELS + 1)
        yield { what: 'region-depth', args: { name: region.name, most: LEVELS }, ...placeOf(region) };
  },
};
