import type { Catalogue } from '../../model/catalogue.ts';

/** By the code of a region the sets of regions, as codes, that each make it up without gap or overlap. */
export type Wholes = ReadonlyMap<string, readonly (readonly string[])[]>;

/**
 * What the catalogue says of wholes and their parts: a group is its members, a region the `parts` it names, where a
 * group stands for its members. That a region is somebody's `parent` says nothing: not all its parts need be listed.
 * A set of which a region is not known is left out.
 */
export function wholesOf(catalogue: Catalogue): Wholes {
  const wholes = new Map<string, string[][]>();
  for (const region of catalogue.regions.values())
    for (const parts of [region.members && catalogue.allOf(region), catalogue.allPartsOf(region)]) {
      const codes = [...new Set(parts?.map((r) => r.code))];
      if (codes.length === 0 || codes.includes(region.code)) continue;
      wholes.set(region.code, [...(wholes.get(region.code) ?? []), codes]);
    }
  return wholes;
}
