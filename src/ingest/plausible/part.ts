import { HUNDRED } from '../../model/decimal.ts';
import { isRate } from '../../model/unit.ts';
import type { Check } from './check.ts';
import { NOISE } from './rounding.ts';
import { FRESH, flagsAt, numberAt } from './series.ts';

/**
 * A share (比重、率) below 0 or above 100 %. What `accumulates` may exceed 100: the completion of a yearly plan, as
 * offices publish it, does (105 %). What is no part of a whole though it is in per cent, such as a margin of profit or a
 * rate of contribution, is a `ratio`, and has no bounds.
 */
export const part: Check = {
  code: 'data/not-a-part',
  check(s, warnings) {
    const { kind, unit, accumulates } = s.indicator;
    if (kind !== 'share' || !isRate(unit)) return;
    const whole = HUNDRED.times(unit.divisor).div(unit.factor).toNumber() * (1 + NOISE);
    const { values, flags } = s.columns;
    for (let i = s.from; i < s.to; i++) {
      const value = numberAt(values, i);
      const above = value > whole && !accumulates;
      if ((value >= 0 && !above) || !(flagsAt(flags, i) & FRESH)) continue;
      const word: Record<string, string> = above ? { above: 'yes' } : { below: 'yes' };
      warnings.add(part.code, { series: s, index: i }, [], () => word);
    }
  },
};
