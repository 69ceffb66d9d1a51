import { basename, dirname, join } from 'node:path';
import { fingerprintOf, isKnownBy } from '../model/fingerprint.ts';
import type { Undoing } from '../model/history.ts';
import { listFiles, readBytes, showPath } from '../project/files.ts';
import { loadProject, type Project } from '../project/workspace.ts';
import { undoDocument } from '../report/documents/undo.ts';
import type { Run } from './command.ts';
import { outputsAsked, show } from './output.ts';
import { storeOf } from './project.ts';
import { reportFindings } from './show-findings.ts';

/** Whether a file can be opened and is the one of that hash. */
function hasHash(path: string, hash: string | undefined): boolean {
  try {
    return isKnownBy(fingerprintOf(readBytes(path)), hash);
  } catch {
    return false; // one that can't be opened can't be taken again
  }
}

/** The export a batch was read from, where the data folder still has it as it was. */
function exportOf({ source, sourceHash }: Undoing, project: Project): string | undefined {
  if (source === undefined) return undefined;
  const dir = join(project.dataDir, 'observations');
  const path = listFiles(project.dataDir, [source]).find(
    (p) => basename(p) === source && dirname(p) !== dir && hasHash(p, sourceHash),
  );
  return path === undefined ? undefined : showPath(path);
}

/** `ptrack undo BATCH`: removes one batch, and says what that changes. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsAsked(options);
  const isDry = options.dryRun === true;
  const project = loadProject('.');
  const store = await storeOf(project);
  const batch = await store.findBatch(args[0] ?? '');
  const { undone, diagnostics } = await store.undoing(batch);
  const told = {
    ...undone,
    removed: !isDry,
    export: exportOf(undone, project),
    data: showPath(project.dataDir),
  };
  if (!isDry) await store.remove(batch);
  await show(undoDocument(told, project.catalogue, context.style.language), outputs, context);
  await reportFindings(diagnostics, context);
  return 0;
};
