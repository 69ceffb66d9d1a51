import { type ArgsByCode, sentences } from '../model/message.ts';
import { nearest } from '../model/names.ts';
import type { Target } from '../model/plan.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  'unknown-target': {
    en: 'this plan has no target “{name}”[nearest: (did you mean “{nearest}”?)]',
    zh: '本方案没有目标“{name}”[nearest:（是否指“{nearest}”？）]',
  },
  'unknown-target/circle': {
    en: 'following same_as from “{id}” leads back to it; one of them must state the promise itself',
    zh: '“{id}”的 same_as 互相循环；其中一个须写明承诺本身',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

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
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
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
        yield { code: 'unknown-target', args: { name: r.text, nearest: near ?? '' }, ...at(target, key) };
      }
      if (circles(target, known))
        yield { code: 'unknown-target/circle', args: { id: target.id }, ...at(target, 'same_as') };
    }
  },
};
