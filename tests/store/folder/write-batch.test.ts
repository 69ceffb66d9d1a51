import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseHead } from '../../../src/store/folder/head.ts';
import { writeBatch } from '../../../src/store/folder/write-batch.ts';
import { sha256 } from '../../../src/store/hash.ts';
import { thrown } from '../../ingest/helpers.ts';
import { folder, origin, row } from '../helpers.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return Object.fromEntries(
    Object.entries(real).map(([k, v]) => [
      k,
      typeof v === 'function' && /^[a-z]/.test(k) ? vi.fn(v as () => unknown) : v,
    ]),
  );
});

const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code, syscall: 'any' });
};

const ROWS = [row('gdp CN 2024 1 亿元')];

afterEach(() => vi.clearAllMocks());

describe('writing a batch', () => {
  it('names it after the day, the export and a hash, and gives it its content hash', () => {
    const dir = join(folder(), 'data', 'observations');
    const from = origin();
    const { batch: file, written } = writeBatch(dir, from, ROWS);
    expect(written).toBe(true);
    expect(file.slice(dir.length + 1)).toMatch(/^2024-07-01-季度数据-1-[0-9a-f]{8}\.csv$/);
    const text = fs.readFileSync(file, 'utf8');
    expect(parseHead(text)).toMatchObject({
      ...from,
      contentHash: sha256(text.slice(text.indexOf('\n') + 1)),
    });
    expect(fs.readdirSync(dir)).toHaveLength(1);
  });

  it.each([
    ['2024年1—5月／主要指标（快报）.csv', '2024年1-5月-主要指标-快报'],
    ['?.csv', 'export'],
    [`${'长'.repeat(200)}.csv`, '长'.repeat(50)],
  ])('%s becomes part of a file name', (source, slug) => {
    const { batch: file } = writeBatch(folder(), origin(undefined, { source }), ROWS);
    expect(file).toContain(`2024-07-01-${slug}-`);
  });

  it('the same export by the same mapping is there already', () => {
    const [dir, from] = [folder(), origin()];
    const first = writeBatch(dir, from, ROWS);
    expect(writeBatch(dir, from, [row('gdp CN 2024 2 亿元')])).toEqual({
      batch: first.batch,
      written: false,
    });
    expect(fs.readFileSync(first.batch, 'utf8')).toContain(',1,');
  });

  it('never overwrites another file of its name', () => {
    const [dir, from] = [folder(), origin()];
    const { batch: file } = writeBatch(dir, from, ROWS);
    fs.writeFileSync(file, 'something else\n');
    const second = writeBatch(dir, from, ROWS);
    expect(second.batch).toBe(file.replace('.csv', '-2.csv'));
    expect(fs.readFileSync(file, 'utf8')).toBe('something else\n');
  });

  it('sweeps away what a killed run left an hour ago, and nothing younger', () => {
    const dir = folder();
    for (const name of ['.ptrack-1-old.tmp', '.ptrack-1-new.tmp', 'mine.tmp'])
      fs.writeFileSync(join(dir, name), '');
    for (const name of ['.ptrack-1-old.tmp', 'mine.tmp']) fs.utimesSync(join(dir, name), 1, 1);
    writeBatch(dir, origin(), ROWS);
    expect(
      fs
        .readdirSync(dir)
        .filter((n) => n.endsWith('.tmp'))
        .sort(),
    ).toEqual(['.ptrack-1-new.tmp', 'mine.tmp']);
  });
});

describe('where hard links are not to be had', () => {
  it('the batch is renamed, and still overwrites nothing', () => {
    const [dir, from] = [folder(), origin()];
    vi.mocked(fs.linkSync).mockImplementation(failing('EPERM'));
    const first = writeBatch(dir, from, ROWS);
    expect(first.written).toBe(true);
    expect(writeBatch(dir, from, ROWS)).toEqual({ ...first, written: false });
    expect(fs.readdirSync(dir)).toHaveLength(1);
    vi.mocked(fs.linkSync).mockReset();
  });
});

describe('what can’t be written is said, and leaves nothing behind', () => {
  it.each([
    ['ENOSPC', 'store/disk-full'],
    ['EACCES', 'store/not-writable'],
    ['EROFS', 'store/not-writable'],
    ['EIO', 'store/cannot-write'],
  ])('%s: %s', (code, finding) => {
    const dir = folder();
    vi.mocked(fs.fsyncSync).mockImplementationOnce(failing(code));
    const [found] = thrown(() => writeBatch(dir, origin(), ROWS));
    expect(found).toMatchObject({ code: finding, file: dir, args: { folder: dir, problem: code } });
    expect(fs.readdirSync(dir)).toEqual([]);
  });

  it('a file where the folder should be', () => {
    const dir = join(folder(), 'observations');
    fs.writeFileSync(dir, '');
    expect(thrown(() => writeBatch(dir, origin(), ROWS))[0]?.code).toBe('store/not-a-folder');
    expect(thrown(() => writeBatch(join(dir, 'deeper'), origin(), ROWS))[0]?.code).toBe('store/not-a-folder');
  });

  it('a link that fails for another reason', () => {
    const dir = folder();
    vi.mocked(fs.linkSync).mockImplementationOnce(failing('EIO'));
    expect(thrown(() => writeBatch(dir, origin(), ROWS))[0]?.code).toBe('store/cannot-write');
    expect(fs.readdirSync(dir)).toEqual([]);
  });

  it('a folder that can’t be synced is no reason to fail', () => {
    const dir = folder();
    const real = vi.mocked(fs.openSync).getMockImplementation();
    vi.mocked(fs.openSync).mockImplementation((path, ...rest) => {
      if (path === dir) failing('EISDIR')();
      return (real as typeof fs.openSync)(path, ...rest);
    });
    expect(writeBatch(dir, origin(), ROWS).written).toBe(true);
  });

  it('a fault of the program stays one', () => {
    vi.mocked(fs.mkdirSync).mockImplementationOnce(() => {
      throw new TypeError('a fault');
    });
    expect(() => writeBatch(folder(), origin(), ROWS)).toThrow(TypeError);
  });
});
