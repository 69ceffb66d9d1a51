import { formatMonth } from '../model/period.ts';
import { existsIn, type Region } from '../model/region.ts';
import type { Finding, Rule } from './rule.ts';

const at = ({ file, pointer }: Region, key: string) => ({ file, pointer: `${pointer}/${key}` });

/** Two regions of one official code that existed at the same time: a figure of that code could be either's. */
function* sharedCodes(regions: Iterable<Region>): Iterable<Finding> {
  const held = new Map<string, Region[]>();
  for (const region of regions) {
    const code = region.official ?? region.code;
    const others = held.get(code);
    if (!others) held.set(code, [region]);
    else {
      const life = {
        start: region.from ?? Number.NEGATIVE_INFINITY,
        end: region.until ?? Number.POSITIVE_INFINITY,
      };
      const other = others.find((o) => existsIn(o, life));
      if (other)
        yield { what: 'code', args: { code, name: region.name, other: other.name }, ...at(region, 'code') };
      others.push(region);
    }
  }
}

/**
 * A region that ends before it begins; that names successors but no last month, or itself among them; whose successor
 * begins at another time than the month after; and a code used at one time by two regions.
 */
export const regionLife: Rule = {
  id: 'region-life',
  severity: 'error',
  *check({ catalogue }): Iterable<Finding> {
    yield* sharedCodes(catalogue.regions.values());
    for (const region of catalogue.regions.values()) {
      const { name, from, until, successors = [] } = region;
      if (from !== undefined && until !== undefined && from > until)
        yield {
          what: 'backwards',
          args: { name, from: formatMonth(from), until: formatMonth(until) },
          ...at(region, 'until'),
        };
      if (successors.length > 0 && until === undefined)
        yield { what: 'endless', args: { name }, ...at(region, 'successors') };
      for (const [i, written] of successors.entries()) {
        const next = catalogue.region(written, region);
        if (next === region) yield { what: 'own', args: { name }, ...at(region, `successors/${i}`) };
        else if (next?.from !== undefined && until !== undefined && next.from !== until + 1)
          yield {
            what: 'gap',
            args: { name, until: formatMonth(until), next: next.name, from: formatMonth(next.from) },
            ...at(region, `successors/${i}`),
          };
      }
    }
  },
};
