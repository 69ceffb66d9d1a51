import { type Decimal, ONE, ZERO } from '../model/decimal.ts';
import { type Goal, type Item, itemsOf } from '../model/plan.ts';
import type { Verdict, Weighted } from '../model/verdict.ts';

/** What one promise comes to: whether it is achieved, whether it is on course, how far it is where that is measured. */
interface Measure {
  readonly achieved: Decimal;
  readonly onCourse: Decimal;
  readonly completion?: Decimal;
}

/** A promise measured; none where the plan gives no figure, or nothing was judged. */
function measureOf(verdict: Verdict | undefined): Measure | undefined {
  if (!verdict || verdict.status === 'unquantified') return undefined;
  const { status, completion, used } = verdict;
  if (status === 'achieved') return { achieved: ONE, onCourse: ONE, completion: ONE };
  // what of a ceiling is used up says nothing about how far the promise is kept
  const part = used ? undefined : completion;
  const held = part && (part.lt(0) ? ZERO : part.gt(1) ? ONE : part);
  return {
    achieved: ZERO,
    onCourse: status === 'on-track' ? ONE : ZERO,
    ...(held ? { completion: held } : {}),
  };
}

/** The mean of some measures by their weights; of completion, over those that have one. */
function meanOf(
  list: readonly (readonly [weight: Decimal, measure: Measure | undefined])[],
): Weighted | undefined {
  const known = list.filter((e): e is readonly [Decimal, Measure] => e[1] !== undefined);
  const mean = (some: typeof known, of: (m: Measure) => Decimal): Decimal | undefined => {
    const whole = some.reduce((sum, [w]) => sum.plus(w), ZERO);
    return whole.eq(0) ? undefined : some.reduce((sum, [w, m]) => sum.plus(w.times(of(m))), ZERO).div(whole);
  };
  const achieved = mean(known, (m) => m.achieved);
  const onCourse = mean(known, (m) => m.onCourse);
  const completion = mean(
    known.filter(([, m]) => m.completion),
    (m) => m.completion ?? ZERO,
  );
  return achieved && onCourse && { achieved, onCourse, ...(completion ? { completion } : {}) };
}

/** Whether a promise is counted where none is weighed: one that repeats another is counted there. */
const isOwn = (item: Item): boolean => item.type === 'milestone' || !item.sameAs;

/**
 * What a goal comes to by the weights the plan gives what lies directly in it; undefined where it gives none. What has
 * no weight beside others that have counts nothing; where a goal weighs none of its own, each promise under it counts
 * the same. Weights change no status.
 */
export function weightedOf(goal: Goal, of: ReadonlyMap<Item, Verdict>): Weighted | undefined {
  const children: readonly (Item | Goal)[] = [...goal.items, ...goal.goals];
  if (!children.some((c) => c.weight)) return undefined;
  return meanOf(
    children.flatMap((child) => {
      if (!child.weight) return [];
      const measure =
        child.type === 'goal' ? (weightedOf(child, of) ?? evenly(child, of)) : measureOf(of.get(child));
      return [[child.weight, measure] as const];
    }),
  );
}

const evenly = (goal: Goal, of: ReadonlyMap<Item, Verdict>): Weighted | undefined =>
  meanOf(
    itemsOf(goal)
      .filter(isOwn)
      .map((i) => [ONE, measureOf(of.get(i))] as const),
  );
