import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/ingest/container/limits.ts';
import { gb18030 } from '../gb18030.ts';
import { open, refusal, sheetsOf } from './helpers.ts';
import { biff5, book, compound, record, records, u16, xls } from './old-workbook.ts';

const MAY = 45_413; // 2024-05-01
const text = (t: string) => Buffer.from(t, 'latin1');
const rowsOf = async (bytes: Uint8Array) => (await sheetsOf(bytes))[0]?.rows;

describe('cells of an old workbook come as shown', () => {
  it.each<[string, unknown, string]>([
    ['text', '产值', '产值'],
    ['a number', 1891153.7, '1891153.7'],
    ['a number with noise', 0.1 + 0.2, '0.3'],
    ['a number with its format', { t: 'n', v: 12.3, z: '0.00' }, '12.30'],
    ['per cent', { t: 'n', v: 0.056, z: '0.0%' }, '5.6%'],
    ['a date', { t: 'n', v: MAY, z: 'yyyy"年"m"月"' }, '2024年5月'],
    ['a date with the format that is built in', { t: 'n', v: MAY, z: 'm/d/yy' }, '2024/5/1'],
    ['truth', true, 'TRUE'],
    ['untruth', false, 'FALSE'],
    ['an error', { t: 'e', v: 7 }, '#DIV/0!'],
    ['an error nobody knows', { t: 'e', v: 99 }, '#N/A'],
    ['a formula’s number', { t: 'n', v: 2, f: '1+1' }, '2'],
    ['a formula’s text', { t: 's', v: '结果', f: '"a"' }, '结果'],
  ])('%s', async (_name, cell, shown) =>
    expect(await rowsOf(xls(book({ S: [['x', cell], [], [null, '|']] })))).toEqual([
      ['x', shown],
      [],
      ['', '|'],
    ]),
  );

  it('days that count from 1904', async () => {
    const made = book({ S: [[{ t: 'n', v: MAY - 1462, z: 'yyyy-mm' }]] });
    made.Workbook = { WBProps: { date1904: true } };
    expect(await rowsOf(xls(made))).toEqual([['2024-05']]);
  });

  it('formats of one workbook are not taken for another’s', async () => {
    await sheetsOf(xls(book({ S: [[{ t: 'n', v: 1, z: '"甲"0' }], [{ t: 'n', v: 1, z: '"乙"0' }]] })));
    expect(await rowsOf(xls(book({ S: [[{ t: 'n', v: 1, z: '"丙"0' }, 5]] })))).toEqual([['丙1', '5']]);
  });
});

it('sheets come with their names and merged cells, hidden ones too', async () => {
  const made = book({
    月度: [
      ['2024年', null, 12, null, 'x'],
      ['a', 'b', 'c', 'd', 'e'],
    ],
    底稿: [['y']],
    参数: [['z']],
  });
  made.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 2 }] };
  const merges = ['A1:B1', 'C1:D1'].map((_, i) => ({ s: { r: 0, c: i * 2 }, e: { r: 0, c: i * 2 + 1 } }));
  for (const name of ['月度']) Object.assign(made.Sheets[name] ?? {}, { '!merges': merges });
  expect(await sheetsOf(xls(made))).toEqual([
    {
      name: '月度',
      hidden: false,
      rows: [
        ['2024年', '2024年', '12', '', 'x'],
        ['a', 'b', 'c', 'd', 'e'],
      ],
    },
    { name: '底稿', hidden: true, rows: [['y']] },
    { name: '参数', hidden: true, rows: [['z']] },
  ]);
});

describe('workbooks from before Unicode', () => {
  const one = (page: number, label: Uint8Array, format: Uint8Array): Buffer =>
    compound({
      '/Book': biff5(page, label, format, [
        [label, { v: MAY, formatted: true }, { v: 1.5, formatted: false }],
      ]),
    });

  it('in GBK', async () =>
    expect(await sheetsOf(one(936, gb18030('指标'), gb18030('yyyy"年"m"月"')))).toEqual([
      { name: '指标', hidden: false, rows: [['指标', '2024年5月', '1.5']] },
    ]));

  it('in Western letters', async () =>
    expect(await rowsOf(one(1252, text('caf\xe9'), text('yyyy')))).toEqual([['café', '2024', '1.5']]));

  it('in Big5', async () =>
    expect(await rowsOf(one(950, Uint8Array.of(0xa4, 0xa4), text('yyyy')))).toEqual([['中', '2024', '1.5']]));

  it('in a code page nobody knows', async () =>
    expect(await refusal(sheetsOf(one(4711, text('x'), text('0'))))).toMatchObject({
      code: 'container/damaged-workbook',
    }));
});

describe('what is no old workbook, or can’t be read', () => {
  const plain = records(xls(book({ S: [['甲', 1]] })));
  const after = (bytes: Buffer, type: number, more: Buffer): Buffer => {
    const at = bytes.indexOf(u16(type));
    const next = at + 4 + bytes.readUInt16LE(at + 2);
    return Buffer.concat([bytes.subarray(0, next), more, bytes.subarray(next)]);
  };
  it.each<[string, Buffer, string]>([
    [
      'a workbook with a password',
      compound({ '/EncryptedPackage': text('x'), '/EncryptionInfo': text('y') }),
      'container/password',
    ],
    [
      'an old workbook with a password',
      compound({ '/Workbook': after(plain, 0x809, record(0x2f, u16(0, 1, 2))) }),
      'container/password',
    ],
    ['a document', compound({ '/WordDocument': text('x') }), 'container/other-format'],
    ['no records', compound({ '/Workbook': Buffer.alloc(5000) }), 'container/damaged-workbook'],
    [
      'records that end too early',
      compound({ '/Workbook': plain.subarray(0, -20) }),
      'container/damaged-workbook',
    ],
    ['a file that is cut', xls(book({ S: [['甲', 1]] })).subarray(0, 700), 'container/damaged-workbook'],
    ['the first bytes alone', xls(book({ S: [['甲']] })).subarray(0, 8), 'container/damaged-workbook'],
  ])('%s', async (_name, bytes, code) =>
    expect(await refusal(open(bytes))).toMatchObject({ code, file: 'x' }),
  );

  it('a link that covers the whole sheet makes no cells', async () => {
    const link = record(0x1b8, u16(0, 65_535, 0, 255), Buffer.alloc(40));
    const tip = record(0x800, u16(0x800, 0, 65_535, 0, 255), Buffer.alloc(20));
    const at = plain.lastIndexOf(record(0x0a));
    const bytes = compound({
      '/Workbook': Buffer.concat([plain.subarray(0, at), link, tip, plain.subarray(at)]),
    });
    expect(await rowsOf(bytes)).toEqual([['甲', '1']]);
  });

  it('one that is too large is not read', async () => {
    const limits = { ...LIMITS, old: 2 ** 20 };
    const bytes = compound({ '/Workbook': plain, '/pad': Buffer.alloc(2 ** 20) });
    expect(await refusal(sheetsOf(bytes, { limits }))).toMatchObject({
      code: 'container/too-large',
      args: { most: '1 MB' },
    });
  });
});
