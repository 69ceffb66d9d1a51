import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { fold } from '../model/names.ts';
import type { Plan } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import { Units } from '../model/unit.ts';
import type { Workspace } from '../model/workspace.ts';
import { readIndicators, readOrganisations, readRegions } from './catalogues.ts';
import { type Config, DEFAULT_CONFIG, readConfig } from './config.ts';
import { FieldReader, type PlainMap, texts } from './fields.ts';
import { findRoot, listFiles, PROJECT_FILE, readBytes, showPath } from './files.ts';
import { linkTargets, readPlan } from './plan.ts';
import { readReports } from './reports.ts';
import { checkSchema, type FileKind, kindOf, withoutFaulty } from './schemas.ts';
import { readScheme } from './scoring.ts';
import { type Plain, parseYaml } from './yaml.ts';

/** A YAML file whose schema was right. */
export interface Document {
  readonly file: string;
  readonly kind: FileKind;
  readonly doc: PlainMap;
}

/** A project as loaded, with what is wrong with its files. */
export interface Project extends Workspace {
  readonly config: Config;
  readonly dataDir: string;
  /** Mappings as plain documents: what they mean is the ingest's to say. */
  readonly mappings: readonly Document[];
  /** What each file says it is; nothing for one that can't be read so far. */
  readonly kinds: ReadonlyMap<string, FileKind>;
  /** Every YAML file that was read, shown paths. */
  readonly files: readonly string[];
  readonly findings: readonly Diagnostic[];
}

/** What comes up while files are read. */
interface Reading {
  readonly findings: Diagnostic[];
  readonly kinds: Map<string, FileKind>;
  readonly leftOut: Set<string>;
  readonly instead: ReadonlyMap<string, Uint8Array>;
}

/** The names a faulty plan or entry would have been found by. */
function namesOf(thing: Plain): string[] {
  const map = thing as PlainMap | undefined;
  return [map?.id, map?.code, map?.name].flatMap((n) => texts(n)).concat(texts(map?.aliases));
}

function readDocument(path: string, { findings, kinds, leftOut, instead }: Reading): Document | undefined {
  const file = showPath(path);
  const parsed = parseYaml(instead.get(file) ?? readBytes(path), file);
  if ('finding' in parsed) {
    findings.push(parsed.finding);
    return undefined;
  }
  const kind = kindOf(parsed.doc, file);
  if (typeof kind !== 'string') {
    findings.push(kind);
    return undefined;
  }
  kinds.set(file, kind);
  const faults = checkSchema(kind, parsed.doc, file);
  if (faults.length === 0) return { file, kind, doc: parsed.doc as PlainMap };
  for (const f of faults) findings.push(f);
  const rest = withoutFaulty(kind, parsed.doc, faults);
  for (const thing of rest?.dropped ?? [parsed.doc])
    for (const name of namesOf(thing)) leftOut.add(fold(name));
  return rest && { file, kind, doc: rest.doc as PlainMap };
}

function loadConfig(root: string, reading: Reading): Config {
  const { findings } = reading;
  const path = join(root, PROJECT_FILE);
  if (!existsSync(path)) return DEFAULT_CONFIG();
  const document = readDocument(path, reading);
  if (document?.kind !== 'project/v1') throw new UserError(findings);
  return readConfig(document.doc, new FieldReader(document.file, new Catalogue(new Units()), findings));
}

/** Two plans of one id: the addresses of their targets would be the same. */
function findTwins(plans: readonly Plan[]): Diagnostic[] {
  const first = new Map<string, Plan>();
  const findings: Diagnostic[] = [];
  for (const plan of plans) {
    const twin = first.get(plan.id);
    if (twin)
      findings.push(
        fault('duplicate-id/plan', { id: plan.id, file: twin.file }, { file: plan.file, pointer: '/id' }),
      );
    else first.set(plan.id, plan);
  }
  return findings;
}

/**
 * Loads the project a folder belongs to: its own file, then every YAML file under its targets and data folders, then
 * the extra files named. Faults of files become findings; a file that is broken is left out, the others are read.
 * `instead` is what files are taken to hold that are about to be written.
 */
export function loadProject(
  from: string,
  extra: readonly string[] = [],
  instead: ReadonlyMap<string, Uint8Array> = new Map(),
): Project {
  const root = findRoot(from);
  const reading: Reading = { findings: [], kinds: new Map(), leftOut: new Set(), instead };
  const { findings, kinds, leftOut } = reading;
  const config = loadConfig(root, reading);
  const dataDir = join(root, config.data);
  const folders = [...config.targets.map((t) => join(root, t)), dataDir];
  const paths = [
    ...new Set([...folders.flatMap((d) => listFiles(d, ['.yaml', '.yml'])), ...extra.map((e) => resolve(e))]),
  ].filter((p) => basename(p) !== PROJECT_FILE);
  const documents = paths.map((p) => readDocument(p, reading)).filter((d) => d !== undefined);

  const catalogue = new Catalogue(config.units);
  const reader = (d: Document): FieldReader => new FieldReader(d.file, catalogue, findings);
  const of = (kind: FileKind): Document[] => documents.filter((d) => d.kind === kind);
  for (const d of of('regions/v1')) readRegions(d.doc, reader(d));
  for (const d of of('organisations/v1')) readOrganisations(d.doc, reader(d));
  for (const d of of('indicators/v1')) readIndicators(d.doc, reader(d));
  const plans = of('plan/v1').flatMap((d) => {
    const plan = readPlan(d.doc, reader(d), config.region);
    if (!plan) for (const name of namesOf(d.doc)) leftOut.add(fold(name));
    return plan ?? [];
  });
  linkTargets(plans);
  for (const twin of findTwins(plans)) findings.push(twin);
  const reports: Report[] = of('reports/v1').flatMap((d) => readReports(d.doc, reader(d)));
  const schemes = of('scoring/v1').map((d) => readScheme(d.doc, reader(d)));
  const files = paths.map((p) => showPath(p));
  return {
    root,
    config,
    dataDir,
    catalogue,
    plans,
    reports,
    schemes,
    mappings: of('mapping/v1'),
    kinds,
    leftOut,
    files,
    findings,
  };
}
