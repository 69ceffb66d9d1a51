import { describe, expect, it } from 'vitest';
import { plausible } from '../../../src/ingest/plausible/index.ts';
import type { Shown } from '../../../src/ingest/plausible/series.ts';
import { tabulate } from '../../../src/ingest/plausible/tabulate.ts';
import { FINDINGS } from '../../../src/wording/findings.ts';
import { say } from '../../../src/wording/message.ts';
import { PLAUSIBLE } from '../../../src/wording/plausible.ts';
import { brief, figuresOf, find, readings, totals, world } from './world.ts';

type Case = readonly [what: string, fresh: string, known: string, expected: readonly string[]];

const tell = ([, fresh, known, expected]: Case): void => expect(brief(find(fresh, known))).toEqual(expected);

describe('a running total that falls', () => {
  const two = (a: string, b: string): string => `output 2024-01/2024-02 ${a};output 2024-Q1 ${b}`;
  it.each<Case>([
    ['by the last decimal', two('12.4', '12.3'), '', ['fell 2024-Q1']],
    ['to a negative one', two('0.1', '-0.1'), '', ['fell 2024-Q1']],
    ['in another unit', two('12.0', '119400 万元'), '', ['fell 2024-Q1']],
    ['in another unit, not at all', two('12.3', '123000 万元'), '', []],
    ['in another unit, not at all but in doubles', two('0.3', '3000.0 万元'), '', []],
    ['within what the coarser one rounds', two('100', '99.6'), '', []],
    ['to the edge of what both round', two('100', '99.45'), '', ['fell 2024-Q1']],
    ['to just inside that edge', two('100', '99.5'), '', []],
    [
      'by just what both round, which doubles cannot tell',
      'land 2024-01/2024-02 10 公顷;land 2024-Q1 142 亩',
      '',
      [],
    ],
    ['by the next decimal of both', 'land 2024-01/2024-02 10 公顷;land 2024-Q1 141 亩', '', ['fell 2024-Q1']],
    ['stays', two('12.3', '12.3'), '', []],
    ['rises', two('12.3', '12.4'), '', []],
    ['over the turn of the year', 'output 2023 140.1;output 2024-01/2024-02 20.1', '', []],
    ['where it may', 'net 2024-01/2024-02 12.4;net 2024-Q1 12.3', '', []],
    ['of months', 'output 2024-02 12.4;output 2024-03 11.2', '', []],
    ['of a stock', 'firms 2024-02 124;firms 2024-03 112', '', []],
    ['at a break', two('12.4', '12.3 !break'), '', []],
    ['after a break', two('12.4 !break', '12.3'), '', ['fell 2024-Q1']],
    ['to a bound', two('12.4', '<12.3'), '', []],
    ['to one that is deleted', two('12.4', '0 !deleted'), '', []],
    ['below one that is known', 'output 2024-Q1 12.3', 'output 2024-01/2024-02 12.4', ['fell 2024-Q1']],
    ['of which nothing is new', 'output 2024-05 1.2', two('12.4', '12.3'), []],
    ['once more', two('12.4', '12.3'), two('12.4', '12.3'), []],
    [
      'twice, and in two regions',
      `${totals('output', 2023, [20.1, 19.1, 29.1, 28.1])};${totals('output@E', 2024, [20.1, 19.1])}`,
      '',
      ['fell 2023-Q1, 甲市 2023-01/2023-05, 东区 2024-Q1'],
    ],
  ])('%s', (...c) => tell(c));
});

describe('a span that is not the difference of the totals around it', () => {
  const around = (a: string, b: string): string => `output 2024-01/2024-02 ${a};output 2024-Q1 ${b}`;
  const month = (x: string, a: string, b: string): string => `output 2024-03 ${x};${around(a, b)}`;
  it.each<Case>([
    ['is', month('10.2', '20.1', '30.3'), '', []],
    ['is not', month('10.2', '20.1', '30.6'), '', ['span-differs 2024-03']],
    ['differs by what rounding allows', month('10.2', '20.1', '30.4'), '', []],
    ['differs by just what rounding allows, which doubles cannot tell', month('10', '10.2', '20.8'), '', []],
    ['differs by the next decimal', month('10', '10.2', '20.9'), '', ['span-differs 2024-03']],
    ['is in another unit', month('102000 万元', '20.1', '30.3'), '', []],
    ['differs in another unit', month('104000 万元', '20.1', '30.3'), '', ['span-differs 2024-03']],
    ['is below 0', month('-1.2', '20.1', '18.9'), '', ['fell 2024-Q1']],
    [
      'counts single things',
      'added 2024-03 3;added 2024-01/2024-02 5;added 2024-Q1 9',
      '',
      ['span-differs 2024-03'],
    ],
    ['counts single things, rightly', 'added 2024-03 4;added 2024-01/2024-02 5;added 2024-Q1 9', '', []],
    [
      'counts them by tens of thousands',
      'added 2024-03 3;added 2024-01/2024-02 5;added 2024-Q1 0.001 万家',
      '',
      [],
    ],
    ['a quarter', 'output 2024-Q2 9.1;output 2024-Q1 10.1;output 2024-S1 20.1', '', ['span-differs 2024-Q2']],
    ['a half-year', 'output 2024-S2 9.1;output 2024-S1 10.1;output 2024 19.2', '', []],
    ['with a total missing', 'output 2024-03 10.2;output 2024-Q1 30.6', '', []],
    [
      'over two years',
      'output 2023-12/2024-02 9.1;output 2024-01/2024-02 5.1;output 2023-01/2023-11 9.1',
      '',
      [],
    ],
    ['at a break', `output 2024-03 10.2;output 2024-01/2024-02 20.1;output 2024-Q1 30.6 !break`, '', []],
    [
      'after a break',
      `output 2024-03 10.2;output 2024-01/2024-02 20.1 !break;output 2024-Q1 30.6`,
      '',
      ['span-differs 2024-03'],
    ],
    ['of a stock', 'loans 2024-03 10.2;loans 2024-02 20.1', '', []],
    ['against what is known', 'output 2024-03 10.2', around('20.1', '30.6'), ['span-differs 2024-03']],
    ['known already', 'output 2024-05 10.2', month('10.2', '20.1', '30.6'), []],
  ])('%s', (...c) => tell(c));
});

describe('a leap', () => {
  const year = [201.1, 312.2, 409.3, 513.4, 608.1, 711.2, 823.3, 904.4, 998.1, 1112.2, 1207.3];
  const times = (n: number, by: number): (number | string)[] =>
    year.map((v, i) => (i >= n ? (v * by).toFixed(1) : v));
  const one = (n: number, by: number): (number | string)[] =>
    year.map((v, i) => (i === n ? (v * by).toFixed(1) : v));
  const before = totals('output', 2023, year);
  it.each<Case>([
    ['none, in two like years', totals('output', 2024, year), before, []],
    ['one figure a hundred times itself', totals('output', 2024, one(4, 100)), before, ['leap 2024-S1']],
    ['one figure ten times itself', totals('output', 2024, one(4, 10)), before, ['leap 2024-S1']],
    ['one figure a tenth of itself', totals('output', 2024, one(4, 0.1)), before, ['leap 2024-S1']],
    ['the last figure ten times itself', totals('output', 2024, one(10, 10)), before, ['leap 2024']],
    ['one figure in a first year', totals('output', 2024, one(4, 10)), '', ['leap 2024-S1']],
    ['the last figure of a first year that was calm', totals('output', 2024, one(10, 10)), '', ['leap 2024']],
    ['the last of two figures', 'output 2024-01/2024-02 20.1;output 2024-Q1 300.3', '', []],
    [
      'the last of two figures, ten thousand times',
      'output 2024-01/2024-02 20.1;output 2024-Q1 300300',
      '',
      ['leap 2024-Q1'],
    ],
    [
      'a new unit from a month on',
      totals('output', 2024, times(3, 10_000)),
      before,
      ['leap 2024-01/2024-05'],
    ],
    [
      'a new unit from the start of a year',
      totals('output', 2024, times(0, 10_000)),
      before,
      ['leap 2024-01/2024-02'],
    ],
    [
      'a lesser unit',
      totals(
        'output',
        2024,
        year.map((v) => (v / 10_000).toFixed(5)),
      ),
      before,
      ['leap 2024-01/2024-02'],
    ],
    [
      'a break that is said',
      `${totals('output', 2024, times(3, 100)).replace('51340.0', '51340.0 !break')}`,
      before,
      [],
    ],
    ['at the first figure', totals('output', 2024, one(0, 10_000)), '', ['leap 2024-Q1']],
  ])('of running totals: %s', (...c) => tell(c));

  const months = (indicator: string, from: number, values: readonly (number | string)[]): string =>
    values
      .map(
        (v, i) => `${indicator} ${from + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')} ${v}`,
      )
      .join(';');
  const season = [2.1, 1.1, 9.4, 31.2, 55.1, 80.7, 75.2, 60.3, 33.1, 12.4, 5.2, 3.3];
  it.each<Case>([
    ['a season', months('output', 2023, season), '', []],
    ['a season that comes again', months('output', 2023, [...season, ...season]), '', []],
    ['a February after a December', 'output 2023 1800.3;output 2024-01/2024-02 2.1', '', []],
    [
      'a February that was small before',
      'output 2024-01/2024-02 2.1',
      'output 2023-01/2023-02 2.3;output 2023 1800.3',
      [],
    ],
    ['half a year after a year', 'output 2023 1800.3;output 2024-S1 1.13', '', ['leap 2024-S1']],
    ['small counts', 'added 2024-02 1;added 2024-03 12;added 2024-04 1', '', []],
    ['counts in batches', totals('added', 2024, [1, 1, 1, 120, 120, 121]), '', []],
    ['counts by a wrong unit', months('firms', 2024, [31, 33, 32, 320_000, 34]), '', ['leap 2024-04']],
    ['from nothing', months('loans', 2024, ['0.00', 100.21, 101.11]), '', []],
    ['from near nothing', months('loans', 2024, [0.01, 100.21, 101.11]), '', ['leap 2024-02']],
    ['from near nothing, as far as its digits tell', months('loans', 2024, ['0.01', '5.00', '0.02']), '', []],
    ['a 7 that was made 7.0', months('firms', 2024, ['7.0', '216.0', '8.0']), '', []],
    ['of what is below 0', months('net', 2024, [-1.21, 120.12, -1.31]), '', []],
    [
      'a series that is never quiet',
      months('loans', 2024, [100.1, 3.2, 77.4, 2.4, 120.3, 5.1, 99.2, 3.4]),
      '',
      [],
    ],
    ['a stock', months('loans', 2024, [100.1, 101.2, 1020.4, 103.1]), '', ['leap 2024-03']],
    [
      'a stock, at its end',
      months('loans', 2024, [100.1, 101.2, 102.4, 103.1, 104.2, 1051.1]),
      '',
      ['leap 2024-06'],
    ],
    ['a stock of a year and the next', 'loans 2022 100.1;loans 2023 1105.2', '', []],
    ['a stock after ten years', 'loans 2014 100.1;loans 2024 10105.2', '', []],
    ['a stock after two years', 'loans 2022 100.1;loans 2024 18105.2', '', ['leap 2024-12']],
    ['a share as a fraction', months('share', 2024, [12.18, 12.31, 0.1242, 12.11]), '', ['leap 2024-03']],
    ['a ratio', months('yield', 2024, [22.31, 21.42, 2236.1, 22.5]), '', ['leap 2024-03']],
    [
      'an index with another base',
      months('price', 2024, [101.2, 101.4, 3521.1, 101.8]),
      '',
      ['leap 2024-03'],
    ],
    ['what starts from nothing', months('completion', 2024, [0.52, 74.74, 0.61]), '', []],
    ['growth that was never calm', months('output.growth', 2024, [1.21, 77.81, 5.42]), '', []],
    ['a place', months('place', 2024, [1, 1000, 2]), '', []],
    ['spans of two years', 'output 2020/2021 1.12;output 2022/2023 90000.12', '', ['leap 2022/2023']],
    ['months and quarters, which are not alike', 'output 2024-02 1.12;output 2024-Q2 90000.12', '', []],
    ['among known figures', 'loans 2024-05 101.1', months('loans', 2024, [100.1, 101.2, 1020.4, 103.1]), []],
    [
      'from a known figure',
      'loans 2024-04 1031000.1',
      months('loans', 2024, [100.1, 101.2, 102.4]),
      ['leap 2024-04'],
    ],
    ['across a break', months('loans', 2024, [100.1, 101.2, '102000.4 !break', 103000.1]), '', []],
    ['before a break', months('loans', 2024, [100.1, 101.2, 1020.4, '103.1 !break']), '', []],
  ])('%s', (...c) => tell(c));

  it('is said once, though falls, spans, growth and sums follow from it', () => {
    const level = totals('output', 2024, one(4, 100));
    const extra =
      'output 2024-07 10.3;output 2024-06 9.5;output.growth 2024-S1 1.2;output.growth 2024-01/2024-07 1.2';
    const parts = '@E,@W,@S'
      .split(',')
      .map((r) => `output${r} 2024-S1 20.3`)
      .join(';');
    expect(brief(find(`${level};${extra};${parts};output@G 2024-S1 60.9`, before))).toEqual(['leap 2024-S1']);
  });
  it('is said of an indicator once, wherever it is', () => {
    const all = ['C', 'E', 'W', 'S', 'X', 'T', 'L', 'M'];
    const table = (by: number) => all.map((r) => totals(`output@${r}`, 2024, times(0, by))).join(';');
    const old = all.map((r) => totals(`output@${r}`, 2023, year)).join(';');
    expect(brief(find(table(10_000), old))).toEqual([
      'leap 2024-01/2024-02, 东区 2024-01/2024-02, 西区 2024-01/2024-02, 南区 2024-01/2024-02, 甲县 2024-01/2024-02, 甲镇 2024-01/2024-02, +2',
    ]);
  });
});

describe('a rate far from calm ones', () => {
  const years = (id: string, ...values: readonly (number | string)[]): string =>
    values.map((v, i) => `${id} ${2021 + i} ${v}`).join(';');
  it.each<[string, string, string[]]>([
    ['ten times', years('share', '5.0', '5.1', '51.0'), ['rate-leap 2023']],
    ['a hundredth', years('share', '5.0', '5.1', '0.05'), ['rate-leap 2023']],
    ['a growth', years('output.growth', '6.0', '6.1', '0.065'), ['rate-leap 2023']],
    ['a fall', years('output.growth', '-6.0', '-6.1', '-61'), ['rate-leap 2023']],
    [
      'a January beside its months',
      'margin 2024-01 510;margin 2024-02 5.2;margin 2024-03 5.1;margin 2024-04 5.0',
      ['rate-leap 2024-01'],
    ],
    ['one calm year alone', years('share', '5.0', '51.0'), []],
    ['that turned', years('output.growth', '5.0', '5.1', '-0.4'), []],
    ['from 0', years('share', '5.0', '5.1', '0.0'), []],
    ['few digits', years('share', '1', '1', '4'), []],
    ['a growth near 0', years('output.growth', '0.3', '0.3', '1.9'), []],
    ['never calm', years('share', '2.0', '5.1', '51.0'), []],
    ['across a break', years('share', '5.0', '5.1', '51.0 !break'), []],
    ['what accumulates', years('completion', '5.0', '5.1', '51.0'), []],
    ['spans of other lengths', 'margin 2023-Q2 5.0;margin 2023-Q3 5.1;margin 2024-05 51.0', []],
  ])('%s', (_name, fresh, expected) => expect(brief(find(fresh))).toEqual(expected));
});

describe('growth far from what the levels give', () => {
  const trio = (g: string, now: string, base: string): string =>
    `output.growth 2024-S1 ${g};output 2024-S1 ${now};output 2023-S1 ${base}`;
  it.each<Case>([
    ['equal', trio('10.0', '110.0', '100.0'), '', []],
    ['apart by prices', trio('8.0', '95.0', '100.0'), '', []],
    ['apart by samples, with another sign', trio('5.5', '88.7', '100.0'), '', []],
    ['apart by a quarter', trio('10.3', '88.2', '100.0'), '', []],
    ['apart by more than a third', trio('10.3', '80.0', '100.0'), '', ['growth-far 2024-S1']],
    ['below the levels by more than a quarter', trio('1.0', '136.0', '100.0'), '', ['growth-far 2024-S1']],
    ['an index as a rate', trio('106.5', '106.5', '100.0'), '', ['growth-far 2024-S1']],
    ['a fall of nearly everything', trio('-90.0', '15.0', '100.0'), '', []],
    ['a fall of more than everything', trio('-120.0', '80.0', '100.0'), '', ['growth-far 2024-S1']],
    ['great, of a small base', trio('280.0', '4.1', '1.0'), '', []],
    ['coarse levels', trio('80.0', '2', '1'), '', []],
    ['levels that may be nothing', trio('80.0', '4', '0'), '', []],
    ['coarse levels, beyond what they can be', trio('900.0', '1', '1'), '', ['growth-far 2024-S1']],
    ['a negative base', trio('80.0', '4', '-3'), '', []],
    ['in another unit', trio('10.0', '1100000 万元', '100.0'), '', []],
    ['without a year before', 'output.growth 2024-S1 10.0;output 2024-S1 200.0', '', []],
    ['without the span', 'output.growth 2024-S1 10.0;output 2023-S1 200.0;output 2024-Q1 99.1', '', []],
    ['without levels', 'output.growth 2024-S1 10.0', '', []],
    [
      'over a break',
      'output.growth 2024-S1 10.0;output 2024-S1 20.0;output 2023-S1 100.0;output 2023 180.0 !break',
      '',
      [],
    ],
    [
      'of a stock, whatever its span',
      'firms.growth 2024-S1 10.0;firms 2024-06 200;firms 2023-06 100',
      '',
      ['growth-far 2024-S1'],
    ],
    [
      'of a stock, rightly',
      'firms.growth 2024-06 10.0;firms 2024-06 110;firms 2023-06 100;firms 2023-07 300',
      '',
      [],
    ],
    ['of an index', 'price.growth 2024-06 2.0;price 2024-06 102.0;price 2023-06 301.0', '', []],
    [
      'against what is known',
      'output.growth 2024-S1 10.3',
      'output 2024-S1 80.0;output 2023-S1 100.0',
      ['growth-far 2024-S1'],
    ],
    ['known already', 'output.growth 2024-Q1 10.3', trio('10.3', '80.0', '100.0'), []],
    [
      'on its levels',
      'output 2024-S1 80.0;output 2023-S1 100.0',
      'output.growth 2024-S1 10.3',
      ['growth-far 2024-S1'],
    ],
    ['month and total apart', 'output.growth 2024-06 10.3;output 2024-S1 80.0;output 2023-S1 100.0', '', []],
  ])('%s', (...c) => tell(c));
});

describe('a share that is none', () => {
  it.each<Case>([
    ['whole', 'share 2024-05 100', '', []],
    ['nothing', 'share 2024-05 0.0', '', []],
    ['more than the whole', 'share 2024-05 100.1', '', ['not-a-part 2024-05']],
    ['less than nothing', 'share 2024-05 -0.1', '', ['not-a-part 2024-05']],
    ['whole in ‰', 'mille 2024-05 1000', '', []],
    ['whole in % of one in ‰', 'mille 2024-05 100 %', '', []],
    ['more than the whole in ‰', 'mille 2024-05 1000.1', '', ['not-a-part 2024-05']],
    ['a plan more than completed', 'completion 2024-05 105', '', []],
    ['a plan less than begun', 'completion 2024-05 -1', '', ['not-a-part 2024-05']],
    ['a margin', 'margin 2024-05 -12.1', '', []],
    ['not in per cent', 'multiple 2024-05 120', '', []],
    ['known already', 'share 2024-06 20', 'share 2024-05 100.1', []],
    ['a bound', 'share 2024-05 >100', '', []],
  ])('%s', (...c) => tell(c));
});

describe('a total that is not the sum of its parts', () => {
  const four = (total: string, e: string, w: string, s: string, at = '2024-05'): string =>
    `output@G ${at} ${total};output@E ${at} ${e};output@W ${at} ${w};output@S ${at} ${s}`;
  it.each<Case>([
    ['is', four('60.6', '10.1', '20.2', '30.3'), '', []],
    ['differs by what rounding allows', four('60.4', '10.1', '20.2', '30.3'), '', []],
    ['differs by more', four('60.3', '10.1', '20.2', '30.3'), '', ['sum-differs 各区 2024-05']],
    [
      'differs by as much as rounding, at an edge that doubles cannot tell',
      four('61.15', '10.1', '20.2', '30.30'),
      '',
      ['sum-differs 各区 2024-05'],
    ],
    ['differs by just that much', four('60.71', '10.1', '20.2', '30.30'), '', []],
    ['in several units', four('60.6', '101000 万元', '20.2', '30.3'), '', []],
    ['with a part missing', 'output@G 2024-05 9.1;output@E 2024-05 1.1;output@W 2024-05 1.2', '', []],
    [
      'with a part of another span',
      `${four('60.3', '10.1', '20.2', '30.3')};output@G 2024-06 9.1;output@E 2024-06 1.1;output@W 2024-06 9.1;output@S 2024-07 1.1`,
      '',
      ['sum-differs 各区 2024-05'],
    ],
    [
      'counts',
      'firms@G 2024-05 12;firms@E 2024-05 3;firms@W 2024-05 4;firms@S 2024-05 4',
      '',
      ['sum-differs 各区 2024-05'],
    ],
    ['shares', four('60.3', '10.1', '20.2', '30.3').replaceAll('output', 'share'), '', []],
    [
      'the parts of a region, a group as its members',
      'firms@P 2024-05 12;firms@E 2024-05 3;firms@W 2024-05 4;firms@S 2024-05 4;firms@X 2024-05 2',
      '',
      ['sum-differs 某省 2024-05'],
    ],
    [
      'rightly',
      'firms@P 2024-05 13;firms@E 2024-05 3;firms@W 2024-05 4;firms@S 2024-05 4;firms@X 2024-05 2',
      '',
      [],
    ],
    ['of a parent, which says nothing', 'firms@X 2024-05 12;firms@T 2024-05 3', '', []],
    ['of a region with a part that nobody knows', 'firms@L 2024-05 12;firms@E 2024-05 3', '', []],
    ['of a region in itself', 'firms@M 2024-05 12;firms@E 2024-05 3', '', []],
    [
      'with what is known',
      'output@G 2024-05 60.3',
      four('60.6', '10.1', '20.2', '30.3').slice(21),
      ['sum-differs 各区 2024-05'],
    ],
    ['known already', 'output@G 2024-06 60.3', four('60.3', '10.1', '20.2', '30.3'), []],
    ['with a bound among them', four('60.3', '10.1', '20.2', '>30.3'), '', []],
  ])('%s', (...c) => tell(c));
});

describe('a finding', () => {
  it('stands at the fresh figure, and names both figures as they were published, with their cells', () => {
    const [found] = find('output 2024-Q1 123000.0 万元', 'output 2024-01/2024-02 12.40');
    expect(found).toEqual({
      code: 'data/fell',
      severity: 'warning',
      args: {
        indicator: '产值',
        region: '甲市',
        period: '2024-Q1',
        value: '123000.0 万元',
        cell: 'R1C1',
        before: '12.40 亿元',
        beforePeriod: '2024-01/2024-02',
        beforeCell: 'old.csv K1',
        others: [],
      },
      file: 'new.csv',
      line: 1,
      column: 1,
    });
  });
  it('stands at the fresh figure also where that is the one compared with', () => {
    const [found] = find('output 2024-01/2024-02 12.40', 'output 2024-Q1 12.30');
    expect([found?.args.cell, found?.args.beforeCell, found?.file]).toEqual([
      'old.csv K1',
      'R1C1',
      'new.csv',
    ]);
  });
  it('stands at the line and column that the caller knows, at its row and column, or nowhere', () => {
    const c = world();
    const { series, look } = tabulate(figuresOf(readings('share@Z 2024-05 120', c), c), [], c, 'new.csv');
    const place = { file: 'a.csv', line: 7, column: 3 };
    const at = (shown: Partial<Shown>): unknown[] =>
      plausible(series, c, (id) => ({ ...look(id), file: undefined, ...shown }) as Shown).map((d) => [
        d.file,
        d.line,
        d.column,
        d.args.region,
      ]);
    const nowhere = { line: undefined, column: undefined } as unknown as Partial<Shown>;
    expect([at(place), at({}), at(nowhere)]).toEqual([
      [['a.csv', 7, 3, 'Z']],
      [[undefined, 1, 1, 'Z']],
      [[undefined, undefined, undefined, 'Z']],
    ]);
  });
  it('says by how much a span differs', () => {
    const [found] = find('output 2024-03 10.2;output 2024-01/2024-02 20.1;output 2024-Q1 30.60');
    expect(found?.args.by).toBe('0.3 亿元');
  });
  it('says what the levels give', () => {
    const [found] = find('output.growth 2024-S1 10.3;output 2024-S1 80.0;output 2023-S1 100.0');
    expect([found?.args.derived, found?.args.level]).toEqual(['-20 %', '产值']);
  });
  it('lists the parts of a sum, twelve at the most', () => {
    const [found] = find('firms@G 2024-05 12;firms@E 2024-05 3;firms@W 2024-05 4;firms@S 2024-05 4');
    expect(found?.args).toMatchObject({
      sum: '11 家',
      by: '1 家',
      parts: ['东区 3 家 (R2C1)', '西区 4 家 (R3C1)', '南区 4 家 (R4C1)'],
    });
  });
  it('counts the parts beyond twelve', () => {
    const c = world();
    const names = Array.from({ length: 14 }, (_, i) => `区${i}`);
    for (const name of names) c.addRegion({ code: name, name, aliases: [], file: '', pointer: '' });
    c.addRegion({ code: 'B', name: '大市', aliases: [], parts: names, file: '', pointer: '' });
    const text = `firms@B 2024-05 15;${names.map((n) => `firms@${n} 2024-05 1`).join(';')}`;
    const [found] = find(text, '', c);
    const { unlisted, parts } = found?.args ?? {};
    expect([unlisted, (parts as string[]).length]).toEqual([2, 12]);
  });
  it.each([
    ['times', 'loans 2024-01 100.1;loans 2024-02 10010.2;loans 2024-03 100.4', { times: '100' }],
    ['a part', 'loans 2024-01 1000.1;loans 2024-02 99.2;loans 2024-03 1003.4', { part: '10.1' }],
    [
      'the months of running totals',
      totals('output', 2024, ['20.1', '3030.3', '40.4']),
      { times: '101', monthly: 'yes' },
    ],
  ])('says how far a leap goes: %s', (_, text, args) => expect(find(text)[0]?.args).toMatchObject(args));
  it.each(Object.keys(PLAUSIBLE))('%s has a sentence, and a case here', (code) => {
    const all = [
      ...find('output 2024-01/2024-02 12.4;output 2024-Q1 12.3;share 2024-05 120;share 2024-06 -1'),
      ...find('output 2024-03 10.2;output 2024-01/2024-02 20.1;output 2024-Q1 30.60'),
      ...find('output.growth 2024-S1 10.3;output 2024-S1 80.0;output 2023-S1 100.0'),
      ...find('firms@G 2024-05 12;firms@E 2024-05 3;firms@W 2024-05 4;firms@S 2024-05 4'),
      ...find('loans 2024-01 100.1;loans 2024-02 10010.2;loans 2024-03 100.4'),
      ...find('share 2021 5.0;share 2022 5.1;share 2023 51.0'),
    ];
    const found = all.find((d) => d.code === code);
    for (const language of ['en', 'zh'] as const)
      expect(say(FINDINGS, code, found?.args ?? {}, language)).not.toMatch(/[{}[\]]/);
  });
});
