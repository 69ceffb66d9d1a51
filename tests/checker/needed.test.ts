import { describe, expect, it } from 'vitest';
import { plain } from '../../src/model/decimal.ts';
import { formatMonth } from '../../src/model/period.ts';
import { amount, catalogue, judge } from './helpers.ts';

const c = catalogue();

/** What is still needed, in words. */
function needed(target: string, data: string, asOf = '2024-12'): string {
  const { needed: n } = judge(target, data, asOf, { catalogue: c });
  if (!n) return 'nothing said';
  return [
    `${n.kind} ${plain(n.amount.value, 4)} ${n.amount.unit.text}`,
    `in ${n.months} months`,
    ...(n.perMonth ? [`${amount(n.perMonth)} a month`] : []),
    ...(n.yearBefore ? [`${amount(n.yearBefore)} a year before`] : []),
    ...(n.usedUp === undefined ? [] : [`used up in ${formatMonth(n.usedUp)}`]),
    ...(n.assumed ? ['assumed'] : []),
  ].join(', ');
}

describe('a flow needs v − a in all and per remaining month (METHOD §5)', () => {
  it.each([
    [
      'in all and a month',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-08 60',
      'remainder 60 亿元, in 4 months, 15 亿元 a month',
    ],
    [
      'beside what the same months brought a year before',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-08 60; output 2023-01/2023-08 70; output 2023 100',
      'remainder 60 亿元, in 4 months, 15 亿元 a month, 30 亿元 a year before',
    ],
    [
      '… published for those months',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 60; output 2023-S2 55',
      'remainder 60 亿元, in 6 months, 10 亿元 a month, 55 亿元 a year before',
    ],
    [
      '… in the unit of the target',
      'indicator: output, at_least: 12000 万元',
      'output 2024-S1 0.6; output 2023-S2 0.5',
      'remainder 6000 万元, in 6 months, 1000 万元 a month, 5000 万元 a year before',
    ],
    [
      '… not where that is only a bound',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 60; output 2023-S2 >55',
      'remainder 60 亿元, in 6 months, 10 亿元 a month',
    ],
    [
      'towards the low end of a range',
      'indicator: output, between: 120..150 亿元',
      'output 2024-S1 60',
      'remainder 60 亿元, in 6 months, 10 亿元 a month',
    ],
    [
      'towards a rise over a stated year',
      'indicator: output, rise: 20 %, baseline: { period: 2023, value: 100 亿元 }',
      'output 2024-S1 60',
      'remainder 60 亿元, in 6 months, 10 亿元 a month',
    ],
    [
      'nothing once it is reached',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 120',
      'nothing said',
    ],
    ['nothing from a bound', 'indicator: output, at_least: 120 亿元', 'output 2024-S1 >60', 'nothing said'],
    [
      'nothing where the aim moves with the reading',
      'indicator: output, rise: 20 %',
      'output 2023-S1 50; output 2024-S1 55',
      'nothing said',
    ],
    [
      'nothing on a path of years',
      'indicator: output, window: 2025, at_least: 120 亿元, baseline: { period: 2020, value: 100 亿元 }',
      'output 2023 110',
      'nothing said',
    ],
    [
      'while the final figure is awaited',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-11 100',
      'remainder 20 亿元, in 1 months, 20 亿元 a month',
    ],
  ])('%s', (_, target, data, expected) => expect(needed(target, data)).toBe(expected));
  it('says nothing once the window is over', () => {
    expect(needed('indicator: output, at_least: 120 亿元', 'output 2024-01/2024-11 100', '2025-01')).toBe(
      'nothing said',
    );
  });
});

describe('a ceiling has headroom left, and a month in which the present rate uses it up', () => {
  it.each([
    [
      'used up within the window',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 80',
      'headroom 40 吨, in 6 months, used up in 2024-09',
    ],
    [
      'used up at the very end',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 60',
      'headroom 60 吨, in 6 months, used up in 2024-12',
    ],
    [
      'used up in a month that thirds lead to',
      'indicator: emissions, at_most: 28 吨',
      'emissions 2024-Q1 7',
      'headroom 21 吨, in 9 months, used up in 2024-12',
    ],
    [
      'used up within a month',
      'indicator: emissions, at_most: 100 吨',
      'emissions 2024-S1 80',
      'headroom 20 吨, in 6 months, used up in 2024-08',
    ],
    [
      'not used up within the window',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 50',
      'headroom 70 吨, in 6 months',
    ],
    [
      'never at a rate of nothing',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 0',
      'headroom 120 吨, in 6 months',
    ],
  ])('%s', (_, target, data, expected) => expect(needed(target, data)).toBe(expected));
});

describe('growth needs (G − w·g) ÷ (1 − w)', () => {
  const growth = 'indicator: output.growth, at_least: 7 %';
  it.each([
    [
      'w is the span’s share of last year’s level',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 40; output 2023 100',
      'growth 8.3333 %, in 6 months',
    ],
    [
      'levels unknown: the part of the year, assumed',
      growth,
      'output.growth 2024-S1 5',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'one level unknown',
      growth,
      'output.growth 2024-S1 5; output 2023 100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a level that is only a bound',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 >40; output 2023 100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a year that is only a bound',
      growth,
      'output.growth 2024-S1 5; output 2023-Q1 20; output 2023-Q2 20; output 2023 >100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a year of nothing',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 -1; output 2023 0',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a span that was all of last year',
      growth,
      'output.growth 2024-S1 5; output 2023-S1 100; output 2023 100',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'a growth of no level',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 5',
      'growth 9 %, in 6 months, assumed',
    ],
    [
      'nothing for a ceiling on growth',
      'indicator: growth, at_most: 7 %',
      'growth 2024-S1 5',
      'nothing said',
    ],
    [
      'nothing for a window that is no year',
      'indicator: growth, window: 2024-S1, at_least: 7 %',
      'growth 2024-Q1 5',
      'nothing said',
    ],
    [
      'nothing for twelve months that are no year',
      'indicator: growth, window: 2024-04/2025-03, at_least: 7 %',
      'growth 2024-Q2 5',
      'nothing said',
    ],
    ['nothing for a share', 'indicator: coverage, at_least: 7 %', 'coverage 2024-S1 5', 'nothing said'],
  ])('%s', (_, target, data, expected) => expect(needed(target, data)).toBe(expected));
});
