import { Buffer } from 'node:buffer';
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import type { Standing } from '../model/history.ts';
import { type Observation, type SeriesRequest, seriesKey, type Written } from '../model/observation.ts';
import { contains, type Period } from '../model/period.ts';
import type { Row } from './canonical.ts';
import { Comparing, type Comparison } from './compare.ts';
import { spanOf, wasKnown, wrongUnit } from './figure.ts';
import { isOf, parseHead, type Taking } from './head.ts';
import { Ledger } from './ledger.ts';
import { byAge, type Revision, settleFigure, standingsOf } from './revise.ts';
import { type Batch, scanBatch } from './scan.ts';

export interface ReadOptions {
  /** Month number: spans that end later are left out. */
  readonly asOf?: number;
  /** ISO date: what was ingested or published later is left out. */
  readonly knownOn?: string;
}

export interface ReadResult {
  /** What counts, by seriesKey, in the order of time. Every series asked for is there. */
  readonly series: ReadonlyMap<string, readonly Observation[]>;
  /** Figures of which other values were published. */
  readonly revisions: readonly Revision[];
  /** Batches and rows that could not be read. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface VintageResult {
  readonly vintages: readonly (Observation & { readonly standing: Standing })[];
  /** Batches and rows that could not be read. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything the open folder holds of the series asked for, before it is settled what counts. */
type Said = Map<string, Map<string, Observation[]>>;

function listBatches(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith('.csv') && !name.startsWith('.'))
      .sort()
      .map((name) => join(dir, name));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return []; // nothing was ingested yet
    throw new UserError(fault('store/unreadable', { problem: code ?? '' }, { file: dir }));
  }
}

const unreadable = (error: unknown, file: string): Diagnostic =>
  fault('store/unreadable', { problem: (error as NodeJS.ErrnoException).code ?? '' }, { file });

/** Longer than the first two lines of any batch. */
const HEAD_ROOM = 1 << 16;

/** The head of a batch; its rows are read when they are asked for. Undefined: it is none. */
function openBatch(file: string): Batch | undefined {
  const start = Buffer.alloc(HEAD_ROOM);
  const handle = openSync(file, 'r');
  let length = 0;
  try {
    length = readSync(handle, start, 0, HEAD_ROOM, 0);
  } finally {
    closeSync(handle);
  }
  const head = parseHead(start.subarray(0, length).toString());
  let bytes: string | undefined;
  return (
    head && {
      file,
      head,
      get bytes() {
        try {
          bytes ??= readFileSync(file, 'latin1');
        } catch (error) {
          throw new UserError(unreadable(error, file));
        }
        return bytes;
      },
    }
  );
}

interface Loaded {
  /** The earliest ingested first. */
  readonly batches: readonly Batch[];
  /** Files that are no batches. */
  readonly broken: readonly Diagnostic[];
  /** Files that can't be opened. */
  readonly closed: readonly Diagnostic[];
}

/** Figures that can be gone through again and again. */
type Figures = Iterable<Written> & { readonly length: number };

/** A folder of batches (批次), the observations of a project. Files are read when first needed. */
export class Folder {
  readonly dir: string;
  readonly catalogue: Catalogue;
  #loaded: Loaded | undefined;

  constructor(dir: string, catalogue: Catalogue) {
    this.dir = dir;
    this.catalogue = catalogue;
  }

  #read(): Loaded {
    if (this.#loaded) return this.#loaded;
    const batches: Batch[] = [];
    const broken: Diagnostic[] = [];
    const closed: Diagnostic[] = [];
    for (const file of this.files()) {
      try {
        const batch = openBatch(file);
        if (batch) batches.push(batch);
        else broken.push(fault('store/no-batch', {}, { file, line: 1, column: 1 }));
      } catch (error) {
        closed.push(unreadable(error, file));
      }
    }
    batches.sort((a, b) =>
      a.head.ingested < b.head.ingested ? -1 : a.head.ingested > b.head.ingested ? 1 : 0,
    );
    this.#loaded = { batches, broken, closed };
    return this.#loaded;
  }

  #load(): Loaded {
    const loaded = this.#read();
    if (loaded.closed.length > 0) throw new UserError(...loaded.closed);
    return loaded;
  }

  /** The files that are batches or ought to be. */
  files(): string[] {
    return listBatches(this.dir);
  }

  /** The batches that can be read, the earliest ingested first, and the files that can't. */
  survey(): { readonly batches: readonly Batch[]; readonly faults: readonly Diagnostic[] } {
    const { batches, broken, closed } = this.#read();
    return { batches, faults: [...broken, ...closed] };
  }

  /** The batches, the earliest ingested first. Throws UserError where one can't be opened. */
  batches(): readonly Batch[] {
    return this.#load().batches;
  }

  /** Files of the folder that are no batches. */
  broken(): readonly Diagnostic[] {
    return this.#load().broken;
  }

  /** The batch that an export gave by a mapping, where it has been taken already, and whole. */
  alreadyTaken(taking: Taking): Batch | undefined {
    return this.batches().find((b) => isOf(b.head, taking));
  }

  #said(requests: readonly SeriesRequest[], options: ReadOptions, broken: Diagnostic[]): Said {
    const { asOf = Number.POSITIVE_INFINITY, knownOn } = options;
    const within = new Map<string, Period[]>();
    const said: Said = new Map();
    for (const r of requests) {
      const key = `${r.indicator},${r.region}`;
      within.set(key, [...(within.get(key) ?? []), r.within]);
      said.set(seriesKey(r.indicator, r.region), new Map());
    }
    const wanted = new Set(within.keys());
    for (const batch of this.batches()) {
      const { ingested, source: origin } = batch.head;
      if (!wasKnown(ingested, knownOn)) continue;
      const take = (row: Row, line: number): void => {
        const period = spanOf(row, this.catalogue);
        if (period.end > asOf || !wasKnown(row.published, knownOn)) return;
        if (!within.get(`${row.indicator},${row.region}`)?.some((w) => contains(w, period))) return;
        const wrong = wrongUnit(row, this.catalogue, batch.file, line);
        if (wrong) {
          broken.push(wrong);
          return;
        }
        const { cell, number: _, ...observation } = row;
        const figures = said.get(seriesKey(row.indicator, row.region));
        const key = `${period.start}/${period.end}`;
        const o = {
          ...observation,
          period,
          source: { batch: batch.file, line, file: origin, cell, ingested },
        };
        const earlier = figures?.get(key);
        if (earlier) earlier.push(o);
        else figures?.set(key, [o]);
      };
      scanBatch(batch, wanted, this.catalogue.units, take, (d) => broken.push(d));
    }
    return said;
  }

  /**
   * The observations of the series asked for, as they count now: of one figure the latest published, then the
   * latest ingested; bounds give way to exact figures, deleted ones are gone. Stocks come as their closing month.
   * Throws UserError where the folder or a batch can't be opened.
   */
  read(requests: readonly SeriesRequest[], options: ReadOptions = {}): ReadResult {
    const diagnostics = [...this.#load().broken];
    const revisions: Revision[] = [];
    const series = new Map<string, Observation[]>();
    for (const [key, figures] of this.#said(requests, options, diagnostics)) {
      const counting: Observation[] = [];
      for (const all of figures.values()) {
        const settled = settleFigure(all);
        if (!settled) continue;
        counting.push(settled.current);
        if (settled.others.length > 0) revisions.push(settled);
      }
      counting.sort((a, b) => a.period.end - b.period.end || a.period.start - b.period.start);
      series.set(key, counting);
    }
    return { series, revisions, diagnostics };
  }

  /**
   * Everything that was ever said of one series, in the order of time and then of age: what of it counts, and what
   * became of the rest. Throws UserError where the folder or a batch can't be opened.
   */
  vintages(request: SeriesRequest, options: ReadOptions = {}): VintageResult {
    const diagnostics = [...this.#load().broken];
    const [figures] = this.#said([request], options, diagnostics).values();
    const inTime = [...(figures?.values() ?? [])].sort(
      ([a], [b]) => (a && b && (a.period.end - b.period.end || a.period.start - b.period.start)) || 0,
    );
    const vintages = inTime.flatMap((said) => {
      const sorted = said.sort(byAge);
      const standings = standingsOf(sorted);
      return sorted.map((o, i) => ({ ...o, standing: standings[i] ?? 'counts' }));
    });
    return { vintages, diagnostics };
  }

  /** The regions of the catalogue that have figures of an indicator, in the order of the catalogue. */
  regionsWith(indicator: string): string[] {
    const wanted = new Set([...this.catalogue.regions.keys()].map((region) => `${indicator},${region}`));
    const found = new Set<string>();
    for (const batch of this.batches())
      scanBatch(
        batch,
        wanted,
        this.catalogue.units,
        (row) => found.add(row.region),
        () => {},
      );
    return [...this.catalogue.regions.keys()].filter((region) => found.has(region));
  }

  /** What figures about to be written change in what counts now. They are gone through twice. */
  compare(figures: Figures): Comparison {
    const comparing = new Comparing(new Date().toISOString());
    const batches = this.batches();
    if (batches.length === 0) comparing.unknown(figures.length);
    else {
      const series = new Set<string>();
      for (const { indicator, region } of figures) series.add(`${indicator},${region}`);
      const ledger = new Ledger(batches, this.catalogue, { series });
      for (const row of figures) comparing.add(row, ledger.words(row));
    }
    return comparing.result();
  }
}

/** Opens a folder of batches; one that is not there yet is empty. Nothing is read before it is asked for. */
export const openFolder = (dir: string, catalogue: Catalogue): Folder => new Folder(dir, catalogue);
