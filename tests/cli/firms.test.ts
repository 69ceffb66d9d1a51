import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { project, ptrack, remove } from './scenario.ts';

const dir = project('linhai');
afterAll(() => remove(dir));

/** Every file of a folder with its text and the time it was written. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => statSync(join(folder, name)).isFile())
    .map(
      (name) => `${name} ${statSync(join(folder, name)).mtimeMs} ${readFileSync(join(folder, name), 'utf8')}`,
    );

const FIRMS = 10_000;
/** What a firm had a year before and has now, in tenths of 万元; every hundredth is new, every hundredth gone. */
const amounts = Array.from({ length: FIRMS }, (_, i) => {
  const before = 10 + ((i * 7919) % 9973);
  const now = Math.max(0, before + (((i * 104_729) % 401) - 190));
  return i % 100 === 7 ? [0, now] : i % 100 === 8 ? [before, 0] : [before, now];
}) as [before: number, now: number][];

const DASH = '-';
const tenths = (n: number): string => (n / 10).toFixed(1);
const table = [
  '企业产值,,',
  '企业名称,2023年1-5月,2024年1-5月',
  ...amounts.map(([b, n], i) => {
    const [before, now] = [i % 100 === 7 ? DASH : tenths(b), i % 100 === 8 ? DASH : tenths(n)];
    return `企业${i}号,${before},${now}`;
  }),
  '合计,1,1',
  '注：“快报”数,,',
];

/** The bytes of a text in GB18030, by the pairs that its decoder knows. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const known = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail !== 0x7f) known.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from([...text].flatMap((c) => known.get(c) ?? c.charCodeAt(0)));
}

const MAPPING = `ptrack: mapping/v1
files: ["many*.csv"]
header: [企业名称, "{period}", "{period}"]
end: [合计]
fields:
  indicator: { constant: output }
  unit: { constant: 万元 }
  region: { column: 企业名称 }
  period: { from: header }
`;

it('ten thousand firms with notes around them, as a plain calculation has them; nothing of it is kept', () => {
  writeFileSync(join(dir, 'data/mappings/many.yaml'), MAPPING);
  writeFileSync(join(dir, 'data/firms/many.csv'), gb18030(table.join('\r\n')));
  const before = filesOf(dir);
  const run = ptrack(['contributions', 'output', '--from', 'data/firms/many.csv', '--format', 'csv'], dir);
  expect([run.code, run.err]).toEqual([0, '']);
  const [head = '', ...rows] = run.out.trimEnd().split('\n');
  const keys = head.split(',');
  const cell = (row: string, key: string): string => row.split(',')[keys.indexOf(key)] ?? '';
  const base = amounts.reduce((sum, [b]) => sum + b, 0);
  const plain = amounts.map(([b, n], i) => ({ name: `企业${i}号`, points: ((n - b) / base) * 100 }));
  const points = new Map(rows.map((r) => [cell(r, 'name'), Number(cell(r, 'points'))]));
  expect(points.size).toBe(FIRMS);
  const off = plain.map((p) => Math.abs((points.get(p.name) ?? Number.NaN) - p.points));
  expect(Math.max(...off)).toBeLessThan(1e-5);

  const ends = ptrack(
    ['contributions', 'output', '--from', 'data/firms/many.csv', '--format', 'json', '--top', '50'],
    dir,
  );
  const sorted = plain.map((p) => p.points).sort((a, b) => b - a);
  const said = JSON.parse(ends.out);
  const shown = said.parts.map((p: { points: number }) => p.points);
  expect(shown.length).toBe(100);
  for (const [i, p] of [...sorted.slice(0, 50), ...sorted.slice(-50)].entries())
    expect(shown[i]).toBeCloseTo(p, 10);
  expect(said.total.growth).toBeCloseTo(
    plain.reduce((sum, p) => sum + p.points, 0),
    8,
  );
  expect(said.residual).toBeCloseTo(0, 10);
  expect([said.entrants.count, said.exits.count]).toEqual([100, 100]);
  expect(filesOf(dir)).toEqual(before);
});
