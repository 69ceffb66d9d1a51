import { basename } from 'node:path';
import { isOwnOutput } from '../ingest/canonical.ts';
import { mappingsFor } from '../ingest/choose.ts';
import { type IngestResult, ingest } from '../ingest/ingest.ts';
import { toMapping } from '../ingest/mapping.ts';
import type { Mapping } from '../ingest/mapping-types.ts';
import { fault, UserError } from '../model/diagnostic.ts';
import { readBytes, showPath } from '../project/files.ts';
import { type Document, loadProject, type Project } from '../project/workspace.ts';
import { type IngestSummary, ingestJson, ingestText } from '../report/ingest.ts';
import { writeBatch } from '../store/batch.ts';
import { formatRows } from '../store/canonical.ts';
import { openFolder } from '../store/folder.ts';
import { sha256 } from '../store/hash.ts';
import { type Run, TEXT_FORMATS } from './commands.ts';
import { type Context, contextOf, dateOf } from './context.ts';
import { reportFindings } from './located.ts';
import { emit, outputsOf } from './output.ts';
import { batchDir, findingsOf } from './project.ts';
import { revisionRemark } from './revisions.ts';

/** A mapping, where it stands, and what it is known by in batches. */
interface Known {
  readonly mapping: Mapping;
  readonly files: readonly string[];
  readonly name: string;
  readonly hash: string;
}

function known({ file, doc }: Document): Known {
  try {
    const mapping = toMapping(doc);
    // a remark or a title changes nothing of what is read
    const { title: _title, note: _note, ...meaning } = doc;
    return {
      mapping,
      files: mapping.files,
      name: mapping.id ?? basename(file),
      hash: sha256(JSON.stringify(meaning)),
    };
  } catch (error) {
    if (error instanceof UserError) throw new UserError(...error.diagnostics.map((d) => ({ ...d, file })));
    throw error;
  }
}

/** Loads the project; a fault in its catalogues or mappings is told before anything is read by them. */
function loadForIngest(mapping: string | undefined): Project {
  const project = loadProject('.', mapping === undefined ? [] : [mapping]);
  const planFiles = new Set(project.plans.map((p) => p.file));
  const faults = findingsOf(project).filter((d) => d.severity === 'error' && !planFiles.has(d.file ?? ''));
  // a broken plan is no reason not to take figures; a broken catalogue or mapping is
  const grave = faults.filter((d) => d.file === undefined || !/plan|same_as/.test(d.code));
  if (grave.length > 0) throw new UserError(...grave);
  return project;
}

/** The one mapping for a file: the one named, or the one whose file patterns fit. None for ptrack's own output. */
function mappingFor(
  file: string,
  bytes: Uint8Array,
  all: readonly Known[],
  project: Project,
  asked?: string,
): Known | undefined {
  if (asked !== undefined) {
    const path = showPath(asked);
    const found = project.mappings.find((m) => m.file === path);
    if (!found) throw new UserError(fault('ingest/not-a-mapping', { file: path }));
    return known(found);
  }
  if (isOwnOutput(new TextDecoder().decode(bytes.subarray(0, 4096)))) return undefined;
  const fitting = mappingsFor(file, all);
  const [only] = fitting;
  if (only && fitting.length === 1) return only;
  const args = { name: basename(file), mappings: fitting.map((m) => m.name) };
  throw new UserError(
    fault(fitting.length === 0 ? 'ingest/no-mapping' : 'ingest/several-mappings', args, { file }),
  );
}

interface Read {
  readonly file: string;
  readonly result: IngestResult;
  readonly known: Known | undefined;
  readonly sourceHash: string;
}

const OWN = { name: 'batch/v1', hash: sha256('batch/v1') };

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
    revised: comparison.revised.map((r) => revisionRemark(r.new, [r.old], project.catalogue)),
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
  project: Project,
  options: Parameters<Run>[0]['options'],
): { reads: Read[]; taken: IngestSummary[] } {
  const mappings = options.mapping === undefined ? project.mappings.map(known) : [];
  const folder = openFolder(batchDir(project), project.catalogue);
  const published =
    options.published === undefined ? undefined : dateOf(String(options.published), '--published');
  const reads: Read[] = [];
  const taken: IngestSummary[] = [];
  for (const path of files) {
    const file = showPath(path);
    const bytes = readBytes(path);
    const mapping = mappingFor(file, bytes, mappings, project, options.mapping as string | undefined);
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

function printDryRun(reads: readonly Read[], context: Context): void {
  context.out(formatRows(reads.flatMap((r) => r.result.observations)));
}

/** `ptrack ingest FILES…`: one batch per file; with any rejection nothing is written, unless --allow-rejects. */
export const run: Run = async ({ context: given, args, options, version }) => {
  const outputs = outputsOf(options.format, TEXT_FORMATS);
  const project = loadForIngest(options.mapping as string | undefined);
  const context = project.config.language ? contextOf(given.options, project.config.language) : given;
  const { reads, taken } = readAll(args, project, options);
  const rejected = reads.some((r) => r.result.tally.rejected > 0);
  const dry = options.dryRun === true;
  const write = !dry && (!rejected || options.allowRejects === true);
  const summaries = [...taken, ...reads.map((r) => takeOne(r, project, write, version))];
  await reportFindings(
    reads.flatMap((r) => r.result.diagnostics),
    context,
  );
  if (dry) {
    printDryRun(reads, context);
    for (const line of ingestText(summaries, context.errorStyle, write || dry)
      .trimEnd()
      .split('\n'))
      context.remark(line);
  } else
    emit(
      outputs,
      (f) =>
        f === 'json' ? ingestJson(summaries, context.style) : ingestText(summaries, context.style, write),
      context,
    );
  return rejected && options.allowRejects !== true ? 1 : 0;
};
