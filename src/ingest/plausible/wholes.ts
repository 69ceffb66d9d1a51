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
  const expand = (name: string): readonly string[] => catalogue.region(name)?.members ?? [name];
  for (const { code, members, parts } of catalogue.regions.values())
    for (const names of [members, parts?.flatMap(expand)]) {
      const codes = [...new Set(names?.map((name) => catalogue.region(name)?.code))];
      if (codes.length === 0 || codes.includes(undefined) || codes.includes(code)) continue;
      wholes.set(code, [...(wholes.get(code) ?? []), codes as string[]]);
    }
  return wholes;
}
