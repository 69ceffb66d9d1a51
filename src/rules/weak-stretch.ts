import type { Decimal } from '../model/decimal.ts';
import type { Better } from '../model/indicator.ts';
import { type ArgsByCode, sentences } from '../model/message.ts';
import type { Comparison, Target } from '../model/plan.ts';
import { formatQuantity } from '../model/quantity.ts';
import { convert } from '../model/unit.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  'weak-stretch': {
    en: 'the stretch ({stretch}) asks for less than the target itself ({value}); is one of them wrong?',
    zh: '力争值（{stretch}）低于目标本身（{value}），是否有一处写错？',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** Which way the comparison of a target is the better met: of a fall, by a larger one; of a place, by a smaller one. */
function betterOf({ form, indicator }: Target): Better {
  if (form?.change === 'rank') return 'lower';
  const better = indicator?.found?.better ?? 'neither';
  if (form?.change !== 'fall' && form?.change !== 'below') return better;
  return better === 'higher' ? 'lower' : better === 'lower' ? 'higher' : better;
}

/** The least and the most a comparison allows, as it names them; an end that is open is missing. */
function ends(c: Comparison, better: Better): { readonly low?: Decimal; readonly high?: Decimal } {
  const value = c.value?.value;
  const top = c.high?.value ?? value;
  if (!value || !top) return {};
  switch (c.comparator) {
    case 'at_least':
    case 'more_than':
      return { low: value };
    case 'at_most':
    case 'less_than':
      return { high: value };
    default:
      return {
        ...(better === 'lower' ? {} : { low: value }),
        ...(better === 'higher' ? {} : { high: top }),
      };
  }
}

/** A stretch in the unit of the target it stretches. */
function inUnitOf(target: Comparison, stretch: Comparison): Comparison | undefined {
  const unit = target.value?.unit;
  const turn = (q: Comparison['value']) => {
    const value = q && unit && convert(q.value, q.unit, unit);
    return value && unit && { ...q, value, unit };
  };
  const [value, high] = [turn(stretch.value), turn(stretch.high)];
  return value && { comparator: stretch.comparator, value, ...(high ? { high } : {}) };
}

/** Whether who meets the stretch need not meet the target. */
function isWeaker(target: Target): boolean {
  const { form, stretch } = target;
  const other = form && stretch && inUnitOf(form, stretch);
  if (!form || !other) return false;
  const better = betterOf(target);
  const [own, more] = [ends(form, better), ends(other, better)];
  const low = own.low !== undefined && (more.low === undefined || more.low.lt(own.low));
  const high = own.high !== undefined && (more.high === undefined || more.high.gt(own.high));
  return low || high;
}

const written = (c: Comparison | undefined): string => (c?.value ? formatQuantity(c.value) : '');

/** A stretch (力争) that asks for less than the target itself, or for something else. */
export const weakStretch: Rule = {
  id: 'weak-stretch',
  severity: 'warning',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    for (const target of allTargets(w))
      if (target.stretch && isWeaker(target))
        yield {
          code: 'weak-stretch',
          args: { stretch: written(target.stretch), value: written(target.form) },
          ...at(target, 'stretch'),
        };
  },
};
