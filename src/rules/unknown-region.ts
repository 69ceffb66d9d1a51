import { type ArgsByCode, sentences } from '../model/message.ts';
import type { Reference } from '../model/plan.ts';
import type { Region } from '../model/region.ts';
import { allThings, at, type Finding, isLeftOut, type Rule } from './rule.ts';

const SAYS = sentences({
  'unknown-region': {
    en: 'no region is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the regions or correct the name',
    zh: '没有名为“{name}”的地区[nearest:（是否指“{nearest}”？）]；请在地区目录中添加或更正名称',
  },
  'unknown-region/missing': {
    en: 'the target “{id}” has no region; give the plan one',
    zh: '目标“{id}”没有地区，请给方案加上 region:',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A region or group the catalogue doesn't have, in plans, organisations, indicators and regions themselves. */
export const unknownRegion: Rule = {
  id: 'unknown-region',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    const { catalogue } = w;
    const unknown = (name: string): boolean => !catalogue.region(name) && !isLeftOut(w, name);
    const finding = (name: string, file: string, pointer: string): Finding<typeof SAYS> => ({
      code: 'unknown-region',
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
        yield { code: 'unknown-region/missing', args: { id: thing.id }, ...at(thing) };
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
