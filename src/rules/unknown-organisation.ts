import { type ArgsByCode, sentences } from '../model/message.ts';
import { allThings, type Finding, isLeftOut, type Rule } from './rule.ts';

const SAYS = sentences({
  'unknown-organisation': {
    en: 'no organisation is called “{name}”[nearest: (did you mean “{nearest}”?)]; add it to the organisations or correct the name',
    zh: '没有名为“{name}”的单位[nearest:（是否指“{nearest}”？）]；请在单位目录中添加或更正名称',
  },
  'unknown-organisation/elsewhere': {
    en: '“{name}” belongs to {elsewhere}, not to the region of this plan or one above it',
    zh: '“{name}”属于 {elsewhere}，不属于本方案的地区或其上级',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A lead or responsible unit that the catalogue doesn't have for the plan's region. */
export const unknownOrganisation: Rule = {
  id: 'unknown-organisation',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    const seen = new Set<string>();
    for (const thing of allThings(w))
      for (const unit of [...thing.lead, ...thing.responsible]) {
        if (unit.found || isLeftOut(w, unit.text)) continue;
        const place = `${thing.file}${unit.pointer}`;
        if (seen.has(place)) continue;
        seen.add(place);
        const nearest = w.catalogue.organisationNames.nearest(unit.text) ?? '';
        const elsewhere = w.catalogue.organisationNames.get(unit.text)?.region ?? '';
        const found = {
          args: { name: unit.text, nearest, elsewhere },
          file: thing.file,
          pointer: unit.pointer,
        };
        if (elsewhere === '') yield { code: 'unknown-organisation', ...found };
        else yield { code: 'unknown-organisation/elsewhere', ...found };
      }
  },
};
