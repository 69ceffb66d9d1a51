import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue, check } from './helpers.ts';

const said = (targets: string, data: string, wanted?: (i: { id: string }) => boolean): string[] =>
  check(`targets: [ ${targets} ]`, { data, asOf: '2024-05', ...(wanted ? { wanted } : {}) })
    .warnings.filter((w) => w.code === 'data/paired')
    .map(
      ({ args }) =>
        `${args.level} ${args.growth} ${args.implied}≠${args.observed} ${args.unit} ${args.period}`,
    );

const level = (v: string): string => `{ id: l, indicator: output, ${v} }`;
const growth = (g: string): string => `{ id: g, indicator: output.growth, ${g} }`;
const warned = (observed: string) => [`plan/l plan/g 229.1≠${observed} 亿元 2023`];

describe('252 亿元 and +10 % imply 229.1 last year', () => {
  // rounding: 251.5…252.5 by 9.5…10.5 % is 227.6…230.6; a year’s prices: 5 % more either way, 216.8…242.1
  it.each<[string, string, string[]]>([
    ['as observed', 'output 2023 229.1', []],
    ['within a year’s prices below', 'output 2023 217', []],
    ['within a year’s prices above', 'output 2023 242', []],
    ['too low', 'output 2023 216', warned('216')],
    ['too high', 'output 2023 243', warned('243')],
    ['in another unit', 'output 2023 2430000 万元', warned('243')],
    ['added up', 'output 2023-01/2023-06 100; output 2023-07/2023-12 100', warned('200')],
    ['of part of the year only', 'output 2023-01/2023-06 300', []],
    ['not observed', '', []],
    ['only a bound', 'output 2023 >100', []],
    ['nothing', 'output 2023 0', []],
    ['of another region', 'output@东区 2023 100', []],
  ])('%s', (_, data, expected) => {
    expect(said(`${level('at_least: 252 亿元')}, ${growth('at_least: 10 %')}`, data)).toEqual(expected);
  });
});

describe('where the growth is that of the level itself, prices excuse nothing', () => {
  const world = `
- { id: output, name: 产值, kind: flow, unit: 亿元, growth: { derive: true } }
`;
  // 227.6 to 230.6
  it.each<[string, string, string, boolean]>([
    ['a rise in % of it', '{ id: g, indicator: output, rise: 10 % }', '230', true],
    ['a rise in % of it, from more', '{ id: g, indicator: output, rise: 10 % }', '231', false],
    ['a rise in % of it, from less', '{ id: g, indicator: output, rise: 10 % }', '227', false],
    ['a growth that the catalogue derives', growth('at_least: 10 %'), '228', true],
    ['a growth that the catalogue derives, from more', growth('at_least: 10 %'), '231', false],
    ['about 10 %, from 252 ÷ 1.095 + …', growth('about: 10 %'), '230.5', true],
  ])('%s', (_, promise, base, fits) => {
    const { warnings } = check(`targets: [ ${level('at_least: 252 亿元')}, ${promise} ]`, {
      data: `output 2023 ${base}`,
      asOf: '2024-05',
      catalogue: catalogue(world),
    });
    expect(warnings.filter((w) => w.code === 'data/paired').length).toBe(fits ? 0 : 1);
  });
});

describe('which promises are a pair', () => {
  const data = 'output 2023 300; firms 2023-12 100';
  it.each<[string, string, number]>([
    ['a level and its growth', `${level('at_least: 252 亿元')}, ${growth('at_least: 10 %')}`, 1],
    ['in either order', `${growth('at_least: 10 %')}, ${level('at_least: 252 亿元')}`, 1],
    [
      'a level and its own rise in %',
      `${level('at_least: 252 亿元')}, { id: g, indicator: output, rise: 10 % }`,
      1,
    ],
    [
      'a rise since the year before, said',
      `${level('at_least: 252 亿元')}, { id: g, indicator: output, rise: 10 %, baseline: { period: 2023 } }`,
      1,
    ],
    ['about, and at least', `${level('about: 252 亿元')}, ${growth('at_least: 10 %')}`, 1],
    [
      'a rise since years ago',
      `${level('at_least: 252 亿元')}, { id: g, indicator: output, rise: 10 %, baseline: { period: 2020 } }`,
      0,
    ],
    ['a rise in 亿元', `${level('at_least: 252 亿元')}, { id: g, indicator: output, rise: 23 亿元 }`, 0],
    ['a ceiling and a floor', `${level('at_most: 252 亿元')}, ${growth('at_least: 10 %')}`, 0],
    [
      'a rank of the growth',
      `${level('at_least: 252 亿元')}, ${growth('region: 东区, rank: { at_most: 2, among: 各区 }')}`,
      0,
    ],
    ['of another window', `${level('at_least: 252 亿元')}, ${growth('at_least: 10 %, window: 2024-S1')}`, 0],
    ['of another region', `${level('at_least: 252 亿元')}, ${growth('at_least: 10 %, region: 东区')}`, 0],
    ['every month', `${level('at_least: 252 亿元')}, ${growth('at_least: 10 %, each: month')}`, 0],
    ['a level every month', `${level('at_least: 252 亿元, each: month')}, ${growth('at_least: 10 %')}`, 0],
    [
      'the growth of something else',
      `${level('at_least: 252 亿元')}, { id: g, indicator: growth, at_least: 10 % }`,
      0,
    ],
    ['a growth that leaves nothing', `${level('at_least: 252 亿元')}, ${growth('at_least: -100 %')}`, 0],
    [
      'of two growths the nearer one',
      `${growth('at_least: 10 %')}, ${level('at_least: 330 亿元')}, { id: f, indicator: firms, at_least: 1 家 }, { id: h, indicator: output.growth, at_least: 50 % }`,
      0,
    ],
    [
      'a change of the growth is no growth, and hides none',
      `${growth('at_least: 10 %')}, { id: h, indicator: output.growth, rise: 1 百分点 }, ${level('at_least: 252 亿元')}`,
      1,
    ],
    ['improve has no value', `${level('at_least: 252 亿元')}, ${growth('improve: true')}`, 0],
  ])('%s', (_, targets, count) => expect(said(targets, data).length).toBe(count));

  it('one that is wanted brings the other with it, and none of them none', () => {
    const both = `${level('at_least: 252 亿元')}, ${growth('at_least: 10 %')}, { id: f, indicator: firms, at_least: 1 家 }`;
    expect(said(both, data, (i) => i.id === 'g').length).toBe(1);
    expect(said(both, data, (i) => i.id === 'f').length).toBe(0);
  });
});

describe('what both can mean', () => {
  const firms = (v: string, g: string): string =>
    `{ id: l, indicator: firms, ${v} }, { id: g, indicator: firms, rise: ${g} }`;
  it.each<[string, string, number, boolean]>([
    // counts have no prices: 109.5 ÷ 1.105 = 99.1 … 110.5 ÷ 1.095 = 100.9
    ['a count by rounding alone', firms('at_least: 110 家', '10 %'), 100, true],
    ['a count one too low', firms('at_least: 110 家', '10 %'), 99, false],
    ['a count one too high', firms('at_least: 110 家', '10 %'), 101, false],
    // 110 ± 5 %, 10 ± 1 %: 104.5 ÷ 1.11 = 94.1 … 115.5 ÷ 1.09 = 106
    ['左右 by its tolerance', firms('about: 110 家', '{ about: 10 % }'), 95, true],
    ['左右 beyond it', firms('about: 110 家', '{ about: 10 % }'), 107, false],
    // 104.5 ÷ 1.125 = 92.9 … 115.5 ÷ 1.075 = 107.4
    ['a range by its ends', firms('between: 105..115 家', '{ between: 8..12 % }'), 107, true],
    ['a range beyond them', firms('between: 105..115 家', '{ between: 8..12 % }'), 92, false],
  ])('%s', (_, targets, base, fits) => {
    expect(said(targets, `firms 2023-12 ${base}`).length).toBe(fits ? 0 : 1);
  });

  it('a base from which the level is made by the growth is never a contradiction', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9999 }), fc.integer({ min: -50, max: 100 }), (base, rate) => {
        const value = Math.round(base * (1 + rate / 100));
        const targets = firms(`at_least: ${value} 家`, `{ at_least: ${rate} % }`);
        expect(said(targets, `firms 2023-12 ${base}`)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
