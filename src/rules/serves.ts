import { nearest } from '../model/names.ts';
import { addressOf, originOf, type Target } from '../model/plan.ts';
import { commensurable } from '../model/unit.ts';
import { allTargets, at, type Finding, isLeftOut, type Rule } from './rule.ts';

/** Whether a target serves itself in the end; `straight` are targets that are known not to, and their like is added. */
function circles(target: Target, straight: Set<Target>): boolean {
  const start = originOf(target);
  const seen = new Set<Target>();
  let next: Target | undefined = target;
  while (next?.serves?.found) {
    next = originOf(next.serves.found);
    if (next === start) return true;
    // the circle lies further on, and is said there
    if (seen.has(next) || straight.has(next)) break;
    seen.add(next);
  }
  straight.add(start);
  return false;
}

/** A target that serves one that does not exist, that serves itself in a circle, or that serves one of another dimension. */
export const serves: Rule = {
  id: 'serves',
  severity: 'error',
  *check(w): Iterable<Finding> {
    const serving = allTargets(w).filter((t) => t.serves);
    if (serving.length === 0) return;
    const known = allTargets(w).map(addressOf);
    const straight = new Set<Target>();
    for (const target of serving) {
      const { text, found } = target.serves ?? { text: '' };
      const place = at(target, 'serves');
      if (!found) {
        // a plan that is broken is left out, and said there
        if (isLeftOut(w, text.split('/')[0] ?? '')) continue;
        yield { what: 'unknown', args: { name: text, nearest: nearest(text, known) ?? '' }, ...place };
        continue;
      }
      if (circles(target, straight)) yield { what: 'circle', args: { id: target.id }, ...place };
      const [own, other] = [originOf(target).indicator?.found, originOf(found).indicator?.found];
      if (own && other && !commensurable(own.unit, other.unit))
        yield {
          what: 'dimension',
          args: { indicator: own.id, unit: own.unit.text, served: addressOf(found), other: other.unit.text },
          ...place,
        };
    }
  },
};
