import { describe, expect, it } from 'vitest';
import { decidingTolerance } from '../../src/model/tolerance.ts';
import { judge } from '../checker/helpers.ts';

const toleranceFor = (target: string): string => {
  const { item } = judge(target, '');
  return (item.type === 'target' && decidingTolerance(item)?.toFixed()) || 'none';
};

describe('the tolerance of about, in the unit of the value (METHOD §3)', () => {
  it.each([
    ['half a point for a rate', 'indicator: growth, about: 7 %', '0.5'],
    ['half a point for a rate in ‰', 'indicator: growth, about: 7 ‰', '5'],
    ['half a point for a gap in points', 'indicator: growth, about: 7 百分点', '0.5'],
    ['five per cent of a quantity', 'indicator: output, about: 300 亿元', '15'],
    ['five per cent of a negative quantity', 'indicator: output, about: -300 亿元', '15'],
    ['a tenth of a change', 'indicator: coverage, rise: { about: 3 百分点 }', '0.3'],
    ['a tenth of a relative change', 'indicator: firms, rise: { about: 20 % }', '2'],
    ['stated as a part', 'indicator: output, about: 300 亿元, tolerance: 10 %', '30'],
    ['stated in the unit', 'indicator: output, about: 300 亿元, tolerance: 5 亿元', '5'],
    ['stated in another unit', 'indicator: output, about: 300 亿元, tolerance: 5000 万元', '0.5'],
    ['stated in points for a rate', 'indicator: growth, about: 7 %, tolerance: 0.2 百分点', '0.2'],
    ['stated in points for a rate in ‰', 'indicator: growth, about: 7 ‰, tolerance: 0.2 百分点', '2'],
    ['stated bare', 'indicator: output, about: 300 亿元, tolerance: 5', '5'],
    [
      'stated in a unit that does not fit: as written',
      'indicator: output, about: 300 亿元, tolerance: 5 吨',
      '5',
    ],
    ['not asked for elsewhere', 'indicator: output, at_least: 300 亿元', 'none'],
    ['not asked for without a form', 'indicator: output', 'none'],
  ])('%s', (_, target, expected) => expect(toleranceFor(target)).toBe(expected));
});
