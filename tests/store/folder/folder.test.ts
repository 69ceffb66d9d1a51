import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { seriesKey } from '../../../src/model/observation.ts';
import { type Period, parsePeriod } from '../../../src/model/period.ts';
import { openFolder } from '../../../src/store/folder/folder.ts';
import type { Store, View } from '../../../src/store/store.ts';
import { codes } from '../../ingest/helpers.ts';
import { batch, C, folder, refused, show, survey } from '../helpers.ts';

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

describe('a folder', () => {
  it('that is not there yet is empty', async () => {
    const dir = join(folder(), 'none');
    expect(survey(dir)).toMatchObject({ files: [], batches: [] });
    expect(await readAll(openFolder(dir, C))).toEqual([]);
  });

  it('gives a figure with the file and the line it stands in', async () => {
    const dir = folder();
    const file = batch(dir, '2024-07-01', 'gdp CN 2024-Q2 2 亿元', 'gdp CN 2024-Q1 1.0 亿元');
    const { series } = await openFolder(dir, C).read([
      { indicator: 'gdp', region: 'CN', within: span('2024-Q1') },
    ]);
    expect(series.get(seriesKey('gdp', 'CN'))?.[0]?.source).toMatchObject({ batch: file, line: 4 });
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
