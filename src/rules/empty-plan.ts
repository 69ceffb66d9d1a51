import { type ArgsByCode, sentences } from '../model/message.ts';
import { itemsOf } from '../model/plan.ts';
import type { Finding, Rule } from './rule.ts';

const SAYS = sentences({
  'empty-plan': {
    en: 'the plan “{id}” has no targets and no milestones',
    zh: '方案“{id}”没有目标也没有节点',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** A plan without a single target or milestone. */
export const emptyPlan: Rule = {
  id: 'empty-plan',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    for (const plan of w.plans)
      if (itemsOf(plan.root).length === 0)
        yield { code: 'empty-plan', args: { id: plan.id }, file: plan.file, pointer: '/id' };
  },
};
