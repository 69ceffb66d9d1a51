import { type ArgsByCode, sentences } from '../model/message.ts';
import { fold } from '../model/names.ts';
import { existsIn, type Organisation, type Region } from '../model/region.ts';
import type { Finding, Rule } from './rule.ts';

const SAYS = sentences({
  'shared-name': {
    en: 'the organisations {first} and {id} of one region share the name “{name}”; a plan could mean either. Take it from one of them',
    zh: '同一地区的单位 {first} 与 {id} 共用名称“{name}”，方案中无法区分；请从其中之一删去',
  },
  'shared-name/region': {
    en: 'the regions {first} and {id}, which lie in the same region, share the name “{name}”; nothing tells them apart. Take it from one of them, or say from and until when each existed',
    zh: '同属一地的地区 {first} 与 {id} 共用名称“{name}”，无法区分；请从其中之一删去，或写明各自的起止时间',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** Things that share a name and a place, each after the first of them with that first one. */
function* sharing<T extends Organisation | Region>(
  things: Iterable<T>,
  placeOf: (thing: T) => string,
): Iterable<{ readonly thing: T; readonly first: T; readonly name: string }> {
  const first = new Map<string, T>();
  for (const thing of things) {
    const said = new Set<T>();
    for (const name of [thing.name, ...thing.aliases]) {
      const key = `${fold(name)}\u0000${placeOf(thing)}`;
      const other = first.get(key);
      if (!other) first.set(key, thing);
      else if (other !== thing && !said.has(other)) {
        said.add(other);
        yield { thing, first: other, name };
      }
    }
  }
}

/** Whether there was ever a month in which both existed. */
const together = (a: Region, b: Region): boolean =>
  existsIn(a, { start: b.from ?? Number.NEGATIVE_INFINITY, end: b.until ?? Number.POSITIVE_INFINITY });

/** One name for two organisations of one region, or for two regions that lie in the same one: nothing tells them apart. */
export const sharedName: Rule = {
  id: 'shared-name',
  severity: 'error',
  says: SAYS,
  *check({ catalogue }): Iterable<Finding<typeof SAYS>> {
    const placeOf = (name: string | undefined): string =>
      name === undefined ? '' : (catalogue.region(name)?.code ?? name);
    const organisations = sharing(catalogue.organisations.values(), (o) => placeOf(o.region));
    for (const { thing, first, name } of organisations)
      yield {
        code: 'shared-name',
        args: { name, id: thing.id, first: first.id },
        file: thing.file,
        pointer: thing.pointer,
      };
    for (const { thing, first, name } of sharing(catalogue.regions.values(), (r) => placeOf(r.parent)))
      if (together(thing, first))
        yield {
          code: 'shared-name/region',
          args: { name, id: thing.code, first: first.code },
          file: thing.file,
          pointer: thing.pointer,
        };
  },
};
