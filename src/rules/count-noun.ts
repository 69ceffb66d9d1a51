import { comparedBy } from '../model/forms.ts';
import { isPlaced } from '../model/kinds.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

/** A count in another noun than its indicator's: taken as the same, and said. */
export const countNoun: Rule = {
  id: 'count-noun',
  severity: 'info',
  *check(w): Iterable<Finding> {
    for (const target of allTargets(w)) {
      const indicator = target.indicator?.found;
      const noun = target.form?.value?.unit.noun;
      if (!indicator || !noun || isPlaced(indicator)) continue;
      if (target.form && comparedBy(target.form) === 'places') continue;
      const own = indicator.unit.noun;
      const allowed = [...(own ? [own] : []), ...indicator.nouns];
      if (own === undefined || allowed.includes(noun)) continue;
      yield {
        args: { noun, indicator: indicator.id, own },
        ...at(target, target.form?.change ?? target.form?.comparator ?? ''),
      };
    }
  },
};
