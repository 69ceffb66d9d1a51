import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

it('of many exports the first stay open for the places of what is doubtful; all name the cell', () => {
  const dir = project('linhai');
  try {
    const text = readFileSync(join(dir, 'data/exports/monthly-2024.csv'), 'utf8');
    const names = Array.from({ length: 66 }, (_, i) => `monthly-${String(i).padStart(2, '0')}.csv`);
    for (const [i, name] of names.entries())
      writeFileSync(join(dir, name), text.replace('工业产值,亿元,1000', `工业产值,亿元,${1000 + i}`));
    const { err, code } = ptrack(['ingest', '--quiet', '--dry-run', ...names], dir);
    const places = [...err.matchAll(/^(\S+?):(\d+:\d+) {2}warning .*R17C8/gm)].map((m) => `${m[1]} ${m[2]}`);
    expect(code).toBe(0);
    expect(places).toEqual(names.map((name, i) => `${name} ${i < 64 ? '17:18' : '1:1'}`));
  } finally {
    remove(dir);
  }
});
