import { nearest } from '../model/names.ts';
import type { Target } from '../model/plan.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

/** Findings that are helped with the nearest name. */
const HELPED = 50;

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
    const ids = new Map<string, string[]>();
    for (const t of targets) {
      const list = ids.get(t.plan);
      if (list) list.push(t.id);
      else ids.set(t.plan, [t.id]);
    }
    let said = 0;
    for (const target of targets) {
      for (const [key, r] of [
        ['same_as', target.sameAs],
        ['baseline/target', target.baseline?.target],
      ] as const) {
        if (!r || r.found) continue;
        // the nearest of thousands takes long to find: it is looked for while a person would still read it
        const near =
          said++ < HELPED
            ? nearest(
                r.text,
                (ids.get(target.plan) ?? []).filter((id) => id !== target.id),
              )
            : undefined;
        yield { args: { name: r.text, nearest: near ?? '' }, ...at(target, key) };
      }
      if (circles(target)) yield { what: 'circle', args: { id: target.id }, ...at(target, 'same_as') };
    }
  },
};
