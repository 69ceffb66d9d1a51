import { describe, expect, it } from 'vitest';
import { plain } from '../../src/model/decimal.ts';
import { amount, holds, judge, type Row } from './helpers.ts';

/** What is expected, by which pace. */
const expected = (target: string, data: string, asOf: string): string => {
  const v = judge(target, data, asOf);
  return `${v.pace} ${amount(v.expected)}`;
};

describe('the default pace of each kind (METHOD §4, expected)', () => {
  const stated = (unit: string, value: number): string =>
    `baseline: { period: 2023, value: ${value} ${unit} }`;
  it.each([
    [
      'a flow: its part of the window',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-05 1',
      'linear 50 亿元',
    ],
    [
      'a ceiling on a flow, too',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-Q1 1',
      'linear 30 吨',
    ],
    [
      'a flow about a value: less the tolerance',
      'indicator: output, about: 120 亿元',
      'output 2024-S1 1',
      'linear 57 亿元',
    ],
    [
      'a flow between two: the low end',
      'indicator: output, between: 120..240 亿元',
      'output 2024-S1 1',
      'linear 60 亿元',
    ],
    [
      'a flow of which less is better between two: the high end',
      'indicator: emissions, between: 120..240 吨',
      'emissions 2024-S1 1',
      'linear 120 吨',
    ],
    [
      'a flow ended by a due date that comes earlier',
      'indicator: output, at_least: 120 亿元, due: 2024-06-15',
      'output 2024-Q1 1',
      'linear 60 亿元',
    ],
    [
      'a flow that rises by an amount: only the amount is paced',
      'indicator: output, rise: 12 亿元',
      'output 2023-01/2023-05 40; output 2024-01/2024-05 50',
      'linear 45 亿元',
    ],
    [
      'a flow that rises by a part: the part holds from the start',
      'indicator: output, rise: 10 %',
      'output 2023-01/2023-05 40; output 2024-01/2024-05 50',
      'hold 44 亿元',
    ],
    [
      'a flow that rises by a part over a stated year: paced',
      `indicator: output, rise: 10 %, ${stated('亿元', 100)}`,
      'output 2024-S1 50',
      'linear 55 亿元',
    ],
    [
      'a flow that rises by a part over another target’s year',
      'indicator: output, times: 1.2, baseline: { period: 2023 }',
      'output 2023 100; output 2024-S1 50',
      'linear 60 亿元',
    ],
    [
      'a stock with a stated baseline',
      `indicator: firms, at_least: 220 家, ${stated('家', 100)}`,
      'firms 2024-05 1',
      'linear 150 家',
    ],
    [
      'a stock without one holds',
      'indicator: firms, at_least: 220 家',
      'firms 2023 100; firms 2024-05 1',
      'hold 220 家',
    ],
    [
      'a stock whose baseline is named but not stated holds',
      'indicator: firms, at_least: 220 家, baseline: { period: 2023 }',
      'firms 2023 100; firms 2024-05 1',
      'hold 220 家',
    ],
    [
      'a stock that rises from a stated baseline',
      `indicator: firms, rise: 120 家, ${stated('家', 100)}`,
      'firms 2024-05 1',
      'linear 150 家',
    ],
    [
      'a stock that rises from an observed one holds',
      'indicator: firms, rise: 120 家',
      'firms 2023 100; firms 2024-05 1',
      'hold 220 家',
    ],
    [
      'a stock that falls from a stated baseline',
      `indicator: backlog, fall: 24 %, ${stated('件', 100)}`,
      'backlog 2024-S1 1',
      'linear 88 件',
    ],
    [
      'a ceiling on a stock paces from a baseline above it',
      `indicator: backlog, at_most: 76 件, ${stated('件', 100)}`,
      'backlog 2024-S1 1',
      'linear 88 件',
    ],
    [
      'a ceiling on a stock holds where the baseline lies below it',
      `indicator: backlog, at_most: 120 件, ${stated('件', 100)}`,
      'backlog 2024-S1 1',
      'hold 120 件',
    ],
    [
      'a stock between two, from below: the low end paces',
      `indicator: level, between: 200..220 件, ${stated('件', 100)}`,
      'level 2024-05 230',
      'linear 141.6666666667 件',
    ],
    [
      'a share that accumulates starts at 0',
      'indicator: completion, at_least: 96 %',
      'completion 2024-05 1',
      'linear 40 %',
    ],
    [
      'a share that accumulates starts at its stated baseline',
      `indicator: completion, at_least: 96 %, ${stated('%', 48)}`,
      'completion 2024-S1 1',
      'linear 72 %',
    ],
    [
      'another share holds',
      `indicator: coverage, at_least: 90 %, ${stated('%', 50)}`,
      'coverage 2024-S1 1',
      'hold 90 %',
    ],
    ['growth holds', 'indicator: growth, at_least: 7 %', 'growth 2024-S1 1', 'hold 7 %'],
    [
      'a ratio holds',
      'indicator: intensity, at_most: 0.5 吨标准煤/万元',
      'intensity 2024-S1 1',
      'hold 0.5 吨标准煤/万元',
    ],
    ['an index holds', 'indicator: price, at_most: 103', 'price 2024-S1 1', 'hold 103 指数'],
    ['a rank holds', 'indicator: place, at_most: 3', 'place 2024-S1 1', 'hold 3 位'],
    [
      'mean yearly growth holds',
      'indicator: firms, average: 7 %, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-06 1',
      'hold 7 %',
    ],
  ])('%s', (_, target, data, says) => expect(expected(target, data, '2024-06')).toBe(says));
});

describe('on a path of several years', () => {
  const path = (id: string, unit: string): string =>
    `indicator: ${id}, window: 2025, at_least: 150 ${unit}, baseline: { period: 2020, value: 100 ${unit} }`;
  it.each([
    ['a stock, by years', path('firms', '家'), 'firms 2022 1', 'linear 120 家'],
    ['a share, by years', path('coverage', '%'), 'coverage 2021 1', 'linear 110 %'],
    ['a ratio, by years', path('yield', '万元/亩'), 'yield 2023 1', 'linear 130 万元/亩'],
    ['an index, by years', path('price', '指数'), 'price 2024 1', 'linear 140 指数'],
    ['a flow, by years', path('output', '亿元'), 'output 2023 1', 'linear 130 亿元'],
    [
      'a flow without a stated baseline holds',
      'indicator: output, window: 2025, at_least: 150 亿元, baseline: { period: 2020 }',
      'output 2020 100; output 2023 1',
      'hold 150 亿元',
    ],
    ['growth holds', path('growth', '%'), 'growth 2023 1', 'hold 150 %'],
    [
      'a fall in per cent (较2020年下降18%)',
      'indicator: intensity, window: 2025, fall: 18 %, baseline: { period: 2020, value: 0.50 吨标准煤/万元 }',
      'intensity 2022 0.4',
      'linear 0.464 吨标准煤/万元',
    ],
    [
      'a stock over a window of years, by months',
      'indicator: firms, window: 2021/2025, at_least: 160 家, baseline: { period: 2020, value: 100 家 }',
      'firms 2021-05 1',
      'linear 105 家',
    ],
    [
      'a share over a window of years, by months',
      'indicator: coverage, window: 2021/2025, at_least: 160 %, baseline: { period: 2020, value: 100 % }',
      'coverage 2021/2022 1',
      'linear 124 %',
    ],
  ])('%s', (_, target, data, says) => expect(expected(target, data, '2024-12')).toBe(says));
});

describe('a pace of its own', () => {
  const steps = 'steps: { 2024-06: 20 %, 2024-09: 60 % }';
  const stock = 'indicator: firms, at_least: 200 家, baseline: { period: 2023, value: 100 家 }';
  it.each([
    [
      'hold of a flow',
      'indicator: output, at_least: 120 亿元, pace: hold',
      'output 2024-01/2024-05 1',
      'hold 120 亿元',
    ],
    ['hold of a stock with a baseline', `${stock}, pace: hold`, 'firms 2024-05 1', 'hold 200 家'],
    [
      'linear of a share with a stated baseline',
      'indicator: coverage, at_least: 90 %, pace: linear, baseline: { period: 2023, value: 50 % }',
      'coverage 2024-S1 1',
      'linear 70 %',
    ],
    [
      'steps: nothing before the first batch',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024-Q1 0',
      'steps 0 个',
    ],
    [
      'steps: at a checkpoint',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024-S1 0',
      'steps 2 个',
    ],
    [
      'steps: linear between two',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024-01/2024-07 0',
      'steps 3.3333333333 个',
    ],
    [
      'steps: linear from the last to the whole at the end',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024-01/2024-10 0',
      'steps 7.3333333333 个',
    ],
    [
      'steps: the whole at the end',
      `indicator: titles, at_least: 10 个, ${steps}`,
      'titles 2024 0',
      'steps 10 个',
    ],
    [
      'steps: a last checkpoint at the end',
      'indicator: titles, at_least: 10 个, steps: { 2024-09: 60 %, 2024-12: 90 % }',
      'titles 2024 0',
      'steps 9 个',
    ],
    [
      'steps in figures',
      'indicator: output, at_least: 100 亿元, steps: { 2024-06: 300000 万元 }',
      'output 2024-S1 1',
      'steps 30 亿元',
    ],
    [
      'steps in bare figures',
      'indicator: output, at_least: 100 亿元, steps: { 2024-06: 30 }',
      'output 2024-S1 1',
      'steps 30 亿元',
    ],
    [
      'steps of a share that accumulates',
      'indicator: completion, at_least: 90 %, steps: { 2024-06: 50 % }',
      'completion 2024-06 1',
      'steps 45 %',
    ],
    [
      'steps of a share from nothing',
      'indicator: coverage, at_least: 90 %, steps: { 2024-06: 50 % }',
      'coverage 2024-S1 1',
      'steps 45 %',
    ],
    [
      'steps in figures from a baseline expect the figure itself',
      `${stock}, steps: { 2024-06: 130 家 }`,
      'firms 2024-06 1',
      'steps 130 家',
    ],
    [
      'steps in parts from a baseline are parts of the way',
      `${stock}, steps: { 2024-06: 30 % }`,
      'firms 2024-06 1',
      'steps 130 家',
    ],
    [
      'steps before the first batch expect the baseline',
      `${stock}, steps: { 2024-06: 30 % }`,
      'firms 2024-05 1',
      'steps 100 家',
    ],
    [
      'steps may be overruled by linear',
      `${stock}, pace: linear, steps: { 2024-06: 30 % }`,
      'firms 2024-06 1',
      'linear 150 家',
    ],
    [
      'steps towards nothing expect nothing',
      'indicator: output, at_least: 0 亿元, steps: { 2024-06: 5 亿元 }',
      'output 2024-S1 -1',
      'steps 0 亿元',
    ],
  ])('%s', (_, target, data, says) => expect(expected(target, data, '2024-12')).toBe(says));
});

describe('on track or lagging', () => {
  const stock = 'indicator: firms, at_least: 200 家, baseline: { period: 2023, value: 100 家 }';
  const rows: readonly Row[] = [
    [
      'exactly as expected',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-05 50',
      '2024-05',
      'on-track',
    ],
    [
      'less than expected',
      'indicator: output, at_least: 120 亿元',
      'output 2024-01/2024-05 49.9',
      '2024-05',
      'lagging',
    ],
    [
      '8 of 12 after eight months: thirds do no harm',
      'indicator: output, at_least: 12 亿元',
      'output 2024-01/2024-08 8',
      '2024-08',
      'on-track',
    ],
    [
      'more_than on the way: as good as expected is enough',
      'indicator: output, more_than: 120 亿元',
      'output 2024-01/2024-05 50',
      '2024-05',
      'on-track',
    ],
    [
      'a ceiling on a flow: at its part',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-01/2024-05 50',
      '2024-05',
      'on-track',
    ],
    [
      'a ceiling on a flow: above its part',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-01/2024-05 50.1',
      '2024-05',
      'lagging',
    ],
    [
      'a ceiling on a flow: above the whole',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-01/2024-05 120.1',
      '2024-05',
      'missed',
    ],
    [
      'a flow that must stay between, too slow',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-01/2024-05 49',
      '2024-05',
      'lagging',
    ],
    [
      'a flow that must stay between, too fast',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-01/2024-05 101',
      '2024-05',
      'lagging',
    ],
    [
      'a flow that must stay between, right',
      'indicator: quota, between: 120..240 吨',
      'quota 2024-01/2024-05 100',
      '2024-05',
      'on-track',
    ],
    ['a stock on its way', stock, 'firms 2024-06 150', '2024-06', 'on-track'],
    ['a stock behind', stock, 'firms 2024-06 149', '2024-06', 'lagging'],
    ['a stock that is there already may still fall', stock, 'firms 2024-06 250', '2024-06', 'on-track'],
    [
      'a stock between two: the high end does not pace from below',
      'indicator: level, between: 200..220 件, baseline: { period: 2023, value: 100 件 }',
      'level 2024-06 221',
      '2024-06',
      'lagging',
    ],
    [
      'a stock between two: the high end paces from above',
      'indicator: level, between: 80..100 件, baseline: { period: 2023, value: 200 件 }',
      'level 2024-06 150',
      '2024-06',
      'on-track',
    ],
    [
      'a stock between two: the low end does not pace from above',
      'indicator: level, between: 80..100 件, baseline: { period: 2023, value: 200 件 }',
      'level 2024-06 79',
      '2024-06',
      'lagging',
    ],
    [
      'growth below its value',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 6.9',
      '2024-06',
      'lagging',
    ],
    [
      'slack of a flow: a part of the value',
      'indicator: output, at_least: 120 亿元, slack: 5 %',
      'output 2024-01/2024-05 44',
      '2024-05',
      'on-track',
    ],
    [
      'slack of a flow used up',
      'indicator: output, at_least: 120 亿元, slack: 5 %',
      'output 2024-01/2024-05 43.9',
      '2024-05',
      'lagging',
    ],
    [
      'slack of a ceiling',
      'indicator: emissions, at_most: 120 吨, slack: 0.05',
      'emissions 2024-01/2024-05 56',
      '2024-05',
      'on-track',
    ],
    [
      'slack of a ceiling used up',
      'indicator: emissions, at_most: 120 吨, slack: 0.05',
      'emissions 2024-01/2024-05 56.1',
      '2024-05',
      'lagging',
    ],
    [
      'slack from a baseline: a part of the way',
      `${stock}, slack: 10 %`,
      'firms 2024-06 140',
      '2024-06',
      'on-track',
    ],
    ['slack from a baseline used up', `${stock}, slack: 10 %`, 'firms 2024-06 139', '2024-06', 'lagging'],
    [
      'slack of a ceiling from a baseline above it',
      'indicator: backlog, at_most: 60 件, slack: 10 %, baseline: { period: 2023, value: 100 件 }',
      'backlog 2024-06 84',
      '2024-06',
      'on-track',
    ],
    [
      'slack of a ceiling from a baseline used up',
      'indicator: backlog, at_most: 60 件, slack: 10 %, baseline: { period: 2023, value: 100 件 }',
      'backlog 2024-06 85',
      '2024-06',
      'lagging',
    ],
    [
      'slack of what has no way is none',
      'indicator: growth, at_least: 7 %, slack: 10 %',
      'growth 2024-S1 6.9',
      '2024-06',
      'lagging',
    ],
    [
      'slack never makes a final reading good',
      'indicator: output, at_least: 120 亿元, slack: 5 %',
      'output 2024 119',
      '2024-12',
      'missed',
    ],
    [
      'figures that turn up later never change a pace',
      'indicator: firms, at_least: 200 家',
      'firms 2023 100; firms 2024-06 150',
      '2024-06',
      'lagging',
    ],
  ];
  it.each(rows)('%s', (...row) => holds(undefined, row));
});

describe('shown beside the status', () => {
  const shown = (target: string, data: string): string => {
    const v = judge(target, data, '2024-12');
    const part = (x: typeof v.completion): string => (x ? `${plain(x.times(100), 1)}%` : '-');
    return `${part(v.completion)} ${part(v.paceGap)} ${amount(v.distance)}`;
  };
  const years = 'window: 2025, at_least: 200 亿元, baseline: { period: 2020, value: 100 亿元 }';
  it.each([
    [
      'a flow: a ÷ v, and how far ahead of its pace',
      'indicator: output, at_least: 120 亿元',
      'output 2024-S1 72',
      '60% 10% none',
    ],
    ['a flow behind its pace', 'indicator: output, at_least: 120 亿元', 'output 2024-S1 48', '40% -10% none'],
    [
      'a ceiling: how much is used',
      'indicator: emissions, at_most: 120 吨',
      'emissions 2024-S1 48',
      '40% -10% none',
    ],
    [
      'a flow that holds has no pace to be ahead of',
      'indicator: output, at_least: 120 亿元, pace: hold',
      'output 2024-S1 60',
      '50% - none',
    ],
    [
      'from a baseline: the part of the way',
      'indicator: firms, at_least: 200 家, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-06 130',
      '30% -20% none',
    ],
    [
      'a flow on a path of years: the part of the way',
      `indicator: output, ${years}`,
      'output 2023 160',
      '60% 0% none',
    ],
    [
      'what holds: the distance in the unit',
      'indicator: growth, at_least: 7 %',
      'growth 2024-S1 6.5',
      '- - -0.5 百分点',
    ],
    ['a place: the distance in places', 'indicator: place, at_most: 3', 'place 2024-06 5', '- - 2 位'],
    ['nothing to do: the distance', 'indicator: output, at_least: 0 亿元', 'output 2024-S1 5', '- - 5 亿元'],
  ])('%s', (_, target, data, says) => expect(shown(target, data)).toBe(says));
});
