import { describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { formatPeriod } from '../../src/model/period.ts';
import { amount, check, judge, worldWith } from './helpers.ts';

/** The figure read for a target: its span, value, and what it was made from. */
const readingOf = (target: string, data: string, asOf = '2030-12', c?: Catalogue): string => {
  const { actual } = judge(target, data, asOf, c ? { catalogue: c } : {});
  if (!actual) return 'none';
  const spans = actual.sources.map((s) => formatPeriod(s.period)).join(' ');
  return `${formatPeriod(actual.period)} = ${actual.value.toFixed()} (${actual.how} ${spans})`;
};

const output = 'indicator: output, at_least: 100 亿元';
const none = 'none';

describe('the reading of a flow (METHOD §4)', () => {
  it.each([
    [
      'the published cumulative span',
      output,
      'output 2024-01/2024-05 40; output 2024-05 9',
      '2024-01/2024-05 = 40 (published 2024-01/2024-05)',
    ],
    [
      'the latest of several',
      output,
      'output 2024-Q1 20; output 2024-01/2024-05 40',
      '2024-01/2024-05 = 40 (published 2024-01/2024-05)',
    ],
    ['a December month is no reading of a year', output, 'output 2024-12 9', none],
    ['a fourth quarter is no reading of a year', output, 'output 2024-Q4 9', none],
    [
      '1–2月, then March, then a quarter',
      output,
      'output 2024-01/2024-02 10; output 2024-03 6; output 2024-Q2 20',
      '2024-S1 = 36 (sum 2024-01/2024-02 2024-03 2024-Q2)',
    ],
    [
      'a gap ends the tiling',
      output,
      'output 2024-01/2024-02 10; output 2024-04 6',
      '2024-01/2024-02 = 10 (published 2024-01/2024-02)',
    ],
    [
      'an overlap is not summed',
      output,
      'output 2024-01/2024-03 10; output 2024-03/2024-05 6',
      '2024-Q1 = 10 (published 2024-Q1)',
    ],
    [
      'the tiling that reaches furthest',
      output,
      'output 2024-S1 50; output 2024-Q1 20; output 2024-04/2024-07 40',
      '2024-01/2024-07 = 60 (sum 2024-Q1 2024-04/2024-07)',
    ],
    [
      'of those the one with the fewest parts',
      output,
      'output 2024-01 5; output 2024-02 6; output 2024-03 7; output 2024-01/2024-02 12; output 2024-Q1 20',
      '2024-Q1 = 20 (published 2024-Q1)',
    ],
    [
      'the published year before a sum of its months',
      output,
      'output 2024-S1 50; output 2024-S2 51; output 2024 100',
      '2024 = 100 (published 2024)',
    ],
    [
      'a span beyond the window is passed over',
      `${output}, window: 2024-S1`,
      'output 2024-Q1 20; output 2024-04/2024-07 40',
      '2024-Q1 = 20 (published 2024-Q1)',
    ],
    [
      'a quarter from cumulative figures',
      `${output}, window: 2024-Q2`,
      'output 2024-Q1 20; output 2024-S1 50',
      '2024-Q2 = 30 (difference 2024-S1 2024-Q1)',
    ],
    [
      'a month from cumulative figures',
      `${output}, window: 2024-05`,
      'output 2024-01/2024-04 30; output 2024-01/2024-05 41',
      '2024-05 = 11 (difference 2024-01/2024-05 2024-01/2024-04)',
    ],
    [
      'part of a quarter from cumulative figures',
      `${output}, window: 2024-Q2`,
      'output 2024-Q1 20; output 2024-01/2024-04 28',
      '2024-04 = 8 (difference 2024-01/2024-04 2024-Q1)',
    ],
    [
      'January alone is unknown where only 1–2月 is published',
      `${output}, window: 2024-01`,
      'output 2024-01/2024-02 10; output 2024-01/2024-03 15',
      none,
    ],
    [
      'a published month before a difference',
      `${output}, window: 2024-05`,
      'output 2024-01/2024-04 30; output 2024-01/2024-05 41; output 2024-05 10',
      '2024-05 = 10 (published 2024-05)',
    ],
    [
      'spans that are not cumulative are not taken from each other',
      `${output}, window: 2024-05`,
      'output 2024-02/2024-04 30; output 2024-02/2024-05 41',
      none,
    ],
    [
      'a difference is not made across a break in series',
      `${output}, window: 2024-Q2`,
      'output 2024-Q1 20; output 2024-S1 50 !break',
      none,
    ],
    [
      '… nor where the break lies between',
      `${output}, window: 2024-Q2`,
      'output 2024-Q1 20; output 2024-04 5 !break; output 2024-S1 50',
      '2024-04 = 5 (published 2024-04)',
    ],
    [
      'a sum keeps the decimals of its finest part',
      output,
      'output 2024-01 1.25; output 2024-02 1.5',
      '2024-01/2024-02 = 2.75 (sum 2024-01 2024-02)',
    ],
    [
      'parts in several units',
      output,
      'output 2024-01 1.25 亿元; output 2024-02 5000 万元',
      '2024-01/2024-02 = 1.75 (sum 2024-01 2024-02)',
    ],
    ['nothing at all', output, '', none],
  ])('%s', (_, target, data, expected) => expect(readingOf(target, data)).toBe(expected));
});

describe('the reading of a flow over five years', () => {
  const five = 'indicator: output, window: 2021/2025, at_least: 1000 亿元';
  it.each([
    [
      'years and months are laid end to end',
      five,
      'output 2021 200; output 2022 210; output 2023-01/2023-05 90',
      '2021-01/2023-05 = 500 (sum 2021 2022 2023-01/2023-05)',
    ],
    [
      'a later year does not fill a gap',
      five,
      'output 2021 200; output 2023 210',
      '2021 = 200 (published 2021)',
    ],
    ['the whole', five, 'output 2021/2025 1000', '2021/2025 = 1000 (published 2021/2025)'],
  ])('%s', (_, target, data, expected) => expect(readingOf(target, data)).toBe(expected));
  it('paces by months', () => {
    const v = (data: string) => judge(five, data, '2023-06').status;
    expect(v('output 2021 200; output 2022 200; output 2023-S1 100')).toBe('on-track');
    expect(v('output 2021 200; output 2022 200; output 2023-S1 99')).toBe('lagging');
  });
});

describe('the reading of a stock or a rank: the latest inside the window, keyed by its end', () => {
  it.each([
    [
      'the latest month',
      'indicator: firms, at_least: 9 家',
      'firms 2024-03 7; firms 2024-05 8; firms 2024-04 9',
      '2024-05 = 8 (published 2024-05)',
    ],
    [
      'a December month is the year',
      'indicator: firms, at_least: 9 家',
      'firms 2024-12 7',
      '2024-12 = 7 (published 2024-12)',
    ],
    [
      'the year, the quarter and the month are one reading',
      'indicator: firms, at_least: 9 家',
      'firms 2024 7',
      '2024 = 7 (published 2024)',
    ],
    ['what lies before the window is none', 'indicator: firms, at_least: 9 家', 'firms 2023-12 7', none],
    [
      'a span that began before the window but ends in it',
      'indicator: firms, window: 2024-12, at_least: 9 家',
      'firms 2024 7',
      '2024 = 7 (published 2024)',
    ],
    [
      'a rank',
      'indicator: place, at_most: 3',
      'place 2024-Q1 4; place 2024-06 2',
      '2024-06 = 2 (published 2024-06)',
    ],
    [
      'a share that accumulates is read as of a moment',
      'indicator: completion, at_least: 90 %',
      'completion 2024-05 40',
      '2024-05 = 40 (published 2024-05)',
    ],
  ])('%s', (_, target, data, expected) => expect(readingOf(target, data)).toBe(expected));
});

describe('the reading of a rate starts where the window starts', () => {
  it.each([
    [
      'the cumulative growth',
      'indicator: growth, at_least: 7 %',
      'growth 2024-05 9; growth 2024-01/2024-04 6',
      '2024-01/2024-04 = 6 (published 2024-01/2024-04)',
    ],
    [
      'a December month is no reading of a year',
      'indicator: growth, at_least: 7 %',
      'growth 2024-12 9',
      none,
    ],
    [
      'a quarter is no reading of another',
      'indicator: coverage, window: 2024-Q2, at_least: 7 %',
      'coverage 2024-Q1 9',
      none,
    ],
  ])('%s', (_, target, data, expected) => expect(readingOf(target, data)).toBe(expected));
  it('says that there is a figure, but not from the start', () => {
    const v = judge(
      'indicator: growth, at_least: 7 %',
      'growth 2024-11 8; growth 2024-12 9; growth 2024-10 7',
      '2024-12',
    );
    expect(v.reason).toEqual({ code: 'no-reading-from-start', args: { window: '2024', other: '2024-12' } });
  });

  it('says that there is a figure, but on the way over several years only whole years are read', () => {
    const v = judge(
      'indicator: output, times: 1.2, baseline: { period: 2022 }',
      'output 2022 100; output 2024-01/2024-09 90',
      '2024-09',
    );
    expect(v.reason).toEqual({
      code: 'no-yearly-reading',
      args: { window: '2024', other: '2024-01/2024-09' },
    });
  });
});

describe('what adds up over months (METHOD §2, the table of kinds)', () => {
  const quarters = (id: string): string => `${id} 2024-Q1 3; ${id} 2024-Q2 4`;
  it.each([
    [
      'a flow: yes',
      'indicator: output, at_least: 9 亿元',
      quarters('output'),
      '2024-S1 = 7 (sum 2024-Q1 2024-Q2)',
    ],
    [
      'a stock: no, the last',
      'indicator: firms, at_least: 9 家',
      quarters('firms'),
      '2024-Q2 = 4 (published 2024-Q2)',
    ],
    [
      'a share: no',
      'indicator: coverage, at_least: 9 %',
      quarters('coverage'),
      '2024-Q1 = 3 (published 2024-Q1)',
    ],
    [
      'a share that accumulates: no, the last',
      'indicator: completion, at_least: 9 %',
      quarters('completion'),
      '2024-Q2 = 4 (published 2024-Q2)',
    ],
    [
      'a ratio: no',
      'indicator: yield, at_least: 9 万元/亩',
      quarters('yield'),
      '2024-Q1 = 3 (published 2024-Q1)',
    ],
    [
      'a growth: no',
      'indicator: growth, at_least: 9 %',
      quarters('growth'),
      '2024-Q1 = 3 (published 2024-Q1)',
    ],
    [
      'a rank: no, the last',
      'indicator: place, at_most: 3',
      quarters('place'),
      '2024-Q2 = 4 (published 2024-Q2)',
    ],
    ['a gap: no', 'indicator: lead, at_least: 9 百分点', quarters('lead'), '2024-Q1 = 3 (published 2024-Q1)'],
    ['an index: no', 'indicator: price, at_least: 9', quarters('price'), '2024-Q1 = 3 (published 2024-Q1)'],
  ])('%s', (_, target, data, expected) => {
    const c = worldWith('- { id: lead, name: 领先, kind: gap, unit: 百分点, of: 增速, against: 某省 }');
    expect(readingOf(target, data, '2030-12', c)).toBe(expected);
  });
});

describe('a window of one year in a path of several: annual readings', () => {
  const stated =
    'indicator: firms, window: 2025, at_least: 200 家, baseline: { period: 2020, value: 100 家 }';
  const share = 'indicator: coverage, window: 2025, at_least: 90 %, baseline: { period: 2020, value: 50 % }';
  it.each([
    [
      'the last year on the way',
      share,
      'coverage 2022 60; coverage 2023 70; coverage 2024-01/2024-05 79',
      '2023 = 70 (published 2023)',
    ],
    [
      'of a stock, the year’s end',
      stated,
      'firms 2023-12 150; firms 2024-05 160',
      '2023-12 = 150 (published 2023-12)',
    ],
    [
      'of a flow, the whole year, summed where it has to be',
      'indicator: output, window: 2025, at_least: 200 亿元, baseline: { period: 2020, value: 100 亿元 }',
      'output 2022-S1 60; output 2022-S2 61',
      '2022 = 121 (sum 2022-S1 2022-S2)',
    ],
    ['the baseline’s own year is not on the path', share, 'coverage 2020 50', none],
    [
      'a baseline of the year before makes no path',
      'indicator: firms, at_least: 200 家, baseline: { period: 2023, value: 100 家 }',
      'firms 2024-05 150',
      '2024-05 = 150 (published 2024-05)',
    ],
    [
      'a window of several years makes none',
      'indicator: firms, window: 2021/2025, at_least: 200 家, baseline: { period: 2018, value: 100 家 }',
      'firms 2024-05 150',
      '2024-05 = 150 (published 2024-05)',
    ],
  ])('%s', (_, target, data, expected) => expect(readingOf(target, data, '2024-06')).toBe(expected));
  it('takes the last exact year where a later one is a bound that decides nothing', () => {
    const data = 'coverage 2022 66; coverage 2023 >60';
    expect(readingOf(share, data, '2024-02')).toBe('2022 = 66 (published 2022)');
  });
  it('is not settled by a year on the way', () => {
    const flow =
      'indicator: output, window: 2025, at_least: 200 亿元, baseline: { period: 2020, value: 100 亿元 }';
    expect(judge(flow, 'output 2023 210', '2024-01').status).toBe('on-track');
    expect(judge(flow.replace('at_least', 'at_most'), 'output 2023 210', '2024-01').status).toBe('lagging');
  });
  it('ages by years', () => {
    const data = 'coverage 2023 80';
    const at = (asOf: string): string => {
      const v = judge(share, data, asOf);
      return [v.status, ...v.marks].join(' ');
    };
    expect(at('2025-02')).toBe('on-track');
    expect(at('2025-03')).toBe('on-track stale');
    expect(at('2026-03')).toBe('no-data');
  });
});

describe('a figure in a unit that does not fit its indicator is no figure', () => {
  it.each([
    ['published', 'output 2024-01/2024-05 40 吨'],
    ['summed', 'output 2024-01 4 亿元; output 2024-02 4 吨'],
    ['a bound', 'output 2024-01/2024-05 >40 吨'],
  ])('%s', (_, data) => expect(readingOf(output, data)).toBe(none));
});

describe('where the indicator comes in several regions', () => {
  it('reads the target’s own', () => {
    const c = worldWith('- { id: x, name: 甲, kind: flow, unit: 个 }');
    const [v] = check('targets: [ { indicator: x, at_least: 3 个, region: 东区 } ]', {
      data: 'x@东区 2024 3; x@西区 2024 1; x 2024 2',
      catalogue: c,
    }).verdicts;
    expect(v?.status).toBe('achieved');
  });
});

describe('a path of years whose window is only a part of its last year', () => {
  const path = 'window: 2025, due: 2025-06-30, baseline: { period: 2020, value: 80';
  it.each([
    [
      'what is made in it is its own, no year’s',
      `output, at_least: 100 亿元, ${path} 亿元 }`,
      'output 2024 90; output 2025-S1 50',
      'missed 50 亿元',
    ],
    [
      'a moment is read when it is due',
      `firms, at_least: 100 家, ${path} 家 }`,
      'firms 2024 90; firms 2025-06 101',
      'achieved 101 家',
    ],
  ])('%s', (_, target, data, says) => {
    const v = judge(`indicator: ${target}`, data, '2025-06');
    expect(`${v.status} ${amount(v.actual)}`).toBe(says);
    expect(v.completion?.gt(0)).toBe(true);
  });
});
