import { type Indicator, restsOn } from '../model/indicator.ts';
import { isPlaced } from '../model/kinds.ts';
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
        ? { series: [['of', r.of]], regions: [[isPlaced(i) ? 'among' : 'against', r.place]] }
        : { series: [], regions: [] };
    }
  }
}

/** The shortest way from a thing back to it, without the return; undefined where none leads there. */
function circle<T>(start: T, next: (thing: T) => readonly (T | undefined)[]): T[] | undefined {
  const ways = [[start]];
  const seen = new Set<T>();
  for (const way of ways)
    for (const found of next(way.at(-1) as T)) {
      if (found === start) return way;
      if (found === undefined || seen.has(found)) continue;
      seen.add(found);
      ways.push([...way, found]);
    }
  return undefined;
}

/** The circles among things, each once. */
function* circles<T>(things: Iterable<T>, next: (thing: T) => readonly (T | undefined)[]): Iterable<T[]> {
  const told = new Set<T>();
  for (const thing of things) {
    const way = told.has(thing) ? undefined : circle(thing, next);
    if (!way) continue;
    for (const t of way) told.add(t);
    yield way;
  }
}

/** The names along a circle, back to the first: 甲 → 乙 → 甲. */
const shown = (names: readonly string[]): string => [...names, ...names.slice(0, 1)].join(' → ');

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
      if (isTooDeep(i, sources))
        yield { what: 'depth', args: { id: i.id, most: LEVELS }, file: i.file, pointer: i.pointer };
    }
    for (const way of circles(catalogue.indicators.values(), sources)) {
      const [{ id, file, pointer }] = way as [Indicator];
      yield { what: 'circle', args: { id, way: shown(way.map((i) => i.id)) }, file, pointer };
    }
    const within = (r: Region) =>
      [...(r.members ?? []), ...(r.parts ?? [])].map((name) => catalogue.region(name));
    const placeOf = ({ file, pointer, members }: Region) => ({
      file,
      pointer: `${pointer}/${members ? 'members' : 'parts'}`,
    });
    for (const way of circles(catalogue.regions.values(), within)) {
      const [region] = way as [Region];
      const args = { name: region.name, way: shown(way.map((r) => r.name)) };
      yield { what: 'region-circle', args, ...placeOf(region) };
    }
    for (const region of catalogue.regions.values())
      if (isTooDeep(region, within))
        yield { what: 'region-depth', args: { name: region.name, most: LEVELS }, ...placeOf(region) };
  },
};
