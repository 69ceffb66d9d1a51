import { allTargets, at, type Finding, type Rule } from './rule.ts';

/** A floor on what should be low, or a ceiling on what should be high: legal, but seldom meant. */
export const direction: Rule = {
  id: 'direction',
  severity: 'warning',
  *check(w): Iterable<Finding> {
    for (const target of allTargets(w)) {
      const better = target.indicator?.found?.better;
      const { comparator, change } = target.form ?? {};
      if (change || !comparator) continue;
      const floor = comparator === 'at_least' || comparator === 'more_than';
      const ceiling = comparator === 'at_most' || comparator === 'less_than';
      if ((floor && better === 'lower') || (ceiling && better === 'higher'))
        yield {
          args: { comparator, indicator: target.indicator?.text ?? '', better },
          ...at(target, comparator),
        };
    }
  },
};
