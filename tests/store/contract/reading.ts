import { expect, it } from 'vitest';
import { seriesKey } from '../../../src/model/observation.ts';
import { codes } from '../../ingest/helpers.ts';
import { show } from '../helpers.ts';
import { ALWAYS, AUGUST, type Batch, type Fill, JULY, readAll, SEPTEMBER, span, stood } from './fill.ts';

/** What every store answers when it is asked for series. */
export function reading(fill: Fill): void {
  it('one with nothing in it answers with nothing', async () => {
    const { store } = await fill();
    expect(await readAll(store)).toEqual([]);
    expect(await stood(store)).toEqual([]);
    expect(await store.log()).toEqual({ entries: [], diagnostics: [] });
    expect(await store.regionsWith('gdp')).toEqual([]);
  });

  it('gives the series asked for in the order of time, each with its source', async () => {
    const { store, ids } = await fill([
      JULY,
      'gdp CN 2024-Q2 2 亿元',
      'gdp 370200 2024-Q2 9 亿元',
      'gdp CN 2024-Q1 1.0 亿元',
      'gdp CN 2024-S1 3 亿元',
    ]);
    expect(await readAll(store)).toEqual([
      'gdp CN 2024-Q1 1.0 亿元',
      'gdp CN 2024-S1 3 亿元',
      'gdp CN 2024-Q2 2 亿元',
    ]);
    const { series, diagnostics } = await store.read([
      { indicator: 'gdp', region: 'CN', within: span('2024-Q1') },
      { indicator: 'firms', region: 'CN', within: span('2024') },
    ]);
    expect(diagnostics).toEqual([]);
    expect(series.get(seriesKey('firms', 'CN'))).toEqual([]);
    expect(series.get(seriesKey('gdp', 'CN'))?.[0]?.source).toEqual({
      batch: ids[0],
      line: expect.any(Number),
      file: '季度数据 (1).csv',
      cell: 'R2C2',
      ingested: '2024-07-01T08:00:00.000Z',
    });
  });

  it('takes the spans wanted, of several requests together', async () => {
    const { store } = await fill([
      JULY,
      'gdp CN 2022 1 亿元',
      'gdp CN 2023 2 亿元',
      'gdp CN 2024 3 亿元',
      'gdp CN 2023/2024 5 亿元',
    ]);
    const request = (within: string) => ({ indicator: 'gdp', region: 'CN', within: span(within) });
    const { series } = await store.read([request('2022'), request('2024')]);
    expect(series.get(seriesKey('gdp', 'CN'))?.map(show)).toEqual([
      'gdp CN 2022 1 亿元',
      'gdp CN 2024 3 亿元',
    ]);
  });

  it('a figure keeps its unit, its bound, its flag and its date of publication', async () => {
    const { store } = await fill([JULY, 'gdp CN 2024 >20000.50 万元 provisional 2024-06-15']);
    const { series } = await store.read([{ indicator: 'gdp', region: 'CN', within: ALWAYS }]);
    const [only] = series.get(seriesKey('gdp', 'CN')) ?? [];
    expect(only && show(only)).toBe('gdp CN 2024 >20000.50 万元');
    expect(only).toMatchObject({ decimals: 2, bound: '>', status: 'provisional', published: '2024-06-15' });
  });

  it('a row in a unit that can’t measure its indicator is told, and does not count', async () => {
    const { store } = await fill([JULY, 'gdp CN 2023 1 亿元', 'gdp CN 2024 7 家']);
    const { series, diagnostics } = await store.read([{ indicator: 'gdp', region: 'CN', within: ALWAYS }]);
    expect(series.get(seriesKey('gdp', 'CN'))?.map(show)).toEqual(['gdp CN 2023 1 亿元']);
    expect(codes(diagnostics)).toEqual(['store/wrong-unit']);
  });

  it('a stock is keyed by the end of its span', async () => {
    const { store } = await fill(
      [JULY, 'firms CN 2023 1 家'],
      [AUGUST, 'firms CN 2023-Q4 1 家', 'firms CN 2024-06 2 家'],
    );
    expect(await readAll(store, 'firms')).toEqual(['firms CN 2023-12 1 家', 'firms CN 2024-06 2 家']);
    expect(await readAll(store, 'firms', {}, '2023-12')).toEqual(['firms CN 2023-12 1 家']);
  });

  it('asOf leaves out spans that end later', async () => {
    const { store } = await fill([JULY, 'gdp CN 2024-Q1 1 亿元', 'gdp CN 2024 3 亿元']);
    expect(await readAll(store, 'gdp', { asOf: span('2024-11').end })).toEqual(['gdp CN 2024-Q1 1 亿元']);
  });

  it('knownOn leaves out what was ingested or published later', async () => {
    const { store } = await fill(
      ['2024-05-01', 'gdp CN 2024-Q1 1 亿元 2024-04-18', 'gdp CN 2023 9 亿元 2024-06-01'],
      [AUGUST, 'gdp CN 2024-Q1 1.1 亿元 2024-07-15'],
    );
    const known = (knownOn: string) => readAll(store, 'gdp', { knownOn });
    expect(await known('2024-04-30')).toEqual([]);
    expect(await known('2024-05-01')).toEqual(['gdp CN 2024-Q1 1 亿元']);
    expect(await known('2024-07-20')).toEqual(['gdp CN 2023 9 亿元', 'gdp CN 2024-Q1 1 亿元']);
    expect(await known(AUGUST)).toEqual(['gdp CN 2023 9 亿元', 'gdp CN 2024-Q1 1.1 亿元']);
  });

  it('the regions with figures of an indicator are told in the order of the catalogue', async () => {
    const { store } = await fill(
      [JULY, 'gdp 370200 2024 1 亿元', 'firms 370200 2024 1 家'],
      [AUGUST, 'gdp CN 2024 1 亿元'],
    );
    expect(await store.regionsWith('gdp')).toEqual(['CN', '370200']);
    expect(await store.regionsWith('firms')).toEqual(['370200']);
    expect(await store.regionsWith('gdp.growth')).toEqual([]);
  });

  it.each<[string, [string, string][], string[], number]>([
    [
      'the latest published',
      [
        ['2024-07-01', '1 亿元 2024-06-01'],
        ['2024-08-01', '2 亿元 2024-05-01'],
      ],
      ['1 亿元'],
      1,
    ],
    [
      'then the latest ingested',
      [
        ['2024-07-01', '1 亿元 2024-06-01'],
        ['2024-08-01', '2 亿元 2024-06-01'],
      ],
      ['2 亿元'],
      1,
    ],
    [
      'the latest ingested where none says when it was published',
      [
        ['2024-07-01', '1 亿元'],
        ['2024-08-01', '2 亿元'],
      ],
      ['2 亿元'],
      1,
    ],
    [
      'an old export found late undoes nothing',
      [
        ['2024-07-01', '2 亿元'],
        ['2024-08-01', '1 亿元 2024-05-01'],
      ],
      ['2 亿元'],
      1,
    ],
    [
      'the same value twice is no revision',
      [
        ['2024-07-01', '1 亿元'],
        ['2024-08-01', '1.0 亿元'],
      ],
      ['1.0 亿元'],
      0,
    ],
    [
      'the same value in another unit is no revision',
      [
        ['2024-07-01', '1 亿元'],
        ['2024-08-01', '10000 万元'],
      ],
      ['10000 万元'],
      0,
    ],
    [
      'an exact figure, not a later bound',
      [
        ['2024-07-01', '4902 亿元'],
        ['2024-08-01', '>4800 亿元'],
      ],
      ['4902 亿元'],
      0,
    ],
    [
      'a bound it breaks is remarked on',
      [
        ['2024-07-01', '4702 亿元'],
        ['2024-08-01', '>4800 亿元'],
      ],
      ['4702 亿元'],
      1,
    ],
    [
      'the later of two bounds',
      [
        ['2024-07-01', '>4800 亿元'],
        ['2024-08-01', '>4850 亿元'],
      ],
      ['>4850 亿元'],
      1,
    ],
    [
      'an exact figure after a bound',
      [
        ['2024-07-01', '<=5000 亿元'],
        ['2024-08-01', '4902 亿元'],
      ],
      ['4902 亿元'],
      0,
    ],
    [
      'bounds it keeps',
      [
        ['2024-07-01', '>=5 亿元'],
        ['2024-07-02', '<6 亿元'],
        ['2024-08-01', '5 亿元'],
      ],
      ['5 亿元'],
      0,
    ],
    [
      'about is no bound that proves anything',
      [
        ['2024-07-01', '≈5 亿元'],
        ['2024-08-01', '5.2 亿元'],
      ],
      ['5.2 亿元'],
      1,
    ],
    [
      'nothing, where it was deleted',
      [
        ['2024-07-01', '1 亿元'],
        ['2024-08-01', '0 亿元 deleted'],
      ],
      [],
      0,
    ],
    [
      'what came after it was deleted',
      [
        ['2024-07-01', '1 亿元'],
        ['2024-08-01', '0 亿元 deleted'],
        ['2024-09-01', '3 亿元'],
      ],
      ['3 亿元'],
      1,
    ],
  ])('of one figure counts: %s', async (_name, batches, counts, revisions) => {
    const { store } = await fill(...batches.map(([day, figure]): Batch => [day, `gdp CN 2024 ${figure}`]));
    expect(await readAll(store)).toEqual(counts.map((c) => `gdp CN 2024 ${c}`));
    const result = await store.read([{ indicator: 'gdp', region: 'CN', within: span('2024') }]);
    expect(result.revisions).toHaveLength(revisions);
  });

  it('a revision gives every other value, latest first', async () => {
    const { store } = await fill(
      [JULY, 'gdp CN 2024 1 亿元'],
      [AUGUST, 'gdp CN 2024 2 亿元'],
      [SEPTEMBER, 'gdp CN 2024 3 亿元'],
    );
    const { revisions } = await store.read([{ indicator: 'gdp', region: 'CN', within: span('2024') }]);
    const [revision] = revisions;
    expect(revision?.current.value.toFixed()).toBe('3');
    expect(revision?.others.map((o) => o.value.toFixed())).toEqual(['2', '1']);
  });
}
