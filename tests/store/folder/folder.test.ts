import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seriesKey, type Written } from '../../../src/model/observation.ts';
import { formatPeriod, type Period, parsePeriod } from '../../../src/model/period.ts';
import { openFolder } from '../../../src/store/folder/folder.ts';
import { isWhole } from '../../../src/store/origin.ts';
import type { Store, View } from '../../../src/store/store.ts';
import { codes } from '../../ingest/helpers.ts';
import { batch, C, folder, refused, row, show, survey } from '../helpers.ts';

const span = (text: string): Period => parsePeriod(text) ?? { start: 0, end: 0 };

const readAll = async (
  store: Store,
  indicator = 'gdp',
  options: View = {},
  within = '2000/2050',
): Promise<string[]> =>
  (
    (await store.read([{ indicator, region: 'CN', within: span(within) }], options)).series.get(
      seriesKey(indicator, 'CN'),
    ) ?? []
  ).map(show);

describe('reading', () => {
  it('a folder that is not there yet is empty', async () => {
    const dir = join(folder(), 'none');
    const store = openFolder(dir, C);
    expect(survey(dir)).toMatchObject({ files: [], batches: [] });
    expect(await readAll(store)).toEqual([]);
  });

  it('gives the series asked for in the order of time, each with its source', async () => {
    const dir = folder();
    const file = batch(
      dir,
      '2024-07-01',
      'gdp CN 2024-Q2 2 亿元',
      'gdp 370200 2024-Q2 9 亿元',
      'gdp CN 2024-Q1 1.0 亿元',
      'gdp CN 2024-S1 3 亿元',
    );
    const store = openFolder(dir, C);
    expect(await readAll(store)).toEqual([
      'gdp CN 2024-Q1 1.0 亿元',
      'gdp CN 2024-S1 3 亿元',
      'gdp CN 2024-Q2 2 亿元',
    ]);
    const { series } = await store.read([{ indicator: 'gdp', region: 'CN', within: span('2024-Q1') }]);
    expect(series.get(seriesKey('gdp', 'CN'))?.[0]?.source).toEqual({
      batch: file,
      line: 5,
      file: '季度数据 (1).csv',
      cell: 'R2C2',
      ingested: '2024-07-01T08:00:00.000Z',
    });
  });

  it('takes the spans wanted, of several requests together', async () => {
    const dir = folder();
    batch(
      dir,
      '2024-07-01',
      'gdp CN 2022 1 亿元',
      'gdp CN 2023 2 亿元',
      'gdp CN 2024 3 亿元',
      'gdp CN 2023/2024 5 亿元',
    );
    const request = (within: string) => ({ indicator: 'gdp', region: 'CN', within: span(within) });
    const { series } = await openFolder(dir, C).read([request('2022'), request('2024')]);
    expect(series.get(seriesKey('gdp', 'CN'))?.map(show)).toEqual([
      'gdp CN 2022 1 亿元',
      'gdp CN 2024 3 亿元',
    ]);
  });

  it('a stock is keyed by the end of its span', async () => {
    const dir = folder();
    batch(dir, '2024-07-01', 'firms CN 2023 1 家');
    batch(dir, '2024-08-01', 'firms CN 2023-Q4 1 家', 'firms CN 2024-06 2 家');
    expect(await readAll(openFolder(dir, C), 'firms')).toEqual([
      'firms CN 2023-12 1 家',
      'firms CN 2024-06 2 家',
    ]);
    expect(await readAll(openFolder(dir, C), 'firms', {}, '2023-12')).toEqual(['firms CN 2023-12 1 家']);
  });

  it('asOf leaves out spans that end later', async () => {
    const dir = folder();
    batch(dir, '2024-07-01', 'gdp CN 2024-Q1 1 亿元', 'gdp CN 2024 3 亿元');
    expect(await readAll(openFolder(dir, C), 'gdp', { asOf: span('2024-11').end })).toEqual([
      'gdp CN 2024-Q1 1 亿元',
    ]);
  });

  it('knownOn leaves out what was ingested or published later', async () => {
    const dir = folder();
    batch(dir, '2024-05-01', 'gdp CN 2024-Q1 1 亿元 2024-04-18', 'gdp CN 2023 9 亿元 2024-06-01');
    batch(dir, '2024-08-01', 'gdp CN 2024-Q1 1.1 亿元 2024-07-15');
    const known = (knownOn: string) => readAll(openFolder(dir, C), 'gdp', { knownOn });
    expect(await known('2024-04-30')).toEqual([]);
    expect(await known('2024-05-01')).toEqual(['gdp CN 2024-Q1 1 亿元']);
    expect(await known('2024-07-20')).toEqual(['gdp CN 2023 9 亿元', 'gdp CN 2024-Q1 1 亿元']);
    expect(await known('2024-08-01')).toEqual(['gdp CN 2023 9 亿元', 'gdp CN 2024-Q1 1.1 亿元']);
  });
});

describe('of one figure, what counts', () => {
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
  ])('%s', async (_name, batches, counts, revisions) => {
    const dir = folder();
    for (const [day, figure] of batches) batch(dir, day, `gdp CN 2024 ${figure}`);
    const store = openFolder(dir, C);
    expect(await readAll(store)).toEqual(counts.map((c) => `gdp CN 2024 ${c}`));
    const result = await store.read([{ indicator: 'gdp', region: 'CN', within: span('2024') }]);
    expect(result.revisions).toHaveLength(revisions);
  });

  it('a revision gives every other value, latest first', async () => {
    const dir = folder();
    batch(dir, '2024-07-01', 'gdp CN 2024 1 亿元');
    batch(dir, '2024-08-01', 'gdp CN 2024 2 亿元');
    batch(dir, '2024-09-01', 'gdp CN 2024 3 亿元');
    const { revisions } = await openFolder(dir, C).read([
      { indicator: 'gdp', region: 'CN', within: span('2024') },
    ]);
    const [revision] = revisions;
    expect(revision?.current.value.toFixed()).toBe('3');
    expect(revision?.others.map((o) => o.value.toFixed())).toEqual(['2', '1']);
  });
});

describe('comparing a new batch with what counts', () => {
  it('new, revised, unchanged, and what changes nothing add up', async () => {
    const dir = folder();
    batch(
      dir,
      '2024-07-01',
      'gdp CN 2021 1 亿元',
      'gdp CN 2022 1 亿元 2024-06-01',
      'firms CN 2023 10 家',
      'firms CN 2022-12 10 家',
    );
    const rows = [
      'gdp CN 2024 5 亿元',
      'gdp CN 2021 2 亿元',
      'gdp CN 2022 2 亿元 2024-05-01',
      'firms CN 2023-Q4 10 家',
      'firms CN 2022-12 >9 家',
      'firms CN 2022-12 >11 家',
      'gdp CN 2021 0 亿元 deleted',
    ].map(row);
    const result = await openFolder(dir, C).compare(rows);
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
    const dir = folder();
    batch(dir, '2024-07-01', stored);
    const { counts } = await openFolder(dir, C).compare([row(fresh)]);
    expect(counts).toEqual({ new: 0, revised: 0, unchanged: 0, outranked: 0, [kind]: 1 });
  });

  it('in an empty folder everything is new', async () => {
    const rows = ['gdp CN 2024 5 亿元', 'gdp CN 2021 2 亿元'].map(row);
    const none = { new: 2, revised: 0, unchanged: 0, outranked: 0 };
    expect((await openFolder(folder(), C).compare(rows)).counts).toEqual(none);
  });
});

describe('taking a file only once', () => {
  it('is told by the hashes of the export and of its mapping', async () => {
    const dir = folder();
    const file = batch(dir, '2024-07-01', 'gdp CN 2021 1 亿元');
    const store = openFolder(dir, C);
    const [stored] = survey(dir).batches;
    const { sourceHash = '', mappingHash = '' } = stored?.head ?? {};
    const found = await store.batchesOf({ sourceHash, mappingHash });
    expect(found.map((b) => b.batch)).toEqual([file]);
    expect(await store.batchesOf({ sourceHash, mappingHash: 'another' })).toEqual([]);
    expect(await store.batchesOf({ sourceHash: 'another', mappingHash })).toEqual([]);
    for (const b of found)
      expect([
        isWhole(b, undefined),
        isWhole(b, '2024-06-01'),
        isWhole({ ...b, rejected: 1 }, undefined),
      ]).toEqual([true, false, false]);
  });
});

describe('broken batches', () => {
  const edit = (file: string, from: string, to: string): void =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

  it('a file that is no batch is named, the others are read', async () => {
    const dir = folder();
    batch(dir, '2024-07-01', 'gdp CN 2024 1 亿元');
    writeFileSync(join(dir, 'notes.csv'), 'a,b\n');
    writeFileSync(join(dir, '.ptrack-1-a.tmp'), 'half');
    const store = openFolder(dir, C);
    expect(await readAll(store)).toEqual(['gdp CN 2024 1 亿元']);
    const { diagnostics } = await store.read([]);
    expect(diagnostics).toMatchObject([{ code: 'store/no-batch', file: join(dir, 'notes.csv'), line: 1 }]);
  });

  it('a row that can’t be read is named with its line; rows of other series are not looked at', async () => {
    const dir = folder();
    const file = batch(dir, '2024-07-01', 'gdp CN 2023 1 亿元', 'gdp CN 2024 7 亿元', 'firms CN 2024 7 家');
    edit(file, ',7,亿元', ',seven,亿元');
    edit(file, ',7,家', ',seven,家');
    const result = await openFolder(dir, C).read([
      { indicator: 'gdp', region: 'CN', within: span('2023/2024') },
    ]);
    expect(result.series.get(seriesKey('gdp', 'CN'))).toHaveLength(1);
    expect(result.diagnostics).toMatchObject([
      { code: 'store/bad-cell', file, line: 4, args: { column: 'value', found: 'seven' } },
    ]);
  });

  it('quotes and CRLF of a spreadsheet are read', async () => {
    const dir = folder();
    const file = batch(dir, '2024-07-01', 'gdp CN 2023 1 亿元', 'firms CN 2023 7 家');
    edit(file, 'gdp,CN,', '"gdp",CN,');
    writeFileSync(file, `${readFileSync(file, 'utf8').replaceAll('\n', '\r\n')}\r\n`);
    expect(await readAll(openFolder(dir, C))).toEqual(['gdp CN 2023 1 亿元']);
    expect(codes((await openFolder(dir, C).verify()).diagnostics)).toEqual(['store/changed']);
  });

  it('a last line without its end is read', async () => {
    const dir = folder();
    const file = batch(dir, '2024-07-01', 'gdp CN 2023 1 亿元');
    writeFileSync(file, readFileSync(file, 'utf8').trimEnd());
    expect(await readAll(openFolder(dir, C))).toEqual(['gdp CN 2023 1 亿元']);
  });

  it.each<[string, string, string, string[]]>([
    ['unchanged', '', '', []],
    ['another value', ',1,亿元', ',2,亿元', ['store/changed']],
    ['a cell too few', ',R2C2\ngdp', '\ngdp', ['store/changed', 'store/row-length']],
    [
      'an indicator the catalogue lacks',
      'gdp,CN,2023',
      'gdpp,CN,2023',
      ['store/changed', 'store/unknown-indicator'],
    ],
    [
      'one with nothing near it',
      'gdp,CN,2023',
      'something-else,CN,2023',
      ['store/changed', 'store/unknown-indicator'],
    ],
    ['a region the catalogue lacks', 'gdp,CN,2023', 'gdp,XX,2023', ['store/changed', 'store/unknown-region']],
    ['a region like one it has', 'gdp,CN,2023', 'gdp,370201,2023', ['store/changed', 'store/unknown-region']],
    ['a unit that can’t measure it', ',1,亿元', ',1,%', ['store/changed', 'store/wrong-unit']],
    [
      'two values of one figure',
      'gdp,CN,2024-01,2024-12',
      'gdp,CN,2023-01,2023-12',
      ['store/changed', 'store/two-values'],
    ],
  ])('verify: %s', async (_name, from, to, expected) => {
    const dir = folder();
    const file = batch(
      dir,
      '2024-07-01',
      'gdp CN 2023 1 亿元',
      'gdp CN 2024 3 亿元',
      'gdp CN 2022 >3 亿元',
      'gdp CN 2022 >4 亿元',
    );
    edit(file, from, to);
    const { diagnostics: found } = await openFolder(dir, C).verify();
    expect(codes(found)).toEqual(expected);
    for (const d of found) expect(d).toMatchObject({ severity: 'error', file, line: expect.any(Number) });
  });

  it('what can’t be opened is an error of its own', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'file'), '');
    expect((await refused(openFolder(join(dir, 'file'), C).read([])))[0]?.code).toBe('store/unreadable');
    mkdirSync(join(dir, 'folder.csv'));
    expect((await refused(openFolder(dir, C).read([])))[0]).toMatchObject({
      code: 'store/unreadable',
      file: join(dir, 'folder.csv'),
    });
  });
});
