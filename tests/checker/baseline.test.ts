import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../src/model/period.ts';
import { holds, judge, type Row } from './helpers.ts';

const baselineOf = (target: string, data: string, asOf = '2024-12'): string => {
  const { baseline } = judge(target, data, asOf);
  return baseline ? `${formatPeriod(baseline.period)} ${baseline.value.toFixed()} ${baseline.how}` : 'none';
};

describe('the baseline (METHOD §3)', () => {
  it.each([
    [
      'as the plan states it, whatever is observed',
      'indicator: firms, rise: 1 家, baseline: { period: 2023, value: 50 家 }',
      'firms 2023 60; firms 2024-05 70',
      '2023 50 stated',
    ],
    [
      'stated in another unit',
      'indicator: output, rise: 1 亿元, baseline: { period: 2023, value: 500000 万元 }',
      'output 2024 70',
      '2023 50 stated',
    ],
    [
      'the figure of the period the plan names',
      'indicator: firms, rise: 1 家, baseline: { period: 2023-06 }',
      'firms 2023-06 55; firms 2023-12 60; firms 2024-05 70',
      '2023-06 55 published',
    ],
    [
      'of a stock, the last reading before the window (上年末)',
      'indicator: firms, rise: 1 家',
      'firms 2023-06 55; firms 2023-11 60; firms 2024-05 70',
      '2023-11 60 published',
    ],
    [
      'of a stock, the last one before the window, however old',
      'indicator: firms, rise: 1 家',
      'firms 2022-12 60; firms 2024-05 70',
      '2022-12 60 published',
    ],
    [
      'of a stock, one inside the window is none',
      'indicator: firms, rise: 1 家',
      'firms 2024-01 60; firms 2024-05 70',
      'none',
    ],
    [
      'of a flow, the same span a year before',
      'indicator: output, rise: 1 亿元',
      'output 2023-01/2023-05 40; output 2023 100; output 2024-01/2024-05 50',
      '2023-01/2023-05 40 published',
    ],
    [
      'of a flow, summed where it was published in parts',
      'indicator: output, rise: 1 亿元',
      'output 2023-Q1 20; output 2023-04 5; output 2024-01/2024-04 50',
      '2023-01/2023-04 25 sum',
    ],
    [
      'of a share, the same span a year before',
      'indicator: coverage, rise: 1 百分点',
      'coverage 2023-12 70; coverage 2023 80; coverage 2024 90',
      '2023 80 published',
    ],
    [
      'of a share, never another span',
      'indicator: coverage, rise: 1 百分点',
      'coverage 2023-12 70; coverage 2024 90',
      'none',
    ],
    [
      'of a ratio, the same span a year before',
      'indicator: intensity, fall: 1 %',
      'intensity 2023-S1 0.5; intensity 2024-S1 0.4',
      '2023-S1 0.5 published',
    ],
    [
      'of an index, the same span a year before',
      'indicator: price, rise: 1',
      'price 2023 100; price 2024 103',
      '2023 100 published',
    ],
    [
      'of a rank, the same month a year before',
      'indicator: place, improve: true',
      'place 2023-05 4; place 2023-12 3; place 2024-05 2',
      '2023-05 4 published',
    ],
    [
      'of a rank without it, none: only a stock has the last one before the window',
      'indicator: place, improve: true',
      'place 2023-12 3; place 2024-05 2',
      'none',
    ],
    [
      'of a rank, the one the plan names by its period',
      'indicator: place, improve: true, baseline: { period: 2023 }',
      'place 2023-12 3; place 2024-05 2',
      '2023-12 3 published',
    ],
    [
      'of a growth, the same span a year before',
      'indicator: growth, rise: 1 百分点',
      'growth 2023 5; growth 2023-S1 4; growth 2024-S1 6',
      '2023-S1 4 published',
    ],
    [
      'of January and February, the same two months a year before',
      'indicator: output, rise: 1 亿元',
      'output 2023-01/2023-02 9; output 2023-03 5; output 2024-01/2024-02 10',
      '2023-01/2023-02 9 published',
    ],
    [
      'of a share that accumulates, the same moment a year before',
      'indicator: completion, rise: 1 百分点',
      'completion 2023-01/2023-05 40; completion 2024-05 50',
      '2023-01/2023-05 40 published',
    ],
    [
      'of a share that accumulates, never the end of the year before: it may have begun anew',
      'indicator: completion, no_worse: true',
      'completion 2023-12 100; completion 2024-05 50',
      'none',
    ],
    [
      'of times, the value of another target',
      'id: b, indicator: output, times: 1.2, baseline: { target: a } }, { id: a, indicator: output, at_least: 100 亿元',
      'output 2024 130',
      '2024 100 target',
    ],
    [
      'one the plan states is shown with a plain comparison, too',
      'indicator: firms, at_least: 80 家, baseline: { period: 2023, value: 50 家 }',
      'firms 2024-05 70',
      '2023 50 stated',
    ],
    [
      'one that decides nothing is not shown',
      'indicator: firms, at_least: 80 家',
      'firms 2023 50; firms 2024-05 70',
      'none',
    ],
  ])('%s', (_, target, data, expected) => expect(baselineOf(target, data)).toBe(expected));
});

describe('what is unknown is said (METHOD §3)', () => {
  const rows: readonly Row[] = [
    [
      'the period named has no figure',
      'indicator: firms, rise: 1 家, baseline: { period: 2020 }',
      'firms 2023-12 1; firms 2024 5',
      '2024-12',
      'no-data (no-baseline)',
    ],
    [
      'no baseline before the year is over, either',
      'indicator: firms, rise: 1 家',
      'firms 2024-05 5',
      '2024-05',
      'no-data (no-baseline)',
    ],
  ];
  it.each(rows)('%s', (...row) => holds(undefined, row));
});
