import { betterOf, CHANGES, type Comparing, comparedBy, fixedEnd } from '../model/forms.ts';
import { type ArgsByCode, sentences } from '../model/message.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  direction: {
    en: '{comparator} on {indicator}, of which [higher:higher][lower:lower] is better: is it meant so?',
    zh: '{indicator} [higher:越高越好][lower:越低越好]，却写了 {comparator}，是否写反？',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** The keys that were written: a change alone stands for at least that much, above and below for any difference. */
function writtenOf({ change, comparator }: Comparing): string {
  if (!change) return comparator;
  return CHANGES[change].alone?.comparator === comparator ? change : `${change}: ${comparator}`;
}

/** A floor on what should be low, or a ceiling on what should be high, also of a change of it: legal, but seldom meant. */
export const direction: Rule = {
  id: 'direction',
  severity: 'warning',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    for (const target of allTargets(w)) {
      const { form, indicator } = target;
      const better = indicator?.found?.better;
      if (!form || !better || comparedBy(form) === 'places') continue;
      const end = fixedEnd(form.comparator);
      const asked = betterOf(form, better);
      if ((end === 'low' && asked === 'lower') || (end === 'high' && asked === 'higher')) {
        const args = { comparator: writtenOf(form), indicator: indicator.text, better, [better]: better };
        yield { code: 'direction', args, ...at(target, form.change ?? form.comparator) };
      }
    }
  },
};
