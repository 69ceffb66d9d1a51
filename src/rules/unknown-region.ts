import type { Reference } from '../model/plan.ts';
import type { Region } from '../model/region.ts';
import { allThings, at, type Finding, isLeftOut, type Rule } from './rule.ts';

/** A region or group the catalogue doesn't have, in plans, organisations, indicators and regions themselves. */
export const unknownRegion: Rule = {
  id: 'unknown-region',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const { catalogue } = w;
    const unknown = (name: string): boolean => !catalogue.region(name) && !isLeftOut(w, name);
    const finding = (name: string, file: string, pointer: string): Finding => ({
      args: { name, nearest: catalogue.regionNames.nearest(name) ?? '' },
      file,
      pointer,
    });
    const seen = new Set<string>();
    for (const thing of allThings(w)) {
      const references: (Reference<Region> | undefined)[] = [thing.region];
      if (thing.type === 'target') references.push(thing.form?.benchmark);
      for (const r of references) {
        if (!r || r.found || isLeftOut(w, r.text) || seen.has(`${thing.file}${r.pointer}`)) continue;
        seen.add(`${thing.file}${r.pointer}`);
        yield finding(r.text, thing.file, r.pointer);
      }
      if (!thing.region && thing.type === 'target' && !thing.sameAs)
        yield { what: 'missing', args: { id: thing.id }, ...at(thing) };
    }
    for (const r of catalogue.regions.values()) {
      if (r.parent && unknown(r.parent)) yield finding(r.parent, r.file, `${r.pointer}/parent`);
      for (const key of ['members', 'parts'] as const)
        for (const [i, name] of (r[key] ?? []).entries())
          if (unknown(name)) yield finding(name, r.file, `${r.pointer}/${key}/${i}`);
    }
    for (const o of catalogue.organisations.values())
      if (o.region && unknown(o.region)) yield finding(o.region, o.file, `${o.pointer}/region`);
  },
};
