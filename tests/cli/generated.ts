import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './hosted.ts';
import { PROGRAM, project } from './scenario.ts';

const INDICATORS = 16;
const REGIONS = 5;
export const OBSERVATIONS = 'data/observations';

const two = (n: number): string => String(n).padStart(2, '0');

/** A generated project of 16 indicators and 5 regions, with a mapping for every `export*.csv`. */
export function generated(): string {
  const dir = project(undefined);
  for (const folder of ['targets', 'data/mappings']) mkdirSync(join(dir, folder), { recursive: true });
  const write = (path: string, lines: readonly string[]): void =>
    writeFileSync(join(dir, path), `${lines.join('\n')}\n`);
  const each = (n: number, line: (i: number) => string): string[] =>
    Array.from({ length: n }, (_, i) => line(i));
  write('targets/indicators.yaml', [
    'ptrack: indicators/v1',
    'indicators:',
    ...each(INDICATORS, (i) => `  - { id: i${i}, name: 指标${i}, kind: flow, unit: 亿元 }`),
  ]);
  write('targets/regions.yaml', [
    'ptrack: regions/v1',
    'regions:',
    ...each(REGIONS, (i) => `  - { code: R${i}, name: 第${i}区 }`),
  ]);
  write('targets/plan.yaml', [
    'ptrack: plan/v1',
    'id: plan',
    'title: 方案',
    'region: 第0区',
    'window: 2024',
    'targets: [{ indicator: i0, at_least: 100 亿元 }]',
  ]);
  write('data/mappings/export.yaml', [
    'ptrack: mapping/v1',
    'files: ["export*.csv"]',
    'header: [地区, 指标, 时期, 单位, 数值, 发布日期]',
    'fields:',
    '  region: { column: 地区 }',
    '  indicator: { column: 指标 }',
    '  period: { column: 时期 }',
    '  unit: { column: 单位 }',
    '  value: { column: 数值 }',
    '  published: { column: 发布日期 }',
  ]);
  return dir;
}

/** An export in a generated project, and the rows that its batch must have. */
export interface Export {
  readonly file: string;
  readonly rows: readonly string[];
}

/** Writes an export of one indicator: so many rows, each figure `base` more than in an export of base 0. */
export function writeExport(dir: string, name: string, indicator: number, count: number, base = 0): Export {
  const file = `export-${name}.csv`;
  const lines = ['地区,指标,时期,单位,数值,发布日期'];
  const rows: string[] = [];
  const published = `2025-${two(1 + Math.min(base, 11))}-10`;
  for (let n = 0; n < count; n++) {
    const [region, m] = [n % REGIONS, Math.floor(n / REGIONS)];
    const [year, month] = [2024 - Math.floor(m / 12), 1 + (m % 12)];
    const value = `${base + n}.${n % 10}`;
    lines.push(`第${region}区,指标${indicator},${year}年${month}月,亿元,${value},${published}`);
    const span = `${year}-${two(month)}`;
    rows.push(`i${indicator},R${region},${span},${span},${value},亿元,,${published},R${n + 2}C5`);
  }
  writeFileSync(join(dir, file), `${lines.join('\n')}\n`);
  return { file, rows };
}

/** The files of the folder of observations by name, with their bytes. */
export function filesOf(dir: string): Map<string, Buffer> {
  const folder = join(dir, OBSERVATIONS);
  try {
    return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

export const isBatch = (name: string): boolean => name.endsWith('.csv') && !name.startsWith('.');

/** The rows of a batch; throws where it is not whole: its content must have the hash that its head gives. */
export function rowsOf(name: string, bytes: Buffer): string[] {
  const end = bytes.indexOf('\n') + 1;
  const content = bytes.subarray(end);
  const head = JSON.parse(bytes.subarray(2, end).toString()) as { contentHash: string };
  const hash = createHash('sha256').update(content).digest('hex');
  if (hash !== head.contentHash) throw new Error(`${name} is not whole`);
  return content.toString().trimEnd().split('\n').slice(1);
}

/** Every row of every batch, in order; throws where a batch is not whole. */
export const storedRows = (dir: string): string[] =>
  [...filesOf(dir)]
    .filter(([name]) => isBatch(name))
    .flatMap(([name, bytes]) => rowsOf(name, bytes))
    .sort();

/** The built program while it runs, and what it printed once it has ended. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Run & { readonly signal: NodeJS.Signals | null; readonly third: string }>;
}

/** Starts the built program without waiting for it; `preload` is loaded before it and may write to descriptor 3. */
export function start(
  args: readonly string[],
  cwd: string,
  preload?: string,
  env: Readonly<Record<string, string>> = {},
): Started {
  const { PATH = '' } = process.env;
  const before = preload === undefined ? [] : ['--require', preload];
  const child = spawn(process.execPath, [...before, PROGRAM, ...args], {
    cwd,
    env: { PATH, TZ: 'UTC', COLUMNS: '80', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const texts = [1, 2, 3].map((at) => {
    const parts: Buffer[] = [];
    child.stdio[at]?.on('data', (part: Buffer) => parts.push(part));
    return parts;
  });
  const ended = new Promise<Awaited<Started['ended']>>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      const [out = '', err = '', third = ''] = texts.map((parts) => Buffer.concat(parts).toString());
      done({ out, err, third, code, signal });
    });
  });
  return { child, ended };
}

/** Does the work of every item, two at a time. */
export async function inLanes<T, R>(
  items: readonly T[],
  work: (item: T, lane: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (n: number): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      results[at] = await work(items[at] as T, n);
    }
  };
  await Promise.all([lane(0), lane(1)]);
  return results;
}
