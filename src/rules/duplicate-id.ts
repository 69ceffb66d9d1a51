import { type ArgsByCode, sentences } from '../model/message.ts';
import { type Goal, goalsOf, type Item } from '../model/plan.ts';
import { at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  'duplicate-id': {
    en: 'the id “{id}” is already used in this plan, by “{twin}”; goals, targets and milestones share one space of ids',
    zh: '本方案中“{twin}”已用 id“{id}”；任务、目标、节点共用一个 id 空间',
  },
  'duplicate-id/plan': {
    en: 'the plan id “{id}” is already used in {file}',
    zh: '方案 id“{id}”已在 {file} 中使用',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** Two goals, targets or milestones of one plan with the same id. */
export const duplicateId: Rule = {
  id: 'duplicate-id',
  severity: 'error',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    for (const plan of w.plans) {
      const first = new Map<string, Goal | Item>();
      const things: (Goal | Item)[] = goalsOf(plan.root)
        .flatMap((g) => [g, ...g.items])
        .slice(1);
      for (const thing of things) {
        const twin = first.get(thing.id);
        if (!twin) first.set(thing.id, thing);
        else yield { code: 'duplicate-id', args: { id: thing.id, twin: twin.title }, ...at(thing, 'id') };
      }
    }
  },
};
