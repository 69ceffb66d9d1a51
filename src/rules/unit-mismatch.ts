import { CHANGES, type ChangeRow, COMPARATORS } from '../model/forms.ts';
import type { Indicator } from '../model/indicator.ts';
import { KINDS } from '../model/kinds.ts';
import type { Allowance, Form, Target } from '../model/plan.ts';
import { formatQuantity, type Quantity } from '../model/quantity.ts';
import { commensurable, isPlace, isPoints, isRate, type Unit } from '../model/unit.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

type Problem = { readonly what?: string; readonly value: string; readonly unit: string };

const isNumber = (u: Unit): boolean => u.dimensions === 'number';

/** What a value of a form has to be: what its change takes, else what its indicator is measured in. */
function takenBy({ change }: Form, { kind }: Indicator): ChangeRow['value'] | 'number' | 'amount' {
  if (change) return CHANGES[change].value;
  const { measure } = KINDS[kind];
  return measure === 'places' ? 'place' : measure === 'base' ? 'number' : 'amount';
}

/** Why a value can't be the change of an indicator; undefined where it can. */
function ofChange(form: Form, q: Quantity, indicator: Indicator): Problem | undefined {
  const problem = (what?: string): Problem => ({
    value: formatQuantity(q),
    unit: indicator.unit.text,
    ...(what ? { what } : {}),
  });
  const { unit } = indicator;
  switch (takenBy(form, indicator)) {
    case 'times':
      return isNumber(q.unit) ? undefined : problem('times');
    case 'place':
      return isPlace(q.unit) ? undefined : problem('rank');
    case 'rate':
      return isRate(q.unit) ? undefined : problem('average');
    case 'difference':
      if (q.value.eq(0) || (isRate(unit) ? isPoints(q.unit) : commensurable(q.unit, unit))) return undefined;
      return problem(isRate(unit) ? 'points' : undefined);
    case 'change':
      if (form.relative) return isRate(q.unit) ? undefined : problem('relative');
      if (isRate(unit)) return isPoints(q.unit) ? undefined : problem('points');
      return isRate(q.unit) || commensurable(q.unit, unit) ? undefined : problem();
    case 'number':
      return isNumber(q.unit) || commensurable(q.unit, unit) ? undefined : problem();
    default:
      return commensurable(q.unit, unit) ? undefined : problem();
  }
}

function ofTarget(target: Target, indicator: Indicator, growth: string, add: (f: Finding) => void): void {
  const { form } = target;
  if (!form?.value) return;
  const key = form.change ?? form.comparator;
  const check = (q: Quantity | undefined, as: Form, where: string): void => {
    const problem = q && ofChange(as, q, indicator);
    if (!problem) return;
    const { what, value, unit } = problem;
    const hint = what === undefined && q && isRate(q.unit) ? growth : '';
    const suggest = what === undefined && q && isNumber(q.unit) ? `${value} ${unit}` : '';
    const changes = as.change && CHANGES[as.change].value === 'change';
    add({
      ...(what ? { what } : {}),
      args: {
        value,
        indicator: indicator.id,
        unit,
        hint,
        suggest,
        relative: changes ? 'relative: true' : '',
      },
      ...at(target, where),
    });
  };
  const depth = form.change && target.forms.length === 1 ? key : form.comparator;
  check(form.value, form, depth);
  if (target.stretch) check(target.stretch.value, { ...form, ...target.stretch }, 'stretch');
  if (target.baseline?.value) check(target.baseline.value, { comparator: 'at_least' }, 'baseline/value');
  // a share in % of an amount, or the reverse, is what the rule `shares` speaks of
  for (const share of target.shares ?? [])
    if (isRate(share.value.unit) === isRate(form.value.unit))
      check(share.value, form, share.pointer.slice(target.pointer.length + 1));
  for (const step of target.steps?.points ?? [])
    if ('amount' in step.to) check(step.to.amount, { comparator: 'at_least' }, 'steps');
  const amount = (a: Allowance | undefined): Quantity | undefined =>
    a && 'amount' in a ? a.amount : undefined;
  const tolerance = amount(target.tolerance);
  if (tolerance && COMPARATORS[form.comparator].tolerant && !isNumber(tolerance.unit)) {
    const fits = isRate(form.value.unit)
      ? isPoints(tolerance.unit)
      : commensurable(tolerance.unit, form.value.unit);
    if (!fits)
      add({
        what: 'tolerance',
        args: {
          value: formatQuantity(tolerance),
          indicator: indicator.id,
          unit: form.value.unit.text,
          hint: '',
        },
        ...at(target, 'tolerance'),
      });
  }
}

/** A value whose unit cannot measure the indicator, or a change of a rate that is not in points. */
export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  severity: 'error',
  check(w): Iterable<Finding> {
    const found: Finding[] = [];
    for (const target of allTargets(w)) {
      const indicator = target.indicator?.found;
      if (!indicator) continue;
      const growth = w.catalogue.indicators.has(`${indicator.id}.growth`) ? `${indicator.id}.growth` : '';
      ofTarget(target, indicator, growth, (f) => void found.push(f));
    }
    return found;
  },
};
