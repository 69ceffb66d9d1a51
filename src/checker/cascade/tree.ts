import type { Branch } from '../../model/cascade.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { isSummed } from '../../model/kinds.ts';
import { originOf, type Plan, type Share, type Steps, type Target, targetsOf } from '../../model/plan.ts';
import { convert } from '../../model/unit.ts';
import { relationOf } from './compare.ts';

/** The targets that serve each target, in the order of the plans. */
function servingOf(plans: readonly Plan[]): Map<Target, Target[]> {
  const serving = new Map<Target, Target[]>();
  for (const target of plans.flatMap(targetsOf)) {
    const served = target.serves?.found;
    if (!served) continue;
    const origin = originOf(served);
    const known = serving.get(origin);
    if (known) known.push(target);
    else serving.set(origin, [target]);
  }
  return serving;
}

/** Checkpoints of an amount as parts of the way to it, which are the same for its shares. */
function stepsOf({ form, steps }: Target): Steps | undefined {
  const value = form?.change ? undefined : form?.value;
  const points = steps?.points.flatMap(({ month, to }) => {
    if ('part' in to) return { month, to };
    const amount = value && convert(to.amount.value, to.amount.unit, value.unit);
    return amount && !value.value.eq(0) ? { month, to: { part: amount.div(value.value) } } : [];
  });
  return steps && points?.length === steps.points.length ? { ...steps, points } : undefined;
}

/**
 * A share as a target of its own: the whole's promise with the share's value, and its way. What the plan states of the
 * whole's figure (its baseline, a tolerance in its unit) is not the share's.
 */
function targetOf(whole: Target, share: Share): Target {
  const { form, stretch, shares, serves, override, weight, baseline, steps, tolerance, pace, each, ...rest } =
    originOf(whole);
  const flow = rest.indicator?.found !== undefined && isSummed(rest.indicator.found);
  const own = flow ? stepsOf(originOf(whole)) : undefined;
  const { high, ...comparison } = form ?? { comparator: 'unquantified' };
  return {
    ...rest,
    id: `${whole.id}@${share.text}`,
    title: share.text,
    pointer: share.pointer,
    form: { ...comparison, value: share.value },
    ...(share.region
      ? { region: { text: share.text, pointer: share.pointer, found: share.region } }
      : share.unit
        ? { lead: [{ text: share.text, pointer: share.pointer, found: share.unit }], leadOpen: false }
        : {}),
    ...(each && each !== 'region' ? { each } : {}),
    ...(baseline?.period ? { baseline: { period: baseline.period } } : {}),
    ...(tolerance && 'part' in tolerance ? { tolerance } : {}),
    ...(flow && pace ? { pace } : {}),
    ...(own ? { steps: own } : {}),
  };
}

/** A share, and the target that is made from it. */
interface Divided {
  readonly share: Share;
  readonly target: Target;
}

/** The shares a target is divided into, each as a target of its own. */
export const sharesOf = (whole: Target): Divided[] =>
  (whole.shares ?? originOf(whole).shares ?? []).map((share) => ({ share, target: targetOf(whole, share) }));

/** Whether a target is how a share is kept: it is of the share's region, or led by its unit. */
const keeps = (target: Target, share: Share): boolean =>
  share.region
    ? target.region?.found === share.region
    : target.lead.some((u) => u.found !== undefined && u.found === share.unit);

/** A target with its shares, and the targets that serve it or keep one of them, however deep. */
export function treeOf(root: Target, plans: readonly Plan[], catalogue: Catalogue): Branch {
  const serving = servingOf(plans);
  const above = new Set<Target>();
  const branch = (target: Target, whole: Target | undefined, share?: Share): Branch => {
    const related = whole ? relationOf(whole, target, share, catalogue) : {};
    const own = { target, ...(share ? { share } : {}), ...related };
    const origin = originOf(target);
    // the rules find circles; one that was turned off must not hang
    if (above.has(origin)) return { ...own, parts: [] };
    above.add(origin);
    const below = [...(serving.get(origin) ?? [])];
    const shares = sharesOf(target).map(({ share: s, target: made }) => {
      const keeping = below.filter((t) => keeps(t, s));
      for (const t of keeping) below.splice(below.indexOf(t), 1);
      const kept = branch(made, target, s);
      return { ...kept, parts: keeping.map((t) => branch(t, made)) };
    });
    const parts = [...shares, ...below.map((t) => branch(t, target))];
    above.delete(origin);
    return { ...own, parts };
  };
  return branch(root, undefined);
}
