import { describe, expect, it } from 'vitest';
import { formatPeriod } from '../../src/model/period.ts';
import { catalogue, judge } from './helpers.ts';

const INDICATORS = `
- { id: output, name: 产值, kind: flow, unit: 亿元, frequency: yearly, growth: { derive: true } }
- { id: firms, name: 企业, kind: stock, unit: 家, frequency: yearly }
- { id: rate, name: 率, kind: share, unit: "%", frequency: yearly }
- { id: profit, name: 利润, kind: flow, unit: 亿元, frequency: yearly }
- { id: margin, name: 利润率, kind: share, unit: "%", frequency: yearly, numerator: 利润, denominator: 产值 }
`;
/** E and W merged into M in April 2021; O was renamed N in 2020; T was split into A and B in 2022; X and Y became P and Q. */
const REGIONS = `
- { code: C, name: 甲市 }
- { code: E, name: 东区, parent: 甲市, until: 2021-03, successors: [并区] }
- { code: W, name: 西区, parent: 甲市, until: 2021-03, successors: [并区] }
- { code: M, name: 并区, parent: 甲市, from: 2021-04 }
- { code: O, name: 旧区, until: 2019, successors: [新区] }
- { code: N, name: 新区, from: 2020 }
- { code: T, name: 整区, until: 2021, successors: [上区, 下区] }
- { code: A, name: 上区, from: 2022 }
- { code: B, name: 下区, from: 2022 }
- { code: X, name: 左县, until: 2021, successors: [前县, 后县] }
- { code: Y, name: 右县, until: 2021, successors: [后县] }
- { code: P, name: 前县, from: 2022 }
- { code: Q, name: 后县, from: 2022 }
`;
const given = { catalogue: catalogue(INDICATORS, REGIONS) };
const read = (target: string, data: string): string => {
  const { actual } = judge(target, data, '2023-06', given);
  return actual
    ? `${formatPeriod(actual.period)} ${actual.value.toFixed(actual.decimals)} ${actual.how}`
    : 'none';
};
const of = (region: string, window: string, indicator = 'output', least = '1 亿元'): string =>
  `region: ${region}, window: ${window}, indicator: ${indicator}, at_least: ${least}`;

describe('what a region was and became makes up its figures (docs/method.md §2)', () => {
  it.each([
    [
      'merged: the sum of what it was made of',
      of('并区', '2020'),
      'output@E 2020 400; output@W 2020 240',
      '2020 640 regions',
    ],
    ['of which one is not known: nothing', of('并区', '2020'), 'output@E 2020 400', 'none'],
    [
      'published for itself: that',
      of('并区', '2020'),
      'output@E 2020 400; output@W 2020 240; output@M 2020 650',
      '2020 650 published',
    ],
    [
      'in the year of the change: nothing',
      of('并区', '2021'),
      'output@E 2021 400; output@W 2021 240',
      'none',
    ],
    [
      'a stock, up to the last month',
      of('并区', '2021-03', 'firms', '1 家'),
      'firms@E 2021-03 4; firms@W 2021-03 5',
      '2021-03 9 regions',
    ],
    ['a rate: nothing', of('并区', '2020', 'rate', '1 %'), 'rate@E 2020 4; rate@W 2020 4', 'none'],
    [
      'a rate made of amounts: of their sums',
      of('并区', '2020', 'margin', '1 %'),
      'output@E 2020 400; output@W 2020 100; profit@E 2020 40; profit@W 2020 20',
      '2020 12.0 share',
    ],
    [
      'its growth over the change',
      of('并区', '2021', 'output.growth', '1 %'),
      'output@E 2020 400; output@W 2020 240; output@M 2021 704',
      '2021 10.0 growth',
    ],
    ['renamed: what it was', of('新区', '2019'), 'output@O 2019 7', '2019 7 regions'],
    ['renamed: a rate too', of('新区', '2019', 'rate', '1 %'), 'rate@O 2019 7', '2019 7 regions'],
    ['renamed: the old name later', of('旧区', '2021', 'rate', '1 %'), 'rate@N 2021 7', '2021 7 regions'],
    [
      'split: the sum of what it became',
      of('整区', '2022'),
      'output@A 2022 3; output@B 2022 4',
      '2022 7 regions',
    ],
    [
      'split: a rate of what it became: nothing',
      of('整区', '2022', 'rate', '1 %'),
      'rate@A 2022 3; rate@B 2022 4',
      'none',
    ],
    ['a part of what was split: nothing before', of('上区', '2021'), 'output@T 2021 7', 'none'],
    ['made of parts of two: nothing before', of('后县', '2021'), 'output@X 2021 7; output@Y 2021 5', 'none'],
    [
      'of which a part went elsewhere: nothing after',
      of('左县', '2022'),
      'output@P 2022 7; output@Q 2022 5',
      'none',
    ],
    ['one merged is not what it became', of('东区', '2022'), 'output@M 2022 7', 'none'],
  ])('%s', (_, target, data, expected) => expect(read(target, data)).toBe(expected));
});
