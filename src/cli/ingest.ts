import { basename } from 'node:path';
import type { Export } from '../ingest/container/export.ts';
import { openExport } from '../ingest/container/open.ts';
import { type IngestResult, ingest, type Reject } from '../ingest/ingest.ts';
import { plausible } from '../ingest/plausible/index.ts';
import { related } from '../ingest/plausible/related.ts';
import { tabulate } from '../ingest/plausible/tabulate.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { Written } from '../model/observation.ts';
import { showPath } from '../project/files.ts';
import { findingText } from '../report/findings.ts';
import { csvRow } from '../report/formats/csv.ts';
import { type IngestSummary, ingestJson, ingestText } from '../report/ingest.ts';
import { formatRows } from '../store/canonical.ts';
import { isWhole } from '../store/origin.ts';
import type { Store, StoredBatch } from '../store/store.ts';
import type { Invocation, Run } from './command.ts';
import { type Context, dateOf } from './context.ts';
import { type Known, OWN, openShelf, type Shelf } from './mappings.ts';
import { TEXT_FORMATS } from './options.ts';
import { beginFile, emit, outputsOf, type Writing } from './output.ts';
import { storeOf } from './project.ts';
import { outrankedRemark, revisionRemark } from './revisions.ts';
import { reportFindings } from './show-findings.ts';

/** An export that was read, and what it is known by. */
interface Read {
  readonly file: string;
  readonly fingerprint: Fingerprint;
  readonly result: IngestResult;
  readonly known: Pick<Known, 'name' | 'hash'>;
  /** The date of --published. */
  readonly published?: string;
  /** Lets go of the export, which is read again for the places of what is doubtful; none where that was done already. */
  readonly close?: () => void;
}

/** Where rejected cells go that were asked for with --rejects: a row each, with the reason. */
function rejectsTo(writing: Writing, file: string, context: Context): (reject: Reject) => void {
  return ({ cell, text, problems }) => {
    const reasons = problems.map((p) => findingText({ ...p, args: { ...p.args, cell } }, context.style));
    writing.write(
      `${csvRow([file, cell, text, problems.map((p) => p.code).join('; '), reasons.join('; ')])}\n`,
    );
  };
}

/**
 * The batches that came of an export by a mapping, whatever its line ends are now; those of earlier versions have the
 * hash of its bytes.
 */
async function batchesFrom(
  { lf, raw }: Fingerprint,
  mappingHash: string,
  store: Store,
): Promise<readonly StoredBatch[]> {
  const found = await store.batchesOf({ sourceHash: lf, mappingHash });
  return raw === lf ? found : [...found, ...(await store.batchesOf({ sourceHash: raw, mappingHash }))];
}

/** Reads one export; nothing where it was taken before. */
async function readOne(
  exported: Export,
  shelf: Shelf,
  store: Store,
  options: { readonly dry: boolean; readonly published?: string; readonly reject?: (r: Reject) => void },
): Promise<Read | IngestSummary> {
  const { project } = shelf;
  const { name: file, fingerprint } = exported;
  const mapping = shelf.mappingFor(file, exported);
  const known = mapping ?? OWN;
  const { published } = options;
  const stored = options.dry ? [] : await batchesFrom(fingerprint, known.hash, store);
  const before = stored.find((b) => isWhole(b, published));
  if (before) return { file, mapping: known.name, taken: before.batch };
  const result = ingest({
    name: file,
    source: exported,
    catalogue: project.catalogue,
    ...(mapping ? { mapping: mapping.mapping } : {}),
    ...(published ? { published } : {}),
    ...(options.reject ? { reject: options.reject } : {}),
  });
  // the rows of a workbook are not held
  const close = exported.kind === 'text' ? exported.close : () => {};
  return { file, fingerprint, result, known, close, ...(published ? { published } : {}) };
}

/** How many texts are held open until what they say is compared with what is known: a process can open only so many. */
const HELD_OPEN = 64;

/** What was said of an export, and what is wrong or doubtful with it. */
interface Taken {
  readonly summary: IngestSummary;
  readonly findings: readonly Diagnostic[];
}

/** An export with more figures is checked by itself: what is stored beside them would fill the memory. */
const CHECKED_WITH_STORE = 200_000;

/** What no office would mean: warnings that name figures of the export, beside what is stored of their series. */
async function doubts(
  { file, result, close }: Read,
  store: Store,
  catalogue: Catalogue,
): Promise<Diagnostic[]> {
  const { figures } = result;
  const forever = { start: 0, end: Number.POSITIVE_INFINITY };
  const beside = figures.length > CHECKED_WITH_STORE ? [] : related(figures.series(), catalogue);
  const known = (await store.read(beside.map((series) => ({ ...series, within: forever })))).series;
  const { series, look } = tabulate(figures, [...known.values()].flat(), catalogue, file);
  const found = plausible(series, catalogue, look);
  if (close) return result.placed(found);
  // the cell is named all the same; the place would be that of another line where cells hold lines
  return found.map((f) => {
    if (f.file !== file) return f;
    const { line: _, column: __, ...rest } = f;
    return rest;
  });
}

/** Compares what was read with what is known and, unless it is a dry run or something was rejected, writes its batch. */
async function takeOne(
  read: Read,
  store: Store,
  { project: { catalogue } }: Shelf,
  write: boolean,
  version: string,
): Promise<Taken> {
  const { file, result, fingerprint, known } = read;
  const findings = [...result.diagnostics, ...(await doubts(read, store, catalogue))];
  read.close?.();
  const comparison = await store.compare(result.figures);
  const base = {
    file,
    encoding: result.encoding,
    mapping: known.name,
    tally: result.tally,
    comparison: comparison.counts,
    revised: [
      ...comparison.revised.map((r) => revisionRemark(r.new, [r.old], catalogue)),
      ...comparison.outranked.map((r) => outrankedRemark(r.new, r.old, catalogue)),
    ],
  };
  if (!write || result.figures.length === 0) return { summary: base, findings };
  const { rejected } = result.tally;
  const [before] = await batchesFrom(fingerprint, known.hash, store);
  // taken before without some of its cells, and nothing more has come of it
  if (before && rejected > 0 && comparison.counts.new + comparison.counts.revised === 0)
    return { summary: { ...base, taken: before.batch }, findings };
  const origin = {
    source: basename(file),
    sourceHash: fingerprint.lf,
    mapping: known.name,
    mappingHash: known.hash,
    ingested: new Date().toISOString(),
    tool: `ptrack ${version}`,
    ...(rejected > 0 ? { rejected } : {}),
    ...(read.published ? { published: read.published } : {}),
  };
  const { batch, written } = await store.append(origin, result.figures);
  return { summary: written ? { ...base, batch } : { ...base, taken: batch }, findings };
}

/** What was read of an export that is closed: of a text nothing can be looked up any more. */
function letGo({ close: _, ...read }: Read): Read {
  return read;
}

/** Reads every export before anything is written. */
async function readAll(
  { args, options, context }: Invocation,
  shelf: Shelf,
): Promise<(Read | IngestSummary)[]> {
  const rejects = options.rejects === undefined ? undefined : beginFile(String(options.rejects));
  rejects?.write('file,cell,text,code,reason\n');
  const published =
    options.published === undefined ? {} : { published: dateOf(String(options.published), '--published') };
  const store = await storeOf(shelf.project);
  const reads: (Read | IngestSummary)[] = [];
  try {
    for (const path of args) {
      const exported = await openExport(path, path === '-' ? {} : { name: showPath(path) });
      const reject = rejects ? { reject: rejectsTo(rejects, exported.name, context) } : {};
      try {
        const read = await readOne(exported, shelf, store, {
          dry: options.dryRun === true,
          ...published,
          ...reject,
        });
        if ('result' in read && (reads.length < HELD_OPEN || exported.kind === 'workbook')) reads.push(read);
        else {
          exported.close();
          reads.push('result' in read ? letGo(read) : read);
        }
      } catch (error) {
        exported.close();
        throw error;
      }
    }
    rejects?.done();
  } catch (error) {
    rejects?.abandon();
    throw error;
  }
  return reads;
}

function* allRows(reads: readonly Read[]): Iterable<Written> {
  for (const { result } of reads) yield* result.figures;
}

/** `ptrack ingest FILES…`: one batch per file; with any rejection nothing is written, unless --allow-rejects. */
export const run: Run = async (invocation) => {
  const { context, options, version } = invocation;
  if (options.infer === true) return (await import('./infer.ts')).run(invocation);
  const outputs = outputsOf(options.format, TEXT_FORMATS);
  const open = (): Shelf => openShelf(options.mapping as string | undefined);
  let shelf = open();
  let all = await readAll(invocation, shelf);
  if (options.learn === true || options.alias !== undefined) {
    const { learn } = await import('./learn.ts');
    const unknown = all.flatMap((r) => ('result' in r ? r.result.diagnostics : []));
    if (await learn(unknown, shelf.project, options, context)) {
      for (const r of all) if ('result' in r) r.close?.();
      shelf = open();
      all = await readAll(invocation, shelf);
    }
  }
  const reads = all.filter((r): r is Read => 'result' in r);
  const rejected = reads.some((r) => r.result.tally.rejected > 0);
  const dry = options.dryRun === true;
  const write = !dry && (!rejected || options.allowRejects === true);
  const taken: Taken[] = [];
  try {
    const store = await storeOf(shelf.project);
    for (const r of all)
      taken.push(
        'result' in r ? await takeOne(r, store, shelf, write, version) : { summary: r, findings: [] },
      );
  } catch (error) {
    // what was written before is there, and has to be told
    if (taken.length > 0)
      context.remark(
        ingestText(
          taken.map((t) => t.summary),
          context.style,
          write || dry,
        ).trimEnd(),
      );
    throw error;
  }
  const summaries = taken.map((t) => t.summary);
  const findings = taken.flatMap((t) => t.findings);
  await reportFindings(
    context.options.quiet ? findings.filter((f) => f.severity !== 'info') : findings,
    context,
  );
  const summary = (): string => ingestText(summaries, context.style, write || dry);
  // a dry run prints the rows; its summary is a remark, or JSON where that is asked for
  emit(
    outputs,
    (f) =>
      f === 'json' ? ingestJson(summaries, context.style) : dry ? formatRows(allRows(reads)) : summary(),
    context,
  );
  if (dry) context.remark(summary().trimEnd());
  const nothing = reads.some((r) => r.result.diagnostics.some((d) => d.code === 'ingest/nothing-read'));
  return nothing || (rejected && options.allowRejects !== true) ? 1 : 0;
};
