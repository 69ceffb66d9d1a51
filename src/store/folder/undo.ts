import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Catalogue } from '../../model/catalogue.ts';
import { type Diagnostic, fault, UserError } from '../../model/diagnostic.ts';
import type { Held } from '../../model/history.ts';
import { HEADER } from '../canonical.ts';
import type { UndoResult } from '../store.ts';
import { undoingNothing, undoingOf } from '../undoing.ts';
import type { Survey } from './batch-files.ts';
import { Ledger } from './ledger.ts';
import { storedBatch } from './scan.ts';
import { syncFolder } from './write-batch.ts';

/** That what counts was worked out without something that can't be read. */
const reckonedWithout = (file: string): Diagnostic => ({
  code: 'store/reckoned-without',
  severity: 'warning',
  args: {},
  file,
  line: 1,
  column: 1,
});

function* vintagesIn(ledger: Ledger): Generator<readonly Held[]> {
  for (const figure of ledger.figures()) yield figure.vintages();
}

/**
 * What taking back a batch changes, and the other batches that can't be read whole. One whose own head can't be read
 * counted for nothing, and changes nothing.
 */
export function undoing(survey: Survey, file: string, catalogue: Catalogue): UndoResult {
  const { batches, broken, closed } = survey;
  const of = batches.findIndex((b) => b.file === file);
  const batch = batches[of];
  if (!batch) return { undone: undoingNothing(file), diagnostics: [] };
  const without = new Set([...broken, ...closed].map((f) => f.file ?? ''));
  let faulty = 0;
  const ledger = new Ledger(batches, catalogue, {
    of,
    fault: (_, at) => {
      if (at === of) faulty++;
      else without.add(batches[at]?.file ?? '');
    },
  });
  return {
    undone: undoingOf(storedBatch(batch), vintagesIn(ledger), faulty),
    diagnostics: [...without].map(reckonedWithout),
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
function onFile<T>(code: string, file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const { code: problem, syscall } = error as NodeJS.ErrnoException;
    if (problem === undefined || syscall === undefined) throw error;
    throw new UserError(fault(code, { problem }, { file, line: 1, column: 1 }));
  }
}

/** Throws UserError where a file of the folder is neither a batch nor what is left of one: it may be the only copy. */
export function requireBatch({ batches }: Survey, file: string): void {
  const isSound = batches.some((b) => b.file === file);
  if (!isSound && !onFile('store/unreadable', file, () => wasBatch(file)))
    throw new UserError(fault('store/not-undone', {}, { file, line: 1, column: 1 }));
}

/** Removes the file of a batch and nothing else. Throws UserError where that can't be; nothing is changed then. */
export function removeBatch(file: string): void {
  onFile('store/not-removed', file, () => rmSync(file));
  syncFolder(dirname(file));
}
