import { describe, expect, it } from 'vitest';
import { formatMonth } from '../../src/model/period.ts';
import { check, judge, said, worldWith } from './helpers.ts';

describe('a due date that ends the last year of a path of several', () => {
  const path =
    'indicator: firms, at_least: 100 家, window: 2025, due: 2025-06-30, baseline: { period: 2020, value: 50 家 }';
  it.each([
    ['is read at that month', 'firms 2024-12 90; firms 2025-06 101', '2025-06', 'achieved'],
    [
      'is not met by a later figure',
      'firms 2024-12 90; firms 2025-06 90; firms 2025-12 110',
      '2025-12',
      'missed',
    ],
  ])('%s', (_, data, asOf, status) => expect(judge(path, data, asOf)).toMatchObject({ status }));
});

describe('an index whose base is the year before', () => {
  const c = worldWith(
    '- { id: cpi, name: 居民消费价格, kind: index, unit: 上年同期=100, growth: { derive: true } }',
  );
  it('gives its growth as what it is above 100', () => {
    const v = judge('indicator: cpi.growth, at_least: 2 %', 'cpi 2024 102.0; cpi 2023 101.0', '2024-12', {
      catalogue: c,
    });
    expect(said(v)).toContain('achieved');
    expect(v.actual?.value.toFixed(1)).toBe('2.0');
  });
});

describe('the default as-of', () => {
  const c = worldWith(
    '- { id: part, name: 占比, kind: share, unit: "%", numerator: output, denominator: gdp }',
  );
  it('sees what a series is derived from', () => {
    const plan = check('targets: [{ indicator: part, at_least: 30 % }]', {
      catalogue: c,
      data: 'output 2024-01/2024-05 40; gdp 2024-01/2024-05 100',
    });
    expect(formatMonth(plan.asOf)).toBe('2024-05');
    expect(plan.verdicts[0]?.status).toBe('on-track');
  });
});
