import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, openSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../src/ingest/container/limits.ts';
import { openExport } from '../../../src/ingest/container/open.ts';
import { CHUNK } from '../../../src/ingest/container/source.ts';
import { thrown } from '../helpers.ts';
import { bytesOf, file, folder, open, refusal } from './helpers.ts';
import { xlsx } from './workbook.ts';

const TEXT = '指标,2024年\n地区生产总值(亿元),16719.46\n';
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
/** More than one chunk, and hard to compress. */
const LONG = Buffer.from(Array.from({ length: 60_000 }, (_, i) => `${i},${(i * 7919) % 100_003}\n`).join(''));

afterEach(() => {
  vi.restoreAllMocks();
});

/** Standard input for one test. */
function stdin(stream: Readable, isTTY = false): void {
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Object.assign(stream, { isTTY }) as never);
}

describe('a text', () => {
  it.each<[string, Uint8Array | string]>([
    ['short', TEXT],
    ['long', LONG],
    ['empty', ''],
    ['a comma behind a P', 'PK,1\n'],
    ['Chinese of another encoding', Uint8Array.of(0xd6, 0xb8, 0xb1, 0xea)],
  ])('%s comes as it is, as often as it is asked for', async (_name, bytes) => {
    const opened = await open(bytes);
    expect(opened).toMatchObject({ kind: 'text', name: 'x' });
    expect(bytesOf(opened).equals(Buffer.from(bytes))).toBe(true);
    expect(opened.fingerprint.raw).toBe(sha256(bytes));
    expect(bytesOf(opened).equals(Buffer.from(bytes))).toBe(true);
  });

  it('comes in chunks that stay as they are', async () => {
    const opened = await open(LONG);
    const chunks = opened.kind === 'text' ? [...opened.chunks()] : [];
    expect(chunks.map((c) => c.length)).toEqual([
      ...Array<number>(Math.floor(LONG.length / CHUNK)).fill(CHUNK),
      LONG.length % CHUNK,
    ]);
    expect(Buffer.concat(chunks).equals(LONG)).toBe(true);
  });

  it('has a hash without being read first, and when it was read in part', async () => {
    expect((await open(LONG)).fingerprint.raw).toBe(sha256(LONG));
    const opened = await open(LONG);
    if (opened.kind === 'text') for (const _ of opened.chunks()) break;
    expect(opened.fingerprint.raw).toBe(sha256(LONG));
  });

  it('is called by its path unless it has a name', async () => {
    const path = file(TEXT);
    const opened = await openExport(path);
    opened.close();
    expect(opened.name).toBe(path);
  });

  it.each([
    ['plain', TEXT],
    ['packed', gzipSync(TEXT)],
    ['a workbook', xlsx([{ rows: [['甲']] }])],
  ])('%s can be closed twice', async (_name, bytes) => {
    const opened = await openExport(file(bytes));
    opened.close();
    expect(() => opened.close()).not.toThrow();
  });

  it('that changes while it is read is refused', async () => {
    const path = file(LONG);
    const opened = await openExport(path, { name: 'x' });
    expect(bytesOf(opened).equals(LONG)).toBe(true);
    appendFileSync(path, 'more\n');
    expect(thrown(() => bytesOf(opened))).toMatchObject([{ code: 'container/changed', file: 'x' }]);
    opened.close();
  });

  it('that was written over meanwhile is refused, though it is as long', async () => {
    const path = file('a,1\n');
    const opened = await openExport(path, { name: 'x' });
    writeFileSync(path, 'a,2\n');
    utimesSync(path, 1, 1);
    expect(thrown(() => opened.fingerprint)).toMatchObject([{ code: 'container/changed' }]);
    opened.close();
  });
});

describe('a text packed by gzip', () => {
  const packed = gzipSync(LONG);
  it('comes unpacked, with the hash of what was received', async () => {
    const opened = await open(packed);
    expect(opened.kind).toBe('text');
    expect(bytesOf(opened).equals(LONG)).toBe(true);
    expect(bytesOf(opened).equals(LONG)).toBe(true);
    expect(opened.fingerprint.raw).toBe(sha256(packed));
  });

  it('of several members comes whole', async () => {
    const opened = await open(Buffer.concat([packed, gzipSync(''), gzipSync(TEXT)]));
    expect(bytesOf(opened).equals(Buffer.concat([LONG, Buffer.from(TEXT)]))).toBe(true);
  });

  it('can hold a workbook', async () => {
    const bytes = gzipSync(xlsx([{ rows: [['甲']] }]));
    const opened = await open(bytes);
    expect(opened).toMatchObject({ kind: 'workbook', sheets: [{ rows: [['甲']] }] });
    expect(opened.fingerprint.raw).toBe(sha256(bytes));
  });

  it.each<[string, Uint8Array, string]>([
    ['cut', packed.subarray(0, -9), 'container/cut'],
    ['cut in its head', packed.subarray(0, 5), 'container/cut'],
    ['cut in its second member', Buffer.concat([packed, packed.subarray(0, 99)]), 'container/cut'],
    [
      'damaged',
      Buffer.concat([packed.subarray(0, 99), Buffer.alloc(20), packed.subarray(119)]),
      'container/damaged',
    ],
    ['with another checksum', Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8)]), 'container/damaged'],
    ['followed by something else', Buffer.concat([packed, Buffer.from('a,b,c\n')]), 'container/damaged'],
    ['followed by nothing but zeros', Buffer.concat([gzipSync(TEXT), Buffer.alloc(99)]), 'container/damaged'],
    ['packed twice', gzipSync(packed), 'container/archive'],
  ])('%s is refused, and leaves nothing', async (_name, bytes, code) => {
    const tmp = folder();
    expect(await refusal(open(bytes, { tmp }))).toMatchObject({ code, file: 'x' });
    expect(readdirSync(tmp)).toEqual([]);
  });

  it('that grows to hundreds of times its size is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(70 * 2 ** 20));
    expect(await refusal(open(bomb))).toMatchObject({
      code: 'container/bomb',
      args: { times: 200, small: '64 MB' },
    });
  });

  it('that is too large unpacked is refused', async () => {
    const limits = { ...LIMITS, text: LONG.length - 1 };
    expect(await refusal(open(packed, { limits }))).toMatchObject({ code: 'container/too-large' });
    expect((await open(packed, { limits: { ...limits, text: LONG.length } })).kind).toBe('text');
  });

  it('that compresses well but is small is taken', async () => {
    const zeros = 'a,0\n'.repeat(2 ** 20);
    expect(bytesOf(await open(gzipSync(zeros))).length).toBe(zeros.length);
  });
});

describe('what is no export', () => {
  const bytes = (...b: number[]) => Uint8Array.from([...b, ...Array<number>(20).fill(0)]);
  it.each<[string, Uint8Array | string, string, string]>([
    ['7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'container/archive', '7z'],
    ['rar', bytes(...Buffer.from('Rar!\x1a\x07\x01')), 'container/archive', 'rar'],
    ['xz', bytes(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00), 'container/archive', 'xz'],
    ['zstd', bytes(0x28, 0xb5, 0x2f, 0xfd), 'container/archive', 'zstd'],
    ['bzip2', 'BZh91AY&SY', 'container/archive', 'bzip2'],
    ['records of Excel 2', bytes(9, 0, 4, 0, 2), 'container/other-format', 'Excel 2'],
    ['records of Excel 4', bytes(9, 4, 6, 0, 0), 'container/other-format', 'Excel 4'],
    ['records of Excel 5', bytes(9, 8, 8, 0, 0), 'container/other-format', 'Excel 5'],
    ['a web page', '\n<HTML xmlns:x="urn">', 'container/page', 'HTML'],
    ['a web page with a mark', '\uFEFF<!DOCTYPE html>', 'container/page', 'HTML'],
    ['XML', '<?xml version="1.0"?><Workbook/>', 'container/page', 'XML'],
  ])('%s', async (_name, content, code, format) =>
    expect(await refusal(open(content))).toMatchObject({ code, args: { format }, file: 'x' }),
  );

  it.each(['\t1,2\n', 'BZh1,2\n', '<5,1\n', '<tables,1\n', 'Rar,1\n'])('%j is a text', async (text) =>
    expect((await open(text)).kind).toBe('text'),
  );
});

describe('a file that can’t be had', () => {
  it.each<[string, () => string, string]>([
    ['is missing', () => join(folder(), 'none.csv'), 'file/missing'],
    ['is a folder', folder, 'file/is-folder'],
    ['has a path that can’t be', () => `${file(TEXT)}/x.csv`, 'file/unreadable'],
  ])('%s', async (_name, path, code) =>
    expect(await refusal(openExport(path(), { name: 'x' }))).toMatchObject({ code, args: { path: 'x' } }),
  );
});

describe('standard input', () => {
  it.each<[string, Uint8Array]>([
    ['a text', LONG],
    ['nothing', Buffer.alloc(0)],
  ])('%s', async (_name, bytes) => {
    stdin(Readable.from(bytes.length > 0 ? [bytes.subarray(0, 99), bytes.subarray(99)] : []));
    const opened = await openExport('-');
    expect(opened).toMatchObject({ kind: 'text', name: 'stdin' });
    expect(bytesOf(opened).equals(bytes)).toBe(true);
    expect(opened.fingerprint.raw).toBe(sha256(bytes));
    opened.close();
  });

  it('packed, under a name', async () => {
    stdin(Readable.from([gzipSync(TEXT)]));
    const opened = await openExport('-', { name: '一月.csv' });
    expect(opened.name).toBe('一月.csv');
    expect(bytesOf(opened).toString()).toBe(TEXT);
    expect(opened.fingerprint.raw).toBe(sha256(gzipSync(TEXT)));
    opened.close();
  });

  it('a workbook', async () => {
    stdin(Readable.from([xlsx([{ rows: [['甲']] }])]));
    expect(await openExport('-')).toMatchObject({ kind: 'workbook', sheets: [{ rows: [['甲']] }] });
  });

  it('a terminal', async () => {
    stdin(Readable.from([]), true);
    expect(await refusal(openExport('-'))).toMatchObject({ code: 'container/terminal' });
  });

  it('that fails', async () => {
    const tmp = folder();
    const error = Object.assign(new Error('no'), { code: 'EIO' });
    stdin(
      new Readable({
        read() {
          this.destroy(error);
        },
      }),
    );
    expect(await refusal(openExport('-', { tmp }))).toMatchObject({
      code: 'file/unreadable',
      args: { path: 'stdin', code: 'EIO' },
    });
    expect(readdirSync(tmp)).toEqual([]);
  });

  it('leaves nothing in the folder while it comes in, nor while it is read', async () => {
    const tmp = folder();
    const pipe = new PassThrough();
    stdin(pipe);
    const opening = openExport('-', { tmp });
    pipe.write(LONG);
    await setTimeout(20);
    expect(readdirSync(tmp)).toEqual([]);
    pipe.end();
    const opened = await opening;
    expect(readdirSync(tmp)).toEqual([]);
    expect(bytesOf(opened).equals(LONG)).toBe(true);
    opened.close();
    expect(readdirSync(tmp)).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('a pipe with a name', () => {
  const pipe = (): string => {
    const path = join(folder(), 'pipe');
    execFileSync('mkfifo', [path]);
    return path;
  };
  it('is not waited for', async () => {
    const refused = expect.objectContaining({ code: 'file/not-a-file' });
    await expect(openExport(pipe())).rejects.toMatchObject({ diagnostics: [refused] });
  });
  it('is kept where a shell hands it over, as it can be read only once', async () => {
    const path = pipe();
    spawn('sh', ['-c', 'cat "$0" > "$1"', file(LONG), path]);
    const opened = await openExport(`/dev/fd/${openSync(path, 'r')}`, { name: 'x' });
    expect(bytesOf(opened).equals(LONG)).toBe(true);
    expect(bytesOf(opened).equals(LONG)).toBe(true);
    opened.close();
  });
});
