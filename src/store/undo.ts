import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Diagnostic, fault, finding, UserError } from '../model/diagnostic.ts';
import type { Changes, FigureChange, Held, Undoing } from '../model/history.ts';
import { syncFolder } from './batch.ts';
import { HEADER } from './canonical.ts';
import type { Folder } from './folder.ts';
import { Ledger } from './ledger.ts';
import { sameFigure, standing } from './revise.ts';

/** Changes that are kept to be shown, of each sort. */
const SHOWN = 1000;

/** Changes as they are counted. */
interface Count extends Changes {
  count: number;
  readonly first: FigureChange[];
}

function add(changes: Count, change: FigureChange): void {
  changes.count++;
  if (changes.first.length < SHOWN) changes.first.push(change);
}

/** The value that stands, none where it is withdrawn. */
function valueNow(words: readonly Held[]): Held | undefined {
  const word = standing(words);
  return word?.status === 'deleted' ? undefined : word;
}

/** What no figure was read from: it changes nothing. */
const nothing = (batch: string): Undoing => ({
  batch,
  figures: 0,
  faulty: 0,
  restored: { count: 0, first: [] },
  gone: { count: 0, first: [] },
  unchanged: 0,
});

/** That what counts was reckoned without something that can't be read. */
const reckonedWithout = (file: string): Diagnostic =>
  finding('warning', 'store/reckoned-without', {}, { file, line: 1, column: 1 });

/**
 * What taking back a batch changes, and the other batches that can't be read whole. One whose own head can't be read
 * counted for nothing, and changes nothing.
 */
export function undoing(
  folder: Folder,
  file: string,
): { readonly undone: Undoing; readonly without: readonly Diagnostic[] } {
  const { batches, faults } = folder.survey();
  const of = batches.findIndex((b) => b.file === file);
  const head = batches[of]?.head;
  if (!head) return { undone: nothing(file), without: [] };
  const restored: Count = { count: 0, first: [] };
  const gone: Count = { count: 0, first: [] };
  const broken = new Set(faults.map((f) => f.file ?? ''));
  let [figures, faulty, unchanged] = [0, 0, 0];
  const onFault = (_: unknown, at: number): void => {
    if (at === of) faulty++;
    else broken.add(batches[at]?.file ?? '');
  };
  for (const figure of new Ledger(batches, folder.catalogue, { of, fault: onFault }).figures()) {
    figures++;
    const words = figure.words();
    const [before, after] = [valueNow(words), valueNow(words.filter((w) => w.source.batch !== file))];
    const [first] = words;
    if (!first || (before && after ? sameFigure(before, after) : before === after)) unchanged++;
    else {
      const { indicator, region, period } = first;
      const change = { indicator, region, period, ...(before ? { old: before } : {}) };
      if (after) add(restored, { ...change, new: after });
      else add(gone, change);
    }
  }
  const { source, sourceHash, mapping, ingested } = head;
  return {
    undone: {
      batch: file,
      source,
      sourceHash,
      mapping,
      ingested,
      figures,
      faulty,
      restored,
      gone,
      unchanged,
    },
    without: [...broken].map(reckonedWithout),
  };
}

/** A name that only a batch has. */
const BATCH_NAME = /^\d{4}-\d{2}-\d{2}-.+-[0-9a-f]{8}(?:-\d+)?\.csv$/;

/** Whether a file that can't be read as a batch was one before it was damaged: by its name, its comment or its header. */
function wasBatch(file: string): boolean {
  if (!lstatSync(file).isFile()) return false;
  if (BATCH_NAME.test(basename(file))) return true;
  const [first = '', second = ''] = readFileSync(file, 'utf8').split(/\r?\n/, 2);
  return first.startsWith('# {') || first === HEADER || second === HEADER;
}

/** Runs what touches a file; what the system refuses is the user's to mend. */
function onFile<T>(code: 'store/unreadable' | 'store/not-removed', file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { code: problem, syscall } = error as NodeJS.ErrnoException;
    if (problem === undefined || syscall === undefined) throw error;
    throw new UserError(fault(code, { problem }, { file, line: 1, column: 1 }));
  }
}

/** Throws UserError where a file of the folder is neither a batch nor what is left of one: it may be the only copy. */
export function requireBatch(folder: Folder, file: string): void {
  const isSound = folder.survey().batches.some((b) => b.file === file);
  if (!isSound && !onFile('store/unreadable', file, () => wasBatch(file)))
    throw new UserError(fault('store/not-undone', {}, { file, line: 1, column: 1 }));
}

/** Removes the file of a batch and nothing else. Throws UserError where that can't be; nothing is changed then. */
export function removeBatch(file: string): void {
  onFile('store/not-removed', file, () => rmSync(file));
  syncFolder(dirname(file));
}
