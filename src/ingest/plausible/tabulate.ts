import type { Catalogue } from '../../model/catalogue.ts';
import { decimal } from '../../model/decimal.ts';
import { isMoment } from '../../model/indicator.ts';
import { type Observation, seriesKey } from '../../model/observation.ts';
import type { Period } from '../../model/period.ts';
import { commensurable, convert } from '../../model/unit.ts';
import type { Reading } from '../repeats.ts';
import { BREAK, FRESH, type Look, type Series, type Shown } from './series.ts';

/** One figure of a span, of which several may have been published. */
interface Entry {
  readonly figure: Omit<Observation, 'source'>;
  readonly span: Period;
  /** The day it counts from; the readings of an export without a date come after everything. */
  readonly since: string;
  readonly fresh: boolean;
  readonly shown: Pick<Shown, 'where' | 'file' | 'line'>;
}

const NOW = '9999';

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Every figure once, the one that counts: of two the later published, then the one that came later. */
class Entries {
  readonly #series = new Map<string, Map<number, Entry>>();
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  add(figure: Entry['figure'], rest: Omit<Entry, 'figure' | 'span'>): void {
    const indicator = this.#catalogue.indicators.get(figure.indicator);
    if (!indicator || figure.bound || !commensurable(figure.unit, indicator.unit)) return;
    const { start, end } = figure.period;
    const span = isMoment(indicator) ? { start: end, end } : { start, end };
    const key = seriesKey(figure.indicator, figure.region);
    const figures = this.#series.get(key) ?? new Map<number, Entry>();
    this.#series.set(key, figures);
    const place = span.end * 65_536 + span.start;
    const standing = figures.get(place);
    if (!standing || standing.since <= rest.since) figures.set(place, { figure, span, ...rest });
  }

  /** The figures of each series in the order of time; deleted ones are gone. */
  *sorted(): Iterable<readonly [key: string, figures: readonly Entry[]]> {
    for (const [key, figures] of this.#series) {
      const kept = [...figures.values()].filter((e) => e.figure.status !== 'deleted');
      yield [key, kept.sort((a, b) => a.span.end - b.span.end || a.span.start - b.span.start)];
    }
  }
}

/** Figures as the checks take them. */
export interface Tables {
  /** By `seriesKey`. */
  readonly series: ReadonlyMap<string, Series>;
  readonly look: Look;
}

/** Puts the readings of an export and what the store holds beside them into columns, as `plausible` takes them. */
export function tabulate(
  readings: Iterable<Reading>,
  known: Iterable<Observation>,
  catalogue: Catalogue,
  file: string,
): Tables {
  const entries = new Entries(catalogue);
  for (const o of known) {
    const { batch, line, cell, ingested } = o.source;
    const shown = { where: `${baseName(batch)} ${cell}`, file: batch, line };
    entries.add(o, { since: o.published ?? ingested.slice(0, 10), fresh: false, shown });
  }
  for (const r of readings)
    entries.add(r, { since: r.published ?? NOW, fresh: true, shown: { where: r.cell, file } });

  const all: Entry[] = [];
  const columns = {
    starts: [] as number[],
    ends: [] as number[],
    values: [] as number[],
    steps: [] as number[],
    flags: [] as number[],
    ids: [] as number[],
  };
  const series = new Map<string, Series>();
  for (const [key, figures] of entries.sorted()) {
    const [first] = figures;
    const indicator = first && catalogue.indicators.get(first.figure.indicator);
    if (!indicator) continue;
    const from = all.length;
    for (const e of figures) {
      const { value, decimals, unit, status } = e.figure;
      columns.starts.push(e.span.start);
      columns.ends.push(e.span.end);
      columns.values.push(Number(convert(value, unit, indicator.unit)));
      columns.steps.push(Number(convert(decimal(`1e-${decimals}`), unit, indicator.unit)));
      columns.flags.push((e.fresh ? FRESH : 0) | (status === 'break' ? BREAK : 0));
      columns.ids.push(all.length);
      all.push(e);
    }
    series.set(key, { indicator, region: first.figure.region, columns, from, to: all.length });
  }
  const look: Look = (id) => {
    const { figure, shown } = all[id] as Entry;
    return { value: figure.value, decimals: figure.decimals, unit: figure.unit, ...shown };
  };
  return { series, look };
}
