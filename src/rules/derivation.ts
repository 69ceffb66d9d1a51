import type { Catalogue } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Finding, Rule } from './rule.ts';

/** The series and regions a derivation names, with the key that names them. */
function named(i: Indicator): { readonly series: [string, string][]; readonly regions: [string, string][] } {
  const d = i.derivation;
  if (d?.from === 'parts')
    return {
      series: [
        ['numerator', d.numerator],
        ['denominator', d.denominator],
      ],
      regions: [],
    };
  if (d?.from === 'places') return { series: [['of', d.of]], regions: [['among', d.among]] };
  if (d?.from === 'difference') return { series: [['of', d.of]], regions: [['against', d.against]] };
  if (d) return { series: [['growth', d.level]], regions: [] };
  // a published place or gap names what it is of all the same
  const r = i.relation;
  return r
    ? { series: [['of', r.of]], regions: [[i.kind === 'rank' ? 'among' : 'against', r.place]] }
    : { series: [], regions: [] };
}

/** Whether deriving an indicator would need the indicator itself. */
function circles(start: Indicator, catalogue: Catalogue): boolean {
  const open = [start];
  const seen = new Set<Indicator>();
  for (let i = open.pop(); i; i = open.pop())
    for (const [, name] of named(i).series) {
      const next = catalogue.indicatorNames.get(name);
      if (next === start) return true;
      if (next && !seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  return false;
}

/** A derivation that names what the catalogue doesn't have, or that runs in a circle. */
export const derivation: Rule = {
  id: 'derivation',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const { catalogue } = w;
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
      if (circles(i, catalogue))
        yield { what: 'circle', args: { id: i.id }, file: i.file, pointer: i.pointer };
    }
  },
};
