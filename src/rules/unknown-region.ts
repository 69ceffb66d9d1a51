import { type ArgsByCode, sentences } from '../model/message.ts';
import type { Reference } from '../model/plan.ts';
import type { Region } from '../model/region.ts';
import { allThings, at, type Finding, isLeftOut, type Rule } from './rule.ts';

const SAYS = sentences({
  'unknown-region': {
    en: 'no region is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the regions or correct the name',
    zh: '没有名为“{name}”的地区[nearest:（是否指“{nearest}”？）]；请在地区目录中添加或更正名称',
  },
  'unknown-region/ambiguous': {
    en: '“{name}” can mean any of {several}; write its code, or the name of the region it lies in before it',
    zh: '“{name}”可指 {several}；请写代码，或在前面加上所属地区的名称',
  },
  'unknown-region/missing': {
    en: 'the target “{id}” has no region; give the plan one',
    zh: '目标“{id}”没有地区，请给方案加上 region:',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A name that no region or group has, or several that nothing tells apart, in plans, organisations, indicators and regions themselves. */
export const unknownRegion: Rule = {
  id: 'unknown-region',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    const { catalogue } = w;
    const named = (
      name: string,
      place: { file: string; pointer: string },
      within?: Region,
    ): Finding<typeof SAYS>[] => {
      const found = isLeftOut(w, name) ? undefined : catalogue.findRegion(name, within ? { within } : {});
      if (!found || !('fault' in found)) return [];
      return [
        found.fault === 'ambiguous'
          ? {
              code: 'unknown-region/ambiguous',
              args: { name, several: catalogue.listed(found.found) },
              ...place,
            }
          : { code: 'unknown-region', args: { name, nearest: found.nearest ?? '' }, ...place },
      ];
    };
    const seen = new Set<string>();
    for (const thing of allThings(w)) {
      const references: (Reference<Region> | undefined)[] = [thing.region];
      if (thing.type === 'target') references.push(thing.form?.benchmark);
      for (const r of references) {
        if (!r || r.found || isLeftOut(w, r.text) || seen.has(`${thing.file}${r.pointer}`)) continue;
        seen.add(`${thing.file}${r.pointer}`);
        const place = { file: thing.file, pointer: r.pointer };
        if (!r.several) yield* named(r.text, place);
        else
          yield {
            code: 'unknown-region/ambiguous',
            args: { name: r.text, several: catalogue.listed(r.several) },
            ...place,
          };
      }
      if (!thing.region && thing.type === 'target' && !thing.sameAs)
        yield { code: 'unknown-region/missing', args: { id: thing.id }, ...at(thing) };
    }
    for (const r of catalogue.regions.values()) {
      const place = (key: string) => ({ file: r.file, pointer: `${r.pointer}/${key}` });
      // what a region lies in cannot be told by where it lies
      if (r.parent) yield* named(r.parent, place('parent'), r);
      for (const key of ['members', 'parts', 'successors'] as const)
        for (const [i, name] of (r[key] ?? []).entries()) yield* named(name, place(`${key}/${i}`), r);
    }
    for (const o of catalogue.organisations.values())
      if (o.region) yield* named(o.region, { file: o.file, pointer: `${o.pointer}/region` });
  },
};
