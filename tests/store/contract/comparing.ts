import { expect, it } from 'vitest';
import type { Written } from '../../../src/model/observation.ts';
import { formatPeriod } from '../../../src/model/period.ts';
import { row, show } from '../helpers.ts';
import { type Fill, JULY } from './fill.ts';

/** What every store says of figures that are about to be stored. */
export function comparing(fill: Fill): void {
  it('new, revised, unchanged, and what changes nothing add up', async () => {
    const { store } = await fill([
      JULY,
      'gdp CN 2021 1 亿元',
      'gdp CN 2022 1 亿元 2024-06-01',
      'firms CN 2023 10 家',
      'firms CN 2022-12 10 家',
    ]);
    const rows = [
      'gdp CN 2024 5 亿元',
      'gdp CN 2021 2 亿元',
      'gdp CN 2022 2 亿元 2024-05-01',
      'firms CN 2023-Q4 10 家',
      'firms CN 2022-12 >9 家',
      'firms CN 2022-12 >11 家',
      'gdp CN 2021 0 亿元 deleted',
    ].map(row);
    const result = await store.compare(rows);
    const text = (w: Written): string =>
      `${w.indicator} ${formatPeriod(w.period)} ${w.bound ?? ''}${w.number}`;
    expect(result.counts).toEqual({ new: 1, revised: 2, unchanged: 2, outranked: 2 });
    expect(result.revised.map((c) => [show(c.old), c.new.number, c.new.status])).toEqual([
      ['gdp CN 2021 1 亿元', '2', undefined],
      ['gdp CN 2021 1 亿元', '0', 'deleted'],
    ]);
    expect(result.outranked.map((c) => text(c.new))).toEqual(['gdp 2022 2', 'firms 2022-12 >11']);
  });

  it.each([
    [
      'an exact figure after a bound of later publication',
      'gdp CN 2021 >4800 亿元 2024-06-01',
      'gdp CN 2021 4700 亿元 2024-05-01',
      'revised',
    ],
    [
      'a figure without a date after one of a day to come',
      'gdp CN 2021 5 亿元 2099-06-01',
      'gdp CN 2021 6 亿元',
      'outranked',
    ],
    [
      'a figure of before its withdrawal',
      'gdp CN 2021 0 亿元 deleted 2024-06-01',
      'gdp CN 2021 7 亿元 2024-03-01',
      'outranked',
    ],
    [
      'a figure of after its withdrawal',
      'gdp CN 2021 0 亿元 deleted 2024-06-01',
      'gdp CN 2021 7 亿元 2024-07-01',
      'new',
    ],
  ])('%s: as what counts will be settled', async (_name, stored, fresh, kind) => {
    const { store } = await fill([JULY, stored]);
    const { counts } = await store.compare([row(fresh)]);
    expect(counts).toEqual({ new: 0, revised: 0, unchanged: 0, outranked: 0, [kind]: 1 });
  });

  it('where nothing is stored everything is new', async () => {
    const { store } = await fill();
    const rows = ['gdp CN 2024 5 亿元', 'gdp CN 2021 2 亿元'].map(row);
    expect((await store.compare(rows)).counts).toEqual({ new: 2, revised: 0, unchanged: 0, outranked: 0 });
  });
}
