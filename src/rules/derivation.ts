import { type Indicator, restsOn } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';
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

/** Whether what leads on from a thing leads back to it. */
function circles<T>(start: T, next: (thing: T) => readonly (T | undefined)[]): boolean {
  const open = [start];
  const seen = new Set<T>();
  for (let thing = open.pop(); thing !== undefined; thing = open.pop())
    for (const found of next(thing)) {
      if (found === start) return true;
      if (found === undefined || seen.has(found)) continue;
      seen.add(found);
      open.push(found);
    }
  return false;
}

/** How many levels of parts or sources may lie below each other. */
const LEVELS = 100;

/** Whether exactly one level too many leads on from a thing: of all that lie too deep, the first. */
function isTooDeep<T>(start: T, next: (thing: T) => readonly (T | undefined)[]): boolean {
  let open = new Set<T>([start]);
  let levels = -1;
  for (; open.size > 0 && levels <= LEVELS + 1; levels++)
    open = new Set([...open].flatMap(next).filter((thing) => thing !== undefined));
  return levels === LEVELS + 1;
}

/** A derivation that names what the catalogue doesn't have, or that runs in a circle. */
export const derivation: Rule = {
  id: 'derivation',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const { catalogue } = w;
    const sources = (i: Indicator) =>
      (i.derivation ? restsOn(i.derivation) : []).map((name) => catalogue.indicatorNames.get(name));
    for (const i of catalogue.indicators.values()) {
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
      const place = { file: i.file, pointer: i.pointer };
      if (circles(i, sources)) yield { what: 'circle', args: { id: i.id }, ...place };
      if (isTooDeep(i, sources)) yield { what: 'depth', args: { id: i.id, most: LEVELS }, ...place };
    }
    const within = (r: Region) =>
      [...(r.members ?? []), ...(r.parts ?? [])].map((name) => catalogue.region(name));
    for (const region of catalogue.regions.values()) {
      const { file, name } = region;
      const pointer = `${region.pointer}/${region.members ? 'members' : 'parts'}`;
      if (circles(region, within)) yield { what: 'region-circle', args: { name }, file, pointer };
      if (isTooDeep(region, within))
        yield { what: 'region-depth', args: { name, most: LEVELS }, file, pointer };
    }
  },
};
