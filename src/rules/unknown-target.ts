import { nearest } from '../model/names.ts';
import type { Target } from '../model/plan.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

/** Whether following same_as leads back to the target. */
function circles(target: Target): boolean {
  const seen = new Set<Target>();
  for (let t: Target | undefined = target; t; t = t.sameAs?.found) {
    if (seen.has(t)) return true;
    seen.add(t);
  }
  return false;
}

/** A same_as or a baseline that names no target, or targets that repeat each other in a circle. */
export const unknownTarget: Rule = {
  id: 'unknown-target',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const targets = allTargets(w);
    for (const target of targets) {
      for (const [key, r] of [
        ['same_as', target.sameAs],
        ['baseline/target', target.baseline?.target],
      ] as const) {
        if (!r || r.found) continue;
        const ids = targets.filter((t) => t.plan === target.plan && t !== target).map((t) => t.id);
        yield { args: { name: r.text, nearest: nearest(r.text, ids) ?? '' }, ...at(target, key) };
      }
      if (circles(target)) yield { what: 'circle', args: { id: target.id }, ...at(target, 'same_as') };
    }
  },
};
