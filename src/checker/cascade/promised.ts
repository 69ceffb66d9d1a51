import { type Branch, nameOf, type Promised } from '../../model/cascade.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { type Decimal, total, ZERO } from '../../model/decimal.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { addressOf, originOf } from '../../model/plan.ts';
import type { Amount } from '../../model/verdict.ts';
import { addingOf, completes, findingAt, regionOf } from './branches.ts';
import { inUnit, type Pledge, pledgeOf } from './compare.ts';

/** Two parts that would be counted twice: one lies in the other, or both are of one region. */
function overlap(parts: readonly Branch[], catalogue: Catalogue): readonly [Branch, Branch] | undefined {
  for (const [i, a] of parts.entries())
    for (const b of parts.slice(i + 1)) {
      const [one, other] = [regionOf(a), regionOf(b)];
      if (one && other && catalogue.overlap(one, other)) return [a, b];
    }
  return undefined;
}

/** What a difference between parts and whole is: 层层加码 where the parts promise more than is asked of them. */
type Difference = 'short' | 'over' | 'loose' | 'tight' | 'undivided';

function difference(promise: Pledge, by: Decimal, complete: boolean): Difference | undefined {
  if (by.eq(0)) return undefined;
  // inside of a range nothing is more than promised
  const over = promise.far?.minus(promise.value) ?? ZERO;
  if (promise.side === 'floor' ? by.gt(0) && by.lte(over) : by.lt(0) && by.gte(over)) return undefined;
  if (promise.side === 'floor') return by.gt(0) ? 'over' : complete ? 'short' : 'undivided';
  return by.gt(0) ? 'loose' : complete ? 'tight' : 'undivided';
}

/** What the parts promise together (METHOD: do the parts add up to the whole). */
export function promisedOf(
  branch: Branch,
  catalogue: Catalogue,
  say: (d: Diagnostic) => void,
): Promised | undefined {
  const parts = addingOf(branch);
  const whole = pledgeOf(branch.target);
  if (!whole || parts.length === 0) return undefined;
  const twice = overlap(parts, catalogue);
  if (twice) {
    const name = twice.some((b) => nameOf(b) !== nameOf(twice[0]))
      ? nameOf
      : (b: Branch) => addressOf(b.target);
    const [one, other] = twice.map(name) as [string, string];
    say(findingAt('warning', 'cascade/overlap', { whole: addressOf(branch.target), one, other }, branch));
    return undefined;
  }
  const { unit } = whole;
  const sum = total(
    parts.map((p) => pledgeOf(p.target)).map((p) => (p ? inUnit(p.value, p.unit, unit) : ZERO)),
  );
  const origin = originOf(branch.target);
  const divided = (branch.target.shares ?? origin.shares) !== undefined;
  const complete = divided || completes(parts, origin.region?.found, catalogue);
  const by = sum.minus(whole.value);
  const what = difference(whole, by, complete);
  if (what) {
    const args = {
      whole: addressOf(branch.target),
      value: whole.value.toFixed(),
      parts: sum.toFixed(),
      by: by.abs().toFixed(),
      unit: unit.text,
      count: parts.length,
    };
    say(findingAt(what === 'undivided' ? 'info' : 'warning', `cascade/${what}`, args, branch));
  }
  const amount = (value: Decimal): Amount => ({ value, unit });
  return { whole: amount(whole.value), parts: amount(sum), difference: amount(by), complete };
}
