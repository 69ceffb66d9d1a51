import { type Goal, goalsOf, type Item } from '../model/plan.ts';
import type { Finding, Rule } from './rule.ts';

/** Two goals, targets or milestones of one plan with the same id. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  *check(w): Iterable<Finding> {
    for (const plan of w.plans) {
      const first = new Map<string, string>();
      const things: (Goal | Item)[] = goalsOf(plan.root)
        .flatMap((g) => [g, ...g.items])
        .slice(1);
      for (const thing of things) {
        const twin = first.get(thing.id);
        if (twin === undefined) first.set(thing.id, thing.pointer);
        else yield { args: { id: thing.id, twin }, file: thing.file, pointer: thing.pointer };
      }
    }
  },
};
