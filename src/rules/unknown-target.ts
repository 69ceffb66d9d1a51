import { nearest } from '../model/names.ts';
import type { Target } from '../model/plan.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

/** Findings that are helped with the nearest name. */
const HELPED = 50;

/** Whether following same_as ends in a circle; `known` keeps what has been found of others. */
function circles(target: Target, known: Map<Target, boolean>): boolean {
  const way = new Set<Target>();
  let t: Target | undefined = target;
  for (; t && !way.has(t) && !known.has(t); t = t.sameAs?.found) way.add(t);
  const found = t !== undefined && (known.get(t) ?? true);
  for (const passed of way) known.set(passed, found);
  return found;
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
    const known = new Map<Target, boolean>();
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
      if (circles(target, known)) yield { what: 'circle', args: { id: target.id }, ...at(target, 'same_as') };
    }
  },
};
