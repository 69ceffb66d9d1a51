import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openExport } from '../ingest/container/open.ts';
import { ingest } from '../ingest/ingest.ts';
import type { Mapping } from '../ingest/mapping/mapping.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { nearest } from '../model/names.ts';
import type { Written } from '../model/observation.ts';
import { readBytes, showPath } from '../project/files.ts';
import type { Project } from '../project/workspace.ts';
import { type MappingTest, mappingsTestDocument } from '../report/documents/mappings-test.ts';
import { formatRows } from '../store/canonical.ts';
import { diffRows, isSameRows } from '../store/row-diff.ts';
import type { Run } from './command.ts';
import { choose } from './context.ts';
import { loadReadable, understand } from './mappings.ts';
import { outputsAsked, show, writeWhole } from './output.ts';
import { locateAll } from './show-findings.ts';

/** A mapping's file, and what it means or what is wrong with it. */
interface Candidate {
  readonly file: string;
  /** The name of its file without the ending: its sample and its rows are called by it. */
  readonly name: string;
  readonly id?: string;
  readonly meaning: Mapping | readonly Diagnostic[];
}

const stemOf = (file: string): string => basename(file).replace(/\.ya?ml$/, '');

/** The samples beside a mapping: NAME.sample.csv, or NAME.sample.EXPORT where the export's own name says something. */
function samplesOf({ file, name }: Candidate): string[] {
  const dir = dirname(file);
  return readdirSync(dir)
    .filter((f) => f.normalize('NFC').startsWith(`${name}.sample.`.normalize('NFC')))
    .sort()
    .map((f) => showPath(join(dir, f)));
}

/** The name of the export that a sample stands for. */
function exportName(sample: string, { name }: Candidate): string {
  const own = basename(sample).slice(name.length + '.sample.'.length);
  return /^(?:csv|tsv|txt|xlsx?)(?:\.\w+)?$/i.test(own) ? basename(sample) : own;
}

/** Every mapping of the project, sound or not; a broken file with a sample beside it was meant as one. */
function candidatesOf(project: Project, faults: readonly Diagnostic[]): Candidate[] {
  const sound = project.mappings.map((document): Candidate => {
    const known = understand(document);
    const meaning = 'mapping' in known ? known.mapping : known;
    const id = 'mapping' in known ? known.mapping.id : undefined;
    return { file: document.file, name: stemOf(document.file), ...(id === undefined ? {} : { id }), meaning };
  });
  const broken = project.files
    .filter((file) => !sound.some((c) => c.file === file))
    .map((file): Candidate => ({ file, name: stemOf(file), meaning: faults.filter((d) => d.file === file) }))
    .filter((c) => {
      const kind = project.kinds.get(c.file);
      return kind === 'mapping/v1' || (kind === undefined && samplesOf(c).length > 0);
    });
  return [...sound, ...broken].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The mappings meant by the arguments, all unless some are named. */
function chosen(all: readonly Candidate[], asked: readonly string[]): readonly Candidate[] {
  if (all.length === 0) throw new UserError(fault('ingest/no-mappings'));
  if (asked.length === 0) return all;
  const meant = asked.map((text) => {
    const found = all.filter((c) => c.name === text || c.id === text || c.file === showPath(text));
    if (found.length > 0) return found;
    const known = all.map((c) => c.name);
    const near = nearest(text, known);
    const args = near === undefined ? { name: text, known } : { name: text, nearest: near };
    throw new UserError(fault('ingest/no-such-mapping', args));
  });
  return all.filter((c) => meant.flat().includes(c));
}

/** Reads the samples of a mapping as `ingest --dry-run` does; what is refused comes back as findings of the sample. */
async function readSamples(
  candidate: Candidate,
  mapping: Mapping,
  samples: readonly string[],
  project: Project,
): Promise<{ rows: Written[]; findings: Diagnostic[] }> {
  const rows: Written[] = [];
  const findings: Diagnostic[] = [];
  for (const sample of samples) {
    try {
      const source = await openExport(sample);
      try {
        const name = exportName(sample, candidate);
        const { figures, diagnostics } = ingest({ name, source, mapping, catalogue: project.catalogue });
        for (const figure of figures) rows.push(figure);
        for (const d of diagnostics) if (d.severity === 'error') findings.push({ ...d, file: sample });
      } finally {
        source.close();
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      for (const d of error.diagnostics) findings.push({ ...d, file: sample });
    }
  }
  return { rows, findings };
}

/** Tests one mapping; with `update` it writes what its samples give now. */
async function testOne(candidate: Candidate, project: Project, update: boolean): Promise<MappingTest> {
  const { file, name, meaning } = candidate;
  const samples = samplesOf(candidate);
  const expected = showPath(join(dirname(file), `${name}.expected.csv`));
  const hasExpected = existsSync(expected);
  const base = { name, file, samples, expected, hasExpected };
  const refused = async (findings: readonly Diagnostic[]): Promise<MappingTest> => ({
    ...base,
    result: 'refused',
    findings: await locateAll(findings),
  });
  if (!('header' in meaning)) return refused(meaning);
  if (samples.length === 0) return { ...base, result: 'no-sample', findings: [] };
  const read = await readSamples(candidate, meaning, samples, project);
  if (read.findings.length > 0) return refused(read.findings);
  const text = (list: readonly Written[]): string => [...formatRows(list)].join('');
  const found = text(read.rows);
  const diff = diffRows(hasExpected ? readBytes(expected).toString('utf8') : text([]), found);
  const rows = read.rows.length;
  if (hasExpected && isSameRows(diff)) return { ...base, result: 'ok', rows, findings: [] };
  if (update) writeWhole(expected, found);
  return { ...base, result: update ? 'updated' : 'differs', rows, diff, findings: [] };
}

/** `ptrack mappings test [MAPPINGS…]`: each mapping against the sample kept beside it. */
export const run: Run = async ({ context, args, options }) => {
  const outputs = outputsAsked(options);
  const [action = '', ...asked] = args;
  choose(action, ['test'], 'ptrack mappings');
  const { project, faults } = loadReadable(asked.filter((a) => /\.ya?ml$/.test(a)));
  const tests: MappingTest[] = [];
  for (const candidate of chosen(candidatesOf(project, faults), asked))
    tests.push(await testOne(candidate, project, options.update === true));
  await show(mappingsTestDocument(tests, context.style.language), outputs, context);
  return tests.some((t) => t.result === 'differs' || t.result === 'refused') ? 1 : 0;
};
