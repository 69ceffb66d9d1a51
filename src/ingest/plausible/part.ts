import { HUNDRED } from '../../model/decimal.ts';
import { isRate } from '../../model/unit.ts';
import type { Check } from './check.ts';
import { remainder } from './rounding.ts';
import { at, FRESH } from './series.ts';

/**
 * A share (比重、率) below 0 or above 100 %. What `accumulates` may exceed 100: the completion of a yearly plan, as
 * offices publish it, does (105 %). What is no part of a whole though it is in per cent, such as a margin of profit or a
 * rate of contribution, is a `ratio`, and has no bounds.
 */
export const part: Check = {
  code: 'data/not-a-part',
  check(s, desk) {
    const { kind, unit, accumulates } = s.indicator;
    if (kind !== 'share' || !isRate(unit)) return;
    const whole = HUNDRED.times(unit.divisor).div(unit.factor);
    const most = accumulates ? Number.POSITIVE_INFINITY : whole.toNumber();
    const { values, flags } = s.columns;
    for (let i = s.from; i < s.to; i++) {
      const value = at(values, i);
      if ((value >= 0 && value <= most) || !(at(flags, i) & FRESH)) continue;
      const spot = { series: s, index: i };
      const exact = remainder([spot], [], desk.look).off;
      if (exact.lt(0)) desk.say(part.code, spot, [], () => ({ below: 'yes' }));
      else if (exact.gt(whole)) desk.say(part.code, spot, [], () => ({ above: 'yes' }));
    }
  },
};
