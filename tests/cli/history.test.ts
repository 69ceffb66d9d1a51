import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

let dir = '';
beforeEach(() => {
  dir = project('donghu');
  ptrack(['ingest', 'data/exports/monthly-2024.csv'], dir);
});
afterEach(() => remove(dir));

const OBSERVATIONS = 'data/observations';
const batches = (): string[] => readdirSync(join(dir, OBSERVATIONS));
const only = (): string => join(dir, OBSERVATIONS, batches()[0] ?? '');

describe('names from batches reach a terminal without their control characters', () => {
  it.each([
    ['log', ['log']],
    ['vintages', ['vintages', 'land']],
    ['undo', ['undo', '2', '--dry-run']],
    ['no such batch', ['undo', 'x\u001b[2J']],
    ['no such indicator', ['vintages', 'x\u001b[2J']],
    ['no such region', ['vintages', 'land', 'x\u202e']],
  ])('%s', (_, args) => {
    const evil = JSON.stringify('\u001b]0;owned\u0007红\u202e.csv').slice(1, -1);
    const text = readFileSync(only(), 'utf8');
    writeFileSync(
      only(),
      text.replace('monthly-2024.csv', evil).replaceAll(/,R(\d+)C5/g, ',R$1\u001b[31mC5'),
    );
    const run = ptrack(args, dir);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(run.out + run.err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });
});

it('a project without batches has an empty log in every format', () => {
  ptrack(['undo', 'monthly'], dir);
  expect(batches()).toEqual([]);
  expect(ptrack(['log', '-q'], dir)).toEqual({ out: '', err: '', code: 0 });
  expect(ptrack(['log', '-q', '--format', 'csv'], dir).out).toBe('');
  expect(JSON.parse(ptrack(['log', '--format', 'json'], dir).out).batches).toEqual([]);
});

it('undo names the export so that a shell takes it, and the export can be taken again', () => {
  mkdirSync(join(dir, 'data/exports/六月 (1)'));
  const path = "data/exports/六月 (1)/monthly-it's.csv";
  writeFileSync(join(dir, path), '地区,指标,时期,单位,数值\n东湖市,盘活土地面积,2024年1-6月,亩,150\n');
  expect(ptrack(['ingest', path], dir).code).toBe(0);
  const { out } = ptrack(['undo', 'monthly-it'], dir);
  expect(out).toContain(`ptrack ingest 'data/exports/六月 (1)/monthly-it'\\''s.csv'`);
  expect(ptrack(['ingest', path], dir).out).toContain('1 new');
});

it('undo points to no export that has changed since', () => {
  const path = join(dir, 'data/exports/monthly-2024.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replace('110', '111'));
  expect(JSON.parse(ptrack(['undo', 'monthly', '--dry-run', '--format', 'json'], dir).out).export).toBeNull();
});

it('a dry run removes nothing, undo removes one file, and what is gone can’t be undone again', () => {
  const [name = ''] = batches();
  expect(ptrack(['undo', name, '--dry-run'], dir).code).toBe(0);
  expect(batches()).toEqual([name]);
  expect(ptrack(['undo', name], dir).code).toBe(0);
  expect(batches()).toEqual([]);
  expect(ptrack(['undo', name], dir)).toMatchObject({ code: 2, out: '' });
  expect(existsSync(join(dir, 'data/exports/monthly-2024.csv'))).toBe(true);
});

it('from a folder below, undo finds batches by the path from there', () => {
  const [name = ''] = batches();
  const below = join(dir, 'data');
  writeFileSync(join(dir, 'ptrack.yaml'), 'ptrack: project/v1\n');
  expect(ptrack(['undo', `observations/${name}`, '--dry-run'], below).code).toBe(0);
  expect(ptrack(['undo', `data/observations/${name}`, '--dry-run'], below).code).toBe(2);
  expect(ptrack(['undo', only(), '--dry-run'], below).code).toBe(0);
});

it('a batch that can’t be opened is told by the log, beside those that can', () => {
  mkdirSync(join(dir, OBSERVATIONS, '2024-01-01-closed-00000000.csv'));
  const run = ptrack(['log'], dir);
  expect(run.code).toBe(2);
  expect(run.out).toContain('monthly-2024.csv');
  expect(run.err).toContain('store/unreadable');
});

// root may do anything
it.skipIf(process.getuid?.() === 0)('a folder that may not be written keeps its batches, exit 2', () => {
  chmodSync(join(dir, OBSERVATIONS), 0o555);
  try {
    const run = ptrack(['undo', 'monthly'], dir);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('store/not-removed');
    expect(batches()).toHaveLength(1);
  } finally {
    chmodSync(join(dir, OBSERVATIONS), 0o755);
  }
});
