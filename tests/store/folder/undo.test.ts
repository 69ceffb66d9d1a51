import * as fs from 'node:fs';
import { basename } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { removeBatch, requireBatch } from '../../../src/store/folder/undo.ts';
import { thrown } from '../../ingest/helpers.ts';
import { batch, folder, survey } from '../helpers.ts';

vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, rmSync: vi.fn(real.rmSync), lstatSync: vi.fn(real.lstatSync) };
});

const failing = (code: string) => () => {
  throw Object.assign(new Error(code), { code, syscall: 'unlink' });
};

afterEach(() => vi.clearAllMocks());

it.each(['EACCES', 'EPERM', 'EROFS', 'EBUSY'])('a batch that may not be removed stays: %s', (code) => {
  const dir = folder();
  const file = batch(dir, '2024-07-01', 'gdp CN 2024 1 亿元');
  vi.mocked(fs.rmSync).mockImplementationOnce(failing(code));
  expect(thrown(() => removeBatch(file))).toMatchObject([
    { code: 'store/not-removed', file, args: { problem: code } },
  ]);
  expect(fs.readdirSync(dir)).toEqual([basename(file)]);
});

it('what can’t be looked at is not removed', () => {
  const dir = folder();
  const file = `${dir}/notes.csv`;
  fs.writeFileSync(file, '');
  vi.mocked(fs.lstatSync).mockImplementationOnce(failing('EACCES'));
  expect(thrown(() => requireBatch(survey(dir), file))).toMatchObject([
    { code: 'store/unreadable', file, args: { problem: 'EACCES' } },
  ]);
});

it('a fault of the program stays one', () => {
  vi.mocked(fs.rmSync).mockImplementationOnce(() => {
    throw new TypeError('a fault');
  });
  expect(() => removeBatch('any.csv')).toThrow(TypeError);
});
