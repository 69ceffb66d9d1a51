import type { Catalogue } from '../../model/catalogue.ts';
import { decimal } from '../../model/decimal.ts';
import { type Indicator, isMoment } from '../../model/indicator.ts';
import { type Observation, seriesKey } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';
import { commensurable, convert } from '../../model/unit.ts';
import type { Reading } from '../repeats.ts';
import { BREAK, type Columns, FRESH, type Look, type Series, type Shown } from './series.ts';

/** One figure of a span, of which several may have been published. */
interface Entry {
  readonly figure: Omit<Observation, 'source'>;
  readonly span: Period;
  /** The day it counts from; the readings of an export without a date come after everything. */
  readonly since: string;
  readonly fresh: boolean;
  readonly shown: Pick<Shown, 'where' | 'file' | 'line'>;
}

interface Row {
  readonly indicator: Indicator;
  readonly region: string;
  /** By their span, as one number in the order of a series. */
  readonly figures: Map<number, Entry>;
}

const NOW = '9999';

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Whether two figures say the same, in whatever units. */
const same = (a: Entry['figure'], b: Entry['figure']): boolean =>
  (a.status === 'deleted') === (b.status === 'deleted') &&
  (convert(a.value, a.unit, b.unit)?.eq(b.value) ?? false);

/**
 * Enters a figure where it counts: of two for one span the later published, then the one that came later. What says
 * again what is known already is not fresh: a table that grows by a month is not complained of every month anew.
 */
function enter(rows: Map<string, Row>, catalogue: Catalogue, entry: Omit<Entry, 'span'>): void {
  const { indicator: id, region, period, unit, bound } = entry.figure;
  const indicator = catalogue.indicators.get(id);
  if (!indicator || bound || !commensurable(unit, indicator.unit)) return;
  const key = seriesKey(id, region);
  const row = rows.get(key) ?? { indicator, region, figures: new Map<number, Entry>() };
  rows.set(key, row);
  const span = isMoment(indicator) ? { start: period.end, end: period.end } : period;
  const order = span.end * 65_536 + span.start;
  const standing = row.figures.get(order);
  if (standing && standing.since > entry.since) return;
  const fresh = entry.fresh && !(standing && !standing.fresh && same(standing.figure, entry.figure));
  row.figures.set(order, { ...entry, span, fresh });
}

/** The figures of a series in the order of time; deleted ones are gone. */
const inOrder = ({ figures }: Row): Entry[] =>
  [...figures]
    .sort(([a], [b]) => a - b)
    .flatMap(([, entry]) => (entry.figure.status === 'deleted' ? [] : [entry]));

function emptyColumns(size: number): Columns {
  return {
    starts: new Int32Array(size),
    ends: new Int32Array(size),
    values: new Float64Array(size),
    steps: new Float64Array(size),
    flags: new Uint8Array(size),
    ids: new Float64Array(size),
  };
}

/** Figures as the checks take them. */
export interface Tables {
  /** By `seriesKey`. */
  readonly series: ReadonlyMap<string, Series>;
  readonly look: Look;
}

/** Puts the readings of an export, and what the store holds beside them, into columns as `plausible` takes them. */
export function tabulate(
  readings: Iterable<Reading>,
  known: Iterable<Observation>,
  catalogue: Catalogue,
  file: string,
): Tables {
  const rows = new Map<string, Row>();
  for (const figure of known) {
    const { batch, line, cell, ingested } = figure.source;
    const shown = { where: `${baseName(batch)} ${cell}`, file: batch, line };
    const since = figure.published ?? ingested.slice(0, 10);
    enter(rows, catalogue, { figure, since, fresh: false, shown });
  }
  for (const figure of readings) {
    const since = figure.published ?? NOW;
    enter(rows, catalogue, { figure, since, fresh: true, shown: { where: figure.cell, file } });
  }
  const entries: Entry[] = [];
  const columns = emptyColumns([...rows.values()].reduce((sum, row) => sum + row.figures.size, 0));
  const series = new Map<string, Series>();
  for (const [key, row] of rows) {
    const { indicator, region } = row;
    const from = entries.length;
    for (const entry of inOrder(row)) {
      const { value, decimals, unit, status } = entry.figure;
      const i = entries.length;
      columns.starts[i] = entry.span.start;
      columns.ends[i] = entry.span.end;
      columns.values[i] = Number(convert(value, unit, indicator.unit));
      columns.steps[i] = Number(convert(decimal(`1e-${decimals}`), unit, indicator.unit));
      columns.flags[i] = (entry.fresh ? FRESH : 0) | (status === 'break' ? BREAK : 0);
      columns.ids[i] = i;
      entries.push(entry);
    }
    series.set(key, { indicator, region, columns, from, to: entries.length });
  }
  const look: Look = (id) => {
    const { figure, shown } = entries[id] as Entry;
    return { value: figure.value, decimals: figure.decimals, unit: figure.unit, ...shown };
  };
  return { series, look };
}
