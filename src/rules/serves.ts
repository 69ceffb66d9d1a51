import { type ArgsByCode, sentences } from '../model/message.ts';
import { nearest } from '../model/names.ts';
import { addressOf, originOf, type Target } from '../model/plan.ts';
import { commensurable } from '../model/unit.ts';
import { allTargets, at, type Finding, isLeftOut, type Rule } from './rule.ts';

const SAYS = sentences({
  'serves/unknown': {
    en: 'there is no target “{name}” to serve[nearest: (did you mean “{nearest}”?)]; write plan/target',
    zh: '没有可支撑的目标“{name}”[nearest:（是否指“{nearest}”？）]；应写 方案/目标',
  },
  'serves/circle': {
    en: 'following serves from “{id}” leads back to it; take it away from one of them',
    zh: '从“{id}”沿 serves 上溯又回到自身，请去掉其中一处',
  },
  'serves/dimension': {
    en: '{indicator}, in “{unit}”, cannot be a part of {served}, which is in “{other}”',
    zh: '{indicator}（单位“{unit}”）不能支撑 {served}（单位“{other}”）',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

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
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
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
        yield { code: 'serves/unknown', args: { name: text, nearest: nearest(text, known) ?? '' }, ...place };
        continue;
      }
      if (circles(target, straight)) yield { code: 'serves/circle', args: { id: target.id }, ...place };
      const [own, other] = [originOf(target).indicator?.found, originOf(found).indicator?.found];
      if (own && other && !commensurable(own.unit, other.unit))
        yield {
          code: 'serves/dimension',
          args: { indicator: own.id, unit: own.unit.text, served: addressOf(found), other: other.unit.text },
          ...place,
        };
    }
  },
};
