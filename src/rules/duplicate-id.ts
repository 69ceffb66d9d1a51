import { type Goal, goalsOf, type Item } from '../model/plan.ts';
import { at, type Finding, type Rule } from './rule.ts';

/** Two goals, targets or milestones of one plan with the same id. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  *check(w): Iterable<Finding> {
    for (const plan of w.plans) {
      const first = new Map<string, Goal | Item>();
      const things: (Goal | Item)[] = goalsOf(plan.root)
        .flatMap((g) => [g, ...g.items])
        .slice(1);
      for (const thing of things) {
        const twin = first.get(thing.id);
        if (!twin) first.set(thing.id, thing);
        else yield { args: { id: thing.id, twin: twin.title }, ...at(thing, 'id') };
      }
    }
  },
};
