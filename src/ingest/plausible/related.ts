import type { Catalogue } from '../../model/catalogue.ts';
import { seriesKey } from '../../model/observation.ts';
import { wholesOf } from './wholes.ts';

/** A series by its names. */
export interface Named {
  readonly indicator: string;
  readonly region: string;
}

/**
 * The series that figures of some are checked against, themselves first: the level of a growth and the growth of a level,
 * the whole of a part and all its parts. What the store holds of them is to be put before `plausible`.
 */
export function related(named: Iterable<Named>, catalogue: Catalogue): Named[] {
  const found = new Map<string, Named>();
  const add = (indicator: string, region: string): void => {
    if (!found.has(seriesKey(indicator, region)))
      found.set(seriesKey(indicator, region), { indicator, region });
  };
  const growthOf = new Map<string, string>();
  for (const { id, growthOf: level } of catalogue.indicators.values())
    if (level !== undefined) {
      growthOf.set(id, level);
      growthOf.set(level, id);
    }
  // each set of regions that belong together, by every region in it
  const kin = new Map<string, string[]>();
  for (const [whole, sets] of wholesOf(catalogue))
    for (const set of sets)
      for (const region of [whole, ...set]) kin.set(region, [...(kin.get(region) ?? []), whole, ...set]);
  const all = [...named];
  for (const { indicator, region } of all) add(indicator, region);
  for (const { indicator, region } of all) {
    const other = growthOf.get(indicator);
    if (other !== undefined) add(other, region);
    const kind = catalogue.indicators.get(indicator)?.kind;
    if (kind === 'flow' || kind === 'stock') for (const r of kin.get(region) ?? []) add(indicator, r);
  }
  return [...found.values()];
}
