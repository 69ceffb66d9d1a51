import { adds } from '../model/cascade.ts';
import { type Decimal, total } from '../model/decimal.ts';
import { betterOf, COMPARATORS } from '../model/forms.ts';
import { type ArgsByCode, sentences } from '../model/message.ts';
import type { Target } from '../model/plan.ts';
import { formatQuantity } from '../model/quantity.ts';
import { convert } from '../model/unit.ts';
import { allTargets, at, type Finding, type Rule } from './rule.ts';

const SAYS = sentences({
  'shares-sum': {
    en: 'the shares of “{id}” make {sum} {unit} together, {by} {unit} [short:short of][over:more than] its {whole}',
    zh: '目标“{id}”的分解值合计 {sum} {unit}，比目标值 {whole} [short:少][over:多] {by} {unit}',
  },
});

declare module '../model/diagnostic.ts' {
  interface FindingArgs extends ArgsByCode<typeof SAYS> {}
}

/** What the shares of a target make together, in its unit; undefined where they do not add up, or one is in another unit. */
function sumOf(target: Target): Decimal | undefined {
  const { form, indicator, shares, each } = target;
  if (!form?.value || !indicator?.found || !shares || each === 'region' || !adds(form, indicator.found))
    return undefined;
  const { unit } = form.value;
  const values = shares.flatMap(({ value }) => convert(value.value, value.unit, unit) ?? []);
  return values.length === shares.length && values.length > 0 ? total(values) : undefined;
}

/** Shares (分解) that cannot make the value of their target: together less than a floor, or more than a ceiling. */
export const sharesSum: Rule = {
  id: 'shares-sum',
  severity: 'warning',
  says: SAYS,
  *check(w): Iterable<Finding<typeof SAYS>> {
    for (const target of allTargets(w)) {
      const { form, indicator } = target;
      const sum = sumOf(target);
      if (!sum || !form?.value || form.high) continue;
      const end = COMPARATORS[form.comparator].ends[betterOf(form, indicator?.found?.better ?? 'neither')];
      const by = sum.minus(form.value.value);
      const wrong = end === 'low' ? by.lt(0) : end === 'high' && by.gt(0);
      if (!wrong) continue;
      const args = {
        id: target.id,
        sum: sum.toFixed(),
        whole: formatQuantity(form.value),
        by: by.abs().toFixed(),
        unit: form.value.unit.text,
        ...(end === 'low' ? { short: 'yes' } : { over: 'yes' }),
      };
      yield { code: 'shares-sum', args, ...at(target, 'shares') };
    }
  },
};
