import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { decimal, decimalsOf } from '../../src/model/decimal.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { type Observation, readBound } from '../../src/model/observation.ts';
import { formatPeriod, parsePeriod } from '../../src/model/period.ts';
import type { Row } from '../../src/store/canonical.ts';
import { BatchFiles, type Survey } from '../../src/store/folder/batch-files.ts';
import { writeBatch } from '../../src/store/folder/write-batch.ts';
import type { Origin } from '../../src/store/origin.ts';
import { catalogue, thrown } from '../ingest/helpers.ts';

export const C = catalogue([
  ['gdp', '地区生产总值', 'flow', '亿元'],
  ['gdp.growth', '地区生产总值增速', 'growth', '%'],
  ['firms', '企业数', 'stock', '家'],
]);

/** A row in short: `gdp CN 2024 16719.46 亿元`, with status and date of publication after it. */
export function row(text: string): Row {
  const [indicator = '', region = '', span = '', value = '', unitText = '', ...rest] = text.split(' ');
  const unit = C.units.parse(unitText);
  const period = parsePeriod(span);
  const figure = readBound(value);
  if (!unit || !period || !figure) throw new Error(text);
  const published = rest.find((r) => /^\d/.test(r));
  const status = rest.find((r) => !/^\d/.test(r));
  return {
    indicator,
    region,
    period,
    number: figure.number,
    value: decimal(figure.number),
    decimals: decimalsOf(figure.number),
    unit,
    ...(figure.bound ? { bound: figure.bound } : {}),
    ...(status ? { status: status as NonNullable<Row['status']> } : {}),
    ...(published ? { published } : {}),
    cell: 'R2C2',
  };
}

export const show = (o: Omit<Observation, 'source'>): string =>
  `${o.indicator} ${o.region} ${formatPeriod(o.period)} ${o.bound ?? ''}${o.value.toFixed(o.decimals)} ${o.unit.text}`;

/** A folder of its own for one test, gone after it. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'ptrack-store-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

let count = 0;

/** What a batch says of itself; each call is another export. */
export function origin(ingested = '2024-07-01T08:00:00.000Z', more: Partial<Origin> = {}): Origin {
  count++;
  return {
    source: '季度数据 (1).csv',
    sourceHash: `source-${count}`,
    mapping: 'quarterly',
    mappingHash: 'mapping-1',
    ingested,
    tool: 'ptrack 0.1.0',
    ...more,
  };
}

/** Writes one batch, ingested on that day. */
export const batch = (dir: string, day: string, ...rows: string[]): string =>
  writeBatch(dir, origin(`${day}T08:00:00.000Z`), rows.map(row)).batch;

/** The files of a folder of batches as they are now. */
export const survey = (dir: string): Survey => new BatchFiles(dir).survey();

/** What a promise is refused with. */
export async function refused(promise: Promise<unknown>): Promise<readonly Diagnostic[]> {
  const error = await promise.then(
    () => undefined,
    (e: unknown) => e,
  );
  return thrown(() => {
    if (error !== undefined) throw error;
  });
}
