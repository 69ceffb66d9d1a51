import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../src/model/period.ts';
import { catalogue, judge, said, worldWith } from './helpers.ts';

/** The reading, how it was made, the marks; or why there is none. */
const told = (target: string, data: string, asOf = '2024-12', c = catalogue()): string => {
  const v = judge(target, data, asOf, { catalogue: c });
  const month = v.reason.args.month === undefined ? '' : ` ${v.reason.args.month}`;
  return v.actual && v.reason.code !== 'across-break'
    ? [formatPeriod(v.actual.period), v.actual.value.toFixed(), v.actual.how, ...v.marks].join(' ')
    : `${v.status} (${v.reason.code}${month})`;
};

describe('nothing is added up across a break in the series (METHOD §2)', () => {
  const flow = 'indicator: output, at_least: 100 亿元';
  it.each([
    [
      'a sum ends before the break, and says so',
      flow,
      'output 2024-Q1 10; output 2024-04 5 !break; output 2024-05 5',
      '2024-03',
      '2024-Q1 10 published',
    ],
    [
      'a sum ends before the break though more is published',
      flow,
      'output 2024-Q1 10; output 2024-04 5 !break; output 2024-05 5',
      '2024-05',
      '2024-Q1 10 published break',
    ],
    [
      'a cumulative figure that is published goes across it',
      flow,
      'output 2024-Q1 10; output 2024-04 5 !break; output 2024-01/2024-05 22',
      '2024-05',
      '2024-01/2024-05 22 published',
    ],
    [
      'the first part may bring the break',
      flow,
      'output 2024-Q1 10 !break; output 2024-04 5',
      '2024-05',
      '2024-01/2024-04 15 sum',
    ],
    [
      'a break before the window does no harm',
      flow,
      'output 2023-12 3 !break; output 2024-Q1 10; output 2024-04 5',
      '2024-05',
      '2024-01/2024-04 15 sum',
    ],
    [
      'a break after the as-of month is not seen',
      flow,
      'output 2024-Q1 10; output 2024-04 5; output 2024-05 5 !break',
      '2024-04',
      '2024-01/2024-04 15 sum',
    ],
    [
      'no difference of cumulative figures is made across it',
      'indicator: output, at_least: 10 亿元, window: 2024-03/2024-05',
      'output 2024-01/2024-02 10; output 2024-01/2024-05 30 !break',
      '2024-05',
      'no-data (broken 2024-05)',
    ],
    [
      'a difference of figures from after it',
      'indicator: output, at_least: 10 亿元, window: 2024-03/2024-05',
      'output 2024-01/2024-02 10 !break; output 2024-01/2024-05 30',
      '2024-05',
      '2024-03/2024-05 20 difference',
    ],
    [
      'a share has no reading where its parts have none',
      'indicator: part, at_least: 10 %',
      'top 2024-Q1 1; top 2024-Q2 2 !break; bottom 2024-S1 30',
      '2024-06',
      'no-data (broken 2024-06)',
    ],
  ])('%s', (_, target, data, asOf, expected) => {
    const c = worldWith(`
- { id: top, name: 上, kind: flow, unit: 亿元 }
- { id: bottom, name: 下, kind: flow, unit: 亿元 }
- { id: part, name: 占, kind: share, unit: "%", numerator: 上, denominator: 下 }`);
    expect(told(target, data, asOf, c)).toBe(expected);
  });
  it('a month that would be a difference across it has no figure in each: month', () => {
    const v = judge(
      'indicator: output, at_least: 5 亿元, each: month, window: 2024-01/2024-04',
      'output 2024-01 5; output 2024-01/2024-02 10; output 2024-01/2024-03 15 !break; output 2024-01/2024-04 20',
      '2024-08',
    );
    expect(v.parts?.map((p) => `${p.part} ${said(p)}`)).toEqual([
      '2024-01 achieved',
      '2024-02 achieved',
      '2024-03 no-data (broken)',
      '2024-04 achieved',
    ]);
  });
});

describe('no change is made across a break in the series', () => {
  const before = 'firms 2023-12 100; firms 2024-03 120 !break';
  it.each([
    ['rise', 'indicator: firms, rise: 10 家', before],
    ['rise in %', 'indicator: firms, rise: 10 %', before],
    ['fall', 'indicator: firms, fall: 10 家', before],
    ['times', 'indicator: firms, times: 1.1, baseline: { period: 2023 }', before],
    ['improve', 'indicator: firms, improve: true', before],
    ['no worse', 'indicator: firms, no_worse: true', before],
    [
      'mean yearly growth',
      'indicator: firms, window: 2024, average: 5 %, baseline: { period: 2021 }',
      'firms 2021 100; firms 2023 110 !break',
    ],
    [
      'of a flow, from the same span a year before',
      'indicator: output, rise: 10 %',
      'output 2023-Q1 10; output 2023-Q4 1 !break; output 2024-Q1 20',
    ],
  ])('%s', (_, target, data) => expect(told(target, data, '2024-04')).toMatch(/^no-data \(across-break 202/));
  it('names the month that brings it', () => {
    expect(told('indicator: firms, rise: 10 家', before, '2024-04')).toBe('no-data (across-break 2024-03)');
  });
  it.each([
    [
      'from the figure that brings it on',
      'indicator: firms, rise: 10 家',
      'firms 2023-12 100 !break; firms 2024-03 120',
      '2024-03 120 published',
    ],
    [
      'a baseline whose own parts lie across it is none',
      'indicator: output, rise: 10 %',
      'output 2023-01/2023-02 10; output 2023-03 1 !break; output 2024-Q1 20',
      'no-data (across-break 2023-03)',
    ],
    [
      'one that is simply not there is not known',
      'indicator: output, rise: 10 %',
      'output 2024-Q1 20',
      'no-data (no-baseline)',
    ],
    [
      'a baseline that the plan states is the plan’s own to compare: it is marked',
      'indicator: firms, rise: 10 家, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-03 120 !break',
      '2024-03 120 published break',
    ],
    [
      'a stated baseline without a break after it is not',
      'indicator: firms, rise: 10 家, baseline: { period: 2023, value: 100 家 }',
      'firms 2023-12 90 !break; firms 2024-03 120',
      '2024-03 120 published',
    ],
    [
      'the value itself needs no baseline',
      'indicator: firms, at_least: 110 家',
      before,
      '2024-03 120 published',
    ],
  ])('%s', (_, target, data, expected) => expect(told(target, data, '2024-04')).toBe(expected));
  it('a share that is derived is compared with none from before a break in its parts', () => {
    const c = worldWith(`
- { id: top, name: 上, kind: flow, unit: 亿元 }
- { id: bottom, name: 下, kind: flow, unit: 亿元 }
- { id: part, name: 占, kind: share, unit: "%", numerator: 上, denominator: 下 }`);
    const data = 'top 2023 1; bottom 2023 10; top 2024 2; bottom 2024 10 !break';
    expect(told('indicator: part, rise: 1 百分点', data, '2024-12', c)).toBe(
      'no-data (across-break 2024-12)',
    );
  });
  it('a sum over regions is compared with none from before a break in one of them', () => {
    const of = (when: string, flag = ''): string =>
      `firms@东区 ${when} 5; firms@西区 ${when} 5${flag}; firms@南区 ${when} 5`;
    const data = `${of('2023-12')}; ${of('2024-03', ' !break')}`;
    expect(told('indicator: firms, region: 各区, rise: 1 家', data, '2024-04')).toBe(
      'no-data (across-break 2024-03)',
    );
  });
});

describe('growth from levels across a break', () => {
  const c = catalogue('- { id: output, name: 产值, kind: flow, unit: 亿元, growth: { derive: true } }');
  it.each([
    [
      'is none, and why is said',
      'output 2023 100; output 2024 110 !break',
      '2024-12',
      'no-data (broken 2024-12)',
    ],
    [
      'leaves an earlier one, which is marked',
      'output 2023-Q1 20; output 2024-Q1 22; output 2023-S1 40; output 2024-S1 50 !break',
      '2024-06',
      '2024-Q1 10 growth break',
    ],
    [
      'is not needed where it is published',
      'output 2023 100; output 2024 110 !break; output.growth 2024 7',
      '2024-12',
      '2024 7 published',
    ],
  ])('%s', (_, data, asOf, expected) =>
    expect(told('indicator: output.growth, at_least: 5 %', data, asOf, c)).toBe(expected),
  );
});
