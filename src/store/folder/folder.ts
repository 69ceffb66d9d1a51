import type { Catalogue } from '../../model/catalogue.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { type Observation, type SeriesRequest, seriesKey, type Written } from '../../model/observation.ts';
import { Comparing, type Comparison } from '../compare.ts';
import { type ExportHashes, isOf, type Origin } from '../origin.ts';
import { settleSeries, vintagesOf } from '../series.ts';
import type { Revision } from '../settle.ts';
import type {
  Appended,
  FigureList,
  LogResult,
  ReadResult,
  Store,
  StoredBatch,
  UndoResult,
  VerifyResult,
  View,
  VintagesResult,
} from '../store.ts';
import { BatchFiles } from './batch-files.ts';
import { collectSeries } from './collect.ts';
import { findBatch, shortNames } from './find-batch.ts';
import { Ledger } from './ledger.ts';
import { logOf } from './log.ts';
import { scanBatch, storedBatch } from './scan.ts';
import { removeBatch, requireBatch, undoing } from './undo.ts';
import { verifyBatches } from './verify.ts';
import { writeBatch } from './write-batch.ts';

/** A folder of batches, a CSV file each; a batch's id is the path of its file. */
class Folder implements Store {
  readonly #files: BatchFiles;
  readonly #catalogue: Catalogue;

  constructor(dir: string, catalogue: Catalogue) {
    this.#files = new BatchFiles(dir);
    this.#catalogue = catalogue;
  }

  async read(requests: readonly SeriesRequest[], view: View = {}): Promise<ReadResult> {
    const { batches, broken } = this.#files.all();
    const diagnostics: Diagnostic[] = [...broken];
    const revisions: Revision[] = [];
    const series = new Map<string, readonly Observation[]>();
    for (const { indicator, region, vintages } of collectSeries(
      batches,
      requests,
      view,
      this.#catalogue,
      (finding) => diagnostics.push(finding),
    )) {
      const settled = settleSeries(vintages);
      series.set(seriesKey(indicator, region), settled.counting);
      for (const r of settled.revisions) revisions.push(r);
    }
    return { series, revisions, diagnostics };
  }

  async vintages(request: SeriesRequest, view: View = {}): Promise<VintagesResult> {
    const { files, batches, broken } = this.#files.all();
    const diagnostics: Diagnostic[] = [...broken];
    const [only] = collectSeries(batches, [request], view, this.#catalogue, (finding) =>
      diagnostics.push(finding),
    );
    const names = shortNames(files);
    return { vintages: vintagesOf(only?.vintages ?? [], (batch) => names.get(batch) ?? batch), diagnostics };
  }

  async regionsWith(indicator: string): Promise<readonly string[]> {
    const codes = [...this.#catalogue.regions.keys()];
    const wanted = new Set(codes.map((region) => `${indicator},${region}`));
    const found = new Set<string>();
    for (const batch of this.#files.all().batches)
      scanBatch(
        batch,
        wanted,
        this.#catalogue.units,
        (row) => found.add(row.region),
        () => {},
      );
    return codes.filter((region) => found.has(region));
  }

  async log(knownOn?: string): Promise<LogResult> {
    return logOf(this.#files.survey(), this.#catalogue, knownOn);
  }

  async batchesOf(hashes: ExportHashes): Promise<readonly StoredBatch[]> {
    return this.#files
      .all()
      .batches.filter((b) => isOf(b.head, hashes))
      .map(storedBatch);
  }

  async compare(figures: FigureList): Promise<Comparison> {
    const comparing = new Comparing();
    const { batches } = this.#files.all();
    if (batches.length === 0) comparing.unknown(figures.length);
    else {
      const series = new Set<string>();
      for (const { indicator, region } of figures) series.add(`${indicator},${region}`);
      const ledger = new Ledger(batches, this.#catalogue, { series });
      for (const figure of figures) comparing.add(figure, ledger.vintagesOf(figure));
    }
    return comparing.result();
  }

  async append(origin: Origin, figures: Iterable<Written>): Promise<Appended> {
    return writeBatch(this.#files.dir, origin, figures);
  }

  async findBatch(asked: string): Promise<string> {
    const survey = this.#files.survey();
    const file = findBatch(asked, this.#files.dir, survey);
    requireBatch(survey, file);
    return file;
  }

  async undoing(batch: string): Promise<UndoResult> {
    return undoing(this.#files.survey(), batch, this.#catalogue);
  }

  async remove(batch: string): Promise<void> {
    removeBatch(batch);
  }

  async verify(): Promise<VerifyResult> {
    return verifyBatches(this.#files.all(), this.#catalogue);
  }
}

/** Opens a folder of batches as a store; one that is not there yet is empty. Nothing is read before it is asked for. */
export const openFolder = (dir: string, catalogue: Catalogue): Store => new Folder(dir, catalogue);
