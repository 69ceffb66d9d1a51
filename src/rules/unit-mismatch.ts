import { HUNDRED, ONE } from '../model/decimal.ts';
import { CHANGES, type ChangeRow, COMPARATORS } from '../model/forms.ts';
import type { Indicator } from '../model/indicator.ts';
import { KINDS } from '../model/kinds.ts';
import { type ArgsByCode, type Both, sentences } from '../model/message.ts';
import type { Allowance, Form, Target } from '../model/plan.ts';
import { formatQuantity, type Quantity } from '../model/quantity.ts';
import { commensurable, isPlace, isPoints, isRate, type Unit } from '../model/unit.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  'unit-mismatch': {
    en: '“{value}” cannot measure {indicator}, which is in “{unit}”[suggest:; write {suggest}][or: or {or}, whichever is meant][hint:; its growth in % is the indicator {hint}]',
    zh: '“{value}”不能度量 {indicator}（单位为“{unit}”）[suggest:；请写 {suggest}][or: 或 {or}（以实际含义为准）][hint:；其增速（%）是指标 {hint}]',
  },
  'unit-mismatch/points': {
    en: '“{value}”: {indicator} is in “{unit}”, so a change of it, or a difference, is in percentage points (百分点)[relative:, or {relative}]',
    zh: '“{value}”：{indicator} 的单位是“{unit}”，其升降和差距应以百分点计[relative:，或写 {relative}]',
  },
  'unit-mismatch/relative': {
    en: '“{value}”: a relative change is in %',
    zh: '“{value}”：相对变化（relative）应以 % 计',
  },
  'unit-mismatch/times': {
    en: '“{value}”: times takes a bare number or 倍, like 1.2 倍',
    zh: '“{value}”：times 应写数或倍数，如 1.2 倍',
  },
  'unit-mismatch/average': {
    en: '“{value}”: mean yearly growth is in %',
    zh: '“{value}”：年均增长应以 % 计',
  },
  'unit-mismatch/rank': {
    en: '“{value}”: a place is a bare number, or in 位 or 名',
    zh: '“{value}”：位次应写数，或以“位”“名”为单位',
  },
  'unit-mismatch/tolerance': {
    en: 'the tolerance “{value}” does not go with a value in “{unit}”',
    zh: '允差“{value}”与以“{unit}”计的目标值不相配',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

type Says = ArgsByCode<typeof SAYS>;

interface Problem {
  readonly code: keyof typeof SAYS;
  readonly value: string;
  readonly unit: string;
}

const isNumber = (u: Unit): boolean => u.dimensions === 'number';

/** What a value of a form has to be: what its change takes, else what its indicator is measured in. */
function takenBy({ change }: Form, { kind }: Indicator): ChangeRow['value'] | 'number' | 'amount' {
  if (change) return CHANGES[change].value;
  const { measure } = KINDS[kind];
  return measure === 'places' ? 'place' : measure === 'base' ? 'number' : 'amount';
}

/** Why a value can't be the change of an indicator; undefined where it can. */
function ofChange(form: Form, q: Quantity, indicator: Indicator): Problem | undefined {
  const problem = (code: Problem['code']): Problem => ({
    code,
    value: formatQuantity(q),
    unit: indicator.unit.text,
  });
  const { unit } = indicator;
  switch (takenBy(form, indicator)) {
    case 'times':
      return isNumber(q.unit) ? undefined : problem('unit-mismatch/times');
    case 'place':
      return isPlace(q.unit) ? undefined : problem('unit-mismatch/rank');
    case 'rate':
      return isRate(q.unit) ? undefined : problem('unit-mismatch/average');
    case 'difference':
      if (q.value.eq(0) || (isRate(unit) ? isPoints(q.unit) : commensurable(q.unit, unit))) return undefined;
      return problem(isRate(unit) ? 'unit-mismatch/points' : 'unit-mismatch');
    case 'change':
      if (form.relative) return isRate(q.unit) ? undefined : problem('unit-mismatch/relative');
      if (isRate(unit)) return isPoints(q.unit) ? undefined : problem('unit-mismatch/points');
      return isRate(q.unit) || commensurable(q.unit, unit) ? undefined : problem('unit-mismatch');
    case 'number':
      return isNumber(q.unit) || commensurable(q.unit, unit) ? undefined : problem('unit-mismatch');
    default:
      return commensurable(q.unit, unit) ? undefined : problem('unit-mismatch');
  }
}

function ofTarget(
  target: Target,
  indicator: Indicator,
  growth: string,
  add: (f: Finding<typeof SAYS>) => void,
): void {
  const { form } = target;
  if (!form?.value) return;
  const key = form.change ?? form.comparator;
  const check = (q: Quantity | undefined, as: Form, where: string): void => {
    const problem = q && ofChange(as, q, indicator);
    if (!problem) return;
    const { code, value, unit } = problem;
    const plain = code === 'unit-mismatch';
    const hint = plain && isRate(q.unit) ? growth : '';
    const suggest = plain && isNumber(q.unit) ? `${value} ${unit}` : '';
    // 0.65 of a share can be meant as 0.65 % or as 65 %
    const fraction = suggest !== '' && isRate(indicator.unit) && q.value.abs().lte(ONE);
    const or = fraction ? `${q.value.times(HUNDRED).div(indicator.unit.factor).toFixed()} ${unit}` : '';
    const changes = as.change && CHANGES[as.change].value === 'change';
    const relative = changes ? 'relative: true' : '';
    const args: Both<Says[Problem['code']]> = {
      value,
      indicator: indicator.id,
      unit,
      hint,
      suggest,
      or,
      relative,
    };
    add({ code, args, ...at(target, where) } as Finding<typeof SAYS>);
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
    const value = formatQuantity(tolerance);
    const args = { value, indicator: indicator.id, unit: form.value.unit.text, hint: '' };
    if (!fits) add({ code: 'unit-mismatch/tolerance', args, ...at(target, 'tolerance') });
  }
}

/** A value whose unit cannot measure the indicator, or a change of a rate that is not in points. */
export const unitMismatch: Rule = {
  id: 'unit-mismatch',
  severity: 'error',
  says: SAYS,
  check(w): Iterable<Finding<typeof SAYS>> {
    const found: Finding<typeof SAYS>[] = [];
    for (const target of allTargets(w)) {
      const indicator = target.indicator?.found;
      if (!indicator) continue;
      const growth = w.catalogue.indicators.has(`${indicator.id}.growth`) ? `${indicator.id}.growth` : '';
      ofTarget(target, indicator, growth, (f) => void found.push(f));
    }
    return found;
  },
};
