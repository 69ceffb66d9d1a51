import { formatQuantity } from '../model/quantity.ts';
import type { Organisation, Region } from '../model/region.ts';
import { isRate } from '../model/unit.ts';
import { allTargets, at, type Finding, isLeftOut, type Rule } from './rule.ts';

/**
 * A target divided among what is no region or unit, or twice to the same, whose form has no value to divide, or with a
 * share in % of what is in a unit.
 */
export const shares: Rule = {
  id: 'shares',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const { regionNames, organisationNames } = w.catalogue;
    for (const target of allTargets(w)) {
      if (!target.shares) continue;
      if (!target.form?.value) yield { what: 'no-value', args: { id: target.id }, ...at(target, 'shares') };
      const whole = target.form?.value;
      const seen = new Map<Region | Organisation, string>();
      for (const { text, pointer, region, unit, value } of target.shares) {
        const place = { file: target.file, pointer, key: true };
        if (whole && isRate(whole.unit) !== isRate(value.unit))
          yield {
            what: 'kind',
            args: { share: formatQuantity(value), whole: formatQuantity(whole) },
            file: target.file,
            pointer,
          };
        const thing = region ?? unit;
        const first = thing && seen.get(thing);
        if (first !== undefined) yield { what: 'twice', args: { name: text, first }, ...place };
        if (thing) seen.set(thing, text);
        else if (!isLeftOut(w, text)) {
          const nearest = regionNames.nearest(text) ?? organisationNames.nearest(text) ?? '';
          yield { what: 'unknown', args: { name: text, nearest }, ...place };
        }
      }
    }
  },
};
