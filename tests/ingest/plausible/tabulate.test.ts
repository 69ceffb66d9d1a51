import { describe, expect, it } from 'vitest';
import { related } from '../../../src/ingest/plausible/related.ts';
import { BREAK, FRESH, type Series } from '../../../src/ingest/plausible/series.ts';
import { tabulate } from '../../../src/ingest/plausible/tabulate.ts';
import { seriesKey } from '../../../src/model/observation.ts';
import { formatPeriod } from '../../../src/model/period.ts';
import { figuresOf, readings, stored, world } from './world.ts';

const c = world();

/** The figures of a series: span, value, step, flags. */
function rows(s: Series | undefined): string[] {
  if (!s) return [];
  const { starts, ends, values, steps, flags } = s.columns;
  return Array.from({ length: s.to - s.from }, (_, k) => {
    const i = s.from + k;
    const period = formatPeriod({ start: starts[i] ?? 0, end: ends[i] ?? 0 });
    const flag = flags[i] ?? 0;
    const marks = [flag & FRESH ? ' fresh' : '', flag & BREAK ? ' break' : ''].join('');
    return `${period} ${values[i]} ±${steps[i]}${marks}`;
  });
}

const put = (fresh: string, known: string, indicator: string, published?: string): string[] => {
  const list = readings(fresh, c).map((r) => (published ? { ...r, published } : r));
  const { series } = tabulate(figuresOf(list, c), stored(readings(known, c, 'K')), c, 'new.csv');
  return rows(series.get(seriesKey(indicator, 'C')));
};

describe('readings and what is known, as columns', () => {
  it.each([
    [
      'by end, then start',
      'output 2024-03 1;output 2024-Q1 3;output 2024-02 1',
      '',
      ['2024-02 1 ±1 fresh', '2024-Q1 3 ±1 fresh', '2024-03 1 ±1 fresh'],
    ],
    ['in the unit of the indicator', 'output 2024-02 12000.50 万元', '', ['2024-02 1.20005 ±0.000001 fresh']],
    ['without bounds', 'output 2024-02 >12;output 2024-03 13', '', ['2024-03 13 ±1 fresh']],
    ['without what is of another kind of unit', 'output 2024-02 12 亩', '', []],
    ['with what breaks', 'output 2024-02 12 !break', '', ['2024-02 12 ±1 fresh break']],
    [
      'beside what is known',
      'output 2024-03 13',
      'output 2024-02 12',
      ['2024-02 12 ±1', '2024-03 13 ±1 fresh'],
    ],
    ['in place of what is known', 'output 2024-02 13', 'output 2024-02 12', ['2024-02 13 ±1 fresh']],
    ['no news', 'output 2024-02 12.0', 'output 2024-02 12', ['2024-02 12 ±0.1']],
    ['deleted', 'output 2024-02 0 !deleted', 'output 2024-02 12', []],
    ['deleted before', 'output 2024-02 12', 'output 2024-02 12 !deleted', ['2024-02 12 ±1 fresh']],
  ])('%s', (_, fresh, known, expected) => expect(put(fresh, known, 'output')).toEqual(expected));
  it('of a moment, by their end', () =>
    expect(put('firms 2024-Q1 3;firms 2024-02 2', '', 'firms')).toEqual([
      '2024-02 2 ±1 fresh',
      '2024-03 3 ±1 fresh',
    ]));
  it('the later published counts', () => {
    const known = 'output 2024-02 12';
    expect(put('output 2024-02 13', known, 'output', '2023-12-31')).toEqual(['2024-02 12 ±1']);
    expect(put('output 2024-02 13', known, 'output', '2024-01-01')).toEqual(['2024-02 13 ±1 fresh']);
  });
  it('what is stored of an indicator nobody knows is left out', () => {
    const list = stored(readings('output 2024-02 1', c)).map((o) => ({ ...o, indicator: 'none' }));
    expect(tabulate(figuresOf([], c), list, c, 'f').series.size).toBe(0);
  });
});

describe('series that others are checked against', () => {
  const names = (indicator: string, region: string): string[] =>
    related([{ indicator, region }], c).map((n) => `${n.indicator}@${n.region}`);
  it.each([
    ['the growth of a level', 'firms', 'T', ['firms@T', 'firms.growth@T']],
    ['the level of a growth', 'firms.growth', 'T', ['firms.growth@T', 'firms@T']],
    ['the whole and the other parts', 'loans', 'X', ['loans@X', 'loans@P', 'loans@E', 'loans@W', 'loans@S']],
    [
      'every whole of a part',
      'loans',
      'E',
      ['loans@E', 'loans@G', 'loans@W', 'loans@S', 'loans@P', 'loans@X'],
    ],
    ['the parts of a whole', 'loans', 'G', ['loans@G', 'loans@E', 'loans@W', 'loans@S']],
    ['no parts of a share', 'share', 'G', ['share@G']],
    ['nothing of what nobody knows', 'none', 'G', ['none@G']],
  ])('%s', (_, indicator, region, expected) => expect(names(indicator, region)).toEqual(expected));
  it('come once', () => {
    const twice = [
      { indicator: 'loans', region: 'G' },
      { indicator: 'loans', region: 'E' },
    ];
    expect(related([...twice, ...twice], c).length).toBe(6);
  });
});
