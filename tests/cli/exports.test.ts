import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { xlsx } from '../ingest/container/workbook.ts';
import { gb18030 } from '../ingest/gb18030.ts';
import { PROGRAM, project, ptrack, remove } from './scenario.ts';

const CATALOGUE = `ptrack: indicators/v1
indicators:
  - { id: output, name: 工业产值, kind: flow, unit: 亿元, growth: true }
  - { id: firms, name: 企业数, kind: stock, unit: 家 }
`;
const REGIONS = `ptrack: regions/v1
regions:
  - { code: C, name: 东湖市 }
  - { code: E, name: 东区, parent: 东湖市 }
`;
const WIDE = `ptrack: mapping/v1
files: ["月报*"]
header: [地区, 指标, "{period}"]
fields:
  region: { column: 地区 }
  series: { column: 指标, as: "{indicator}({unit})" }
  period: { from: header }
`;
const LONG = `ptrack: mapping/v1
files: ["月报*"]
header: [地区, 时期, 数值（亿元）]
fields:
  region: { column: 地区 }
  period: { column: 时期 }
  value: { column: 数值（亿元） }
  series: { constant: 工业产值(亿元), as: "{indicator}({unit})" }
`;
const TABLE = '地区,指标,2024年1月,2024年2月\n东湖市,工业产值(亿元),10.5,11.20\n东区,企业数(家),-,30\n';
const ROWS = [
  'output,C,2024-01,2024-01,10.5,亿元,,,R2C3',
  'output,C,2024-02,2024-02,11.20,亿元,,,R2C4',
  'firms,E,2024-02,2024-02,30,家,,,R3C4',
];

let dir = '';
const write = (path: string, content: string | Uint8Array): string => {
  writeFileSync(join(dir, path), content);
  return path;
};
const run = (...args: string[]) => ptrack(['--lang', 'en', ...args], dir);
const rowsOf = (out: string): string[] => out.trim().split('\n').slice(1);

beforeEach(() => {
  dir = project(undefined);
  mkdirSync(join(dir, 'targets'));
  mkdirSync(join(dir, 'data/mappings'), { recursive: true });
  write('targets/c.yaml', CATALOGUE);
  write('targets/r.yaml', REGIONS);
  write('data/mappings/wide.yaml', WIDE);
});
afterEach(() => remove(dir));

describe('one table, whatever it comes in', () => {
  it.each<[string, string, () => Uint8Array]>([
    ['a text', '月报.csv', () => Buffer.from(TABLE)],
    ['GB18030, packed', '月报.csv.gz', () => gzipSync(gb18030(TABLE))],
    [
      'a workbook',
      '月报.xlsx',
      () =>
        xlsx([
          {
            name: '数据',
            rows: [
              ['地区', '指标', '2024年1月', '2024年2月'],
              ['东湖市', '工业产值(亿元)', 10.5, { v: 11.2, z: '0.00' }],
              ['东区', '企业数(家)', '-', 30],
            ],
          },
        ]),
    ],
  ])('%s', (_name, file, content) => {
    const done = run('ingest', write(file, content()), '--dry-run');
    expect(done.err).not.toContain('error');
    expect(rowsOf(done.out)).toEqual(ROWS);
    expect(run('ingest', file).code).toBe(0);
    expect(run('ingest', file).out).toContain('already taken');
  });

  it('standard input, packed or not', () => {
    const args = ['--lang', 'en', 'ingest', '-', '--mapping', 'data/mappings/wide.yaml', '--dry-run'];
    expect(rowsOf(ptrack(args, dir, {}, TABLE).out)).toEqual(ROWS);
    expect(ptrack(['--lang', 'en', 'ingest', '-'], dir, {}, TABLE)).toMatchObject({ code: 2, out: '' });
  });
});

describe('of several mappings for one name', () => {
  beforeEach(() => void write('data/mappings/long.yaml', LONG));

  it('the one whose header the export has is taken', () => {
    const long = '地区,时期,数值（亿元）\n东湖市,2024年3月,12\n';
    expect(rowsOf(run('ingest', write('月报.csv', TABLE), '--dry-run').out)).toEqual(ROWS);
    expect(rowsOf(run('ingest', write('月报2.csv', long), '--dry-run').out)).toEqual([
      'output,C,2024-03,2024-03,12,亿元,,,R2C3',
    ]);
  });

  it('none, where its header is neither', () => {
    const done = run('ingest', write('月报.csv', '地区,数\n东湖市,1\n'));
    expect(done).toMatchObject({ code: 2, out: '' });
    expect(done.err).toContain('ingest/several-mappings');
  });
});

describe('--rejects', () => {
  const BAD = `${TABLE}西区,企业数(家),=1+1,"约,5"\n`;

  it('writes each rejected cell with its reason, and the sum is true', () => {
    const done = run('ingest', write('月报.csv', BAD), '--rejects', 'rejects.csv');
    expect(done.code).toBe(1);
    expect(done.out).toContain('6 cells = 3 observations + 1 missing + 2 rejected + 0 skipped + 0 repeated');
    const lines = readFileSync(join(dir, 'rejects.csv'), 'utf8').trim().split('\n');
    expect(lines[0]).toBe('file,cell,text,code,reason');
    expect(lines.slice(1).map((l) => l.split(',').slice(0, 2).join())).toEqual([
      '月报.csv,R4C3',
      '月报.csv,R4C4',
    ]);
    expect(lines[1]).toContain("'=1+1,ingest/not-a-number; ingest/unknown-region,");
  });

  it('is a header alone where nothing was rejected, and not there where the run failed', () => {
    run('ingest', write('月报.csv', TABLE), '--dry-run', '--rejects', 'none.csv');
    expect(readFileSync(join(dir, 'none.csv'), 'utf8')).toBe('file,cell,text,code,reason\n');
    const failed = run('ingest', write('月报3.csv', ''), '--rejects', 'failed.csv');
    expect(failed.code).toBe(2);
    expect(() => readFileSync(join(dir, 'failed.csv'))).toThrow('ENOENT');
    expect(run('ingest', '月报.csv', '--rejects', 'no/such/folder.csv')).toMatchObject({ code: 2 });
  });
});

it('a wrong unit is doubted beside what is stored, and taken all the same', () => {
  const months = (from: number, value: (m: number) => string): string =>
    `地区,指标,${Array.from({ length: 6 }, (_, i) => `2024年${from + i}月`).join()}\n东湖市,工业产值(亿元),${Array.from({ length: 6 }, (_, i) => value(from + i)).join()}\n`;
  run(
    'ingest',
    write(
      '月报1.csv',
      months(1, (m) => `${100 + m}.5`),
    ),
  );
  const done = run(
    'ingest',
    write(
      '月报2.csv',
      months(7, (m) => (m === 8 ? '1085000.0' : `${100 + m}.5`)),
    ),
  );
  expect(done.code).toBe(0);
  expect(done.err).toContain('data/leap');
  expect(done.err).toContain('R2C4');
  expect(done.out).toContain('6 observations');
});

describe('an export that was taken before', () => {
  const BAD = `${TABLE}西区,企业数(家),5,6\n`;

  it('is taken again once what was rejected can be read', () => {
    const file = write('月报.csv', BAD);
    expect(run('ingest', file, '--allow-rejects').code).toBe(0);
    expect(run('ingest', file, '--allow-rejects').out).toContain('already taken');
    const after = run('ingest', file, '--alias', '西区=东区');
    expect(after.code).toBe(1); // 西区 is not 东区: two values for one figure
    write('targets/r.yaml', `${REGIONS}  - { code: W, name: 西区 }\n`);
    expect(run('ingest', file).out).toContain('2 new, 0 revised, 3 unchanged');
    expect(run('ingest', file).out).toContain('already taken');
  });

  it('is taken again with another date of publication, not without one', () => {
    const file = write('月报.csv', TABLE);
    run('ingest', file);
    expect(run('ingest', file, '--published', '2024-03-01').out).toContain('written to');
    expect(run('ingest', file, '--published', '2024-03-01').out).toContain('already taken');
    expect(run('ingest', file).out).toContain('already taken');
  });
});

it('of several exports, those written before one fails are told', () => {
  const months = Array.from({ length: 12 * 60 }, (_, m) => `${1960 + Math.floor(m / 12)}年${(m % 12) + 1}月`);
  write('月报1.csv', TABLE);
  write(
    '月报2.csv',
    `地区,指标,${months.join()}\n东湖市,工业产值(亿元),${months.map((_, m) => 100 + (m % 12)).join()}\n`,
  );
  const command = 'ulimit -f 16; exec "$0" "$1" --lang en ingest 月报1.csv 月报2.csv';
  const done = spawnSync('sh', ['-c', command, process.execPath, PROGRAM], { cwd: dir, encoding: 'utf8' });
  expect(done.status).toBe(2);
  expect(done.stderr).toMatch(/written to data\/observations\/\S*月报1/);
  expect(done.stderr).toContain('store/too-large');
  expect(run('log', '--format', 'csv').out.trim().split('\n')).toHaveLength(2);
});
