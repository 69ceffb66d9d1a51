import { adds } from '../model/cascade.ts';
import { originOf, type Share, type Target } from '../model/plan.ts';
import { formatQuantity } from '../model/quantity.ts';
import type { Organisation, Region } from '../model/region.ts';
import { isRate } from '../model/unit.ts';
import type { Workspace } from '../model/workspace.ts';
import { allTargets, at, type Finding, isLeftOut, type Rule } from './rule.ts';

/** Whether the shares of a target add up: those that do not are compared one by one, and may overlap. */
function addUp({ form, indicator, each }: Target): boolean {
  return (
    form !== undefined && indicator?.found !== undefined && each !== 'region' && adds(form, indicator.found)
  );
}

/** Shares of regions that are no part of the target's own, or have something in common with one that has its share. */
function* misplaced(target: Target, shares: readonly Share[], { catalogue }: Workspace): Iterable<Finding> {
  const whole = originOf(target).region?.found;
  const placed: { readonly text: string; readonly region: Region }[] = [];
  for (const { text, pointer, region } of shares) {
    if (!region || placed.some((p) => p.region === region)) continue;
    const place = { file: target.file, pointer, key: true };
    if (region === whole) {
      yield { what: 'whole', args: { name: text, whole: whole.name }, ...place };
      continue;
    }
    if (whole && !catalogue.liesIn(region, whole)) {
      const lacking = catalogue.membersOf(region).filter((m) => m !== region && !catalogue.liesIn(m, whole));
      const outside = lacking.map((m) => m.name);
      yield { what: 'outside', args: { name: text, whole: whole.name, outside }, ...place };
      continue;
    }
    const first = addUp(target) && placed.find((p) => catalogue.overlap(region, p.region));
    if (first) yield { what: 'overlap', args: { name: text, first: first.text }, ...place };
    placed.push({ text, region });
  }
}

/**
 * A target divided among what is no region or unit, or twice to the same, to its own region or one outside, or to regions
 * that overlap; whose form has no value to divide, or with a share in % of what is in a unit.
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
      for (const { text, pointer, region, unit, several, value } of target.shares) {
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
        else if (several)
          yield { what: 'ambiguous', args: { name: text, several: w.catalogue.listed(several) }, ...place };
        else if (!isLeftOut(w, text)) {
          const nearest = regionNames.nearest(text) ?? organisationNames.nearest(text) ?? '';
          yield { what: 'unknown', args: { name: text, nearest }, ...place };
        }
      }
      yield* misplaced(target, target.shares, w);
    }
  },
};
