import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Catalogue } from '../model/catalogue.ts';
import { type Diagnostic, fault, UserError } from '../model/diagnostic.ts';
import { itemsOf, type Plan, type Target } from '../model/plan.ts';
import type { Report } from '../model/report.ts';
import { Units } from '../model/unit.ts';
import type { Workspace } from '../model/workspace.ts';
import { readIndicators, readOrganisations, readRegions } from './catalogues.ts';
import { type Config, DEFAULT_CONFIG, readConfig } from './config.ts';
import { FieldReader, type PlainMap } from './fields.ts';
import { findRoot, listFiles, PROJECT_FILE, readBytes, showPath } from './files.ts';
import { linkTargets, readPlan } from './plan.ts';
import { readReports } from './reports.ts';
import { checkSchema, type FileKind, kindOf, withoutFaulty } from './schemas.ts';
import { parseYaml } from './yaml.ts';

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
  /** Every YAML file that was read, shown paths. */
  readonly files: readonly string[];
  readonly findings: readonly Diagnostic[];
}

function readDocument(path: string, findings: Diagnostic[]): Document | undefined {
  const file = showPath(path);
  const parsed = parseYaml(readBytes(path), file);
  if ('finding' in parsed) {
    findings.push(parsed.finding);
    return undefined;
  }
  const kind = kindOf(parsed.doc, file);
  if (typeof kind !== 'string') {
    findings.push(kind);
    return undefined;
  }
  const faults = checkSchema(kind, parsed.doc, file);
  findings.push(...faults);
  const doc = faults.length === 0 ? parsed.doc : withoutFaulty(kind, parsed.doc, faults);
  return doc === undefined ? undefined : { file, kind, doc: doc as PlainMap };
}

function loadConfig(root: string, findings: Diagnostic[]): Config {
  const path = join(root, PROJECT_FILE);
  if (!existsSync(path)) return DEFAULT_CONFIG();
  const document = readDocument(path, findings);
  if (document?.kind !== 'project/v1') throw new UserError(...findings);
  return readConfig(document.doc, new FieldReader(document.file, new Catalogue(new Units()), findings));
}

const targetsOf = (plan: Plan): Target[] =>
  itemsOf(plan.root).filter((i): i is Target => i.type === 'target');

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
 */
export function loadProject(from: string, extra: readonly string[] = []): Project {
  const root = findRoot(from);
  const findings: Diagnostic[] = [];
  const config = loadConfig(root, findings);
  const dataDir = join(root, config.data);
  const folders = [...config.targets.map((t) => join(root, t)), dataDir];
  const paths = [
    ...new Set([...folders.flatMap((d) => listFiles(d, ['.yaml', '.yml'])), ...extra.map((e) => resolve(e))]),
  ].filter((p) => basename(p) !== PROJECT_FILE);
  const documents = paths.map((p) => readDocument(p, findings)).filter((d) => d !== undefined);

  const catalogue = new Catalogue(config.units);
  const reader = (d: Document): FieldReader => new FieldReader(d.file, catalogue, findings);
  const of = (kind: FileKind): Document[] => documents.filter((d) => d.kind === kind);
  for (const d of of('regions/v1')) readRegions(d.doc, reader(d));
  for (const d of of('organisations/v1')) readOrganisations(d.doc, reader(d));
  for (const d of of('indicators/v1')) readIndicators(d.doc, reader(d));
  const plans = of('plan/v1')
    .map((d) => readPlan(d.doc, reader(d), config.region))
    .filter((p) => p !== undefined);
  linkTargets(plans, targetsOf);
  findings.push(...findTwins(plans));
  const reports: Report[] = of('reports/v1').flatMap((d) => readReports(d.doc, reader(d)));
  const files = paths.map((p) => showPath(p));
  return { root, config, dataDir, catalogue, plans, reports, mappings: of('mapping/v1'), files, findings };
}
