import { isJudged } from '../model/forms.ts';
import { allTargets, at, type Finding, isLeftOut, type Rule } from './rule.ts';

/** A target names an indicator the catalogue doesn't have, or names none though it has to be measured. */
export const unknownIndicator: Rule = {
  id: 'unknown-indicator',
  severity: 'error',
  *check(w): Iterable<Finding> {
    for (const target of allTargets(w)) {
      const { indicator } = target;
      if (indicator && !indicator.found && !isLeftOut(w, indicator.text.replace(/\.growth$/, ''))) {
        const nearest = w.catalogue.indicatorNames.nearest(indicator.text) ?? '';
        yield { args: { name: indicator.text, nearest }, ...at(target, 'indicator') };
      } else if (!indicator && !target.sameAs && (!target.form || isJudged(target.form))) {
        yield { what: 'missing', args: { id: target.id }, ...at(target) };
      }
    }
  },
};
