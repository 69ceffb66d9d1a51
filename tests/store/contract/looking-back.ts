import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BatchEntry, FigureChange } from '../../../src/model/history.ts';
import { formatPeriod } from '../../../src/model/period.ts';
import { show } from '../helpers.ts';
import {
  ALWAYS,
  AUGUST,
  type Batch,
  batches,
  counting,
  type Fill,
  JULY,
  SEPTEMBER,
  span,
  stood,
} from './fill.ts';

/** What every store says of the past of a series. */
export function lookingBack(fill: Fill): void {
  it.each<[string, [string, string][], string[]]>([
    ['alone', [[JULY, '1 亿元']], ['1 counts']],
    [
      'the same again',
      [
        [JULY, '1 亿元'],
        [AUGUST, '1.0 亿元'],
      ],
      ['1 agrees', '1.0 counts'],
    ],
    [
      'the same in another unit',
      [
        [JULY, '1 亿元'],
        [AUGUST, '10000 万元'],
      ],
      ['1 agrees', '10000 counts'],
    ],
    [
      'revised',
      [
        [JULY, '1 亿元'],
        [AUGUST, '2 亿元'],
      ],
      ['1 revised', '2 counts'],
    ],
    [
      'revised, and back again',
      [
        [JULY, '1 亿元'],
        [AUGUST, '2 亿元'],
        [SEPTEMBER, '1 亿元'],
      ],
      ['1 agrees', '2 revised', '1 counts'],
    ],
    [
      'an old publication found late never counted',
      [
        [JULY, '2 亿元 2024-06-20'],
        [AUGUST, '1 亿元 2024-05-20'],
      ],
      ['1 outranked', '2 counts'],
    ],
    [
      'without a date of publication the day of ingestion is taken',
      [
        [JULY, '2 亿元'],
        [AUGUST, '1 亿元 2024-06-20'],
      ],
      ['1 outranked', '2 counts'],
    ],
    [
      'a bound that the exact figure keeps',
      [
        [JULY, '>1 亿元'],
        [AUGUST, '2 亿元'],
      ],
      ['>1 agrees', '2 counts'],
    ],
    [
      'a bound that it does not keep',
      [
        [JULY, '>3 亿元'],
        [AUGUST, '2 亿元'],
      ],
      ['>3 revised', '2 counts'],
    ],
    [
      'a bound never displaces an exact figure',
      [
        [JULY, '2 亿元'],
        [AUGUST, '>3 亿元'],
      ],
      ['2 counts', '>3 outranked'],
    ],
    [
      'a bound displaces a bound',
      [
        [JULY, '>3 亿元'],
        [AUGUST, '>4 亿元'],
      ],
      ['>3 revised', '>4 counts'],
    ],
    [
      'withdrawn',
      [
        [JULY, '1 亿元'],
        [AUGUST, '0 亿元 deleted'],
      ],
      ['1 withdrawn', '0 counts'],
    ],
    [
      'withdrawn twice',
      [
        [JULY, '1 亿元'],
        [AUGUST, '0 亿元 deleted'],
        [SEPTEMBER, '0 亿元 deleted'],
      ],
      ['1 withdrawn', '0 agrees', '0 counts'],
    ],
    [
      'withdrawn, and published anew',
      [
        [JULY, '1 亿元'],
        [AUGUST, '0 亿元 deleted'],
        [SEPTEMBER, '3 亿元'],
      ],
      ['1 revised', '0 revised', '3 counts'],
    ],
    [
      'a bound after a withdrawal counts',
      [
        [JULY, '5 亿元'],
        [AUGUST, '0 亿元 deleted'],
        [SEPTEMBER, '>3 亿元'],
      ],
      ['5 revised', '0 revised', '>3 counts'],
    ],
    [
      'published before its withdrawal, found after it',
      [
        [JULY, '0 亿元 deleted 2024-06-20'],
        [AUGUST, '1 亿元 2024-05-20'],
      ],
      ['1 outranked', '0 counts'],
    ],
  ])('what became of every value of a figure: %s', async (_, batches, expected) => {
    const { store } = await fill(...batches.map(([day, figure]): Batch => [day, `gdp CN 2024 ${figure}`]));
    expect(await stood(store)).toEqual(expected);
  });

  it('vintages are told as on a day: without what was ingested or published after it', async () => {
    const { store } = await fill(
      [JULY, 'gdp CN 2024 1 亿元', 'gdp CN 2023 5 亿元 2024-08-15'],
      [AUGUST, 'gdp CN 2024 2 亿元'],
    );
    expect(await stood(store, '2024-06-30')).toEqual([]);
    expect(await stood(store, JULY)).toEqual(['1 counts']);
    expect(await stood(store, '2024-08-31')).toEqual(['5 counts', '1 revised', '2 counts']);
  });

  it('vintages come in the order of time, inside the span asked for, with their batch and cell', async () => {
    const { store, ids } = await fill([
      JULY,
      'firms CN 2024-05 3 家',
      'firms CN 2023 2 家',
      'firms CN 2022 1 家',
    ]);
    const within = span('2023/2024');
    const { vintages } = await store.vintages({ indicator: 'firms', region: 'CN', within });
    expect(vintages.map(show)).toEqual(['firms CN 2023-12 2 家', 'firms CN 2024-05 3 家']);
    expect(vintages[0]).toMatchObject({
      name: expect.stringMatching(/./),
      source: { batch: ids[0], cell: 'R2C2' },
    });
  });

  const brief = (e: BatchEntry): string =>
    [
      e.ingested.slice(0, 10),
      e.observations,
      ...Object.entries(e.standings)
        .filter(([, n]) => n > 0)
        .map(([s, n]) => `${s} ${n}`),
      e.span ? formatPeriod(e.span) : '',
      e.indicators.join(),
      e.regions.join(),
    ].join(' ');

  it('the log lists the latest ingested first, with what became of its figures', async () => {
    const { store, ids } = await fill(
      [JULY, 'gdp CN 2024-Q1 1 亿元', 'gdp CN 2023 9 亿元', 'firms CN 2023 5 家'],
      [AUGUST, 'gdp CN 2024-Q1 2 亿元', 'gdp 370200 2024-Q2 1 亿元', 'firms CN 2023-Q4 5 家'],
      [SEPTEMBER, 'gdp CN 2024-Q1 3 亿元 2024-05-01'],
    );
    const { entries, diagnostics } = await store.log();
    expect(diagnostics).toEqual([]);
    expect(entries.map((e) => e.batch)).toEqual([...ids].reverse());
    expect(entries.map(brief)).toEqual([
      '2024-09-01 1 outranked 1 2024-Q1 gdp CN',
      '2024-08-01 3 counts 3 2023-10/2024-06 gdp,firms CN,370200',
      '2024-07-01 3 counts 1 agrees 1 revised 1 2023-01/2024-03 gdp,firms CN',
    ]);
    expect((await store.log(JULY)).entries.map(brief)).toEqual([
      '2024-07-01 3 counts 3 2023-01/2024-03 gdp,firms CN',
    ]);
    expect((await store.log('2024-06-30')).entries).toEqual([]);
  });

  it('in the log a batch of nothing has no span', async () => {
    const { store } = await fill([JULY]);
    const { entries } = await store.log();
    expect(entries).toMatchObject([{ observations: 0, faulty: 0 }]);
    expect(entries[0]).not.toHaveProperty('span');
  });

  it('one value of each figure counts, it is the one that is read, and the parts of the log add up', () =>
    fc.assert(
      fc.asyncProperty(batches, async (list) => {
        const { store } = await fill(...list);
        const both = await Promise.all(
          ['gdp', 'firms'].map((i) => store.vintages({ indicator: i, region: 'CN', within: ALWAYS })),
        );
        const vintages = both.flatMap((v) => v.vintages);
        const figures = new Set(vintages.map((v) => `${v.indicator} ${formatPeriod(v.period)}`));
        const now = vintages.filter((v) => v.standing === 'counts');
        expect(now).toHaveLength(figures.size);
        expect(new Set(now.filter((v) => v.status !== 'deleted').map((v) => v.source))).toEqual(
          new Set([...(await counting(store)).values()].map((o) => o.source)),
        );
        const { entries } = await store.log();
        const sum = (e: BatchEntry): number => Object.values(e.standings).reduce((a, b) => a + b, 0);
        for (const e of entries) expect(sum(e)).toBe(e.observations);
        for (const s of ['counts', 'agrees', 'revised', 'withdrawn', 'outranked'] as const)
          expect(entries.reduce((n, e) => n + e.standings[s], 0)).toBe(
            vintages.filter((v) => v.standing === s).length,
          );
      }),
      { numRuns: 80 },
    ));

  const change = (c: FigureChange): string =>
    `${c.indicator} ${formatPeriod(c.period)} ${c.old?.value.toFixed() ?? '-'} → ${c.new?.value.toFixed() ?? '-'}`;

  it('undoing brings back what counted before, takes away what has no other value, and leaves the rest', async () => {
    const { store, ids } = await fill(
      [JULY, 'gdp CN 2021 1 亿元', 'gdp CN 2022 1 亿元', 'gdp CN 2023 1 亿元', 'firms CN 2023 1 家'],
      [
        AUGUST,
        'gdp CN 2021 2 亿元',
        'gdp CN 2022 1.0 亿元',
        'gdp CN 2023 0 亿元 deleted',
        'gdp CN 2024 4 亿元',
        'gdp CN 2020 0 亿元 deleted',
        'firms CN 2023-12 >2 家',
      ],
    );
    const [first = '', second = ''] = ids;
    const { undone, diagnostics } = await store.undoing(second);
    expect(diagnostics).toEqual([]);
    expect(undone).toMatchObject({
      batch: second,
      source: '季度数据 (1).csv',
      figures: 6,
      faulty: 0,
      unchanged: 3,
    });
    expect(undone.restored.first.map(change)).toEqual(['gdp 2021 2 → 1', 'gdp 2023 - → 1']);
    expect(undone.restored.first[0]?.new).toMatchObject({ cell: 'R2C2', source: { batch: first } });
    expect(undone.gone.first.map(change)).toEqual(['gdp 2024 4 → -']);
    expect([undone.restored.count, undone.gone.count]).toEqual([2, 1]);
  });
}
