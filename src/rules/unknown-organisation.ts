import { allThings, type Finding, isLeftOut, type Rule } from './rule.ts';

/** A lead or responsible unit that the catalogue doesn't have for the plan's region, or has several of. */
export const unknownOrganisation: Rule = {
  id: 'unknown-organisation',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const seen = new Set<string>();
    for (const thing of allThings(w))
      for (const unit of [...thing.lead, ...thing.responsible]) {
        if (unit.found || isLeftOut(w, unit.text)) continue;
        const place = `${thing.file}${unit.pointer}`;
        if (seen.has(place)) continue;
        seen.add(place);
        const at = { file: thing.file, pointer: unit.pointer };
        if (unit.several) {
          yield {
            what: 'ambiguous',
            args: { name: unit.text, several: w.catalogue.listed(unit.several) },
            ...at,
          };
          continue;
        }
        const nearest = w.catalogue.organisationNames.nearest(unit.text) ?? '';
        const elsewhere = w.catalogue.organisationNames.get(unit.text)?.region ?? '';
        const what = elsewhere === '' ? {} : { what: 'elsewhere' };
        yield { ...what, args: { name: unit.text, nearest, elsewhere }, ...at };
      }
  },
};
