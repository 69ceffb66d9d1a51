import { type Indicator, restsOn } from '../model/indicator.ts';
import { isPlaced } from '../model/kinds.ts';
import { type ArgsByCode, sentences } from '../model/message.ts';
import type { Region } from '../model/region.ts';
import { circles, graphOf, levelsBelow } from './graph.ts';
import type { Finding, Rule } from './rule.ts';

const SAYS = sentences({
  derivation: {
    en: '{key}: “{name}” is not in the catalogue[nearest: (did you mean “{nearest}”?)]',
    zh: '{key}：目录中没有“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'derivation/circle': {
    en: 'deriving “{id}” would need “{id}” itself: {way}; take the derivation away from one of them (derive, or numerator and denominator)',
    zh: '“{id}”的推算循环引用自身：{way}；请去掉其中一处的推算（derive，或 numerator 与 denominator）',
  },
  'derivation/region-circle': {
    en: '“{name}” is, through its members or parts, made up of itself: {way}; take one of them out of the list of the one before it',
    zh: '“{name}”经其成员或组成部分又包含自身：{way}；请将其中一个从前一个的 members 或 parts 中去掉',
  },
  'derivation/region-depth': {
    en: '“{name}” has more than {most} levels of members or parts below each other; name those it is made up of more directly',
    zh: '“{name}”之下的成员或组成部分超过 {most} 层；请更直接地写出其组成',
  },
  'derivation/depth': {
    en: 'deriving “{id}” takes more than {most} levels of sources, each derived from the next; derive it more directly',
    zh: '推算“{id}”须逐层推算超过 {most} 层；请更直接地推算',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

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

/** The names along a circle, back to the first: 甲 → 乙 → 甲. */
const shown = (names: readonly string[]): string => [...names, ...names.slice(0, 1)].join(' → ');

/** How many levels of parts or sources may lie below each other. */
const LEVELS = 100;

/** A derivation that names what the catalogue doesn't have, or that runs in a circle. */
export const derivation: Rule = {
  id: 'derivation',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    const { catalogue } = w;
    const sources = (i: Indicator) =>
      (i.derivation ? restsOn(i.derivation) : []).map((name) => catalogue.indicatorNames.get(name));
    const indicators = [...catalogue.indicators.values()];
    const rests = graphOf(indicators, sources);
    const below = levelsBelow(rests);
    for (const i of indicators) {
      const { series, regions } = named(i);
      const finding = (key: string, name: string, nearest = ''): Finding<typeof SAYS> => ({
        code: 'derivation',
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
        yield {
          code: 'derivation/depth',
          args: { id: i.id, most: LEVELS },
          file: i.file,
          pointer: i.pointer,
        };
    }
    for (const way of circles(rests, indicators)) {
      const [{ id, file, pointer }] = way as [Indicator];
      yield { code: 'derivation/circle', args: { id, way: shown(way.map((i) => i.id)) }, file, pointer };
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
      yield { code: 'derivation/region-circle', args, ...placeOf(region) };
    }
    const inside = levelsBelow(holds);
    for (const region of places)
      if (inside.get(region) === LEVELS + 1)
        yield {
          code: 'derivation/region-depth',
          args: { name: region.name, most: LEVELS },
          ...placeOf(region),
        };
  },
};
