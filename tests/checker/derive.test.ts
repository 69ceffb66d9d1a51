import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../src/checker/check.ts';
import { formatPeriod } from '../../src/model/period.ts';
import { catalogue, check, judge, planOf, said, seriesOf } from './helpers.ts';

const c = catalogue(`
- { id: output, name: 产值, kind: flow, unit: 亿元, growth: { derive: true } }
- { id: price, name: 价格, kind: flow, unit: 亿元, growth: true }
- { id: profit, name: 利润, kind: flow, unit: 亿元 }
- { id: revenue, name: 收入, kind: flow, unit: 万元 }
- { id: margin, name: 利润率, kind: share, unit: "%", numerator: 利润, denominator: 收入 }
- { id: permille, name: 千分率, kind: share, unit: "‰", numerator: 利润, denominator: 收入 }
- { id: tax, name: 税收, kind: flow, unit: 万元 }
- { id: land, name: 用地, kind: stock, unit: 亩 }
- { id: tax-per-mu, name: 亩均税收, kind: ratio, unit: 万元/亩, numerator: tax, denominator: land }
- { id: energy, name: 能耗, kind: flow, unit: 万吨标准煤 }
- { id: intensity, name: 能耗强度, kind: ratio, unit: 吨标准煤/万元, better: lower, numerator: energy, denominator: output }
- { id: land-per-tax, name: 万元税收用地, kind: ratio, unit: 亩/万元, numerator: land, denominator: tax }
- { id: charged, name: 有桩车位, kind: stock, unit: 个 }
- { id: bays, name: 车位, kind: stock, unit: 个 }
- { id: charging, name: 充电覆盖率, kind: share, unit: "%", accumulates: true, numerator: charged, denominator: bays }
- { id: odd, name: 怪率, kind: share, unit: "%", numerator: land, denominator: tax }
- { id: half, name: 半率, kind: share, unit: "%", numerator: nothing, denominator: tax }
- { id: other-half, name: 另半率, kind: share, unit: "%", numerator: tax, denominator: nothing }
- { id: rate, name: 率, kind: share, unit: "%" }
- { id: bad, name: 坏率, kind: share, unit: "%", better: lower }
- { id: rate-rank, name: 率位次, kind: rank, of: 率, among: 各区, derive: true }
- { id: bad-rank, name: 坏率位次, kind: rank, of: 坏率, among: 各区 }
- { id: rate-gap, name: 率差, kind: gap, unit: 百分点, of: 率, against: 甲市, derive: true }
- { id: bad-gap, name: 坏率差, kind: gap, unit: 千分点, of: 坏率, against: 甲市 }
- { id: output-gap, name: 产值差, kind: gap, unit: 万元, of: 产值, against: 某省 }
- { id: tax-gap, name: 税收差, kind: gap, unit: 亿元, of: 税收, against: 甲市, derive: true }
- { id: output-mean-gap, name: 产值与均值差, kind: gap, unit: 亿元, of: 产值, against: 各区, derive: true }
- { id: lost-rank, name: 失位次, kind: rank, of: 率, among: 无此地, derive: true }
- { id: void-gap, name: 空差, kind: gap, unit: 百分点, of: 无此标, against: 甲市, derive: true }
`);

const given = { catalogue: c };
const made = (target: string, data: string, asOf = '2024-12'): string => {
  const { actual } = judge(target, data, asOf, given);
  return actual
    ? `${formatPeriod(actual.period)} ${actual.value.toFixed(actual.decimals)} ${actual.unit.text} ${actual.how}`
    : 'none';
};

describe('growth from levels, where the catalogue allows it (METHOD §2)', () => {
  const growth = 'indicator: output.growth, at_least: 7 %';
  it.each([
    [
      'x(span) ÷ x(same span a year before) − 1',
      growth,
      'output 2023-S1 50; output 2024-S1 55',
      '2024-S1 10.0 % growth',
    ],
    [
      'the latest span with both',
      growth,
      'output 2023-Q1 20; output 2024-Q1 22; output 2024-S1 55',
      '2024-Q1 10.0 % growth',
    ],
    [
      'rounded to the decimals of its sources, at least one',
      growth,
      'output 2023 30; output 2024 31',
      '2024 3.3 % growth',
    ],
    [
      'rounded to two where they have two',
      growth,
      'output 2023 30.00; output 2024 31.0',
      '2024 3.33 % growth',
    ],
    [
      'summed levels',
      growth,
      'output 2023-S1 50; output 2024-Q1 25; output 2024-Q2 30',
      '2024-S1 10.0 % growth',
    ],
    [
      'observed beats derived',
      growth,
      'output 2023-S1 50; output 2024-S1 55; output.growth 2024-S1 9.8',
      '2024-S1 9.8 % published',
    ],
    [
      'a later derived one beats an earlier published',
      growth,
      'output 2023-S1 50; output 2024-S1 55; output.growth 2024-Q1 9.8',
      '2024-S1 10.0 % growth',
    ],
    [
      'an earlier derived one does not beat a later published',
      growth,
      'output 2023-Q1 50; output 2024-Q1 55; output.growth 2024-S1 9.8',
      '2024-S1 9.8 % published',
    ],
    [
      'none where nobody allowed it',
      'indicator: price.growth, at_least: 7 %',
      'price 2023-S1 50; price 2024-S1 55',
      'none',
    ],
    ['no rate on a base of nothing', growth, 'output 2023 0; output 2024 5', 'none'],
    ['no rate on a negative base', growth, 'output 2023 -5; output 2024 5', 'none'],
    ['none from a bound', growth, 'output 2023 100; output 2024 >110', 'none'],
    ['none on a bound', growth, 'output 2023 <100; output 2024 110', 'none'],
    ['none across a break in series', growth, 'output 2023 100; output 2024 110 !break', 'none'],
    [
      'none across a break in between',
      growth,
      'output 2023 100; output 2024-Q1 30 !break; output 2024 110',
      'none',
    ],
    ['one from the break on', growth, 'output 2023 100 !break; output 2024 110', '2024 10.0 % growth'],
    [
      'one after the break',
      growth,
      'output 2023-Q1 20 !break; output 2023 100; output 2024 110',
      '2024 10.0 % growth',
    ],
  ])('%s', (_, target, data, expected) => expect(made(target, data)).toBe(expected));
  it('takes the rounded rate for the comparison', () => {
    expect(
      said(
        judge(
          'indicator: output.growth, at_least: 3.4 %',
          'output 2023 30; output 2024 31',
          '2024-12',
          given,
        ),
      ),
    ).toBe('missed');
    expect(
      said(
        judge(
          'indicator: output.growth, at_least: 3.3 %',
          'output 2023 30; output 2024 31',
          '2024-12',
          given,
        ),
      ),
    ).toBe('achieved');
  });
  it('is derived for baselines, too', () => {
    const data = 'output 2022 100; output 2023 110; output.growth 2024 11';
    expect(said(judge('indicator: output.growth, improve: true', data, '2024-12', given))).toBe('achieved');
  });
});

describe('shares and ratios: numerator ÷ denominator over the same span', () => {
  it.each([
    [
      'a share of amounts in two units',
      'indicator: margin, at_least: 5 %',
      'profit 2024-S1 5; revenue 2024-S1 800000',
      '2024-S1 6.3 % share',
    ],
    [
      'the ratio of the sums, not the mean of ratios',
      'indicator: margin, at_least: 5 %',
      'profit 2024-Q1 1; profit 2024-Q2 8; revenue 2024-Q1 100000; revenue 2024-Q2 100000',
      '2024-S1 45.0 % share',
    ],
    [
      'the latest span both have',
      'indicator: margin, at_least: 5 %',
      'profit 2024-Q1 5; profit 2024-S1 6; revenue 2024-Q1 800000; revenue 2024-01/2024-05 9',
      '2024-Q1 6.3 % share',
    ],
    ['in ‰', 'indicator: permille, at_least: 5 ‰', 'profit 2024 5; revenue 2024 800000', '2024 62.5 ‰ share'],
    [
      'observed beats derived',
      'indicator: margin, at_least: 5 %',
      'profit 2024 5; revenue 2024 800000; margin 2024 6.2',
      '2024 6.2 % published',
    ],
    [
      'a flow per stock',
      'indicator: tax-per-mu, at_least: 5 万元/亩',
      'tax 2024-S1 300; land 2024-06 40',
      '2024-S1 7.50 万元/亩 ratio',
    ],
    [
      'a ratio keeps as many digits as its sources, whatever its unit: 123.4 ÷ 30050',
      'indicator: intensity, at_most: 5 吨标准煤/万元',
      'energy 2024-S1 123.4; output 2024-S1 3.005 万亿元',
      '2024-S1 0.004106 吨标准煤/万元 ratio',
    ],
    [
      'a ratio keeps three digits at the least: 12 ÷ 2900',
      'indicator: intensity, at_most: 5 吨标准煤/万元',
      'energy 2024-S1 12; output 2024-S1 2900',
      '2024-S1 0.00414 吨标准煤/万元 ratio',
    ],
    [
      'a ratio of nothing',
      'indicator: intensity, at_most: 5 吨标准煤/万元',
      'energy 2024-S1 0; output 2024-S1 2900',
      '2024-S1 0.0 吨标准煤/万元 ratio',
    ],
    [
      'a stock per flow',
      'indicator: land-per-tax, at_most: 5 亩/万元',
      'tax 2024-S1 40; land 2024-06 300',
      '2024-S1 7.50 亩/万元 ratio',
    ],
    [
      'two stocks',
      'indicator: charging, at_least: 60 %',
      'charged 2024-05 30; bays 2024-05 40',
      '2024-05 75.0 % share',
    ],
    [
      'two stocks at one month only',
      'indicator: charging, at_least: 60 %',
      'charged 2024-05 30; bays 2024-05 40; charged 2024-06 35',
      '2024-05 75.0 % share',
    ],
    ['nothing over nothing', 'indicator: margin, at_least: 5 %', 'profit 2024 5; revenue 2024 0', 'none'],
    ['one part missing', 'indicator: margin, at_least: 5 %', 'profit 2024 5', 'none'],
    [
      'one part only a bound',
      'indicator: margin, at_least: 5 %',
      'profit 2024 >5; revenue 2024 800000',
      'none',
    ],
    ['parts that have no share', 'indicator: odd, at_least: 5 %', 'land 2024-12 5; tax 2024 7', 'none'],
    [
      'a numerator nobody knows',
      'indicator: half, at_least: 5 %',
      'tax 2024 7; half 2024-S1 3',
      '2024-S1 3 % published',
    ],
    ['a denominator nobody knows', 'indicator: other-half, at_least: 5 %', 'tax 2024 7', 'none'],
  ])('%s', (_, target, data, expected) => expect(made(target, data)).toBe(expected));
  it('needs the very span for a baseline', () => {
    const data = 'profit 2023 5; margin 2024 6; other-half 2024 7';
    expect(said(judge('indicator: margin, improve: true', data, '2024-12', given))).toBe(
      'no-data (no-baseline)',
    );
    expect(said(judge('indicator: other-half, improve: true', data, '2024-12', given))).toBe(
      'no-data (no-baseline)',
    );
  });
});

describe('rank with among: the place of the figure, as published or derived', () => {
  const three = (a: number, b: number, d: number, span = '2024'): string =>
    `rate@东区 ${span} ${a}; rate@西区 ${span} ${b}; rate@南区 ${span} ${d}`;
  const first = (id: string, value = 'at_most: 1'): string =>
    `indicator: ${id}, region: 东区, rank: { among: 各区, ${value} }`;
  it.each([
    ['first', first('rate'), three(9, 8, 7), '2024 1 位 place'],
    ['third', first('rate'), three(7, 8, 9), '2024 3 位 place'],
    ['ties share the better place', first('rate'), three(8, 8, 9), '2024 2 位 place'],
    ['after a tie the place is skipped (1, 1, 3)', first('rate'), three(7, 8, 8), '2024 3 位 place'],
    [
      'where lower is better, the lowest is first',
      first('bad'),
      three(1, 2, 3).replaceAll('rate', 'bad'),
      '2024 1  place',
    ],
    [
      'at the latest span that all have',
      first('rate'),
      `${three(9, 8, 7, '2024-Q1')}; rate@东区 2024-S1 1; rate@西区 2024-S1 2`,
      '2024-Q1 1 位 place',
    ],
    ['never before all have one', first('rate'), 'rate@东区 2024 9; rate@西区 2024 8', 'none'],
    ['not of a bound', first('rate'), three(9, 8, 7).replace('9', '>9'), 'none'],
    [
      'of a stock at one month',
      first('land'),
      'land@东区 2024-05 5; land@西区 2024 9; land@西区 2024-05 4; land@南区 2024-Q1 9; land@南区 2024-01/2024-05 6',
      '2024-05 2  place',
    ],
    [
      'in the unit the plan counts places in',
      first('rate', 'at_most: 1 名'),
      three(9, 8, 7),
      '2024 1 名 place',
    ],
    [
      'as published, before any derived',
      first('bad'),
      `bad-rank@东区 2024-S1 2; ${three(1, 2, 3, '2024-S1').replaceAll('rate', 'bad')}`,
      '2024-S1 2 位 published',
    ],
    [
      'a later derived one beats an earlier published',
      first('bad'),
      `bad-rank@东区 2024-Q1 2; ${three(1, 2, 3, '2024-S1').replaceAll('rate', 'bad')}`,
      '2024-S1 1  place',
    ],
    [
      'a published bound gives way to the place that is known',
      first('bad'),
      `bad-rank@东区 2024-S1 <=3; ${three(1, 2, 3, '2024-S1').replaceAll('rate', 'bad')}`,
      '2024-S1 1  place',
    ],
  ])('%s', (_, target, data, expected) => expect(made(target, data)).toBe(expected));
  it.each([
    ['前三名 met', first('rate', 'at_most: 2'), three(8, 9, 7), '2024-12', 'achieved'],
    ['前三名 not met', first('rate', 'at_most: 2'), three(7, 9, 8), '2024-12', 'missed'],
    ['on the way', first('rate', 'at_most: 2'), three(7, 9, 8, '2024-S1'), '2024-06', 'lagging'],
    [
      'a region outside the group has no place',
      'indicator: rate, rank: { among: 各区, at_most: 2 }',
      `${three(7, 8, 9)}; rate 2024 8`,
      '2024-12',
      'no-data (no-common-span)',
    ],
    ['nothing yet and nothing due', first('rate'), '', '2024-02', 'not-due'],
    [
      'a group nobody knows',
      'indicator: rate, region: 东区, rank: { among: 诸区, at_most: 2 }',
      three(7, 8, 9),
      '2024-12',
      'no-data (unreadable)',
    ],
  ])('%s', (_, target, data, asOf, expected) => {
    expect(said(judge(target, data, asOf, given))).toBe(expected);
  });
  it('ties of four regions: 1, 2, 2, 4', () => {
    const four = catalogue(
      '- { id: x, name: 率, kind: share, unit: "%" }',
      '- { code: A, name: 一 }\n- { code: B, name: 二 }\n- { code: D, name: 三 }\n- { code: E, name: 四 }\n- { code: G, name: 四区, members: [一, 二, 三, 四] }',
    );
    const target = 'indicator: x, region: 四区, each: region, rank: { among: 四区, at_most: 2 }';
    const { parts } = judge(target, 'x@一 2024 9; x@二 2024 8; x@三 2024 8; x@四 2024 7', '2024-12', {
      catalogue: four,
    });
    expect(parts?.map((p) => p.actual?.value.toNumber())).toEqual([1, 2, 2, 4]);
    expect(parts?.map((p) => p.status)).toEqual(['achieved', 'achieved', 'achieved', 'missed']);
  });
  it('names the regions whose figure is missing', () => {
    const v = judge(first('rate'), 'rate@东区 2024 9; rate@西区 2024 8', '2024-12', given);
    expect(v.reason).toEqual({ code: 'no-figure-of', args: { regions: ['南区'] } });
  });
  it('says that there is no common span', () => {
    const data = 'rate@东区 2024 9; rate@西区 2024 8; rate@南区 2024-Q1 7';
    expect(judge(first('rate'), data, '2024-12', given).reason.code).toBe('no-common-span');
  });
});

describe('above and below: a less another region’s figure', () => {
  const above = (value: string): string => `indicator: rate, region: 东区, above: { region: 甲市${value} }`;
  const below = (value: string): string => `indicator: bad, region: 东区, below: { region: 甲市${value} }`;
  it.each([
    ['above at all', above(''), 'rate@东区 2024 8.1; rate 2024 8.0', 'achieved'],
    ['not above', above(''), 'rate@东区 2024 8; rate 2024 8', 'missed'],
    [
      'above by points (高于全省3至5个百分点)',
      above(', between: 3..5 百分点'),
      'rate@东区 2024 9.4; rate 2024 6.4',
      'achieved',
    ],
    [
      'above by points, short of it',
      above(', between: 3..5 百分点'),
      'rate@东区 2024 9.3; rate 2024 6.4',
      'missed',
    ],
    [
      'above by 1.1: arithmetic is decimal',
      above(', at_least: 1.1 百分点'),
      'rate@东区 2024 9.4; rate 2024 8.3',
      'achieved',
    ],
    [
      'above about: a tenth may lack',
      above(', about: 1 百分点'),
      'rate@东区 2024 8.9; rate 2024 8.0',
      'achieved',
    ],
    ['below at all (低于全市平均)', below(''), 'bad@东区 2024 2; bad 2024 2.1', 'achieved'],
    ['not below', below(''), 'bad@东区 2024 2.1; bad 2024 2.1', 'missed'],
    ['below by points', below(', at_least: 0.5 百分点'), 'bad@东区 2024 2; bad 2024 2.5', 'achieved'],
    [
      'below by about points: more is no fault',
      below(', about: 0.5 百分点'),
      'bad@东区 2024 1; bad 2024 2.5',
      'achieved',
    ],
    [
      'below by about points: too little',
      below(', about: 0.5 百分点'),
      'bad@东区 2024 2.4; bad 2024 2.5',
      'missed',
    ],
    [
      'in the unit of amounts',
      'indicator: output, region: 东区, above: { region: 甲市, at_least: 1 亿元 }',
      'output@东区 2024 9; output 2024 8',
      'achieved',
    ],
    [
      'never a May figure against a year-to-date one',
      above(''),
      'rate@东区 2024-05 9; rate 2024-01/2024-05 8',
      'no-data (no-figure-of)',
    ],
    ['the other region’s is missing', above(''), 'rate@东区 2024 9', 'no-data (no-figure-of)'],
    ['no span in common', above(''), 'rate@东区 2024-S1 9; rate 2024 8', 'no-data (no-common-span)'],
    [
      'the other region’s is a bound',
      above(''),
      'rate@东区 2024 9; rate 2024 <8',
      'no-data (no-common-span)',
    ],
    [
      'above the average of a group: of amounts the sum ÷ the regions',
      'indicator: output, region: 东区, above: { region: 各区, at_least: 2 亿元 }',
      'output@东区 2024 9; output@西区 2024 8; output@南区 2024 4',
      'achieved',
    ],
    [
      'above the average of a group, short of it',
      'indicator: output, region: 东区, above: { region: 各区, at_least: 2.1 亿元 }',
      'output@东区 2024 9; output@西区 2024 8; output@南区 2024 4',
      'missed',
    ],
    [
      'above a group’s rate: the ratio of its sums, not the mean of percentages',
      'indicator: margin, region: 东区, above: { region: 各区, at_least: 0 百分点 }',
      'profit@东区 2024 1; revenue@东区 2024 100000; profit@西区 2024 1; revenue@西区 2024 100000; profit@南区 2024 1; revenue@南区 2024 700000',
      'achieved',
    ],
    [
      'a group without a rate of its own is no measure',
      'indicator: rate, region: 东区, above: { region: 各区 }',
      'rate@东区 2024 9; rate@西区 2024 8; rate@南区 2024 4',
      'no-data (no-common-span)',
    ],
    ['as published, told in another unit', below(', at_least: 0.5 百分点'), 'bad-gap@东区 2024 -4', 'missed'],
    ['as published, enough', below(', at_least: 0.5 百分点'), 'bad-gap@东区 2024 -5', 'achieved'],
    [
      'as published, a bound that decides nothing: the last exact one before it',
      'indicator: output, region: 甲市, above: { region: 某省, at_least: 1 亿元 }',
      'output-gap 2024-01/2024-11 9999; output-gap 2024 >9000',
      'lagging final-awaited',
    ],
    [
      'as published, a bound turned round',
      below(', at_least: 0.5 百分点'),
      'bad-gap@东区 2024 <-6',
      'achieved bound',
    ],
    [
      'as published in another unit of amounts',
      'indicator: output, region: 甲市, above: { region: 某省, at_least: 1 亿元 }',
      'output-gap 2024 10000',
      'achieved',
    ],
  ])('%s', (_, target, data, expected) => expect(said(judge(target, data, '2024-12', given))).toBe(expected));
});

describe('derived ranks and gaps as series of their own', () => {
  const all = 'rate@东区 2024-S1 9; rate@西区 2024-S1 8; rate@南区 2024-S1 7; rate 2024-S1 8.5';
  it.each([
    ['a place', 'indicator: rate-rank, region: 西区, at_most: 2', all, '2024-S1 2 位 place'],
    [
      'a gap in points',
      'indicator: rate-gap, region: 西区, at_least: 0 百分点',
      all,
      '2024-S1 -0.5 百分点 gap',
    ],
    [
      'a gap in another unit keeps its digits',
      'indicator: tax-gap, region: 西区, at_least: 0 亿元',
      'tax@西区 2024-S1 12345; tax 2024-S1 11111',
      '2024-S1 0.1234 亿元 gap',
    ],
    [
      'observed beats derived',
      'indicator: rate-gap, region: 西区, at_least: 0 百分点',
      `${all}; rate-gap@西区 2024-S1 -0.4`,
      '2024-S1 -0.4 百分点 published',
    ],
    [
      'a gap to the average of a group: 9 − 22 ÷ 3, to the decimals of a rate',
      'indicator: output-mean-gap, region: 东区, at_least: 0 亿元',
      'output@东区 2024-S1 9; output@西区 2024-S1 8; output@南区 2024-S1 5',
      '2024-S1 1.7 亿元 gap',
    ],
    [
      'one part missing',
      'indicator: rate-gap, region: 西区, at_least: 0 百分点',
      'rate@西区 2024-S1 8',
      'none',
    ],
    ['a group nobody knows', 'indicator: lost-rank, region: 西区, at_most: 2', all, 'none'],
    ['an indicator nobody knows', 'indicator: void-gap, region: 西区, at_least: 2 百分点', all, 'none'],
  ])('%s', (_, target, data, expected) => expect(made(target, data)).toBe(expected));
  it('of something unknown is no baseline, either', () => {
    const v = judge(
      'indicator: void-gap, region: 西区, improve: true',
      'void-gap@西区 2024 1',
      '2024-12',
      given,
    );
    expect(said(v)).toBe('no-data (no-baseline)');
  });
  it('of unlike amounts is none', () => {
    const odd = catalogue(
      '- { id: a, name: 甲, kind: flow, unit: 吨 }\n- { id: g, name: 差, kind: gap, unit: 亿元, of: a, against: 甲市, derive: true }',
    );
    const v = judge('indicator: g, region: 东区, at_least: 0 亿元', 'a@东区 2024 1; a 2024 2', '2024-12', {
      catalogue: odd,
    });
    expect(said(v)).toBe('no-data (no-reading)');
  });
});

describe('data warnings: observed beats derived, and both are shown (METHOD §2)', () => {
  const warned = (target: string, data: string): readonly string[] =>
    check(`targets: [ { ${target} } ]`, { data, asOf: '2024-12', catalogue: c }).warnings.map(
      (w) => `${w.args.indicator} ${w.args.region} ${w.args.period} ${w.args.published} ${w.args.derived}`,
    );
  const districts = 'rate@东区 2024 9; rate@西区 2024 8; rate@南区 2024 7; rate 2024 8.0';
  it.each<[string, string, string, readonly string[]]>([
    [
      'a share and its parts',
      'indicator: margin, at_least: 5 %',
      'profit 2024 5; revenue 2024 800000; margin 2024 6.1',
      ['利润率 甲市 2024 6.1 6.3'],
    ],
    [
      'a share within its rounding',
      'indicator: margin, at_least: 5 %',
      'profit 2024 5; revenue 2024 800000; margin 2024 6.2',
      [],
    ],
    [
      'a ratio and its parts',
      'indicator: tax-per-mu, at_least: 5 万元/亩',
      'tax 2024 300; land 2024-12 40; tax-per-mu 2024 8.0',
      ['亩均税收 甲市 2024 8.0 7.50'],
    ],
    [
      'a place: no rounding, one place is one too many',
      'indicator: rate-rank, region: 西区, at_most: 3',
      `${districts}; rate-rank@西区 2024 3`,
      ['率位次 西区 2024 3 2'],
    ],
    [
      'a gap and the figures of both regions',
      'indicator: rate-gap, region: 西区, at_least: 0 百分点',
      `${districts}; rate-gap@西区 2024 0.7`,
      ['率差 西区 2024 0.7 0.0'],
    ],
    [
      'a published place and the figures of the regions, in the form',
      'indicator: bad, region: 东区, rank: { among: 各区, at_most: 2 }',
      'bad-rank@东区 2024 3; bad@东区 2024 1; bad@西区 2024 2; bad@南区 2024 2',
      ['坏率位次 东区 2024 3 1'],
    ],
    [
      'a published gap and the figures of both regions, in the form',
      'indicator: bad, region: 东区, below: { region: 甲市 }',
      'bad-gap@东区 2024 -6; bad@东区 2024 1.2; bad 2024 2.0',
      ['坏率差 东区 2024 -6 -8.0'],
    ],
    [
      'a published gap within the rounding of both regions',
      'indicator: rate, region: 西区, above: { region: 甲市 }',
      'rate-gap@西区 2024 0.1; rate@西区 2024 8; rate 2024 8.0',
      [],
    ],
    [
      'single things are counted, not rounded: one is one too many',
      'indicator: charged, region: 各区, at_least: 5 个',
      'charged@各区 2024 7; charged@东区 2024 1; charged@西区 2024 2; charged@南区 2024 3',
      ['有桩车位 各区 2024 7 6'],
    ],
    [
      'counts told by the hundred are rounded',
      'indicator: charged, region: 各区, at_least: 5 个',
      'charged@各区 2024 7 百个; charged@东区 2024 100; charged@西区 2024 200; charged@南区 2024 360',
      [],
    ],
    [
      'a cumulative figure and the sum of its spans',
      'indicator: profit, at_least: 5 亿元',
      'profit 2024-Q1 1.0; profit 2024-Q2 1.0; profit 2024-S1 2.3',
      ['利润 甲市 2024-S1 2.3 2.0'],
    ],
    [
      'every part was rounded: three tenths may be missing of five spans',
      'indicator: profit, at_least: 5 亿元',
      'profit 2024-01/2024-02 1.0; profit 2024-03 1.0; profit 2024-04 1.0; profit 2024-05 1.0; profit 2024-06 1.0; profit 2024-S1 5.3',
      [],
    ],
    [
      'four tenths may not',
      'indicator: profit, at_least: 5 亿元',
      'profit 2024-01/2024-02 1.0; profit 2024-03 1.0; profit 2024-04 1.0; profit 2024-05 1.0; profit 2024-06 1.0; profit 2024-S1 5.4',
      ['利润 甲市 2024-S1 5.4 5.0'],
    ],
    [
      'a figure told in another unit was rounded there: 0.3 亿元 is no more exact than that',
      'indicator: tax, at_least: 5 万元',
      'tax 2024-Q1 1000; tax 2024-Q2 2400; tax 2024-S1 0.3 亿元',
      [],
    ],
    [
      'a month and the difference of cumulative figures',
      'indicator: profit, at_least: 1 亿元, each: month, window: 2024-03/2024-05',
      'profit 2024-01/2024-04 4.0; profit 2024-01/2024-05 5.0; profit 2024-05 1.4',
      ['利润 甲市 2024-05 1.4 1.0'],
    ],
    [
      'a group and the sum of its members',
      'indicator: profit, region: 各区, at_least: 5 亿元',
      'profit@各区 2024 6.4; profit@东区 2024 1.0; profit@西区 2024 2.0; profit@南区 2024 3.0',
      ['利润 各区 2024 6.4 6.0'],
    ],
    [
      'a group within the rounding of its three members',
      'indicator: profit, region: 各区, at_least: 5 亿元',
      'profit@各区 2024 6.2; profit@东区 2024 1.0; profit@西区 2024 2.0; profit@南区 2024 3.0',
      [],
    ],
  ])('%s', (_, target, data, expected) => expect(warned(target, data)).toEqual(expected));
});

describe('sums over regions', () => {
  const group = (id: string, form: string): string => `indicator: ${id}, region: 各区, ${form}`;
  const three = (id: string, a: number, b: number, d: number, span = '2024-S1'): string =>
    `${id}@东区 ${span} ${a}; ${id}@西区 ${span} ${b}; ${id}@南区 ${span} ${d}`;
  const sums = catalogue(
    `
- { id: area, name: 面积, kind: flow, unit: 亩, derive: true, growth: { derive: true } }
- { id: plots, name: 地块, kind: stock, unit: 块, derive: true }
- { id: apart, name: 另算, kind: flow, unit: 亩 }
`.replaceAll('块', '个'),
  );
  const told = (target: string, data: string, asOf = '2024-12', world = c): string => {
    const v = judge(target, data, asOf, { catalogue: world });
    return v.actual
      ? `${formatPeriod(v.actual.period)} ${v.actual.value.toFixed()} ${v.actual.unit.text} ${v.actual.how}`
      : `none (${v.reason.code}${v.reason.args.regions ? ` ${String(v.reason.args.regions)}` : ''})`;
  };
  it.each<[string, string, string, string]>([
    [
      'a flow of a group: the sum of its members',
      group('profit', 'at_least: 5 亿元'),
      three('profit', 1, 2, 3),
      '2024-S1 6 亿元 regions',
    ],
    [
      'each member’s summed from its own spans',
      group('profit', 'at_least: 5 亿元'),
      `${three('profit', 1, 2, 3, '2024-Q1')}; profit@东区 2024-Q2 4; profit@西区 2024-Q2 1; profit@南区 2024-S1 9`,
      '2024-S1 17 亿元 regions',
    ],
    [
      'at the latest span all have',
      group('profit', 'at_least: 5 亿元'),
      `${three('profit', 1, 2, 3, '2024-Q1')}; profit@东区 2024-S1 4; profit@西区 2024-S1 4`,
      '2024-Q1 6 亿元 regions',
    ],
    [
      'a stock of a group, at one month',
      group('land', 'at_least: 5 亩'),
      three('land', 1, 2, 3, '2024-05'),
      '2024-05 6 亩 regions',
    ],
    [
      'as published, before any sum',
      group('profit', 'at_least: 5 亿元'),
      `${three('profit', 1, 2, 3)}; profit@各区 2024-S1 6`,
      '2024-S1 6 亿元 published',
    ],
    [
      'none where a member’s figure is missing, which is named',
      group('profit', 'at_least: 5 亿元'),
      'profit@东区 2024 1; profit@南区 2024 3',
      'none (no-figure-of 西区)',
    ],
    [
      'none where a member’s is only a bound',
      group('profit', 'at_least: 5 亿元'),
      three('profit', 1, 2, 3).replace(' 2;', ' >2;'),
      'none (no-reading)',
    ],
    [
      'a share of a group: the ratio of sums, never the mean of percentages',
      group('margin', 'at_least: 5 %'),
      `${three('profit', 1, 1, 8)}; ${three('revenue', 100000, 100000, 800000)}; ${three('margin', 90, 90, 90)}`,
      '2024-S1 10 % share',
    ],
    [
      'growth of a group: of the sums',
      group('output.growth', 'at_least: 5 %'),
      `${three('output', 10, 20, 30, '2023')}; ${three('output', 20, 20, 26, '2024')}`,
      '2024 10 % growth',
    ],
    [
      'a rate without parts has no sum',
      group('rate', 'at_least: 5 %'),
      three('rate', 1, 2, 3),
      'none (no-reading)',
    ],
  ])('%s', (_, target, data, expected) => expect(told(target, data)).toBe(expected));
  it.each<[string, string, string, string]>([
    [
      'a city’s, where the catalogue allows it and says what makes the city up',
      'indicator: area, at_least: 5 亩',
      three('area', 1, 2, 3),
      '2024-S1 6 亩 regions',
    ],
    [
      'a city’s stock',
      'indicator: plots, at_least: 5 个',
      three('plots', 1, 2, 3, '2024-03'),
      '2024-03 6 个 regions',
    ],
    [
      'a later sum beats an earlier published figure',
      'indicator: area, at_least: 5 亩',
      `${three('area', 1, 2, 3)}; area 2024-Q1 4`,
      '2024-S1 6 亩 regions',
    ],
    [
      'a city’s growth, of the sums',
      'indicator: area.growth, at_least: 5 %',
      `${three('area', 10, 20, 30, '2023')}; ${three('area', 20, 20, 26, '2024')}`,
      '2024 10 % growth',
    ],
    [
      'not a city’s, where nothing allows it',
      'indicator: apart, at_least: 5 亩',
      three('apart', 1, 2, 3),
      'none (no-reading)',
    ],
    [
      'not a region’s of which it is not said what makes it up',
      'indicator: area, region: 某省, at_least: 5 亩',
      three('area', 1, 2, 3),
      'none (no-reading)',
    ],
  ])('%s', (_, target, data, expected) => expect(told(target, data, '2024-12', sums)).toBe(expected));
  it('says that nothing is due as long as nothing can be there', () => {
    expect(said(judge(group('profit', 'at_least: 5 亿元'), '', '2024-02', given))).toBe('not-due');
  });
  it('names each part', () => {
    const { actual } = judge(group('profit', 'at_least: 5 亿元'), three('profit', 1, 2, 3), '2024-06', given);
    expect(actual?.parts?.map((p) => `${p.label} ${p.value.toFixed()}`)).toEqual([
      '东区 1',
      '西区 2',
      '南区 3',
    ]);
  });
  it('a group with a member nobody knows has no sum and no places', () => {
    const open = catalogue(
      '- { id: area, name: 面积, kind: flow, unit: 亩 }',
      '- { code: A, name: 甲 }\n- { code: G, name: 组, members: [甲, 丁] }',
    );
    const data = 'area@甲 2024 5; area@组 2023 7';
    const of = (form: string): string => said(judge(form, data, '2024-12', { catalogue: open }));
    expect(of('indicator: area, region: 组, at_least: 5 亩')).toBe('no-data (no-reading)');
    expect(of('indicator: area, region: 甲, rank: { at_most: 1, among: 组 }')).toBe(
      'no-data (no-common-span)',
    );
  });
});

describe('an exact derived figure and a published bound of one span', () => {
  it.each([
    [
      'the derived one counts',
      'output 2023 100; output 2024 110; output.growth 2024 >9',
      '2024 10.0 % growth',
    ],
    [
      'the bound stands where nothing is derived',
      'output 2024 110; output.growth 2024 >9',
      '2024 9 % published',
    ],
    [
      'a later bound is tried first',
      'output 2023-S1 100; output 2024-S1 110; output.growth 2024 >9',
      '2024 9 % published',
    ],
  ])('%s', (_, data, expected) =>
    expect(made('indicator: output.growth, at_least: 7 %', data)).toBe(expected),
  );
  it('is a baseline, too', () => {
    const data = 'output 2022 100; output 2023 110; output.growth 2023 >9; output.growth 2024 12';
    const v = judge('indicator: output.growth, improve: true', data, '2024-12', given);
    expect([said(v), v.baseline?.value.toFixed(1)]).toEqual(['achieved', '10.0']);
  });
});

describe('a derivation that would need itself', () => {
  const world = catalogue(`
- { id: a, name: 一, kind: share, unit: "%", numerator: 二, denominator: 丙 }
- { id: b, name: 二, kind: share, unit: "%", numerator: 一, denominator: 丙 }
- { id: c, name: 丙, kind: flow, unit: 亿元 }
`);
  it.each([
    ['gives nothing', 'c 2024 5', 'no-data (no-reading)'],
    ['leaves what is published', 'c 2024 5; a 2024 7', 'achieved'],
  ])('%s', (_, data, expected) => {
    expect(said(judge('indicator: a, at_least: 5 %', data, '2024-12', { catalogue: world }))).toBe(expected);
  });
});

describe('a rank of every region of a large group', () => {
  /** How often series are looked up to rank so many regions. */
  const lookups = (n: number): number => {
    const names = Array.from({ length: n }, (_, i) => `区${i}`);
    const regions = names.map((name) => `- { code: ${name}, name: ${name} }`).join('\n');
    const world = catalogue(
      '- { id: x, name: 率, kind: share, unit: "%" }',
      `${regions}\n- { code: G, name: 组, members: [${names.join(', ')}] }`,
    );
    const series = seriesOf(names.map((name, i) => `x@${name} 2024-S1 ${i}`).join(';'), world);
    let count = 0;
    const counting = new Map(series);
    counting.get = (key: string) => {
      count += 1;
      return series.get(key);
    };
    const plan = planOf(
      'targets: [ { indicator: x, region: 组, each: region, rank: { at_most: 5, among: 组 } } ]',
      world,
    );
    const [v] = checkPlan(plan, {
      catalogue: world,
      series: counting,
      reports: [],
      today: '2024-07-01',
      asOf: 2024 * 12 + 5,
    }).verdicts;
    expect(v?.parts?.map((p) => p.actual?.value.toNumber())).toEqual(names.map((_, i) => n - i));
    return count;
  };
  it('looks at each region a few times, however many there are', () => {
    expect(lookups(200) / lookups(50)).toBeLessThan(4.2);
  });
});

describe('a published and a derived figure that disagree by more than their rounding', () => {
  const warned = (data: string): readonly string[] =>
    check('targets: [ { indicator: output.growth, at_least: 7 % } ]', {
      data,
      asOf: '2024-12',
      catalogue: c,
    }).warnings.map((w) => `${w.code} ${w.args.period} ${w.args.published} ${w.args.derived}`);
  it.each([
    ['warns', 'output 2023 100; output 2024 110; output.growth 2024 9.8', ['data/disagree 2024 9.8 10.0']],
    [
      'warns once, however often it is read',
      'output 2023 100; output 2024 110; output.growth 2024 9.8; output.growth 2024-S1 3',
      ['data/disagree 2024 9.8 10.0'],
    ],
    [
      'says nothing within the rounding of both',
      'output 2023 100; output 2024 110; output.growth 2024 9.9',
      [],
    ],
    [
      'warns of two tenths more',
      'output 2023 100; output 2024 110; output.growth 2024 10.2',
      ['data/disagree 2024 10.2 10.0'],
    ],
    [
      'says nothing of a bound the derived one keeps',
      'output 2023 100; output 2024 110; output.growth 2024 >9',
      [],
    ],
    [
      'warns of a lower bound the derived one lies below',
      'output 2023 100; output 2024 110; output.growth 2024 >11',
      ['data/disagree 2024 >11 10.0'],
    ],
    [
      'warns of an upper bound the derived one lies above',
      'output 2023 100; output 2024 110; output.growth 2024 <=9',
      ['data/disagree 2024 <=9 10.0'],
    ],
    ['says nothing of a rough figure', 'output 2023 100; output 2024 110; output.growth 2024 ≈12', []],
    ['says nothing where there is nothing to compare', 'output 2024 110; output.growth 2024 9.8', []],
  ])('%s', (_, data, expected) => expect(warned(data)).toEqual(expected));
  it('shows where the published one stands', () => {
    const [w] = check('targets: [ { indicator: output.growth, at_least: 7 % } ]', {
      data: 'output 2023 100; output 2024 110; output.growth 2024 9.8',
      asOf: '2024-12',
      catalogue: c,
    }).warnings;
    expect([w?.file, w?.line, w?.args.cell, w?.args.region]).toEqual(['b.csv', 2, 'R2C2', '甲市']);
  });
  it('warns of a baseline, too', () => {
    const data = 'output 2022 100; output 2023 110; output.growth 2023 9; output.growth 2024 12';
    const { warnings } = check('targets: [ { indicator: output.growth, improve: true } ]', {
      data,
      asOf: '2024-12',
      catalogue: c,
    });
    expect(warnings.map((w) => w.args.period)).toEqual(['2023']);
  });
});

describe('figures too small to be told from 0', () => {
  const chain = catalogue(
    [
      '- { id: x0, name: X0, kind: flow, unit: 亿元 }',
      '- { id: z, name: Z, kind: flow, unit: 亿元 }',
      ...Array.from(
        { length: 50 },
        (_, i) =>
          `- { id: x${i + 1}, name: X${i + 1}, kind: ratio, unit: 倍, numerator: X${i}, denominator: Z }`,
      ),
    ].join('\n'),
  );
  it.each([
    ['x3', '0.0000000000000000000278', 22],
    ['x4', '0.000000000000000000000000000005', 30],
    ['x50', '0', 30],
  ])('%s is judged', (id, shown, decimals) => {
    const v = judge(`indicator: ${id}, at_least: 1 倍`, 'x0 2024-S1 60; z 2024-S1 60', '2024-06', {
      catalogue: chain,
    });
    expect([v.actual?.value.toFixed(), v.actual?.decimals, v.status]).toEqual([shown, decimals, 'lagging']);
  });
});

describe('figures that have no end in another unit', () => {
  const area = catalogue(`
- { id: area, name: 面积, kind: flow, unit: 亩 }
- { id: gap, name: 面积差, kind: gap, unit: 公顷, of: 面积, against: 甲市, derive: true }
- { id: hectares, name: 公顷数, kind: flow, unit: 公顷 }`);
  const shown = (target: string, data: string): string => {
    const { actual } = judge(target, data, '2024-06', { catalogue: area });
    return actual ? `${actual.value.toFixed(actual.decimals)} ${actual.unit.text}` : 'none';
  };
  it.each([
    ['in the unit of the target', 'indicator: area, at_least: 20 公顷', 'area 2024-S1 110', '7.33 公顷'],
    [
      'of months',
      'indicator: hectares, at_least: 20 公顷',
      'hectares 2024-01/2024-02 100 亩; hectares 2024-03 10 亩',
      '7.333 公顷',
    ],
    [
      'as a difference',
      'indicator: gap, region: 东区, at_least: 5 公顷',
      'area@东区 2024-S1 70; area 2024-S1 20',
      '3.33 公顷',
    ],
  ])('%s', (_, target, data, expected) => expect(shown(target, data)).toBe(expected));
  it('are compared to the end', () => {
    const status = (target: string) =>
      judge(target, 'area@东区 2024 70; area 2024 20', '2024-12', { catalogue: area }).status;
    expect(status('indicator: gap, region: 东区, at_least: 50 亩')).toBe('achieved');
    expect(status('indicator: gap, region: 东区, more_than: 50 亩')).toBe('missed');
  });
});
