import type { Catalogue } from '../model/catalogue.ts';
import { fault, UserError } from '../model/diagnostic.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Region } from '../model/region.ts';

/** The indicator of an id, a name or an alias. Throws UserError where none or several have it. */
export function indicatorNamed(name: string, catalogue: Catalogue): Indicator {
  const found = catalogue.series(name, undefined);
  if ('id' in found) return found;
  if (found.fault === 'unknown')
    throw new UserError(fault('usage/no-indicator', { name, nearest: found.nearest ?? '' }));
  const several = found.found.map((i) => `${i.id} (${i.unit.text})`);
  throw new UserError(fault('usage/several-indicators', { name, several }));
}

/** Regions that are listed where one has to be chosen. */
const LISTED = 10;

/** Regions by code and name, as a sentence lists them: the first, and how many more there are. */
export function listRegions(
  codes: readonly string[],
  catalogue: Catalogue,
): { readonly several: readonly string[]; readonly more: number | '' } {
  const several = codes.slice(0, LISTED).map((code) => {
    const name = catalogue.regions.get(code)?.name ?? code;
    return name === code ? code : `${code} (${name})`;
  });
  return { several, more: codes.length > LISTED ? codes.length - LISTED : '' };
}

/** The region a code, a name or an alias means. Throws UserError where it means none or several. */
export function regionNamed(name: string, catalogue: Catalogue): Region {
  const found = catalogue.findRegion(name);
  if (!('fault' in found)) return found;
  if (found.fault === 'unknown')
    throw new UserError(fault('usage/no-region', { name, nearest: found.nearest ?? '' }));
  throw new UserError(fault('usage/several-regions', { name, several: catalogue.listed(found.found) }));
}
