import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ptrack, remove } from './scenario.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'ptrack-repository-'));
  for (const folder of ['targets', 'data'])
    cpSync(join(root, folder), join(dir, folder), { recursive: true });
});
afterAll(() => remove(dir));

describe('the plans and data of this repository', () => {
  it('are without faults', () => expect(ptrack(['validate'], dir)).toMatchObject({ code: 0, out: '' }));

  it('every export has been taken by the mapping that stands there now', () => {
    const exports = readdirSync(join(dir, 'data/exports')).map((name) => join('data/exports', name));
    const { out, code } = ptrack(['ingest', ...exports], dir);
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.includes('already taken')),
    ).toEqual(exports.map(() => true));
  });

  it('every mapping has a sample, and reads from it what is expected', () => {
    const { out } = ptrack(['mappings', 'test', '--format', 'json'], dir);
    const tests: { mapping: string; result: string }[] = JSON.parse(out).mappings;
    expect(tests.filter((t) => t.result !== 'ok')).toEqual([]);
    expect(tests.length).toBe(
      readdirSync(join(dir, 'data/mappings')).filter((name) => name.endsWith('.yaml')).length,
    );
  });

  it.each([
    ['lucheng-2023/cleared-land-resupplied', 'lagging', 25, '2023-05'],
    ['lucheng-2023/low-efficiency-land-improved', 'on-track', 464.35, '2023-05'],
    ['qingdao-2024/emerging-industry-investment.growth', 'missed', 5.5, '2024-12'],
    ['qingdao-2024/industrial-va.growth', 'achieved', 9.4, '2024-12'],
    ['qingdao-2024/hightech-firms', 'achieved', 8650, '2024-12'],
    ['jimo-2024/industrial-va.growth', 'on-track', 10.9, '2024-09'],
  ])('%s is %s', (address, status, value, asOf) => {
    const { out } = ptrack(['explain', address, '--format', 'json'], dir);
    expect(JSON.parse(out).verdicts[0]).toMatchObject({ status, actual: { value }, asOf });
  });
});
