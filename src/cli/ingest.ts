import { basename } from 'node:path';
import { type IngestResult, ingest } from '../ingest/ingest.ts';
import { readBytes, showPath } from '../project/files.ts';
import type { Project } from '../project/workspace.ts';
import { type IngestSummary, ingestJson, ingestText } from '../report/ingest.ts';
import { writeBatch } from '../store/batch.ts';
import { formatRows } from '../store/canonical.ts';
import { openFolder } from '../store/folder.ts';
import { sha256 } from '../store/hash.ts';
import { type Run, TEXT_FORMATS } from './commands.ts';
import { dateOf } from './context.ts';
import { reportFindings } from './located.ts';
import { type Known, OWN, openShelf, type Shelf } from './mappings.ts';
import { emit, outputsOf } from './output.ts';
import { batchDir } from './project.ts';
import { outrankedRemark, revisionRemark } from './revisions.ts';

interface Read {
  readonly file: string;
  readonly result: IngestResult;
  readonly known: Known | undefined;
  readonly sourceHash: string;
}

/** Reads one export and, unless it is a dry run or something was rejected, writes its batch. */
function takeOne(read: Read, project: Project, write: boolean, version: string): IngestSummary {
  const { file, result, sourceHash } = read;
  const { name, hash } = read.known ?? OWN;
  const comparison = openFolder(batchDir(project), project.catalogue).compare(result.observations);
  const base = {
    file,
    encoding: result.encoding,
    mapping: name,
    tally: result.tally,
    comparison,
    revised: [
      ...comparison.revised.map((r) => revisionRemark(r.new, [r.old], project.catalogue)),
      ...comparison.outranked.map((r) => outrankedRemark(r.new, r.old, project.catalogue)),
    ],
  };
  if (!write || result.observations.length === 0) return base;
  const origin = {
    source: basename(file),
    sourceHash,
    mapping: name,
    mappingHash: hash,
    ingested: new Date().toISOString(),
    tool: `ptrack ${version}`,
  };
  const { file: batch, written } = writeBatch(batchDir(project), origin, result.observations);
  return written ? { ...base, batch } : { ...base, taken: batch };
}

/** Reads every file before anything is written. Returns the readings, and the files already taken. */
function readAll(
  files: readonly string[],
  shelf: Shelf,
  options: Parameters<Run>[0]['options'],
): { reads: Read[]; taken: IngestSummary[] } {
  const { project } = shelf;
  const folder = openFolder(batchDir(project), project.catalogue);
  const published =
    options.published === undefined ? undefined : dateOf(String(options.published), '--published');
  const reads: Read[] = [];
  const taken: IngestSummary[] = [];
  for (const path of files) {
    const file = showPath(path);
    const bytes = readBytes(path);
    const mapping = shelf.mappingFor(file, bytes);
    const sourceHash = sha256(bytes);
    const before =
      options.dryRun === true ? undefined : folder.alreadyTaken(sourceHash, (mapping ?? OWN).hash);
    if (before) {
      taken.push({ file, mapping: (mapping ?? OWN).name, taken: before.file });
      continue;
    }
    const result = ingest({
      name: file,
      bytes,
      catalogue: project.catalogue,
      ...(mapping ? { mapping: mapping.mapping } : {}),
      ...(published ? { published } : {}),
    });
    reads.push({ file, result, known: mapping, sourceHash });
  }
  return { reads, taken };
}

/** `ptrack ingest FILES…`: one batch per file; with any rejection nothing is written, unless --allow-rejects. */
export const run: Run = async (invocation) => {
  const { context, args, options, version } = invocation;
  if (options.infer === true) return (await import('./infer.ts')).run(invocation);
  const outputs = outputsOf(options.format, TEXT_FORMATS);
  const shelf = openShelf(options.mapping as string | undefined);
  const { project } = shelf;
  const { reads, taken } = readAll(args, shelf, options);
  const rejected = reads.some((r) => r.result.tally.rejected > 0);
  const dry = options.dryRun === true;
  const write = !dry && (!rejected || options.allowRejects === true);
  const summaries = [...taken, ...reads.map((r) => takeOne(r, project, write, version))];
  const findings = reads.flatMap((r) => r.result.diagnostics);
  await reportFindings(
    context.options.quiet ? findings.filter((f) => f.severity !== 'info') : findings,
    context,
  );
  const summary = (): string => ingestText(summaries, context.style, write || dry);
  // a dry run prints the rows; its summary is a remark, or JSON where that is asked for
  const rows = (): string => formatRows(reads.flatMap((r) => r.result.observations));
  emit(
    outputs,
    (f) => (f === 'json' ? ingestJson(summaries, context.style) : dry ? rows() : summary()),
    context,
  );
  if (dry) context.remark(summary().trimEnd());
  return rejected && options.allowRejects !== true ? 1 : 0;
};
