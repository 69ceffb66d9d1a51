import type { Catalogue } from '../../model/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Observation, SeriesRequest } from '../../model/observation.ts';
import { contains, type Period } from '../../model/period.ts';
import type { Row } from '../canonical.ts';
import { spanOf, wasKnown, wrongUnit } from '../figure.ts';
import type { View } from '../store.ts';
import { type Batch, scanBatch } from './scan.ts';

/** A series that is asked for: over which spans, and all vintages of its figures, in the order of the batches. */
export interface Collected {
  readonly indicator: string;
  readonly region: string;
  readonly within: readonly Period[];
  readonly vintages: readonly Observation[];
}

/** A series while it is collected. */
interface Collecting extends Collected {
  readonly within: Period[];
  readonly vintages: Observation[];
}

/** A row as an observation of its series. Made in one piece where nothing is remarkable: there are many of them. */
function observationOf(
  row: Row,
  { indicator, region }: Collected,
  period: Period,
  batch: Batch,
  line: number,
) {
  const { value, decimals, unit, bound, status, published, cell } = row;
  const { source: file, ingested } = batch.head;
  const source = { batch: batch.file, line, file, cell, ingested };
  const plain: Observation = { indicator, region, period, value, decimals, unit, source };
  if (!bound && !status && !published) return plain;
  return { ...plain, ...(bound && { bound }), ...(status && { status }), ...(published && { published }) };
}

/** Goes through batches once for some series; rows that can't be read or used go to `broken`. */
export function collectSeries(
  batches: readonly Batch[],
  requests: readonly SeriesRequest[],
  { asOf = Number.POSITIVE_INFINITY, knownOn }: View,
  catalogue: Catalogue,
  broken: (finding: Diagnostic) => void,
): Iterable<Collected> {
  const all = new Map<string, Collecting>();
  for (const { indicator, region, within } of requests) {
    const key = `${indicator},${region}`;
    const known = all.get(key);
    if (known) known.within.push(within);
    else all.set(key, { indicator, region, within: [within], vintages: [] });
  }
  const wanted = new Set(all.keys());
  if (wanted.size === 0) return [];
  for (const batch of batches) {
    if (!wasKnown(batch.head.ingested, knownOn)) continue;
    // a series mostly stands in rows one below the other
    let series: Collecting | undefined;
    const take = (row: Row, line: number): void => {
      if (row.indicator !== series?.indicator || row.region !== series.region)
        series = all.get(`${row.indicator},${row.region}`);
      const period = spanOf(row, catalogue);
      if (!series || period.end > asOf || !wasKnown(row.published, knownOn)) return;
      if (!series.within.some((w) => contains(w, period))) return;
      const wrong = wrongUnit(row, catalogue, batch.file, line);
      if (wrong) broken(wrong);
      else series.vintages.push(observationOf(row, series, period, batch, line));
    };
    scanBatch(batch, wanted, catalogue.units, take, broken);
  }
  return all.values();
}
