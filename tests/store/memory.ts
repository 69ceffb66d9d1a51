import type { Catalogue } from '../../src/model/catalogue.ts';
import { decimal, decimalsOf } from '../../src/model/decimal.ts';
import { type Diagnostic, fault, UserError } from '../../src/model/diagnostic.ts';
import type { Held } from '../../src/model/history.ts';
import {
  type Observation,
  type SeriesRequest,
  seriesKey,
  type Written,
} from '../../src/model/observation.ts';
import { contains } from '../../src/model/period.ts';
import { Comparing, type Comparison } from '../../src/store/compare.ts';
import { spanOf, wasKnown, wrongUnit } from '../../src/store/figure.ts';
import { type ExportHashes, isOf, isWhole, type Origin } from '../../src/store/origin.ts';
import { checkReferences } from '../../src/store/references.ts';
import { settleSeries, vintagesOf } from '../../src/store/series.ts';
import { type Revision, standingsOf } from '../../src/store/settle.ts';
import type { Appended, FigureList, Store, StoredBatch, View } from '../../src/store/store.ts';
import { BatchTally } from '../../src/store/tally.ts';
import { undoingOf } from '../../src/store/undoing.ts';

type Kept = StoredBatch & { readonly rows: readonly Written[] };

/** A figure's vintage, as it is read and as it is compared. */
type Value = Observation & Held;

const figureKey = ({ indicator, region, period }: Observation): string =>
  `${seriesKey(indicator, region)} ${period.start}/${period.end}`;

/** A store that forgets (内存库): the contract is not about files, and takes no more than this. */
export class Memory implements Store {
  readonly #catalogue: Catalogue;
  #batches: readonly Kept[] = [];
  #count = 0;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  /** The values that are known on a day, those of one figure together; rows that can't be used go to `broken`. */
  #figures(view: View, broken: (finding: Diagnostic, batch: string) => void = () => {}): Value[][] {
    const figures = new Map<string, Value[]>();
    for (const { batch, source: file, ingested, rows } of this.#batches.filter((b) =>
      wasKnown(b.ingested, view.knownOn),
    ))
      for (const [line, { number, cell, ...row }] of rows.entries()) {
        const wrong = wrongUnit(row, this.#catalogue, batch, line);
        if (wrong) broken(wrong, batch);
        const period = spanOf(row, this.#catalogue);
        if (wrong || !wasKnown(row.published, view.knownOn) || period.end > (view.asOf ?? period.end))
          continue;
        const source = { batch, line, file, cell, ingested };
        const value = { ...row, period, value: decimal(number), decimals: decimalsOf(number), cell, source };
        const key = figureKey(value);
        figures.set(key, [...(figures.get(key) ?? []), value]);
      }
    return [...figures.values()];
  }

  #series({ indicator, region }: Pick<SeriesRequest, 'indicator' | 'region'>, figures: Value[][]): Value[] {
    return figures.flat().filter((v) => v.indicator === indicator && v.region === region);
  }

  async read(requests: readonly SeriesRequest[], view: View = {}) {
    const diagnostics: Diagnostic[] = [];
    const figures = this.#figures(view, (finding) => diagnostics.push(finding));
    const series = new Map<string, readonly Observation[]>();
    const revisions: Revision[] = [];
    for (const request of requests) {
      const key = seriesKey(request.indicator, request.region);
      if (series.has(key)) continue;
      const within = requests.filter((r) => seriesKey(r.indicator, r.region) === key).map((r) => r.within);
      const wanted = this.#series(request, figures).filter((v) => within.some((w) => contains(w, v.period)));
      const settled = settleSeries(wanted.map(({ cell: _, ...o }) => o));
      series.set(key, settled.counting);
      revisions.push(...settled.revisions);
    }
    return { series, revisions, diagnostics };
  }

  async vintages(request: SeriesRequest, view: View = {}) {
    const all = this.#series(request, this.#figures(view));
    const wanted = all.filter((v) => contains(request.within, v.period));
    return { vintages: vintagesOf(wanted, (batch) => batch), diagnostics: [] };
  }

  async regionsWith(indicator: string) {
    const figures = this.#figures({});
    return [...this.#catalogue.regions.keys()].filter(
      (region) => this.#series({ indicator, region }, figures).length > 0,
    );
  }

  async log(knownOn?: string) {
    const view = knownOn === undefined ? {} : { knownOn };
    const batches = this.#batches.filter((b) => wasKnown(b.ingested, knownOn));
    const tallies = new Map(batches.map((b) => [b.batch, new BatchTally()]));
    const figures = this.#figures(view, (_, batch) => tallies.get(batch)?.fault());
    for (const values of figures) {
      const standings = standingsOf(values);
      for (const [i, v] of values.entries()) tallies.get(v.source.batch)?.standing(standings[i] ?? 'counts');
    }
    for (const { batch, rows } of batches)
      for (const row of rows)
        if (wasKnown(row.published, knownOn) && !wrongUnit(row, this.#catalogue, batch, 0))
          tallies.get(batch)?.row(row);
    const entries = batches.flatMap((b) => tallies.get(b.batch)?.entry(b, b.batch) ?? []);
    return { entries: entries.reverse(), diagnostics: [] };
  }

  async batchesOf(hashes: ExportHashes): Promise<StoredBatch[]> {
    return this.#batches.filter((b) => isOf(b, hashes)).map(({ rows: _, ...stored }) => stored);
  }

  async compare(figures: FigureList): Promise<Comparison> {
    const stored = new Map(this.#figures({}).map((values) => [values[0] && figureKey(values[0]), values]));
    const comparing = new Comparing();
    for (const figure of figures) {
      const key = figureKey({ ...figure, period: spanOf(figure, this.#catalogue) } as unknown as Observation);
      comparing.add(figure, stored.get(key) ?? []);
    }
    return comparing.result();
  }

  async append(origin: Origin, figures: Iterable<Written>): Promise<Appended> {
    const same = this.#batches.find((b) => isOf(b, origin) && isWhole(b, origin.published));
    if (same) return { batch: same.batch, written: false };
    const batch = `batch ${++this.#count}`;
    const all = [...this.#batches, { ...origin, batch, rows: [...figures] }];
    this.#batches = all.sort((a, b) => (a.ingested < b.ingested ? -1 : a.ingested > b.ingested ? 1 : 0));
    return { batch, written: true };
  }

  async findBatch(asked: string): Promise<string> {
    const found = this.#batches.find((b) => b.batch === asked);
    if (!found)
      throw new UserError(fault('store/no-such-batch', { name: asked, nearest: '', made: [], folder: '' }));
    return found.batch;
  }

  async undoing(batch: string) {
    const stored = this.#batches.find((b) => b.batch === batch);
    if (!stored) throw new RangeError(batch);
    let faulty = 0;
    const figures = this.#figures({}, (_, of) => {
      if (of === batch) faulty++;
    });
    const own = figures.filter((values) => values.some((v) => v.source.batch === batch));
    return { undone: undoingOf(stored, own, faulty), diagnostics: [] };
  }

  async remove(batch: string): Promise<void> {
    const rest = this.#batches.filter((b) => b.batch !== batch);
    if (rest.length === this.#batches.length)
      throw new UserError(fault('store/not-removed', { problem: batch }));
    this.#batches = rest;
  }

  async verify() {
    const rows = this.#batches.flatMap(({ batch, rows }) =>
      rows.map((row, i) => ({ row, batch, line: i + 1 })),
    );
    return {
      batches: this.#batches.map((b) => b.batch),
      diagnostics: rows.flatMap(({ row, batch, line }) => checkReferences(row, batch, line, this.#catalogue)),
    };
  }
}
