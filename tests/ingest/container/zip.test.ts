import { openSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/ingest/container/crc32.ts';
import { LIMITS } from '../../../src/ingest/container/limits.ts';
import { sourceOf } from '../../../src/ingest/container/source.ts';
import { readDirectory, unpack } from '../../../src/ingest/container/zip.ts';
import { file, open, refusal, sheetsOf } from './helpers.ts';
import { type Packed, xlsx, xlsxParts, zip } from './workbook.ts';

/** Every file of a zip, unpacked. */
function unpackAll(bytes: Uint8Array): Record<string, string> {
  const source = sourceOf(openSync(file(bytes), 'r'), 'x');
  const entries = [...readDirectory(source, 'x').values()];
  const found = entries.map((e) => [e.name, unpack(source, e, 'x').toString()]);
  source.close();
  return Object.fromEntries(found);
}

it('the checksum is that of zip and gzip', () => {
  expect(crc32(Buffer.from('123456789')).toString(16)).toBe('cbf43926');
  const text = Buffer.from('指标,2024年\n');
  expect(crc32(text)).toBe(gzipSync(text).readUInt32LE(gzipSync(text).length - 8));
});

describe('the files of a zip', () => {
  const files = { 'a.txt': '甲'.repeat(100), 'b/c.txt': { bytes: 'plain', stored: true }, empty: '' };
  const found = { 'a.txt': '甲'.repeat(100), 'b/c.txt': 'plain', empty: '' };
  it.each<[string, Buffer]>([
    ['packed and stored', zip(files)],
    ['with a comment', zip(files, { comment: 'PK\x05\x06 says the comment' })],
    ['with the longest comment', zip(files, { comment: 'x'.repeat(65_535) })],
    ['whose directory is of the new kind', zip(files, { wide: true })],
    [
      'whose sizes are of the new kind',
      zip({ 'a.txt': { bytes: found['a.txt'], wide: true }, 'b/c.txt': files['b/c.txt'], empty: '' }),
    ],
  ])('%s', (_name, bytes) => expect(unpackAll(bytes)).toEqual(found));
});

describe('what is damaged is refused', () => {
  const parts = xlsxParts([{ rows: [['甲', 1]] }]);
  const SHEET = 'xl/worksheets/sheet1.xml';
  const whole = zip(parts);
  const sheet = (more: Partial<Packed>): Buffer =>
    zip({ ...parts, [SHEET]: { bytes: parts[SHEET] ?? '', ...more } });
  const turned = (turn: (bytes: Buffer) => void, from = whole): Buffer => {
    const copy = Buffer.from(from);
    turn(copy);
    return copy;
  };
  const end = whole.length - 22;
  const wide = zip(parts, { wide: true });
  it.each<[string, Buffer, string]>([
    ['cut in the middle', whole.subarray(0, 500), 'container/cut'],
    ['cut at its end', whole.subarray(0, -1), 'container/cut'],
    ['a directory that stands elsewhere', turned((b) => b.writeUInt32LE(7, end + 16)), 'container/damaged'],
    ['a directory beyond the end', turned((b) => b.writeUInt32LE(1e9, end + 16)), 'container/damaged'],
    [
      'a directory longer than can be',
      turned((b) => b.writeUInt32LE(2 ** 30, end + 12)),
      'container/damaged',
    ],
    ['more files than the directory has', zip(parts, { count: 9 }), 'container/damaged'],
    ['more files than can be', zip(parts, { count: 60_000 }), 'container/damaged'],
    [
      'a new directory that is not there',
      turned((b) => b.fill(0, b.length - 98, b.length - 94), wide),
      'container/damaged',
    ],
    [
      'a new directory beyond all numbers',
      turned((b) => b.fill(0xff, b.length - 34, b.length - 26), wide),
      'container/damaged',
    ],
    ['two files of one name', zip({ ...parts, [`${SHEET}#2`]: '<a/>' }), 'container/damaged'],
    ['another checksum', sheet({ crc: 1 }), 'container/damaged'],
    ['a smaller size than there is', sheet({ size: 10 }), 'container/damaged'],
    ['a larger size than there is', sheet({ size: 1e4 }), 'container/damaged'],
    ['no size though there is something', sheet({ size: 0 }), 'container/damaged'],
    ['a method nobody knows', sheet({ method: 99 }), 'container/damaged'],
    [
      'a file that does not begin where it should',
      turned((b) => b.writeUInt32LE(0, b.indexOf('PK\x03\x04', 4))),
      'container/damaged',
    ],
    ['a file that reaches beyond the end', turned((b) => b.writeUInt16LE(0xffff, 28)), 'container/damaged'],
    ['bytes that are no longer what they were', turned((b) => b.fill(0xaa, 60, 90)), 'container/damaged'],
    ['a password', sheet({ encrypted: true }), 'container/password'],
  ])('%s', async (_name, bytes, code) => {
    // the first file must be one that is read
    expect(await refusal(sheetsOf(bytes))).toMatchObject({ code, file: 'x' });
  });
});

describe('what grows without measure is refused before it is unpacked', () => {
  const blank = ' '.repeat(2 ** 20);
  const parts = xlsxParts([{ rows: [['甲']] }, { rows: [['乙']] }]);
  const long = (sheet: number, times: number): Record<string, string> => ({
    [`xl/worksheets/sheet${sheet}.xml`]: `<worksheet>${blank.repeat(times)}</worksheet>`,
  });
  it('a sheet that is hundreds of times as large', async () =>
    expect(await refusal(sheetsOf(zip({ ...parts, ...long(1, 70) })))).toMatchObject({
      code: 'container/bomb',
      args: { times: 200, small: '64 MB' },
    }));

  it('sheets that are too large together', async () => {
    const limits = { ...LIMITS, workbook: 3 * 2 ** 20 };
    const bytes = zip({ ...parts, ...long(1, 2), ...long(2, 2) });
    expect(await refusal(sheetsOf(bytes, { limits }))).toMatchObject({
      code: 'container/too-large',
      args: { most: '3 MB' },
    });
    expect(await sheetsOf(zip({ ...parts, ...long(1, 2) }), { limits })).toHaveLength(2);
  });

  it('a size that the directory denies', async () => {
    const bytes = zip({
      ...parts,
      'xl/worksheets/sheet1.xml': { bytes: `<worksheet>${blank.repeat(70)}</worksheet>`, size: 100 },
    });
    expect(await refusal(sheetsOf(bytes))).toMatchObject({ code: 'container/damaged' });
  });

  it('what is not read is not unpacked', async () => {
    const bytes = zip({ ...parts, 'xl/media/image1.png': { bytes: blank.repeat(70), crc: 1 } });
    expect(await sheetsOf(bytes)).toHaveLength(2);
  });
});

describe('a zip that is no workbook', () => {
  it.each<[string, string, string]>([
    ['word/document.xml', 'container/other-format', '.docx'],
    ['ppt/presentation.xml', 'container/other-format', '.pptx'],
    ['xl/workbook.bin', 'container/other-format', '.xlsb'],
    ['content.xml', 'container/other-format', '.ods'],
    ['Index/Document.iwa', 'container/other-format', '.numbers'],
    ['数据.csv', 'container/archive', 'zip'],
  ])('%s', async (name, code, format) =>
    expect(await refusal(open(zip({ [name]: 'x' })))).toMatchObject({ code, args: { format }, file: 'x' }),
  );

  it('an empty one', async () =>
    expect(await refusal(open(zip({})))).toMatchObject({
      code: 'container/archive',
      args: { format: 'zip' },
    }));
});

it('a workbook is known by its contents, not by its name', async () =>
  expect((await sheetsOf(xlsx([{ rows: [['甲']] }])))[0]?.rows).toEqual([['甲']]));
