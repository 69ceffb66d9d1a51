import { itemsOf } from '../model/plan.ts';
import type { Finding, Rule } from './rule.ts';

/** A plan without a single target or milestone. */
export const emptyPlan: Rule = {
  id: 'empty-plan',
  severity: 'error',
  *check(w): Iterable<Finding> {
    for (const plan of w.plans)
      if (itemsOf(plan.root).length === 0) yield { args: { id: plan.id }, file: plan.file, pointer: '/id' };
  },
};
