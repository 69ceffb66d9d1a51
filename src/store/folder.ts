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

/** A series that is asked for: over which spans, and all that the batches say of it, in the order they say it. */
interface Said {
  readonly indicator: string;
  readonly region: string;
  readonly within: Period[];
  readonly words: Observation[];
}

const inTime = (a: Observation, b: Observation): number =>
  a.period.end - b.period.end || a.period.start - b.period.start;

/** All that was said of each figure of a series, figure by figure in the order of time. */
function* figuresOf(words: Observation[]): Generator<readonly Observation[]> {
  // what was said of one figure stays in its order
  words.sort(inTime);
  let from = 0;
  for (let at = 1; at <= words.length; at++) {
    const [first, next] = [words[from], words[at]];
    if (first && next && inTime(first, next) === 0) continue;
    yield words.slice(from, at);
    from = at;
  }
}

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
    if (loaded.closed.length > 0) throw new UserError(loaded.closed);
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

  /** The series asked for by `indicator,region`, with what the batches say of them before it is settled what counts. */
  #said(
    requests: readonly SeriesRequest[],
    options: ReadOptions,
    broken: Diagnostic[],
  ): ReadonlyMap<string, Said> {
    const { asOf = Number.POSITIVE_INFINITY, knownOn } = options;
    const said = new Map<string, Said>();
    for (const { indicator, region, within } of requests) {
      const key = `${indicator},${region}`;
      const known = said.get(key);
      if (known) known.within.push(within);
      else said.set(key, { indicator, region, within: [within], words: [] });
    }
    const wanted = new Set(said.keys());
    for (const batch of this.batches()) {
      const { file: path, head } = batch;
      const { ingested, source: file } = head;
      if (!wasKnown(ingested, knownOn)) continue;
      // a series mostly stands in rows one below the other
      let series: Said | undefined;
      const take = (row: Row, line: number): void => {
        if (row.indicator !== series?.indicator || row.region !== series.region)
          series = said.get(`${row.indicator},${row.region}`);
        const period = spanOf(row, this.catalogue);
        if (!series || period.end > asOf || !wasKnown(row.published, knownOn)) return;
        if (!series.within.some((w) => contains(w, period))) return;
        const wrong = wrongUnit(row, this.catalogue, path, line);
        if (wrong) {
          broken.push(wrong);
          return;
        }
        const { indicator, region } = series;
        const { value, decimals, unit, bound, status, published, cell } = row;
        const source = { batch: path, line, file, cell, ingested };
        const plain = { indicator, region, period, value, decimals, unit, source };
        // made in one piece where nothing is remarkable: there are many of them
        series.words.push(
          bound || status || published
            ? {
                ...plain,
                ...(bound && { bound }),
                ...(status && { status }),
                ...(published && { published }),
              }
            : plain,
        );
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
    const series = new Map<string, readonly Observation[]>();
    for (const { indicator, region, words } of this.#said(requests, options, diagnostics).values()) {
      const counting: Observation[] = [];
      for (const all of figuresOf(words)) {
        const settled = settleFigure(all);
        if (!settled) continue;
        counting.push(settled.current);
        if (settled.others.length > 0) revisions.push(settled);
      }
      series.set(seriesKey(indicator, region), counting);
    }
    return { series, revisions, diagnostics };
  }

  /**
   * Everything that was ever said of one series, in the order of time and then of age: what of it counts, and what
   * became of the rest. Throws UserError where the folder or a batch can't be opened.
   */
  vintages(request: SeriesRequest, options: ReadOptions = {}): VintageResult {
    const diagnostics = [...this.#load().broken];
    const [said] = this.#said([request], options, diagnostics).values();
    const vintages = [...figuresOf(said?.words ?? [])].flatMap((words) => {
      const sorted = [...words].sort(byAge);
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
